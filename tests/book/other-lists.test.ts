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
