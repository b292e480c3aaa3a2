import type { Element, ElementContent, Root } from 'hast';
import { addClass, PLACE_MARK } from '../tree/classes.js';
import { visit } from '../tree/visit.js';

/**
 * Where a paragraph, or a division, holds nothing but places that links lead to (`<a id="limits"></a>` on a line of its own, below a heading
 * or above one), it is none: it would part the heading from its text, and that would be indented as another paragraph.
 */
export function settlePlaces(tree: Root): void {
  visit(tree, 'element', (element) => {
    const { tagName, properties, children } = element;
    if ((tagName !== 'p' && tagName !== 'div') || properties.className !== undefined) return;
    if (!children.every((child) => isPlace(child) || isBlank(child))) return;
    if (properties.id === undefined && !children.some(isPlace)) return;
    element.tagName = 'div';
    addClass(element, PLACE_MARK);
  });
}

function isPlace(node: ElementContent): node is Element {
  return (
    node.type === 'element' &&
    node.tagName === 'span' &&
    node.properties.id !== undefined &&
    node.properties.className === undefined &&
    node.children.every(isBlank)
  );
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'comment' || (node.type === 'text' && !node.value.trim());
}
