import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { openEpub } from '../support/epub.js';
import { epubcheck } from '../support/epubcheck.js';
import { buildInMemory } from '../support/memory.js';
import { type InspectedPage, type InspectedPdf, inspectPdf, tagged } from '../support/pdf.js';
import { type Rule, rulesOf } from '../support/pdf-rules.js';
import { testPress } from '../support/press.js';

/* Lines of contents and lists that are too long for one. */

const long = (what: string) =>
  `${what} that goes on and on until it needs another line and perhaps one more of the list`;
const files = {
  'a.md': `# ${long('Alpha')}\n\nText of @fig-a.\n\n![Waves](w.svg "${long('Gamma')}."){#fig-a}\n\n## ${long('Beta')}\n\nText.\n\n## Brief\n\nText.\n`,
  'b.md': `---\nrole: preface\n---\n\n# ${long('Delta')}\n\nText.\n`,
  'w.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40"><path d="M0 20h80" stroke="#000"/></svg>',
};

let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

describe.each(['classic', 'modern', 'workbook'])('the theme %s', (theme) => {
  let pages: readonly InspectedPage[];
  let outline: InspectedPdf['outline'];
  let rules: Rule[][];
  beforeAll(async () => {
    const book = `title: Lists\nidentifier: urn:x:1\nlang: en-GB\ntrim: 5x8\ntheme: ${theme}\ntoc-depth: 2\nlists: [figures]\nnumber-chapters: true\ncontents: {front: [b.md], body: [{part: ${long('Omega')}, chapters: [a.md]}]}\n`;
    const { messages, delivered } = await buildInMemory(
      { 'book.yaml': book, ...files },
      { editions: ['print'] },
      press,
    );
    expect(messages.filter(({ severity }) => severity === 'error').map(String)).toEqual([]);
    const bytes = [...delivered].find(([name]) => name.endsWith('.pdf'))?.[1] as Uint8Array;
    rules = await rulesOf(bytes);
    ({ pages, outline } = await inspectPdf(bytes));
  });

  /** The lines of the entry that begins with a word, each as its pieces; its first piece, and its folio. */
  function entry(word: string) {
    const index = pages.findIndex(({ label, text }) => /^[ivx]+$/.test(label) && text.includes(word));
    const { pieces, lines } = pages[index] as InspectedPage;
    const start = lines.findIndex(({ text }) => text.includes(word));
    const end = lines.findIndex(({ text }, i) => i >= start && text.includes('of the list'));
    const own = lines
      .slice(start, end + 1)
      .map(({ y }) =>
        pieces.filter((piece) => Math.abs(piece.y - y) < 2 && piece.text.trim()).sort((a, b) => a.x - b.x),
      );
    const begin = own[0]?.find(({ text }) => text.includes(word));
    const last = own.at(-1) ?? [];
    const foot = last[0]?.y ?? 0;
    const leaders = (rules[index] ?? []).filter(({ top, height }) => Math.abs(top + height - foot) < 3);
    return { own, begin: begin?.x ?? 0, turned: own.slice(1).map((line) => line[0]?.x ?? 0), last, leaders };
  }

  it('has the numbers of chapters in the outline, too', () => {
    const entries = outline.flatMap((entry) => [entry, ...entry.children]);
    expect(entries.map(({ title }) => /^(?:\d+\. )?\w+/.exec(title)?.[0])).toEqual(
      expect.arrayContaining(['Omega', '1. Alpha']),
    );
  });

  it('hangs a title by its number', () => {
    const { own, begin, turned } = entry('Alpha');
    expect(own[0]?.[0]?.text.trim()).toBe('1');
    expect(begin).toBeGreaterThan((own[0]?.[0]?.x ?? 0) + 10);
    for (const x of turned) expect(x).toBeGreaterThan(begin + 5);
  });

  it('has turned lines halfway between an entry and those below it', () => {
    const chapter = entry('Alpha');
    const section = entry('Beta');
    const below = section.begin - chapter.begin;
    for (const word of ['Alpha', 'Beta', 'Delta', 'Omega', 'Gamma']) {
      const { begin, turned } = entry(word);
      expect(turned.length, word).toBeGreaterThan(0);
      for (const x of turned) expect(x - begin, word).toBeCloseTo(below / 2, 0);
    }
  });

  it('leads from the last word to the folio', () => {
    for (const word of ['Alpha', 'Beta', 'Delta', 'Omega', 'Gamma']) {
      const { last, leaders } = entry(word);
      const [words, folio] = [last[0], last.at(-1)];
      expect(folio?.text, word).toMatch(/^[\divx]+$/);
      const end = (words?.x ?? 0) + (words?.width ?? 0);
      const left = Math.min(...leaders.map((one) => one.left));
      const right = Math.max(...leaders.map((one) => one.left + one.width));
      expect(left - end, word).toBeGreaterThan(3);
      expect(left - end, word).toBeLessThan(8);
      expect(right - left, word).toBeGreaterThan(12);
      expect(right, word).toBeLessThan(folio?.x ?? 0);
    }
  });
});

it('parts a word of a title that is wider than its line as the language of its chapter has it', async () => {
  const word = 'Staatsanwaltschaftskinderversicherungen';
  const german = `---\nlang: de\n---\n\n# ${word}\n\nText.\n`;
  const { messages, delivered } = await buildInMemory(
    {
      'book.yaml': 'title: Lists\nidentifier: urn:x:1\nlang: en\ntrim: 90mm x 130mm\n',
      'a.md': german,
      'b.md': '# Other\n\nText.\n',
    },
    { editions: ['print'] },
    press,
  );
  expect(messages.filter(({ severity }) => severity === 'error').map(String)).toEqual([]);
  const { pages, tags } = await inspectPdf(delivered.get('out/lists-print.pdf') as Uint8Array);
  const lines = pages.find(({ text }) => /^Contents$/m.test(text))?.lines.map(({ text }) => text) ?? [];
  const [first = '', second = ''] = lines.slice(lines.findIndex((text) => text.startsWith('Staats')));
  expect(first).toMatch(/-$/);
  expect(first.slice(0, -1) + second.replace(/\s*\d+$/, '')).toBe(word);
  // English patterns would end the line behind “schaft”.
  expect(first).toBe('Staatsanwaltschaftskin-');
  expect(tagged(tags, 'Span').some(({ lang, text }) => lang === 'de' && text.includes('Staats'))).toBe(true);
});

describe.each(['classic', 'modern', 'workbook'])('contents in %s', (theme) => {
  /** For each page of the contents how far apart its lines are, in points. */
  async function contentsWith(chapters: number): Promise<{ lines: number; apart: number }[]> {
    const name = (i: number) => `c${String(i).padStart(3, '0')}.md`;
    const parts = Array.from({ length: chapters / 5 }, (_, part) => {
      const own = Array.from({ length: 5 }, (_, i) => name(part * 5 + i));
      return `{part: Part ${part + 1}, chapters: [${own.join(', ')}]}`;
    });
    const made = await buildInMemory(
      {
        'book.yaml': `title: Many\nidentifier: urn:x:1\nlang: en\ntheme: ${theme}\ntrim: 6x9\nchapter-start: any\ncontents: {body: [${parts.join(', ')}]}\n`,
        ...Object.fromEntries(
          Array.from({ length: chapters }, (_, i) => [name(i), `# Chapter of number ${i}\n\nText.\n`]),
        ),
      },
      { editions: ['print'] },
      press,
    );
    expect(made.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
    const { pages } = await inspectPdf(made.delivered.get('out/many-print.pdf') as Uint8Array);
    return pages
      .map(({ lines }) => lines.filter(({ text }) => /^Chapter of number \d+.*\d$/.test(text)))
      .filter(({ length }) => length > 1)
      .map((lines) => ({
        lines: lines.length,
        apart: Math.min(...lines.slice(1).map(({ y }, i) => y - (lines[i]?.y ?? 0))),
      }));
  }

  it('are set closer where their last page would hold a few lines, and no closer than has to be', async () => {
    const [twenty, thirty, more] = [await contentsWith(20), await contentsWith(30), await contentsWith(45)];
    expect(twenty.map(({ lines }) => lines)).toEqual([20]);
    // 36 lines and a title do not go on one page as others do.
    expect(thirty.map(({ lines }) => lines)).toEqual([30]);
    expect(thirty[0]?.apart).toBeLessThanOrEqual(twenty[0]?.apart ?? 0);
    expect(thirty[0]?.apart).toBeGreaterThan(12.5);
    // A page of a third of them stays.
    expect(more).toHaveLength(2);
    expect(more[0]?.apart).toBeCloseTo(twenty[0]?.apart ?? 0, 1);
  });
});

it('captions fill the lines of their list, and titles are parted evenly', async () => {
  const caption =
    'A family before its house, about 1880, with a boy in the window who had been told to stay out of it, and a dog';
  const { delivered } = await buildInMemory(
    {
      'book.yaml': 'title: Lists\nidentifier: urn:x:1\nlang: en\ntrim: 5x8\nlists: [figures]\n',
      'a.md': `# ${caption}\n\nText of @fig-a.\n\n![Waves](w.svg "${caption}"){#fig-a}\n`,
      'w.svg': files['w.svg'],
    },
    { editions: ['print'] },
    press,
  );
  const { pages } = await inspectPdf(delivered.get('out/lists-print.pdf') as Uint8Array);
  const widths = (title: RegExp, word: string): number[] => {
    const { lines = [] } = pages.find(({ text }) => title.test(text)) ?? {};
    const first = lines.findIndex(({ text }) => text.includes(word));
    return lines.slice(first, first + 2).map(({ width }) => width);
  };
  const [one = 0, two = 0] = widths(/^Figures$/m, 'A family');
  const [title = 0] = widths(/^Contents$/m, 'A family');
  expect(one).toBeGreaterThan(title * 1.3);
  expect(Math.abs(one - two)).toBeLessThan(one * 0.2);
});

describe('contents of one line', () => {
  const settings = 'title: One\nauthor: A\nidentifier: urn:x:1\nlang: en\n';
  const made = async (files: Record<string, string>, editions = ['print', 'screen', 'epub']) => {
    const { messages, delivered } = await buildInMemory(
      { 'book.yaml': settings, ...files },
      { editions },
      press,
    );
    expect(messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
    return delivered;
  };
  const hasContents = async (bytes: Uint8Array | undefined): Promise<boolean> => {
    const { pages } = await inspectPdf(bytes as Uint8Array);
    return pages.some(({ text }) => /^Contents$/m.test(text));
  };

  it('are on no page, and the EPUB has its navigation all the same', async () => {
    const delivered = await made({ 'a.md': '# Alone\n\nText.\n' });
    expect(await hasContents(delivered.get('out/one-print.pdf'))).toBe(false);
    expect(await hasContents(delivered.get('out/one.pdf'))).toBe(false);
    const bytes = delivered.get('out/one.epub') as Uint8Array;
    expect(JSON.stringify((await openEpub(bytes)).nav)).toContain('Alone');
    const verdicts = await epubcheck(bytes);
    expect(verdicts.flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([]);
  });

  it.each([
    ['sections', { 'a.md': '# Alone\n\nText.\n\n## Below\n\nText.\n' }],
    ['an index', { 'a.md': '# Alone\n\n[Text]{.index}.\n' }],
    ['a second chapter', { 'a.md': '# Alone\n\nText.\n', 'b.md': '# Other\n\nText.\n' }],
    [
      'its author asks for them',
      { 'a.md': '# Alone\n\nText.\n', 'toc.md': '---\nrole: toc\n---\n\n# Contents\n' },
    ],
  ])('are more of them, or written, where there is %s', async (_, files) => {
    const delivered = await made(files as Record<string, string>, ['print']);
    expect(await hasContents(delivered.get('out/one-print.pdf'))).toBe(true);
  });
});

describe('lists behind the contents', () => {
  const many = (n: number, one: (i: number) => string): string =>
    Array.from({ length: n }, (_, i) => one(i + 1)).join('\n\n');
  const lists = async (figures: number, tables: number, editions = ['print']) => {
    const built = await buildInMemory(
      {
        'book.yaml':
          'title: Lists\nidentifier: urn:x:1\nlang: en\nauthor: A\ntrim: 5x8\nlists: [figures, tables, listings]\n',
        'a.md': `# One\n\n${many(figures, (i) => `![Waves](w.svg "Sea ${i}"){#fig-${i}}`)}\n\n${many(tables, (i) => `| a | b |\n|--|--|\n| 1 | 2 |\n\n: Rain ${i} {#tbl-${i}}`)}\n\n\`\`\`js {#lst-a caption="Wait"}\nlet a;\n\`\`\`\n`,
        'w.svg': files['w.svg'],
      },
      { editions },
      press,
    );
    expect(built.messages.filter(({ severity }) => severity === 'error').map(String)).toEqual([]);
    return built.delivered;
  };
  /** The folios of the pages that have the titles. */
  const titled = ({ pages }: InspectedPdf, title: string): string[] =>
    pages
      .filter(({ lines, label }) => /^[ivx]+$/.test(label) && lines.some(({ text }) => text === title))
      .map(({ label }) => label);

  it('share a page where they are brief, and are found there', async () => {
    const pdf = await inspectPdf((await lists(3, 13)).get('out/lists-print.pdf') as Uint8Array);
    expect(['Figures', 'Tables', 'Listings'].map((title) => titled(pdf, title))).toEqual([
      ['vii'],
      ['vii'],
      ['vii'],
    ]);
    const contents = pdf.pages.find(({ label }) => label === 'v')?.text ?? '';
    for (const title of ['Figures', 'Tables', 'Listings']) {
      expect(contents).toMatch(new RegExp(`${title}\\W* vii`));
      const listed = pdf.outline.find((one) => one.title === title);
      expect(pdf.pages[listed?.page ?? 0]?.label, title).toBe('vii');
    }
  });

  it('begin pages of their own where both of two are long', async () => {
    const pdf = await inspectPdf((await lists(13, 13)).get('out/lists-print.pdf') as Uint8Array);
    expect(['Figures', 'Tables', 'Listings'].map((title) => titled(pdf, title))).toEqual([
      ['vii'],
      ['ix'],
      ['ix'],
    ]);
  });

  it('are documents of their own in an EPUB', async () => {
    const { nav } = await openEpub((await lists(3, 3, ['epub'])).get('out/lists.epub') as Uint8Array);
    const landmarks = nav.landmarks.filter(({ type }) => /^lo[it]$/.test(type));
    expect(landmarks.map(({ type, title }) => [type, title])).toEqual([
      ['loi', 'Figures'],
      ['lot', 'Tables'],
    ]);
    expect(new Set(landmarks.map(({ href }) => href.split('#')[0])).size).toBe(2);
  });
});

it('numbers of chapters are figures as high and as wide as those of pages', async () => {
  const { delivered } = await buildInMemory(
    {
      'book.yaml':
        'title: Numbers\nidentifier: urn:x:1\nlang: en-GB\nchapter-start: any\nnumber-chapters: true\n',
      ...Object.fromEntries([1, 2, 3].map((n) => [`${n}.md`, `# Alpha\n\nText ${n}.\n`])),
    },
    { editions: ['print'] },
    press,
  );
  const { pages } = await inspectPdf([...delivered.values()][0] as Uint8Array);
  const { pieces } = pages.find(({ text }) => text.includes('Contents')) as InspectedPage;
  const widths = pieces.flatMap(({ text, width }) => (/^[1-3]$/.test(text.trim()) ? [width] : []));
  expect(widths).toHaveLength(6);
  for (const width of widths) expect(width).toBeCloseTo(widths[0] ?? 0, 1);
});
