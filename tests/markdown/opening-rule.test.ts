import { describe, expect, it } from 'vitest';
import { understand } from '../support/chapter.js';

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
