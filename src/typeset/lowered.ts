import type { Root } from 'hast';
import { h } from 'hastscript';
import { visit } from '../tree/visit.js';

/**
 * Puts what a heading of a section says into an element of its own, by which it is lowered within its line. It is nearer to its text
 * than to what was before then, and takes whole lines all the same. A heading that is moved itself, by `position`, would be a layer of its
 * own, and Chromium goes through all layers of a book for each of its pages.
 */
export function lowerHeadings(tree: Root): void {
  visit(tree, { tagName: 'h2' }, (heading) => {
    if (heading.type === 'element')
      heading.children = [h('span', { className: ['lowered'] }, heading.children)];
  });
}
