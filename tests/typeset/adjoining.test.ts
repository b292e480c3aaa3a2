import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { holdAdjoining } from '../../src/typeset/adjoining.js';

const held = (html: string): string => {
  const tree: Root = fromHtml(`<p>${html}</p>`, { fragment: true });
  holdAdjoining(tree);
  return unified().use(rehypeStringify).stringify(tree).slice(3, -4);
};
const whole = (html: string): string => `<span class="nowrap">${html}</span>`;
const M = '<math><mi>x</mi></math>';

describe('what adjoins a formula', () => {
  it.each([
    [`of ${M}, and`, `of ${whole(`${M},`)} and`],
    [`(${M}) is`, `${whole(`(${M})`)} is`],
    [`is “${M}”.`, `is ${whole(`“${M}”.`)}`],
    [`the ${M}th of`, `the ${whole(`${M}th`)} of`],
    [`an ${M}-dimensional`, `an ${whole(`${M}-`)}dimensional`],
    [`${M}, ${M}.`, `${whole(`${M},`)} ${whole(`${M}.`)}`],
    [`${M}${'.'.repeat(90)}`, `${whole(`${M}........`)}${'.'.repeat(82)}`],
    [`${M}—${M}`, `${whole(`${M}—`)}${M}`],
  ])('stays on its line: %s', (html, expected) => {
    expect(held(html)).toBe(expected);
  });

  it('and of a picture and a gap, and the number of a note', () => {
    expect(held('by <img src="a.svg">, or')).toBe(`by ${whole('<img src="a.svg">,')} or`);
    const gap = '<span class="fill-in"></span>';
    expect(held(`I am ${gap}.`)).toBe(`I am ${whole(`${gap}.`)}`);
    const call = '<sup><a href="#n" data-footnote-ref="">1</a></sup>';
    expect(held(`of ${M}${call} and`)).toBe(`of ${whole(`${M}${call}`)} and`);
  });

  it.each([
    `of ${M} and`,
    `of ${M}`,
    `${M}means`,
    `in ${M}の中では`,
    `<math display="block"><mi>x</mi></math>, and`,
    `<em>x</em>, and`,
    `${M}<sup>2</sup>`,
  ])('is nothing here: %s', (html) => {
    expect(held(html)).toBe(html);
  });

  it('and is nothing in code', () => {
    const tree: Root = fromHtml(`<pre><img src="a.svg">, and</pre>`, { fragment: true });
    holdAdjoining(tree);
    expect(unified().use(rehypeStringify).stringify(tree)).not.toContain('nowrap');
  });
});
