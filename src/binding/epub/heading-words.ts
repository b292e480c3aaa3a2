import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { UNSPACED } from '../../language/scripts.js';
import { classesOf } from '../../tree/classes.js';

/** A word of so many letters may be wider than a phone in the type of a title. */
const LONG = new RegExp(`[^\\P{L}${UNSPACED}]{16,}`, 'u');

/** Headings are not hyphenated, but for one with a word that may have no room on a line: it would be broken without a hyphen. */
export function openHeading(element: Element): Element {
  if (!/^h[1-6]$/.test(element.tagName) || !LONG.test(textOf(element).replaceAll('\u00AD', '')))
    return element;
  return {
    ...element,
    properties: { ...element.properties, className: [...classesOf(element), 'long-words'] },
  };
}
