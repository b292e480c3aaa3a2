import { expect, it } from 'vitest';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';

const chapter = (title: string) => `# ${title}\n\nText.\n`;

it.each(['', 'manuscript/'])(
  'a book of Leanpub has the files of its list, in their order: %j',
  async (base) => {
    const { ok, messages, delivered } = await buildInMemory({
      [`${base}Book.txt`]:
        'frontmatter:\nbefore.md\nmainmatter:\r\nz.md\n# not-yet.md\na.txt\n\nbackmatter:\nlast.md\n',
      [`${base}before.md`]: chapter('Before'),
      [`${base}z.md`]: chapter('One'),
      [`${base}a.txt`]: chapter('Two'),
      [`${base}last.md`]: chapter('Last'),
      [`${base}not-yet.md`]: chapter('Not yet'),
    });
    expect([ok, messages.map(({ ruleId }) => ruleId)]).toEqual([true, []]);
    const epub = await openEpub([...delivered.values()][0] as Uint8Array);
    expect(epub.nav.toc.map(({ title }) => title)).toEqual(['Before', 'One', 'Two', 'Last']);
    expect(epub.nav.landmarks.find(({ type }) => type === 'bodymatter')?.title).toBeDefined();
  },
);

it('a file of the list that is not there is told at its line', async () => {
  const { messages } = await buildInMemory({ 'Book.txt': 'a.md\n  gone.md\n', 'a.md': chapter('One') });
  expect(messages.map(({ ruleId, line, column, file }) => `${file} ${line}:${column} ${ruleId}`)).toEqual([
    'book/Book.txt 2:3 file-exists',
  ]);
});

it('another Book.txt is no list', async () => {
  const { ok, delivered } = await buildInMemory({
    'Book.txt': 'Some remarks.\nRemember to mend chapter1.md\n',
    'a.md': chapter('One'),
  });
  expect([ok, delivered.size > 0]).toEqual([true, true]);
});
