import { expect, it } from 'vitest';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';

it.each([
  ['# Of lamps[^1]\n\nText.\n\n[^1]: Light.\n', 'Of lamps'],
  ['# Of *lamps*[^1] and oil\n\nText.\n\n[^1]: They give light.\n', 'Of lamps and oil'],
  ['# Of lamps^[They give *light*.]\n\nText.\n', 'Of lamps'],
  ['# Of lamps {#lamps .unnumbered lang="en"}\n\nText.\n', 'Of lamps'],
  ['# []{#_Toc123 .anchor}Of [lamps]{.underline}\n\nText.\n', 'Of lamps'],
  ['# Of [lamps]{not}\n\nText.\n', 'Of [lamps]{not}'],
  ['# Of lamps {-}\n\nText.\n', 'Of lamps'],
  ['# Of lamps in {year}\n\nText.\n', 'Of lamps in {year}'],
  ['# Of [lamps][l]\n\nText.\n\n[l]: https://example.org/\n', 'Of lamps'],
])(
  'a book that is called by its first heading is not called by the number of its note: %j',
  async (text, title) => {
    const { delivered } = await buildInMemory(
      { 'book.yaml': 'author: A\n', 'a.md': text },
      { editions: ['epub'] },
    );
    const [bytes] = [...delivered].filter(([name]) => name.endsWith('.epub')).map(([, one]) => one);
    expect((await openEpub(bytes as Uint8Array)).meta('dc:title')).toEqual([title]);
  },
);
