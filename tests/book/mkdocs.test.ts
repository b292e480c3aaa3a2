import { expect, it } from 'vitest';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';

it('a site of MkDocs is a book: its sections are parts, and its pages stand in the order of the navigation', async () => {
  const { ok, messages, delivered } = await buildInMemory({
    'mkdocs.yml': `site_name: The Lamps
site_author: A. Brook
nav:
  - index.md
  - Evening:
      - Lamps: lamps.md
      - More:
          - deep/stairs.md
      - Web: https://example.org
  - z.md
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.emoji
plugins: !ENV [PLUGINS, search]
`,
    'docs/index.md': '# Home\n\nText, to [the stairs](deep/stairs.md).\n',
    'docs/lamps.md': '# Lamps\n\nText.\n',
    'docs/deep/stairs.md': '# Stairs\n\nText.\n',
    'docs/z.md': '# Last\n\nText.\n',
    'docs/not-listed.md': '# Not listed\n\nText.\n',
    'README.md': '# About it\n\nText.\n',
  });
  expect([ok, messages.map(String)]).toEqual([true, []]);
  const epub = await openEpub([...delivered.values()][0] as Uint8Array);
  expect([epub.meta('dc:title'), epub.meta('dc:creator')]).toEqual([['The Lamps'], ['A. Brook']]);
  expect(epub.nav.toc.map(({ title, children }) => [title, ...children.map((one) => one.title)])).toEqual([
    ['Home'],
    ['Evening', 'Lamps', 'Stairs'],
    ['Last'],
  ]);
  expect(epub.brokenLinks()).toEqual([]);
});

it.each(['site_name: !ENV [NAME, T]\nnav:\n', 'site_name:\n', 'site_name: 2024\nnav: []\n'])(
  'a site without a name or a navigation that is known is a folder of pages: %j',
  async (text) => {
    const { ok, messages } = await buildInMemory({
      'mkdocs.yml': text,
      'docs/index.md': '# Home\n\nText.\n',
    });
    expect([ok, messages.filter(({ severity }) => severity === 'error').map(String)]).toEqual([true, []]);
  },
);

it('what R Markdown and MDX make of Markdown is read as that', async () => {
  const { ok, messages, delivered } = await buildInMemory({
    'book.yaml': 'title: T\nauthor: A\n',
    'a.Rmd': '# One\n\nTo [two](b.mdx).\n',
    'b.mdx': '# Two\n\nText.\n',
  });
  expect([ok, messages.map(String)]).toEqual([true, []]);
  const epub = await openEpub([...delivered.values()][0] as Uint8Array);
  expect(epub.nav.toc.map(({ title }) => title)).toEqual(['One', 'Two']);
});
