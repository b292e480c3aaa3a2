import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { testPress } from '../support/press.js';

/* In a book whose text is of another size all else is, too. */

let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

const TEXT = 'The lamp was lit early because evening came down the stairs. '.repeat(60);

it.each([
  ['classic', 9],
  ['classic', 20],
  ['modern', 8],
  ['workbook', 18],
])('in %s with text of %d points', async (theme, size) => {
  const { messages, delivered } = await buildInMemory(
    {
      'book.yaml': `title: Sizes\nidentifier: urn:x:1\nlang: en-GB\nchapter-start: any\ntheme: ${theme}\ntokens: {text-size: ${size}pt, leading: ${size * 1.5}pt}\n`,
      'a.md': `# Chapter\n\nCalled.[^1] ${TEXT}\n\n## Section\n\nText.\n\n### Below\n\n| Cell |\n|--|\n| Figure |\n\n[^1]: Noted.\n`,
      'b.md': '# Other\n\nText.\n',
    },
    { editions: ['print'] },
    press,
  );
  expect(messages.filter(({ severity }) => severity === 'error').map(String)).toEqual([]);
  const { pages } = await inspectPdf([...delivered.values()][0] as Uint8Array);
  const lines = pages.slice(pages.findIndex(({ label }) => label === '1')).flatMap(({ lines }) => lines);
  const of = (words: RegExp): number => lines.find(({ text }) => words.test(text))?.size ?? Number.NaN;
  const text = of(/^The lamp|lamp was/);
  expect(text).toBeCloseTo(size, 0);
  expect(of(/^Chapter$/)).toBeGreaterThan(of(/^Section$/));
  expect(of(/^Section$/)).toBeGreaterThan(text * 1.2);
  expect(of(/^Below$/)).toBeGreaterThan(text);
  for (const small of [/Noted/, /^Figure$/, /^Sizes$/]) expect(of(small), String(small)).toBeLessThan(text);
  for (const small of [/Noted/, /^Figure$/]) expect(of(small), String(small)).toBeGreaterThan(text * 0.75);
});
