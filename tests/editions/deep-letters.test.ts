import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { testPress } from '../support/press.js';

/* Arabic letters reach far below their lines. What reaches over the foot of a page is cut off there, and stands at the head of the next one. */

let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

const LINE = 'وفي القديم مشى القاضي في حي الصيادين حتى التقى بعلي في بيت أبي يحيى.';
/** Marks below the letters that reach furthest down. */
const DEEP = 'يمشي على الأرض بِحُلِيٍّ وَرِيحٍ وَرُوحٍ فِي حَيِّهِ القَدِيمِ.';

async function pagesOf(files: Readonly<Record<string, string>>) {
  const { messages, delivered } = await buildInMemory(files, { editions: ['print'] }, press);
  expect(messages.filter(({ severity }) => severity === 'error').map(String)).toEqual([]);
  return (await inspectPdf([...delivered.values()].at(0) as Uint8Array)).pages;
}

const BOOK = 'title: Book\nidentifier: urn:x:1\nlang: ar\ntrim: a5\nchapter-start: any\n';

it.each([
  ['a note', `${LINE}[^1]\n\n[^1]: ${LINE}`],
  ['a note with vowels', `${LINE}[^1]\n\n[^1]: ${DEEP}`],
])('all of %s is on its page, and nothing of it at the head of the next', async (_, text) => {
  const pages = await pagesOf({
    'book.yaml': BOOK,
    'a.md': `# One\n\n${text}\n`,
    'b.md': '# Two\n\nThree\n',
  });
  const opening = pages.find(({ lines }) => lines.some((line) => line.text === 'Three'));
  expect(opening?.lines.map((line) => line.text)).toEqual(['Two', 'Three', '2']);
  // The folio stands in the margin as if that began right below the text.
  expect(opening?.lines.at(-1)?.y).toBeCloseTo(560.78, 1);
});
