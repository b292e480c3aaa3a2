import { expect, test } from 'vitest';
import { openEpub } from '../support/epub.js';
import { buildInMemory, checkInMemory } from '../support/memory.js';

async function saidOf(files: Readonly<Record<string, string>>) {
  const { messages } = await checkInMemory({ 'one.md': '# One\n\nText.\n', ...files });
  return messages.map(({ file, ruleId, reason }) => `${file} ${ruleId}: ${reason}`);
}

test('documents of other programs that lie among the chapters are told once', async () => {
  expect(await saidOf({ 'Two.docx': 'PK' })).toEqual([
    'book/Two.docx file-is-markdown: Two.docx is no Markdown, so it is not in the book',
  ]);
  expect(await saidOf({ 'b/three.rst': 'x', 'a.odt': 'PK', 'c.tex': 'x' })).toEqual([
    'book/a.odt file-is-markdown: a.odt and 2 more that are no Markdown are not in the book',
  ]);
  // What a chapter was made of, what is set aside, and what is listed by its author.
  expect(await saidOf({ 'One.docx': 'PK', '_old.odt': 'PK', '~$ne.docx': 'PK', 'notes.txt': 'x' })).toEqual(
    [],
  );
  expect(await saidOf({ 'Two.docx': 'PK', 'book.yaml': 'contents: [one.md]\n' })).toEqual([]);
  // What is about the project is no chapter in Markdown either.
  expect(await saidOf({ 'README.rst': 'x', 'LICENSE.rtf': 'x' })).toEqual([]);
});

test('the page of a folder of pictures is no chapter, nor is a drawing, and a date is the title of its day', async () => {
  const { delivered } = await buildInMemory({
    'book.yaml': 'title: T\n',
    'one.md': '# One\n\nText.\n',
    'images/README.md': '# Pictures\n\nAll mine.\n',
    'resources/README.md': '# Resources\n\nText.\n',
    'resources/books.md': '# Books\n\nText.\n',
    'part/README.md': '# Part\n\nText.\n',
    'Map.excalidraw.md': '# Drawing\n\nN4KAkARALgng.\n',
    'Daily/2024-02-12.md': 'Rain.\n',
    'Daily/03 Snow.md': 'Snow.\n',
  });
  const epub = await openEpub(delivered.get('out/t.epub') as Uint8Array);
  const titles = epub.opf.spine.flatMap((file) =>
    (epub.documents.get(file)?.all('h1') ?? []).map(({ text }) => text),
  );
  expect(titles.filter((title) => !/Colophon|Contents|^T$/.test(title))).toEqual([
    'Snow',
    '2024-02-12',
    'One',
    'Part',
    'Resources',
    'Books',
  ]);
});
