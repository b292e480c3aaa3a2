import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { testPress } from '../support/press.js';

/*
 * Numbers of lists and notes, with all of their figures: what stands beyond the edge of the text is cut off.
 */
let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

/** The lines of a chapter that begin so, each with how far from the edge of the text it begins, and where what is behind its number does. */
async function printed(text: string, settings: string, begin: RegExp, edition = 'print') {
  const files = { 'book.yaml': `title: T\nauthor: A\nlang: en-GB\n${settings}`, 'a.md': text };
  const made = await buildInMemory(files, { editions: [edition] }, press);
  expect(made.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  const { pages } = await inspectPdf(
    made.delivered.get(edition === 'screen' ? 'out/t.pdf' : `out/t-${edition}.pdf`) as Uint8Array,
  );
  // Pages on the left have another edge than those on the right.
  const edges = [0, 1].map((side) =>
    Math.min(
      ...pages.flatMap(({ lines }, page) =>
        page % 2 === side ? lines.filter((line) => line.text.startsWith('Word')).map(({ x }) => x) : [],
      ),
    ),
  );
  return pages.flatMap(({ lines, pieces }, page) =>
    lines
      .filter((line) => begin.test(line.text))
      .map((line) => {
        const edge = edges[page % 2] ?? Number.NaN;
        const behind = pieces.filter(
          ({ y, text }) => Math.abs(y - line.y) < 1 && /^(?:Item|Note|Own)/.test(text),
        );
        return { text: line.text, from: line.x - edge, item: Math.min(...behind.map(({ x }) => x)) - edge };
      }),
  );
}

function expectWhole(found: Awaited<ReturnType<typeof printed>>, texts: readonly string[]): void {
  expect(found.map(({ text }) => text)).toEqual(texts);
  for (const { from, text } of found) expect(from, text).toBeGreaterThan(-0.1);
  // What they count stands on one edge.
  expect(new Set(found.map(({ item }) => Math.round(item * 4))).size).toBe(1);
}

const WORDS = `${'Word. '.repeat(900)}\n\n`;
const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe('numbers of three and four figures are whole', () => {
  it.each([
    ['workbook', 'print'],
    ['classic', 'print'],
    ['modern', 'print'],
    ['classic', 'large-print'],
    ['workbook', 'screen'],
  ])('in lists (%s, %s)', async (theme, edition) => {
    for (const from of [95, 995]) {
      const all = numbers(from, from + 10).map((number) => `${number}. Item.`);
      const text = `# One\n\n${WORDS}${all.join('\n')}\n`;
      expectWhole(await printed(text, `theme: ${theme}\n`, /^\d+\. Item/, edition), all);
    }
  });

  const notes = (count: number): string =>
    numbers(1, count)
      .map((i) => `Word.^[Note ${i}.]`)
      .join(' ');

  it.each(['workbook', 'classic'])('in notes behind a chapter (%s)', async (theme) => {
    const found = await printed(
      `# One\n\n${WORDS}${notes(105)}\n`,
      `theme: ${theme}\nnotes: chapter\n`,
      /^\d+\. Note/,
    );
    expectWhole(
      found,
      numbers(1, 105).map((i) => `${i}. Note ${i}.`),
    );
  });

  it('in lists of HTML that count in letters, and in no list of two figures', async () => {
    const items = '<li>Item.</li>';
    const text = `# One\n\n${WORDS}<ol type="i" start="87">${items}${items}</ol>\n\n${numbers(1, 12)
      .map((i) => `${i}. Own.`)
      .join('\n')}\n`;
    const settings = 'theme: workbook\n';
    expectWhole(await printed(text, settings, /^lxx+vi+\. Item/), ['lxxxvii. Item.', 'lxxxviii. Item.']);
    const own = await printed(text, settings, /^\d+\. Own/);
    expect(own).toHaveLength(12);
    for (const { item } of own) expect(item).toBeCloseTo(1.6 * 10.5, 0);
  });
});
