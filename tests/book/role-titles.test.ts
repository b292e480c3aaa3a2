import { expect, it } from 'vitest';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';

it('a page of a known kind without a title is called by the word for it, in the language of the book', async () => {
  const made = await buildInMemory(
    {
      'book.yaml': 'title: T\nauthor: A\nlang: de\n',
      'copy.md': '---\nrole: copyright-page\n---\nAlle Rechte.\n',
      'm.md': '# Eins\n\nText.\n',
      'x.md': '---\nrole: colophon\n---\nGesetzt.\n',
      'y.md': '---\nrole: glossary\ntitle: Wörter\n---\nWort\n: Was es heißt.\n',
      'z.md': '---\nrole: afterword\n---\nDanach.\n',
    },
    { editions: ['epub'] },
  );
  const epub = await openEpub(made.delivered.get('out/t.epub') as Uint8Array);
  const page = (text: string) =>
    [...epub.documents.values()].find((document) => document.one('body').text.includes(text));
  expect(page('Alle Rechte')?.one('section').attributes['aria-label']).toBe('Impressum');
  expect(page('Alle Rechte')?.one('title').text).toBe('Impressum');
  expect(page('Gesetzt.')?.one('h1').text).toBe('Kolophon');
  expect(page('Was es heißt')?.one('h1').text).toBe('Wörter');
  // Only its author knows what this one is called.
  expect(page('Danach')?.one('h1').text).toBe('Z');
  expect(epub.nav.toc.map(({ title }) => title)).toEqual(['Eins', 'Kolophon', 'Wörter', 'Z']);
});
