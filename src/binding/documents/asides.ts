import type { Element } from 'hast';
import { hasClass } from '../../tree/classes.js';

/** Roles of DPUB-ARIA 1.1 by the class of a box; others are notes. */
const BOXES = {
  'callout-tip': 'doc-tip',
  'callout-example': 'doc-example',
  'pull-quote': 'doc-pullquote',
} as const;

/**
 * Says of a box or an aside what it is (DPUB-ARIA 1.1), and of an epigraph. Without a role each box is a landmark to a screen reader, as
 * the contents beside a web page are, and a chapter would have a dozen of one name.
 */
export function nameAside(element: Element): Element {
  const { tagName, properties } = element;
  if (hasClass(element, 'epigraph-block'))
    return { ...element, properties: { ...properties, role: 'doc-epigraph' } };
  if (tagName !== 'aside' || properties.role) return element;
  const known = Object.entries(BOXES).find(([name]) => hasClass(element, name))?.[1];
  return { ...element, properties: { ...properties, role: known ?? 'note' } };
}
