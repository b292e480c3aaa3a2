import { describe, expect, it } from 'vitest';
import { understand } from '../support/chapter.js';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';

/*
 * A file that begins with a rule has no front matter, though it looks as if it had.
 */
describe('a rule at the beginning of a file', () => {
  it.each([
    '---\n\n# Well done!\n\nText here.\n\n---\n',
    '\ufeff---\r\n\r\n# Well done!\r\n\r\nText here.\r\n\r\n---\r\n\r\nMore.\r\n',
    '---\n\n# Well done!\n\n---\n\nText here.\n',
  ])('is a rule above the title, and what follows is text: %j', (text) => {
    const book = understand({ 'a.md': text });
    expect(book.said()).toEqual([]);
    const { html } = book.dress('reflowable', 'a.md');
    expect(html.match(/<hr/g)).toHaveLength(2);
    expect(html).toContain('Well done!</h1>');
    expect(html).toContain('<p>Text here.</p>');
  });

  it.each([
    '---\n\nid: given\n---\n\n# One\n',
    '---\nid: given\n---\n\n# One\n',
    '---\nid:\n  given\n---\n\n# One\n',
  ])('is none above keys: %j', (text) => {
    const book = understand({ 'a.md': text });
    expect(book.said()).toEqual([]);
    expect(book.dress('reflowable', 'a.md').html).not.toContain('<hr');
  });

  it('is none where front matter is above it, whatever rules part its text', () => {
    const book = understand({ 'a.md': '---\nid: given\n---\n\n# One\n\nText.\n\n---\n\nMore.\n\n---\n' });
    expect(book.said()).toEqual([]);
    const { html } = book.dress('reflowable', 'a.md');
    expect(html.match(/<hr/g)).toHaveLength(2);
    expect(html).not.toContain('id: given');
  });
});

/*
 * YAML ends a document with three dots, and Pandoc takes them.
 */
describe('front matter that ends with three dots', () => {
  const DOTTED = '---\ntitle: Rules\nid: given\n...\n';

  it.each([
    `${DOTTED}\n# One\n\nText.\n\n---\n\nMore.\n`,
    `${DOTTED}\n# One\n\nText.\n\n---\n\nMore.\n`.replaceAll('\n', '\r\n'),
  ])('is none of the text, and a rule further down ends nothing: %j', (text) => {
    const book = understand({ 'a.md': text });
    expect(book.said()).toEqual([]);
    const { html } = book.dress('reflowable', 'a.md');
    expect(html.match(/<hr/g)).toHaveLength(1);
    expect(html).toContain('<p>Text.</p>');
    expect(html).not.toContain('id: given');
  });

  it.each([
    '---\nid: given\n---\n\n# One\n\nText.\n\n...\n',
    '---\nid: given\nsubtitle: |\n  so\n  ...\n---\n\n# One\n\nText.\n\n...\n',
  ])('does not end there if dashes ended it before: %j', (text) => {
    const book = understand({ 'a.md': text });
    const { html } = book.dress('reflowable', 'a.md');
    expect(html).toContain('<p>Text.</p>');
    expect(html).not.toContain('id: given');
  });

  it('names the book, and is no part of what is included', async () => {
    const { delivered, messages } = await buildInMemory({
      '01.md': `${DOTTED}\n# One\n\n::include{file="_b.md"}\n\n---\n\nMore.\n`,
      '_b.md': '---\nid: other\n...\n\nWords.\n',
    });
    expect(messages.map(String)).toEqual([]);
    const { bytes } = await openEpub(delivered.get('out/rules.epub') as Uint8Array);
    const text = [...bytes].map(([, file]) => new TextDecoder().decode(file)).join('');
    expect(text).toContain('<p>Words.</p>');
    expect(text).not.toContain('id: other');
  });
});

describe('what is included', () => {
  it.each([
    ['---\n\n# Well done!\n\nWords.\n\n---\n', 'Well done!</h1>'],
    ['---\nid: other\nsubtitle: so\n... \n\nWords.\n\n---\n', '<p>Words.</p>\n<hr'],
    ['--- \r\nid: other\r\n---\r\n\r\nWords.\r\n', '<p>Words.</p>'],
  ])('is without its front matter, and whole where it has none: %j', async (text, shown) => {
    const { delivered } = await buildInMemory({
      '01.md': '# One\n\n::include{file="_b.md"}\n',
      '_b.md': text,
    });
    const { bytes } = await openEpub(
      [...delivered].find(([name]) => name.endsWith('.epub'))?.[1] as Uint8Array,
    );
    const html = [...bytes].map(([, file]) => new TextDecoder().decode(file)).join('');
    expect(html).toContain(shown);
    expect(html).not.toContain('id: other');
  });
});
