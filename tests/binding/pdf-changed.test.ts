import { afterAll, expect, it } from 'vitest';
import { firstChanged, marksOf } from '../../src/binding/pdf-changed.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { testPress } from '../support/press.js';

const press = testPress();
afterAll(() => press[Symbol.asyncDispose]());

/** The PDF of a book with a chapter that says something, and one before and behind it. */
async function printed(second: string, extra: Record<string, string> = {}) {
  const { delivered, messages } = await buildInMemory(
    {
      'book.yaml': 'title: T\nlang: en\nauthor: A\n',
      '1.md': '# One\n\nWords.\n',
      '2.md': `# Two\n\n${second}\n`,
      '3.md': '# Three\n\nBeside a box.\n\n![A box](a.svg)\n',
      'a.svg': box('red'),
      ...extra,
    },
    { editions: ['screen'] },
    press,
  );
  const bytes = delivered.get('out/t.pdf');
  if (!bytes) throw new Error(String(messages));
  return bytes;
}
const box = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><rect width="90" height="90" fill="${colour}"/></svg>`;
const pageOf = async (bytes: Uint8Array, text: string): Promise<number> =>
  (await inspectPdf(bytes)).pages.findIndex((page) => page.text.includes(text));

it('is the page of the words that were changed, and none of the contents, which change with their numbers', async () => {
  const before = await printed('Words.');
  const now = await printed(`${'Many more words. '.repeat(400)}\n\nThe end.`);
  const page = firstChanged(await marksOf(before), await marksOf(now));
  expect(page).toBe(await pageOf(now, 'Many more words.'));
  expect(await pageOf(now, 'Contents')).toBeLessThan(page ?? -1);
});

it('is the page of a picture that is another', async () => {
  const now = await printed('Words.', { 'a.svg': box('blue') });
  expect(firstChanged(await marksOf(await printed('Words.')), await marksOf(now))).toBe(
    await pageOf(now, 'Beside a box'),
  );
});

it('is the last page where others behind it are gone', () => {
  const [before, now] = [
    ['a', 'b', 'c'],
    ['a', 'b'],
  ].map((marks) => ({ marks, text: 0 }));
  expect(firstChanged(before ?? { marks: [], text: 0 }, now ?? { marks: [], text: 0 })).toBe(1);
});

it('is none where nothing is another', async () => {
  const marks = await marksOf(await printed('Words.'));
  expect(firstChanged(marks, await marksOf(await printed('Words.')))).toBeUndefined();
  expect(new Set(marks.marks).size).toBeGreaterThan(4);
});
