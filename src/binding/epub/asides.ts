import type { Element } from 'hast';
import { hasClass } from '../../tree/classes.js';

/**
 * Says of a box or an aside what it is (DPUB-ARIA 1.1). Without a role each is a landmark to a screen reader, as a sidebar of a web
 * page is, and a chapter would have a dozen of one name.
 */
export function nameAside(element: Element): Element {
  if (element.tagName !== 'aside' || element.properties.role) return element;
  const known = hasClass(element, 'callout-tip')
    ? 'doc-tip'
    : hasClass(element, 'callout-example')
      ? 'doc-example'
      : 'note';
  return { ...element, properties: { ...element.properties, role: known } };
}
