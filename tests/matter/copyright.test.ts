import { describe, expect, it } from 'vitest';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';

/** The lines of the copyright page that nobody wrote. */
async function imprint(book: string, author = 'author: A B\n', title = 'T'): Promise<string[]> {
  const { delivered, messages } = await buildInMemory({
    'book.yaml': `title: ${JSON.stringify(title)}\n${author}identifier: urn:x:1\n${book}`,
    'a.md': '# One\n\nText.\n',
  });
  expect(messages).toEqual([]);
  const file = [...delivered.keys()].find((name) => name.endsWith('.epub')) ?? '';
  const epub = await openEpub(delivered.get(file) as Uint8Array);
  const page = epub.opf.spine.find((file) => file.endsWith('octavo-copyright-page.xhtml')) ?? '';
  return (
    epub.documents
      .get(page)
      ?.all('p')
      .map(({ text }) => text.replaceAll('\u00a0', ' ')) ?? []
  );
}

describe('the copyright page', () => {
  it('says who did what, in the words of the book, and the licence by its name and address', async () => {
    const book = `date: 2024-03-01
series: {name: Small Books, position: 3}
license: CC-BY-NC-SA-4.0
contributor: [{name: C D, role: trl}, {name: E F, role: Cover Designer}, {name: G H, role: mus}]
`;
    expect(await imprint(book)).toEqual([
      'T',
      'Small Books, 3',
      '© 2024 A B',
      'Licensed under CC BY-NC-SA 4.0 (https://creativecommons.org/licenses/by-nc-sa/4.0/).',
      'Translation: C D',
      'Cover: E F',
      'G H',
    ]);
    expect(await imprint(`lang: de\n${book}`)).toContain('Übersetzung: C D');
  });

  it.each([
    ['en', 'One day', 'One day: a year'],
    ['fr', 'One day', 'One day : a year'],
    ['de', 'What day?', 'What day? a year'],
    ['en', '*What* day…', 'What day… a year'],
  ])('has the title and what is below it as its language has them: %s, %s', async (lang, title, line) => {
    const keys = `lang: ${lang}\nsubtitle: a year\ncontributor: [{name: C D, role: trl}]\n`;
    const lines = await imprint(keys, `author: A B\n`, title);
    expect(lines[0]).toBe(line);
    expect(lines.some((one) => one.endsWith(lang === 'fr' ? ' : C D' : ': C D'))).toBe(true);
  });

  it('names editors in one line, and as whose book it is where it has no author', async () => {
    const keys = `date: 2024\ncontributor: [{name: P S, role: edt}, {name: C D, role: trl}, {name: L V, role: edt}]\n`;
    expect(await imprint(keys)).toEqual(['T', '© 2024 A B', 'Editing: P S and L V', 'Translation: C D']);
    const edited = ['T', '© 2024 P S and L V', 'Edited by P S and L V', 'Translation: C D'];
    expect(await imprint(keys, '')).toEqual(edited);
    expect(await imprint(`publisher: X\n${keys}`, '')).toContain('© 2024 X');
    expect(await imprint(`lang: ja\n${keys}`, '')).toContain('P S、L V 編');
  });

  it.each([
    '© 2024 A B. All rights reserved.',
    'Copyright 2024 A B',
    '(c) A B, 2024',
    'All text © 2024 A B.',
  ])('leaves the notice to who gives it himself: %s', async (rights) => {
    expect(await imprint(`date: 2024\nrights: ${rights}\n`)).toEqual(['T', rights]);
  });

  it.each(['All rights reserved.', 'Cover © C D', 'Copyrighted material'])(
    'has it above another sentence on rights: %s',
    async (rights) => {
      expect(await imprint(`date: 2024\nrights: ${rights}\n`)).toEqual(['T', '© 2024 A B', rights]);
    },
  );

  it('leaves another licence as it was given', async () => {
    expect(await imprint('license: MIT\n')).toContain('Licensed under MIT.');
  });
});
