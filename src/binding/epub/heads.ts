import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { elements, rewrite } from '../documents/rewrite.js';

/** An empty corner of a table heads nothing, so it is a plain cell: a screen reader would say “blank” before each that it heads. */
export function plainCorners(nodes: readonly ElementContent[]): ElementContent[] {
  return rewrite(nodes, (node) => {
    if (node.type !== 'element' || node.tagName !== 'th' || !isEmpty(node)) return [node];
    const { scope: _, ...properties } = node.properties;
    return [{ ...node, tagName: 'td', properties }];
  });
}

function isEmpty(cell: Element): boolean {
  return (
    !textOf(cell).trim() && ![...elements(cell)].some(({ tagName }) => /^(?:img|svg|math)$/.test(tagName))
  );
}
