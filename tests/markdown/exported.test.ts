import { describe, expect, it } from 'vitest';
import { understand } from '../support/chapter.js';

/*
 * What word processors and notebooks export with a text, and nobody wrote.
 */
describe('a heading that is bold from end to end', () => {
  it.each([
    ['# **One and two**', 'One and two'],
    ['# __One and two__ {#first}', 'One and two'],
    ['# **One *and* two**', 'One <em>and</em> two'],
  ])('has the type of its theme: %j', (typed, shown) => {
    const book = understand({ 'a.md': `${typed}\n\nText.\n` });
    expect(book.said()).toEqual([]);
    const { html } = book.dress('paged', 'a.md');
    expect(html).toMatch(new RegExp(`<h1[^>]*>${shown}</h1>`));
  });

  it.each(['# **One** and two', '# One', '# *One*'])('else it stays as it is: %j', (typed) => {
    const { html } = understand({ 'a.md': `${typed}\n\nText.\n` }).dress('paged', 'a.md');
    expect(/<strong>/.test(html)).toBe(typed.includes('**'));
    expect(/<em>/.test(html)).toBe(typed === '# *One*');
  });
});

it('colours of a terminal are no part of what a program has printed', () => {
  const book = understand({
    'a.md': '# One\n\n```\n\u001b[0;31mValueError\u001b[0m: \u001b[1m[0m]\u001b[22m\n```\n',
  });
  expect(book.said()).toEqual([]);
  expect(book.dress('paged', 'a.md').html).toContain('ValueError: [0m]');
});
