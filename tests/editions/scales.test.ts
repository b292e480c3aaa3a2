import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { type Rule, rulesOf } from '../support/pdf-rules.js';
import { testPress } from '../support/press.js';

/*
 * Scales on pages of all sizes: circles that are alike, evenly apart, and none beyond the edge of the text.
 */
let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

/** In points, and a little more: what is drawn begins on a pixel. */
const PIXEL = 0.8;

/** The rows of circles on the page that says this, and the left and right edge of its text. */
async function printed(scale: string, settings: string, edition = 'print') {
  const text = `# One\n\n${'The measure of a line. '.repeat(9)}\n\n${scale}\n`;
  const files = { 'book.yaml': `title: T\nauthor: A\nlang: en-GB\n${settings}`, 'a.md': text };
  const made = await buildInMemory(files, { editions: [edition] }, press);
  expect(made.messages.map(String)).toEqual([]);
  const bytes = made.delivered.get(`out/t-${edition}.pdf`) as Uint8Array;
  const { pages } = await inspectPdf(bytes);
  const index = pages.findIndex((page) => page.text.includes('How bad'));
  const round = ((await rulesOf(bytes))[index] ?? []).filter(
    ({ width, height }) => width > 12 && Math.abs(width - height) < 0.1,
  );
  const rows: Rule[][] = [];
  for (const circle of round) {
    const row = rows.find(([first]) => Math.abs((first?.top ?? 0) - circle.top) < 1);
    if (row) row.push(circle);
    else rows.push([circle]);
  }
  const measure = (pages[index]?.lines ?? []).filter(({ text }) => /measure|of a line/.test(text));
  const left = Math.min(...measure.map(({ x }) => x));
  const right = Math.max(...measure.map(({ x, width }) => x + width));
  return { rows, left, right, text: pages[index]?.lines.map(({ text }) => text) ?? [] };
}

it.each([
  ['from=0 to=10 low=calm high=bad', 'theme: workbook\ntrim: 5.5x8.5\n', 'print', [11]],
  ['from=0 to=10 low=calm high=unbearable', 'theme: workbook\ntrim: 5x8\n', 'print', [11]],
  ['from=0 to=10 low=calm high=bad', 'theme: classic\ntrim: 4.25x7\n', 'print', [6, 5]],
  ['from=0 to=20', 'theme: classic\ntrim: 4.25x7\n', 'print', [7, 7, 7]],
  ['from=0 to=10 low=calm high=bad', 'theme: workbook\ntrim: 7x10\n', 'large-print', [6, 5]],
  ['from=1 to=5 low=calm high=bad', 'theme: classic\ntrim: 4.25x7\n', 'print', [5]],
  ['from=0 to=10 low=calm high=bad', 'theme: classic\ntrim: 7x10\n', 'print', [11]],
])('a scale fits its page: %s, %j, %s', async (attributes, settings, edition, wanted) => {
  const { rows, left, right, text } = await printed(`::scale[How bad]{${attributes}}`, settings, edition);
  expect(rows.map(({ length }) => length)).toEqual(wanted);
  const all = rows.flat();
  for (const { width, height } of all) {
    expect(Math.abs(width - (all[0]?.width ?? 0))).toBeLessThan(0.1);
    expect(Math.abs(height - (all[0]?.height ?? 0))).toBeLessThan(0.1);
  }
  const gaps = rows.flatMap((row) =>
    row.slice(1).map(({ left, width }, i) => left - (row[i]?.left ?? 0) - width),
  );
  expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(PIXEL);
  expect(Math.min(...gaps)).toBeGreaterThan(1);
  // Lines are ragged, but for the theme classic, and one is nearly full.
  expect(Math.min(...all.map((one) => one.left))).toBeGreaterThan(left - 1);
  expect(Math.max(...all.map((one) => one.left + one.width))).toBeLessThan(right + 20);
  for (const word of attributes.match(/(?<=low=|high=)\w+/g) ?? []) expect(text.join(' ')).toContain(word);
});

it('a scale in a column or on a card is no wider than that', async () => {
  const scale = '::scale[How bad]{from=1 to=10}';
  const settings = 'theme: workbook\ntrim: 5x8\n';
  const columns = `::::columns\n:::column\n${scale}\n:::\n:::column\nBeside.\n:::\n::::`;
  const { rows, left, right } = await printed(columns, settings);
  expect(rows.map(({ length }) => length)).toEqual([5, 5]);
  expect(Math.max(...rows.flat().map((one) => one.left + one.width))).toBeLessThan((left + right) / 2 + 5);
  const cards = `::::cards{across=2}\n:::card\n${scale}\n:::\n:::card\nBeside.\n:::\n::::`;
  expect((await printed(cards, settings)).rows.map(({ length }) => length)).toEqual([3, 3, 3, 1]);
});

it('circles and boxes right below a heading of a handout stand apart from its words', async () => {
  const text = '# H\n\n## Mood\n\n::scale[]{from=1 to=5}\n\n## Room\n\n::box{height=20mm}\n';
  const { delivered } = await buildInMemory(
    { 'book.yaml': 'title: T\nauthor: A\nlang: en-GB\nhandout-paper: [a4]\n', 'handouts/h.md': text },
    { editions: ['handouts'] },
    press,
  );
  const bytes = delivered.get('out/handouts/h-a4.pdf') as Uint8Array;
  const [page] = (await inspectPdf(bytes)).pages;
  const rules = (await rulesOf(bytes))[0] ?? [];
  for (const [heading, least, isField] of [
    ['Mood', 11, ({ width, height }: Rule) => width > 12 && Math.abs(width - height) < 0.1],
    ['Room', 8, ({ height }: Rule) => height > 50],
  ] as const) {
    const line = page?.lines.find(({ text }) => text === heading);
    const [field] = rules.filter(isField);
    expect((field?.top ?? 0) - (line?.y ?? 0)).toBeGreaterThan(least);
  }
});
