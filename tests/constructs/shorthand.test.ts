import { expect, it } from 'vitest';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';

/** A paragraph as it stands in the EPUB. */
async function set(text: string): Promise<string | undefined> {
  const { delivered } = await buildInMemory({ 'book.yaml': 'title: T\n', 'a.md': `# One\n\n${text}\n` });
  const epub = await openEpub(delivered.get('out/t.epub') as Uint8Array);
  const pages = [...epub.bytes].filter(([name]) => name.endsWith('.xhtml'));
  const whole = pages.map(([, page]) => new TextDecoder().decode(page)).join('');
  return /<p\b[^>]*>(So .*?)<\/p>/s.exec(whole)?.[1];
}

it.each([
  ['So `null`^1^ is.', 'So <code>null</code><sup>1</sup> is.'],
  ['So `log`~2~ is.', 'So <code>log</code><sub>2</sub> is.'],
  ['So `a` ~gone~ is.', 'So <code>a</code> <del>gone</del> is.'],
  ['So `a^2^` is.', 'So <code>a^2^</code> is.'],
])('what stands behind code is raised and lowered as behind a word: %s', async (text, html) => {
  expect(await set(text)).toBe(html);
});
