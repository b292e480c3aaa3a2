import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf, type Line } from '../support/pdf.js';
import { rulesOf } from '../support/pdf-rules.js';
import { testPress } from '../support/press.js';

/*
 * What hangs into the margins at the edges of justified text, and that nothing else is changed by it.
 */
let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

const WORDS =
  'extraordinary, neighbours; remembered. the lantern’s “afternoon” was: underneath, considerably — nobody, “however”, carpenters. understood; their comfortable, unfinished “conversation”, and'.split(
    ' ',
  );

/** Text without an end, with points and marks everywhere. */
function text(from: number, count: number): string {
  return Array.from({ length: count }, (_, i) => WORDS[(from + i * 7 + (i % 5)) % WORDS.length]).join(' ');
}

const CHAPTER = [
  `# One\n\n${text(0, 160)} [the rule of the house](https://example.org/a/long/address).`,
  `${text(3, 60)}[^a] ${text(5, 190)}[^b] ${text(1, 120)}`,
  `- ${text(2, 40)}\n  - ${text(4, 50)}\n- ${text(6, 30)}`,
  `> ${text(8, 60)}`,
  `::: {.drop-cap}\n${text(9, 60)}\n:::`,
  `The address is <https://example.org/some/rather/long/path/that/goes/on/and/on/beyond-the-end/of-the-line.html>, ${text(2, 30)}`,
  `${text(7, 30)} *${text(1, 40)}* and \`code::of::one::kind\`, ${text(3, 25)} appears.`,
  `${text(2, 70)}[^c] ${text(9, 42)}`,
  `[^a]: ${text(4, 260)}\n\n[^b]: ${text(6, 60)}\n\n[^c]: See <https://example.org/some/rather/long/path/that/goes/on/and/on/beyond-the-end/of-the-line-and-further/until-it-is-much-too-long-for-one.html>`,
].join('\n\n');

async function made(files: Readonly<Record<string, string>>, settings: string): Promise<Uint8Array> {
  const { delivered, messages } = await buildInMemory(
    { 'book.yaml': `title: T\nauthor: A\nlang: en-GB\n${settings}`, ...files },
    { editions: ['print'] },
    press,
  );
  expect(messages.filter(({ severity }) => severity === 'error').map(String)).toEqual([]);
  return [...delivered].find(([name]) => name.endsWith('.pdf'))?.[1] as Uint8Array;
}

async function linesOf(settings: string, chapter = CHAPTER, css = ''): Promise<(Line & { page: number })[]> {
  const { pages } = await inspectPdf(await made({ 'a.md': chapter, 'own.css': css }, settings));
  return pages.flatMap(({ lines }, page) => lines.map((line) => ({ ...line, page })));
}

const right = ({ x, width }: Line): number => x + width;

describe('justified text', () => {
  let hung: Awaited<ReturnType<typeof linesOf>>;
  let flush: Awaited<ReturnType<typeof linesOf>>;
  beforeAll(async () => {
    [hung, flush] = await Promise.all([linesOf(''), linesOf('tokens: {hanging-punctuation: none}\n')]);
  }, 120_000);

  /** The lines of both, side by side, that end where the text block does. */
  const pairs = () =>
    flush.flatMap((line, i) => {
      const edge = Math.max(...flush.filter(({ page }) => page === line.page).map(right));
      const other = hung[i];
      return other && Math.abs(right(line) - edge) < 0.3 ? [{ line, other, by: right(other) - edge }] : [];
    });

  it('has the same lines at the same places', () => {
    const told = (lines: typeof hung) => lines.map(({ page, y, text }) => [page, y, text]);
    expect(told(hung)).toEqual(told(flush));
    expect(hung.length).toBeGreaterThan(120);
  });

  it.each([
    ['a hyphen', /[\u00ad-]$/, 1.2, 2.8],
    ['a comma', /,$/, 1.2, 2.8],
    ['a point', /\.$/, 1.2, 2.8],
    ['a quotation mark', /”$/, 1.5, 3.6],
  ])('ends beyond its edge with %s', (_, end, least, most) => {
    const own = pairs().filter(({ line }) => end.test(line.text) && line.size > 11);
    expect(own.length).toBeGreaterThan(1);
    for (const { line, by } of own) {
      expect([line.text, by > least]).toEqual([line.text, true]);
      expect([line.text, by < most]).toEqual([line.text, true]);
    }
  });

  it('ends at its edge with a letter', () => {
    const own = pairs().filter(({ line }) => /\p{L}$/u.test(line.text));
    expect(own.length).toBeGreaterThan(20);
    for (const { line, by } of own) expect([line.text, Math.abs(by) < 0.3]).toEqual([line.text, true]);
  });

  it('begins before its edge with a quotation mark', () => {
    const own = pairs().filter(({ line }) => line.text.startsWith('“') && line.size > 11);
    expect(own.length).toBeGreaterThan(1);
    for (const { line, other } of own) {
      expect([line.text, line.x - other.x > 1]).toEqual([line.text, true]);
    }
  });

  it('has notes that do so, too', () => {
    const own = pairs().filter(({ line }) => line.size < 10 && /[,.;\u00ad-]$/.test(line.text));
    expect(own.length).toBeGreaterThan(3);
    for (const { line, by } of own) expect([line.text, by > 0.6]).toEqual([line.text, true]);
  });
});

it('lines that the browser weighs as a whole are where they are without it', async () => {
  const words =
    'comfortable the remembered of understanding, in neighbours and considerably; to afternoon it representation a carpenters is predecessors that congratulations with distortions for'.split(
      ' ',
    );
  const paragraphs = Array.from({ length: 120 }, (_, i) =>
    Array.from({ length: 23 + (i % 31) }, (_, k) => words[(i * 5 + k * (1 + (i % 11))) % words.length]).join(
      ' ',
    ),
  );
  const chapter = `# One\n\n${paragraphs.join('.\n\n')}.`;
  const [both, none] = await Promise.all([
    linesOf('', chapter),
    linesOf('tokens: {hanging-punctuation: none}\n', chapter),
  ]);
  const told = (lines: typeof both) => lines.map(({ page, y, text }) => [page, y, text]);
  expect(told(both)).toEqual(told(none));
  expect(both.length).toBeGreaterThan(300);
}, 120_000);

it('text that is not justified has nothing that hangs', async () => {
  const [both, none] = await Promise.all([
    linesOf('theme: modern\n'),
    linesOf('theme: modern\ntokens: {hanging-punctuation: none}\n'),
  ]);
  expect(both).toEqual(none);
}, 120_000);

it('what a paragraph ends with is coloured no further than its words', async () => {
  const paragraphs = Array.from({ length: 12 }, (_, i) => `${text(i, 40 + i)} ==house==`);
  const bytes = await made(
    { 'a.md': `# One\n\n${paragraphs.join('\n\n')}`, 'own.css': 'mark { background: #ddd }' },
    'styles: [own.css]\n',
  );
  const tints = (await rulesOf(bytes)).flat().filter(({ width, height }) => width > 15 && height > 8);
  expect(tints.length).toBeGreaterThanOrEqual(12);
  for (const { width } of tints) expect(width).toBeLessThan(40);
}, 120_000);

it.each([
  [
    'runs from right to left',
    'שלום עולם, כל אחד ואחד מהם הולך לו לדרכו בלי לומר שלום לאיש. السلام عليكم ورحمة الله',
  ],
  ['stands in squares', '他说：“你好，河水。”然后他回家，煮一壶茶……“明天见”，他对自己说。'],
])(
  'text in which some %s has nothing that hangs',
  async (_, words) => {
    const chapter = `# One\n\n${Array.from({ length: 8 }, (_, i) => `${text(i, 9 + i)} ${words} ${text(i, 30)}`).join('\n\n')}`;
    const [both, none] = await Promise.all([
      linesOf('', chapter),
      linesOf('tokens: {hanging-punctuation: none}\n', chapter),
    ]);
    expect(both).toEqual(none);
    expect(both.length).toBeGreaterThan(30);
  },
  120_000,
);

it.each([
  [
    'tables',
    'td { text-align: justify }',
    `| a | b |\n|---|---|\n| ${text(0, 40)} | ${text(1, 40)} |\n| x | ${text(3, 20)} |`,
  ],
  [
    'columns that are as wide as what is in them',
    '.own { display: grid; grid-template-columns: auto auto }',
    `:::: {.own}\n${text(0, 70)}\n\n${text(1, 30)}\n::::`,
  ],
])(
  '%s whose text a book has justified are as wide as before',
  async (_, css, block) => {
    const chapter = `# One\n\n${text(1, 60)}\n\n${block}\n\n${text(2, 60)}`;
    const [both, none] = await Promise.all([
      linesOf('styles: [own.css]\n', chapter, css),
      linesOf('styles: [own.css]\ntokens: {hanging-punctuation: none}\n', chapter, css),
    ]);
    const told = (lines: typeof both) => lines.map(({ page, y, text }) => [page, y, text]);
    expect(told(both)).toEqual(told(none));
    expect(both.length).toBeGreaterThan(20);
  },
  120_000,
);

it('text whose words the browser itself may part has nothing that hangs', async () => {
  const css = 'p { hyphens: auto }';
  const [both, none] = await Promise.all([
    linesOf('styles: [own.css]\n', CHAPTER, css),
    linesOf('styles: [own.css]\ntokens: {hanging-punctuation: none}\n', CHAPTER, css),
  ]);
  expect(both).toEqual(none);
}, 120_000);
