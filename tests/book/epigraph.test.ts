import { expect, it } from 'vitest';
import { understand } from '../support/chapter.js';

const page = (text: string, role = 'epigraph') =>
  understand({ 'words.md': `---\nrole: ${role}\n---\n${text}` }).dress().html;

it.each([
  ['in paragraphs', 'The sea is never late.\n\n-- Anon., *Sayings*[^1]\n\n[^1]: So it is said.\n'],
  ['behind a quotation', '> The sea is never late.\n\n— Anon., *Sayings*\n'],
  ['in a quotation', '> The sea is never late.\n>\n> -- Anon., *Sayings*\n'],
])('a page that is an epigraph says whose it is, %s', (_, text) => {
  expect(page(text)).toMatch(/<p class="attribution">—\u2009Anon\., <em>Sayings<\/em>/);
});

it.each(['— Who is there?\n\n— Nobody.', '-- Nobody is late.'])('it may be what is said: %j', (text) => {
  expect(page(text)).not.toContain('attribution');
});

it('other pages, and an epigraph without a dash, have no such line', () => {
  expect(page('The sea is never late.\n\nAnon.\n')).not.toContain('attribution');
  expect(page('# Sea\n\nIt is late.\n\n-- Anon.\n', 'chapter')).not.toContain('attribution');
});
