import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { elementsIn } from '../tree/elements-in.js';

/** What holds any number of elements in a row; the others have a place for each. */
const ROWS: ReadonlySet<string> = new Set(['math', 'mrow', 'mstyle', 'mpadded', 'mphantom', 'msqrt', 'mtd']);
const LETTERS = /^[\p{L}\p{M}]+$/u;
const LETTER = /^[\p{L}\p{M}]$/u;

/**
 * Makes one word of letters that stand side by side. Temml knows words of Latin and Greek letters, as in `\mathrm{kg}`; of other scripts
 * each letter would be a text for itself, and be heard so.
 */
export function joinLetters(node: Element): void {
  if (!ROWS.has(node.tagName)) return;
  const children: Element[] = [];
  for (const child of elementsIn(node)) {
    const before = children.at(-1);
    if (before && isPlain(before, LETTERS) && isPlain(child, LETTER)) {
      const value = textOf(before) + textOf(child);
      children.splice(-1, 1, { ...before, children: [{ type: 'text', value }] });
    } else children.push(child);
  }
  node.children = children;
}

function isPlain(node: Element, text: RegExp): boolean {
  const { tagName, properties } = node;
  return tagName === 'mtext' && !Object.keys(properties).length && text.test(textOf(node));
}
