import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { expect, it } from 'vitest';
import { lowerHeadings } from '../../src/typeset/lowered.js';

it('what headings of sections say can be lowered, and nothing of other headings', () => {
  const tree: Root = {
    type: 'root',
    children: [h('h1', 'A'), h('blockquote', [h('h2', { id: 'b' }, ['B ', h('em', 'c')])]), h('h3', 'D')],
  };
  lowerHeadings(tree);
  expect(toHtml(tree)).toBe(
    '<h1>A</h1><blockquote><h2 id="b"><span class="lowered">B <em>c</em></span></h2></blockquote><h3>D</h3>',
  );
});
