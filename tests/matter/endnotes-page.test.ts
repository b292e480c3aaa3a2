import { afterAll, expect, it } from 'vitest';
import { thisWorld } from '../../src/world.js';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';

const press = thisWorld().press();
afterAll(() => press[Symbol.asyncDispose]());

it.each([
  ['# Sources', false],
  ['# Sources\n\nThanks to the archive.', true],
])(
  'a page of the author’s for the notes of the book holds them in print, and is left out where it would be empty: %j',
  async (text, stays) => {
    const { delivered, messages } = await buildInMemory(
      {
        'book.yaml': 'title: T\nauthor: A\nnotes: book\n',
        'a.md': '# One\n\nWords[^1] and [sources](b.md).\n\n[^1]: From a letter.\n',
        'b.md': `---\nrole: endnotes\n---\n${text}\n`,
        'c.md': '---\nrole: appendix\n---\n# Tables\n\nMore.\n',
      },
      { editions: ['print', 'epub', 'web'] },
      press,
    );
    expect(messages.map(String)).toEqual([]);
    const { pages } = await inspectPdf(delivered.get('out/t-print.pdf') as Uint8Array);
    expect(pages.find((page) => page.text.includes('From a letter'))?.text).toContain('Sources');
    const epub = await openEpub(delivered.get('out/t.epub') as Uint8Array);
    expect(epub.nav.toc.map(({ title }) => title)).toEqual(['One', ...(stays ? ['Sources'] : []), 'Tables']);
    expect(epub.opf.spine.some((file) => file.endsWith('b.xhtml'))).toBe(stays);
    const [one = ''] = epub.opf.spine.filter((file) => file.endsWith('a.xhtml'));
    expect(epub.textOf(one)).toContain('From a letter');
    expect(epub.textOf(one)).toContain('and sources.');
    expect([...delivered.keys()].some((path) => path.endsWith('web/b.html'))).toBe(stays);
  },
);
