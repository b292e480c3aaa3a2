import type { Root, Text } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { VFile } from 'vfile';
import type { Ledger } from '../model/notice.js';
import type { Section } from '../model/rendition.js';
import type { Floated } from '../press/layout/floats.js';
import { styleKeepsText } from '../typeset/notices.js';
import { collate, type Variant } from './collation.js';
import { copyOf, type Piece, type Shown } from './documents/copy.js';
import { lettersOf } from './documents/letters.js';
import { elements } from './documents/rewrite.js';
import { textWhole } from './notices.js';

/** What is known of a finished edition that its text cannot have. */
export interface Known {
  /** Characters that no font has, which was told. */
  readonly missing: string;
  /** The book is read from the right. */
  readonly rightToLeft: boolean;
  /** Something of this section did not fit, which was told. */
  overflows(section: Section): boolean;
  /** What of it is cut off at the edge of its page, as `table 12:1`. */
  cutOff(section: Section): ReadonlySet<string>;
  /** What stands behind text that follows it in the manuscript. */
  readonly floated: readonly Floated[];
  /** Ids of notes of a section that are read behind its others. */
  behind(section: Section): ReadonlySet<string>;
  /** Stylesheets of the author, which may be the reason for what is otherwise. */
  readonly styles: readonly string[];
  /** What a stylesheet hides in a section; asked only where something is missing. */
  hidden(section: Section): Promise<readonly string[]>;
}

/**
 * Letters of scripts that are read from the right, and signs that have others read so: how they lie in a line is another order than
 * that of the text.
 */
const FROM_THE_RIGHT = /[\p{Script=Hebrew}\p{Script=Arabic}\u202b\u202e\u2067]/u;

/**
 * Reads the text of each section, which can be done while that is being made.
 * @returns what holds an edition against it, letter by letter, in order; where something is missing, doubled, moved or other, that is
 * told at its line. It is given what the edition shows of each section, by its number.
 */
export function textVerifier(
  sections: readonly Section[],
  edition: string,
  known: Known,
  { say }: Ledger,
): (printed: ReadonlyMap<number, Shown>) => Promise<void> {
  const told = new Set(lettersOf(known.missing));
  const without = (letters: string): string =>
    told.size ? [...letters].filter((letter) => !told.has(letter)).join('') : letters;
  const copies = sections.map((section) => ({
    section,
    copy: copyOf(asFloated(section, known.floated), known.behind(section), known.cutOff(section)),
  }));
  return async (printed) => {
    for (const [index, { section, copy }] of copies.entries()) {
      const { text, notes } = printed.get(index) ?? { text: '', notes: '' };
      const pairs: [readonly Piece[], string][] = [
        [copy.text, text],
        [copy.notes, notes],
      ];
      for (const [wanted, shown] of pairs) {
        const pieces = told.size ? wanted.map((one) => ({ ...one, letters: without(one.letters) })) : wanted;
        const variants = await variantsOf(pieces, without(shown), section, known);
        for (const { fault, piece, offset } of variants) {
          const file = section.file ?? new VFile({ path: `${edition}: ${section.title || section.role}` });
          const words = piece?.node ? wordsAt(piece.node, offset) : '';
          const [facts, place] = [
            { fault, words, edition },
            { file, node: section.file && piece?.at },
          ];
          const { styles } = known;
          if (styles.length) say(styleKeepsText, { styles, said: textWhole.says(facts) }, place);
          else say(textWhole, facts, place);
        }
      }
    }
  };
}

/** A section in the order in which it is printed. */
function asFloated({ id, tree }: Section, all: readonly Floated[]): Root {
  const floated = all.filter(({ section }) => section === id);
  if (!floated.length) return tree;
  const children = [...tree.children];
  const standingAt = (at: string): Root['children'][number] | undefined =>
    children.find(({ position }) => at === `${position?.start.line}:${position?.start.column}`);
  // From the last: of two behind one paragraph the first comes first.
  for (const { at, behind } of [...floated].reverse()) {
    const [moved, paragraph] = [standingAt(at), standingAt(behind)];
    if (!moved || !paragraph) continue;
    children.splice(children.indexOf(moved), 1);
    children.splice(children.indexOf(paragraph) + 1, 0, moved);
  }
  return { ...tree, children };
}

async function variantsOf(
  wanted: readonly Piece[],
  printed: string,
  section: Section,
  known: Known,
): Promise<Variant[]> {
  if (!collate(wanted, printed).length) return [];
  const fromTheRight =
    section.dir === 'rtl' ||
    (known.rightToLeft && !section.dir) ||
    wanted.some(({ node }) => node && FROM_THE_RIGHT.test(node.value)) ||
    [...elements(section.tree)].some(({ properties }) => properties.dir === 'rtl');
  const hidden = (await known.hidden(section)).map(lettersOf).filter(Boolean);
  const repeated = [...elements(section.tree)]
    .filter(({ tagName }) => tagName === 'thead')
    .map((head) => lettersOf(textOf(head)));
  if (fromTheRight) {
    // A head that is read from the right is printed in an order that is not known.
    const [mixed, plain] = [true, false].map((is) =>
      repeated.filter((head) => FROM_THE_RIGHT.test(head) === is),
    );
    return count(
      wanted,
      withoutRepeated(wanted, printed, plain ?? []),
      [...hidden, ...(mixed ?? [])].join(''),
    );
  }
  const left = collate(wanted, printed, { hidden, repeated });
  return known.overflows(section) ? left.filter(({ fault }) => fault !== 'missing') : left;
}

/** What was printed without heads of tables that stand again where these go on. */
function withoutRepeated(wanted: readonly Piece[], printed: string, repeated: readonly string[]): string {
  const copy = wanted.map(({ letters, most }) => (most === undefined ? letters : '')).join('');
  const times = (text: string, head: string): number => text.split(head).length - 1;
  return repeated.filter(Boolean).reduce((text, head) => {
    const again = times(text, head) - times(copy, head);
    return Array.from({ length: Math.max(0, again) }).reduce((left: string) => left.replace(head, ''), text);
  }, printed);
}

/** Letters that a roman folio has. */
const ROMAN = lettersOf('ivxlcdm');

/**
 * Where the order cannot be known, every letter is there as often as it is to be. Where a number is waited for, nobody can tell the
 * letters of a roman one from others; and what only the finished edition knows may be of any letters, if there are no more of them.
 */
function count(wanted: readonly Piece[], printed: string, hidden: string): Variant[] {
  const counts = new Map<string, number>();
  const free = new Set(hidden + (wanted.some(({ most }) => most !== undefined) ? ROMAN : ''));
  for (const { letters, most } of wanted)
    for (const letter of letters)
      if (most === undefined) counts.set(letter, (counts.get(letter) ?? 0) + 1);
      else free.add(letter);
  for (const letter of printed) counts.set(letter, (counts.get(letter) ?? 0) - 1);
  const told = [...counts].filter(([letter]) => !free.has(letter) && /\p{L}/u.test(letter));
  const over = told.reduce((sum, [, rest]) => sum - Math.min(0, rest), 0);
  const mayBeOver = over <= wanted.reduce((sum, { most = 0 }) => sum + most, 0);
  for (const [letter, rest] of told) {
    if (rest === 0 || (rest < 0 && mayBeOver)) continue;
    const piece = wanted.find((one) => one.most === undefined && one.letters.includes(letter));
    const fault = rest > 0 ? 'missing' : 'doubled';
    return [{ wanted: letter, printed: '', fault, piece, offset: 0 }];
  }
  return [];
}

/** Some words of a text from where so many letters of it are over. */
function wordsAt({ value }: Text, letters: number): string {
  let at = 0;
  for (let seen = 0; seen < letters && at < value.length; at++) seen += lettersOf(value.charAt(at)).length;
  const start = value.lastIndexOf(' ', at) + 1;
  const words = value.slice(start).replaceAll('\u00AD', '').replace(/\s+/g, ' ').trim();
  return words.length > 60 ? `${words.slice(0, 60).replace(/\s\S*$/, '')} …` : words;
}
