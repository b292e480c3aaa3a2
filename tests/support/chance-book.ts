import { randomFrom } from './random.js';

/*
 * Books of chance. Each word of them stands in one place and says which: four syllables that no language has a use for, so that
 * what is printed can be held against what was written, word by word.
 */

/** What a word belongs to. */
export const KINDS = {
  body: 'ba',
  caption: 'ca',
  cell: 'de',
  head: 'fi',
  heading: 'go',
  note: 'nu',
  target: 'pe',
  term: 'zo',
} as const;
export type Kind = keyof typeof KINDS;

const CONSONANTS = 'bdfgklmnprstvz';
const VOWELS = 'aeiou';
const SYLLABLES = [...CONSONANTS].flatMap((consonant) => [...VOWELS].map((vowel) => consonant + vowel));

/** The word of a kind with this number. */
export function word(kind: Kind, number: number): string {
  const of = (n: number): string => SYLLABLES[n % SYLLABLES.length] ?? '';
  return `${KINDS[kind]}${of(Math.floor(number / SYLLABLES.length ** 2))}${of(Math.floor(number / SYLLABLES.length))}${of(number)}`;
}

const PARTED = String.raw`(?:[-\u00ad\u2010]\s*\n\s*)?`;
const WORD = new RegExp(
  `(?<!\\p{L})(?:[${CONSONANTS}]${PARTED}[${VOWELS}]${PARTED}){3}[${CONSONANTS}]${PARTED}[${VOWELS}](?!\\p{L})`,
  'gu',
);

/** The words of a text that a book of chance is made of, parted at the end of a line or not; each with its kind and its place. */
export function wordsIn(
  text: string,
): { readonly kind: Kind; readonly word: string; readonly at: number; readonly end: number }[] {
  const kinds = Object.entries(KINDS) as [Kind, string][];
  return [...text.matchAll(WORD)].flatMap(({ 0: found, index }) => {
    const word = found.replace(/[^a-z]/g, '');
    const kind = kinds.find(([, syllable]) => word.startsWith(syllable))?.[0];
    return kind ? [{ kind, word, at: index, end: index + found.length }] : [];
  });
}

/** What is known of a book of chance, in the order of its text. */
export interface ChanceBook {
  readonly files: Readonly<Record<string, string>>;
  /** Words in one column: paragraphs, lists, headings, captions. */
  readonly text: readonly string[];
  /** Those of them that captions are made of: text behind a figure or a table may be printed before it. */
  readonly captions: readonly (readonly string[])[];
  /** Words in cells, row by row. */
  readonly cells: readonly (readonly string[])[];
  readonly heads: readonly string[];
  readonly headings: readonly string[];
  readonly notes: readonly { readonly call: string; readonly words: readonly string[] }[];
  /** Words that a reference to a figure, a table or a section stands right behind, and the word that is there. */
  readonly references: readonly { readonly from: string; readonly to: string }[];
  /** Terms of the index, with the words that stand beside their marks. */
  readonly terms: ReadonlyMap<string, readonly string[]>;
  readonly notesAt: 'foot' | 'chapter' | 'book';
  readonly tocDepth: number;
}

/** @param seed the same number makes the same book */
export function chanceBook(seed: number): ChanceBook {
  const random = randomFrom(seed * 7919);
  const below = (most: number): number => Math.floor(random() * most);
  const pick = <One>(all: readonly One[]): One => all[below(all.length)] as One;
  const counts: Record<string, number> = {};
  const next = (kind: Kind): string => {
    counts[kind] = (counts[kind] ?? -1) + 1;
    return word(kind, counts[kind]);
  };

  const text: string[] = [];
  const captions: string[][] = [];
  const cells: string[][] = [];
  const heads: string[] = [];
  const headings: string[] = [];
  const notes: { call: string; words: string[] }[] = [];
  const references: { from: string; to: string }[] = [];
  const terms = new Map<string, string[]>();
  const targets: { id: string; word: string }[] = [];
  const waiting: { from: string; target: number }[] = [];
  const files: Record<string, string> = {};
  const behind: string[] = [];
  const figures = 'figures/tall.svg figures/wide.svg figures/small.svg'.split(' ');
  files['figures/tall.svg'] = svg(300, 1400);
  files['figures/wide.svg'] = svg(1600, 300);
  files['figures/small.svg'] = svg(120, 90);

  const notesAt = pick(['foot', 'foot', 'foot', 'chapter', 'book'] as const);
  const often = pick([0, 0.01, 0.03, 0.08]);
  const longest = pick([12, 40, 160]);
  const plain = (kind: Kind, count: number, into: string[]): string =>
    Array.from({ length: count }, () => {
      const one = next(kind);
      into.push(one);
      return one;
    }).join(' ');
  const call = (at: string): string => {
    const id = `n${notes.length}`;
    const words: string[] = [];
    notes.push({ call: at, words });
    const said = plain('note', 1 + below(below(5) ? 12 : longest), words);
    if (below(5) === 0) return `^[${said}]`;
    const more = below(6) === 0 ? `\n\n    ${plain('note', 1 + below(20), words)}` : '';
    behind.push(`[^${id}]: ${said}${more}`);
    return `[^${id}]`;
  };
  /** Words of the text, with calls, marks of the index and references among them. */
  const prose = (
    count: number,
    kind: 'body' | 'cell' = 'body',
    into: string[] = text,
    calls = often,
  ): string =>
    Array.from({ length: count }, () => {
      const one = next(kind);
      into.push(one);
      const chance = random();
      if (chance < calls) return `${one}${call(one)}`;
      if (kind === 'cell') return one;
      if (chance > 0.985) {
        const term = below(3) ? word('term', below(12)) : word('term', below(60));
        terms.set(term, [...(terms.get(term) ?? []), one]);
        return `${one}[]{.index entry="${term}"}`;
      }
      if (chance > 0.975) {
        waiting.push({ from: one, target: below(1000) });
        return `${one} @@${waiting.length - 1}@@`;
      }
      if (chance > 0.95) return pick([`*${one}*`, `**${one}**`]);
      return one;
    }).join(' ');
  const target = (prefix: string): { id: string; word: string } => {
    const made = { id: `${prefix}-${targets.length}`, word: next('target') };
    targets.push(made);
    text.push(made.word);
    return made;
  };
  const table = (rows: number): string => {
    const columns = 2 + below(3);
    const row = (): string => {
      const own: string[] = [];
      cells.push(own);
      const width = below(4) ? 4 : 14;
      return `| ${Array.from({ length: columns }, () => prose(1 + below(width), 'cell', own)).join(' | ')} |`;
    };
    const titled = below(2) === 0;
    const { id, word: mark } = titled ? target('tbl') : { id: '', word: '' };
    const from = text.length;
    const caption = titled ? `\n\n: ${mark} ${prose(below(6), 'body', text, 0)} {#${id}}` : '';
    if (titled) captions.push([mark, ...text.slice(from)]);
    const head = `| ${Array.from({ length: columns }, () => plain('head', 1, heads)).join(' | ')} |`;
    return `${head}\n|${' --- |'.repeat(columns)}\n${Array.from({ length: rows }, row).join('\n')}${caption}`;
  };
  const block = (): string => {
    const kind = below(16);
    if (kind < 6) return prose(10 + below(120));
    if (kind === 6) {
      const { id, word: mark } = target('sec');
      headings.push(mark);
      return `${'#'.repeat(2 + below(2))} ${mark} {#${id}}`;
    }
    if (kind === 7) return Array.from({ length: 2 + below(6) }, () => `- ${prose(3 + below(25))}`).join('\n');
    if (kind === 8)
      return `1. ${prose(10)}\n\n   ${prose(20)}\n2. ${prose(6)}\n   - ${prose(8)}\n   - ${prose(4)}`;
    if (kind === 9) return `> ${prose(15 + below(50))}`;
    if (kind === 10) return `> [!${pick(['NOTE', 'TIP', 'WARNING'])}]\n> ${prose(10 + below(40))}`;
    if (kind === 11) return table(2 + below(below(4) ? 9 : 60));
    if (kind === 12) {
      const { id, word: mark } = target('fig');
      const from = text.length;
      const said = prose(below(10), 'body', text, 0);
      captions.push([mark, ...text.slice(from)]);
      return `![${mark} ${said}](${pick(figures)}){#${id}}`;
    }
    if (kind === 13)
      return `\`\`\`\n${Array.from({ length: 1 + below(below(3) ? 9 : 70) }, () => plain('body', 1 + below(5), text)).join('\n')}\n\`\`\``;
    if (kind === 14) return `${prose(2 + below(3))}\n: ${prose(8 + below(30))}`;
    return `:::verse\n${Array.from({ length: 2 + below(7) }, () => prose(3 + below(3))).join('\n')}\n:::`;
  };

  const chapters = 1 + below(2);
  for (let number = 0; number < chapters; number++) {
    const { id, word: mark } = target('sec');
    headings.push(mark);
    const first = prose(5 + below(40));
    const blocks = Array.from({ length: 6 + below(12) }, block);
    const last = prose(5 + below(80));
    files[`c${number}.md`] = [`# ${mark} {#${id}}`, first, ...blocks, last, ...behind.splice(0)].join('\n\n');
  }
  for (const [name, content] of Object.entries(files))
    files[name] = content.replace(/@@(\d+)@@/g, (_, index: string) => {
      const one = waiting[Number(index)];
      const to = one && targets[one.target % targets.length];
      if (!one || !to) return '';
      references.push({ from: one.from, to: to.word });
      return `@${to.id}`;
    });
  const tocDepth = 1 + below(3);
  files['book.yaml'] = [
    'title: Chance',
    'author: A Press',
    'lang: en',
    `trim: ${pick(['a5', '6x9', 'a4', '5x8'])}`,
    `chapter-start: ${pick(['any', 'recto'])}`,
    `number-chapters: ${pick([true, false])}`,
    `hyphenate: ${pick([true, true, false])}`,
    `justify: ${pick([true, true, false])}`,
    `notes: ${notesAt}`,
    `note-numbers: ${pick(['chapter', 'book'])}`,
    `toc-depth: ${tocDepth}`,
    '',
  ].join('\n');
  return { files, text, captions, cells, heads, headings, notes, references, terms, notesAt, tocDepth };
}

function svg(width: number, height: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="#ddd"/><path d="M0 0L${width} ${height}M${width} 0L0 ${height}" stroke="#000" stroke-width="4"/></svg>`;
}
