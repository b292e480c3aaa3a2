import type { Root } from 'hast';
import { addClass, hasClass } from '../tree/classes.js';
import { textOf } from '../tree/text-of.js';
import { visit } from '../tree/visit.js';

const SLANTED: ReadonlySet<string> = new Set(['em', 'i', 'cite', 'dfn']);

/** Scripts that have no slanted letters, and what they emphasize by instead: Hebrew by space between its letters, Arabic by weight. */
const INSTEAD: readonly (readonly [script: RegExp, className: string])[] = [
  [/\p{Script=Hebrew}/u, 'emphasis-spaced'],
  [/\p{Script=Arabic}/u, 'emphasis-bold'],
];

/** Marks what is emphasized in letters that are never slanted, so that a stylesheet sets it off in their own way (`styles/base/text.css`). */
export function markUpright(tree: Root): void {
  visit(tree, 'element', (element) => {
    if (!SLANTED.has(element.tagName) && !hasClass(element, 'term')) return;
    const words = textOf(element);
    const instead = INSTEAD.find(([script]) => script.test(words));
    if (instead) addClass(element, instead[1]);
  });
}
