import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { elements } from '../documents/rewrite.js';

/** An empty corner of a table heads nothing, so it is a plain cell: a screen reader would say “blank” before each that it heads. */
export function plainCorner(cell: Element): Element {
  if (cell.tagName !== 'th' || !isEmpty(cell)) return cell;
  const { scope: _, ...properties } = cell.properties;
  return { ...cell, tagName: 'td', properties };
}

function isEmpty(cell: Element): boolean {
  return (
    !textOf(cell).trim() && ![...elements(cell)].some(({ tagName }) => /^(?:img|svg|math)$/.test(tagName))
  );
}
