import { expect, it } from 'vitest';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';

it('a book of bookdown begins with its index.Rmd, whose front matter speaks of the book', async () => {
  const { ok, messages, delivered } = await buildInMemory({
    'index.Rmd':
      '---\ntitle: The Lamps\nauthor: A. Brook\ndate: 2024-05-06\nsite: bookdown::bookdown_site\ndocumentclass: book\n---\n\n# Preface {-}\n\nText.\n',
    '01-oil.Rmd': '---\nauthor: Ben\n---\n\n# Oil\n\nText.\n',
    '02-gas.Rmd': '# Gas\n\nText.\n',
  });
  expect([ok, messages.map(String)]).toEqual([true, []]);
  const epub = await openEpub([...delivered.values()][0] as Uint8Array);
  expect(['dc:title', 'dc:creator', 'dc:date'].map((name) => epub.meta(name).join())).toEqual([
    'The Lamps',
    'A. Brook',
    '2024-05-06T00:00:00Z',
  ]);
  expect(epub.nav.toc.map(({ title }) => title)).toEqual(['Preface', 'Oil · Ben', 'Gas']);
});
