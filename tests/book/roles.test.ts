import { expect, it } from 'vitest';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';

/*
 * What a file is in the book, by its front matter or its name: where that shows in what is made.
 */
it('a prologue is part of the story, counted by nobody, and says what it is', async () => {
  const { delivered, messages } = await buildInMemory({
    'book.yaml': 'title: T\nauthor: A\nnumber-chapters: true\n',
    '01-before.md': '---\nrole: prologue\n---\n\n# Before\n\nIt snowed.\n',
    '02-one.md': '# One\n\nIt rained.\n',
    '03-epilogue.md': '# After\n\nIt was dry.\n',
  });
  expect(messages).toEqual([]);
  const [bytes] = [...delivered].flatMap(([name, file]) => (name.endsWith('.epub') ? [file] : []));
  const epub = await openEpub(bytes as Uint8Array);
  const told = [...epub.documents].flatMap(([name, html]) => {
    const body = html.one('body');
    const { 'epub:type': type, role } = body.all('section')[0]?.attributes ?? {};
    const part = body.attributes['epub:type'];
    return part === 'bodymatter' ? [[name, part, type, role, body.text.trim()]] : [];
  });
  expect(told).toEqual([
    ['c-01-before.xhtml', 'bodymatter', 'prologue', 'doc-prologue', 'Before\nIt snowed.'],
    ['c-02-one.xhtml', 'bodymatter', 'chapter', 'doc-chapter', 'Chapter 1One\nIt rained.'],
    ['c-03-epilogue.xhtml', 'bodymatter', 'epilogue', 'doc-epilogue', 'After\nIt was dry.'],
  ]);
});
