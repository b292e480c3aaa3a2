import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { testPress } from '../support/press.js';

/* A cover that its author wrote in words: pages of text like others, before all others. */

let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

async function pagesOf(files: Readonly<Record<string, string>>) {
  const alpha = '# Alpha\n\nText of alpha.\n';
  const book = { 'book.yaml': 'title: T\nauthor: A\nidentifier: urn:x:1\n', 'alpha.md': alpha, ...files };
  const { delivered, messages } = await buildInMemory(book, { editions: ['screen'] }, press);
  expect(messages).toEqual([]);
  const { pages, outline } = await inspectPdf([...delivered.values()][0] as Uint8Array);
  return { pages, outline };
}

it('stands within the margins of its page, with its heading', async () => {
  const { pages, outline } = await pagesOf({ 'cover.md': '# Cover story\n\nWords on the cover.\n' });
  const [first] = pages;
  expect(first).toMatchObject({ label: 'Cover', text: 'Cover story\nWords on the cover.' });
  for (const { x } of first?.lines ?? []) expect(x).toBeGreaterThan(30);
  expect(outline.map(({ title }) => title)).toEqual(['Alpha']);
});

it('is whole where it takes several pages, whatever its file is called', async () => {
  const many = Array.from({ length: 60 }, (_, i) => `Paragraph ${i + 1} of the cover.`);
  const { pages } = await pagesOf({ 'x.md': ['---\nrole: cover\n---', '# Much', ...many].join('\n\n') });
  expect(pages.slice(0, 3).map(({ label }) => label)).toEqual(['Cover', 'i', 'ii']);
  const text = pages.map((page) => page.text).join('\n');
  for (const one of many) expect(text).toContain(one);
});
