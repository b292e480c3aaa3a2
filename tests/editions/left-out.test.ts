import { expect, it } from 'vitest';
import type { BuildRequest } from '../../src/request.js';
import { buildInMemory } from '../support/memory.js';

/*
 * A book whose text is for one edition alone: of the editions that are made of any book the others are left out, and who asks for one of
 * them by name is told that it would be empty.
 */
const BOOK = 'title: Sheets\nauthor: A\nlang: en\n';
const TEXT = '---\noutputs: [epub]\n---\n\n# One\n\nText.\n';

async function made(text: string, request: BuildRequest, book = BOOK) {
  const { messages, delivered } = await buildInMemory({ 'book.yaml': book, 'a.md': text }, request);
  return {
    said: messages.map(({ ruleId, severity }) => `${severity} ${ruleId}`),
    words: messages.map(({ reason }) => reason),
    files: [...delivered.keys()].filter((name) => /\.(?:pdf|epub)$/.test(name)),
  };
}

it('what nobody has asked for is left out where there is nothing for it', async () => {
  const { said, words, files } = await made(TEXT, { editions: undefined });
  expect(said).toEqual(['info edition-left-out']);
  expect(words).toEqual([
    'Nothing of the book is for the editions “print” and “screen”, and they are not made',
  ]);
  expect(files).toEqual(['out/sheets.epub']);
});

it.each([
  ['on the command line', { editions: ['epub', 'screen'] }, BOOK, TEXT],
  ['in the file of the book', { editions: undefined }, `${BOOK}editions: [epub, screen]\n`, TEXT],
  ['by nobody, but nothing remains', { editions: undefined }, BOOK, TEXT.replace('epub', 'teacher')],
] as const)('what is asked for %s is not', async (_, request, book, text) => {
  const { said, files } = await made(text, request, book);
  expect(said).toEqual(['error edition-has-text']);
  expect(files).toEqual([]);
});
