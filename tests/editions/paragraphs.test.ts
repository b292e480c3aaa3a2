import { beforeAll, describe, expect, it } from 'vitest';
import { bytesOf, desk, octavoJson } from '../support/desk.js';
import { type InspectedPage, inspectPdf } from '../support/pdf.js';

/*
 * Paragraphs of all lengths that end and begin everywhere on a page.
 */
const WORDS = 'the harbour was older than the town and nobody had asked the harbour what it thought of that ';
const paragraph = (name: string, letters: number): string =>
  `Begin${name} ${WORDS.repeat(9).slice(0, letters).trim()} end${name}.`;
const chapter = (lead: number): string => {
  const leads = Array.from({ length: lead }, () => 'A line.');
  const text = Array.from({ length: 45 }, (_, i) => paragraph(`${lead}x${i}`, 140));
  return [`# Chapter ${lead}`, ...leads, ...text].join('\n\n');
};

/** Pieces of code of three to eight lines, each with its first and last. */
const codes = Array.from({ length: 300 }, (_, i) => {
  const lines = Array.from({ length: 3 + (i % 6) }, (_, line) => `code${i}line${line}`);
  return { lines, text: ['```', ...lines, '```'].join('\n') };
});

/** What only holds paragraphs together, and where it stands; `in` is said of what is indented. */
const DIVISIONS = `# Divisions

First out.

:::div{lang=de}
Behind text in.

Within it in.
:::

Behind it in.

::: {.voice}
A second in.
:::

::: {.voice}
A third in.

- An item
:::

Behind an item out.

<div>

In HTML in.

</div>

Behind HTML in.

> Quoted out.

:::div
Behind a quotation out.
:::

## A section

:::div
Behind a heading out.
:::

Behind all in.
`;

/** What stands above a letter and below it is no paragraph of it. */
const LETTERS = `# Letters

:::letter
Mill House out

3 May 1911 out

Dear Mother out,

It rained in.

Come soon in.

Yours ever out,

Edith out.
:::

:::letter
No salutation out.

It rains in.

Write in!

Anna out

-- To be read aside
:::

:::letter
4 March out

Dear Ben out,

It has thawed in.

-- To be read aside
:::
`;

/** What holds paragraphs: two and a third behind code, each in a line of its own. */
const HELD = `# Held

- item first

  item second

  \`\`\`
  code
  \`\`\`

  item behind

Term
: meaning first

  meaning second

:::::columns
::::column[Head]
column first

column second
::::
::::column
other first

other second
::::
:::::

::::cards{copies=1}
card first

card second
::::

:::aside
aside first

aside second
:::
`;

let pages: string[];
let sheets: readonly InspectedPage[];

beforeAll(async () => {
  const cwd = await desk({
    'book/book.yaml': 'title: Paragraphs\nauthor: A Press\nchapter-start: any\n',
    'book/a.md': chapter(0),
    'book/b.md': chapter(1),
    'book/c.md': chapter(2),
    'book/e.md': '# Last {#sec-last}\n\n## Behind @sec-last\n\nText.\n\n## Not @sec-first\n\nText.\n',
    'book/f.md': '# First {#sec-first}\n\nText.\n',
    'book/g.md': `# Code\n\n${codes.map(({ text }, i) => `${i % 5 ? 'Before' : '## Before'} ${i}\n\n${text}`).join('\n\n')}`,
    'book/h.md': DIVISIONS,
    'book/i.md': LETTERS,
    'book/j.md': HELD,
    'book/d.md': `# Lists\n\n${Array.from({ length: 60 }, (_, i) => `- ${paragraph(`Lx${i}`, 130)}`).join('\n')}`,
  });
  const made = await octavoJson(cwd, ['build', 'book', '-e', 'print']);
  expect(made.messages).toEqual([]);
  sheets = (await inspectPdf(await bytesOf(cwd, 'dist/paragraphs-print.pdf'))).pages;
  pages = sheets.map(({ text }) => text);
});

describe('a heading that refers to a page', () => {
  it('names another than its own only', () => {
    const text = pages.find((page) => page.includes('Behind')) ?? '';
    expect(text.replace(/\s+/g, ' ')).toMatch(/Behind “Last” Text\. Not “First”, page \d+ Text/);
  });
});

describe('a paragraph', () => {
  it('is indented behind another, also where one of them is in a division', () => {
    const lines = sheets.find(({ text }) => text.includes('Behind text in.'))?.lines ?? [];
    const edge = lines.find(({ text }) => text === 'First out.')?.x ?? Number.NaN;
    const told = lines.filter(({ text }) => / (?:in|out)\.$/.test(text) && !text.startsWith('Quoted'));
    expect(told).toHaveLength(12);
    for (const { text, x } of told)
      expect(x > edge + 5 ? 'in' : 'out', text).toBe(/\w+(?=\.$)/.exec(text)?.[0]);
  });

  it('of a letter is indented, and not what stands above it or below', () => {
    const lines = sheets.find(({ text }) => text.includes('Mill House'))?.lines ?? [];
    const edge = lines.find(({ text }) => text === 'Mill House out')?.x ?? Number.NaN;
    const told = lines.filter(({ text }) => / (?:in|out)[.,!]?$/.test(text));
    expect(told).toHaveLength(14);
    for (const { text, x } of told)
      expect(x > edge + 5 ? 'in' : 'out', text).toBe(/\w+(?=[.,!]?$)/.exec(text)?.[0]);
  });

  it('is indented behind another in a list, a column, a card and an aside', () => {
    const lines = sheets.find(({ text }) => text.includes('item first'))?.pieces ?? [];
    const edge = (words: string) => lines.find(({ text }) => text === words)?.x ?? Number.NaN;
    for (const held of ['item', 'meaning', 'column', 'other', 'card', 'aside'])
      expect(edge(`${held} second`) - edge(`${held} first`), held).toBeGreaterThan(5);
    expect(edge('item behind')).toBeCloseTo(edge('item first'), 0);
  });

  it.each(['0x', '1x', '2x', 'Lx'])('of three lines is not torn (%s)', (prefix) => {
    const pageOf = (word: string): number => pages.findIndex((text) => new RegExp(`${word}\\b`).test(text));
    const numbers = Array.from({ length: prefix === 'Lx' ? 60 : 45 }, (_, i) => i);
    expect(pageOf(`Begin${prefix}0`)).toBeGreaterThan(0);
    const torn = numbers.filter((i) => pageOf(`Begin${prefix}${i}`) !== pageOf(`end${prefix}${i}`));
    expect(torn).toEqual([]);
  });
});

describe('code', () => {
  const pageOf = (word: string): number => pages.findIndex((text) => new RegExp(`${word}\\b`).test(text));

  it('of five lines and fewer is not torn, and of more leaves no single line behind', () => {
    expect(pageOf('code0line0')).toBeGreaterThan(0);
    const torn = codes.filter(({ lines }) => {
      const [first] = lines.map(pageOf);
      const behind = lines.filter((line) => pageOf(line) !== first).length;
      return behind > 0 && (lines.length <= 5 || behind < 2 || lines.length - behind < 2);
    });
    expect(torn.map(({ lines }) => lines.join(' '))).toEqual([]);
    const parted = codes.filter(({ lines }) => pageOf(lines[0] ?? '') !== pageOf(lines.at(-1) ?? ''));
    // Some of the long ones are, or nothing was tried.
    expect(parted.length).toBeGreaterThan(0);
  });
});
