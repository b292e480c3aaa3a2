import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { holdIndexPoints } from '../../src/typeset/index-points.js';

const held = (html: string): string => {
  const tree: Root = fromHtml(html, { fragment: true });
  holdIndexPoints(tree);
  return unified().use(rehypeStringify).stringify(tree);
};

it.each([
  [
    'the word behind it',
    '<p>One <span id="x"></span>two three.</p>',
    '<p>One <span id="x">two</span> three.</p>',
  ],
  [
    'the word behind the next space',
    '<p>One <span id="x"></span> two</p>',
    '<p>One  <span id="x">two</span></p>',
  ],
  [
    'a word that is slanted',
    '<p>One <span id="x"></span><em>two three</em></p>',
    '<p>One <em><span id="x">two</span> three</em></p>',
  ],
  [
    'one word with another',
    '<p>One <span id="x"></span><span id="y"></span>two</p>',
    '<p>One <span id="x"><span id="y">two</span></span></p>',
  ],
  [
    'the word of a new line',
    '<p>One<br><span id="x"></span>two</p>',
    '<p>One<br><span id="x">two</span></p>',
  ],
  [
    'a formula',
    '<p>One <span id="x"></span><math><mi>a</mi></math></p>',
    '<p>One <span id="x"><math><mi>a</mi></math></span></p>',
  ],
  [
    'the word behind one behind the number of a note',
    '<p>One<sup><a>1</a></sup> <span id="x"></span>two</p>',
    '<p>One<sup><a>1</a></sup> <span id="x">two</span></p>',
  ],
])('a place that shows nothing holds %s', (_, html, wanted) => {
  expect(held(html)).toBe(wanted);
});

it.each([
  ['right behind a word', '<p>One<span id="x"></span> two</p>'],
  ['behind the number of a note', '<p>One<sup><a>1</a></sup><span id="x"></span> two</p>'],
  ['behind a word that is slanted', '<p><em>One</em><span id="x"></span> two</p>'],
  ['at the beginning of a paragraph', '<p>One</p><p><span id="x"></span>Two</p>'],
  ['at its end', '<p>One <span id="x"></span></p><p>two</p>'],
  ['before a list', '<ul><li>One <span id="x"></span><ul><li>two</li></ul></li></ul>'],
  ['or shows something', '<p>One <span id="x" class="y"></span>two</p>'],
])('and stays as it is %s', (_, html) => {
  expect(held(html)).toBe(html);
});
