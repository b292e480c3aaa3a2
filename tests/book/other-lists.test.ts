import { expect, it } from 'vitest';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';

const chapter = (title: string) => `# ${title}\n\nText.\n`;

async function made(
  files: Record<string, string>,
): Promise<{ told: string[]; titles: string[]; of: unknown }> {
  const { messages, delivered } = await buildInMemory(files);
  const bytes = [...delivered].find(([path]) => path.endsWith('.epub'))?.[1];
  const epub = bytes && (await openEpub(bytes as Uint8Array));
  return {
    told: messages.map(({ ruleId }) => String(ruleId)),
    titles: epub?.nav.toc.map(({ title }) => title) ?? [],
    of: epub?.meta('dc:title')[0],
  };
}

it('files with spaces in their names are chapters of a summary, as GitBook has them', async () => {
  const { told, titles } = await made({
    'SUMMARY.md':
      '# Summary\n\n* [Sea](the sea/02 a calm.md)\n* [Start](the sea/README.md)\n  * [Lamps](lamps.md) and [Stairs](01 stairs (old).md)\n* [Lamp]( the lamp.md )\n',
    'the sea/02 a calm.md': chapter('A calm'),
    'the sea/README.md': chapter('The sea'),
    'lamps.md': chapter('Lamps'),
    '01 stairs (old).md': chapter('Stairs'),
    'the lamp.md': chapter('The lamp'),
  });
  expect([told, titles]).toEqual([[], ['A calm', 'The sea', 'Lamps', 'Stairs', 'The lamp']]);
});

it.each([
  ['HonKit', { 'SUMMARY.md': '* [Z](z.md)\n* [A](a.md)\n' }],
  ['Leanpub', { 'Book.txt': 'z.md\na.md\n' }],
  ['Quarto', { '_quarto.yml': 'book:\n  title: There\n  chapters: [z.md, a.md]\n' }],
])('a book.yaml that names no chapters leaves them in the order of another tool: %s', async (_, list) => {
  const texts = { 'a.md': chapter('A'), 'z.md': chapter('Z'), 'not-yet.md': chapter('Not yet') };
  const { told, titles } = await made({ ...list, ...texts, 'book.yaml': 'title: Here\n' });
  expect([told, titles]).toEqual([[], ['Z', 'A']]);
});

it('what book.yaml says itself outweighs what another tool says, and its own chapters are the only ones', async () => {
  const other = { '_quarto.yml': 'book:\n  title: There\n  author: Ada Brook\n  chapters: [z.md, a.md]\n' };
  const texts = { 'a.md': chapter('A'), 'z.md': chapter('Z') };
  const both = await made({ ...other, ...texts, 'book.yaml': 'title: Here\n' });
  expect([both.of, both.titles]).toEqual(['Here', ['Z', 'A']]);
  const own = await made({ ...other, ...texts, 'book.yaml': 'title: Here\ncontents: [a.md, z.md]\n' });
  expect([own.told, own.titles]).toEqual([[], ['A', 'Z']]);
});

it('what is wrong with the list of another tool is nothing to a book that has a book.yaml', async () => {
  const texts = { 'a.md': chapter('A'), 'z.md': chapter('Z') };
  const other = { '_quarto.yml': 'book:\n  title: [\n' };
  const both = await made({ ...texts, ...other, 'book.yaml': 'title: Here\n' });
  expect([both.told, both.titles]).toEqual([[], ['A', 'Z']]);
  expect((await made({ ...texts, ...other })).told).not.toEqual([]);
});
