import type { Element, ElementContent } from 'hast';
import { elementsIn } from '../../tree/elements-in.js';

/**
 * What browsers take of HTML that was once or is elsewhere right, and the schema of EPUB's XHTML does not: the parts of a ruby by their own
 * names, what a head is called in short, and the number of an item in a list that has none.
 */
export function withoutOldHtml(node: Element): ElementContent[] {
  if (node.tagName === 'rb') return node.children;
  if (node.tagName === 'rtc')
    return elementsIn(node).some(({ tagName }) => tagName === 'rt')
      ? node.children
      : [{ ...node, tagName: 'rt' }];
  if (node.tagName === 'th') return [without(node, 'abbr')];
  if (node.tagName !== 'ul') return [node];
  const children = node.children.map((child) =>
    child.type === 'element' && child.tagName === 'li' ? without(child, 'value') : child,
  );
  return [{ ...node, children }];
}

function without(node: Element, name: string): Element {
  const { [name]: _, ...properties } = node.properties;
  return { ...node, properties };
}
