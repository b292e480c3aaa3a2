import type { ElementContent } from 'hast';
import { rewrite } from '../documents/rewrite.js';

/** Roles of DPUB-ARIA 1.1 for boxes, by their class. */
const ROLES: Readonly<Record<string, string>> = {
  'callout-tip': 'doc-tip',
  'callout-example': 'doc-example',
};

/**
 * Says of boxes and asides what they are. Without a role each is a landmark to a screen reader, as a sidebar of a web page is,
 * and a chapter would have a dozen of one name.
 */
export function nameAsides(nodes: readonly ElementContent[]): ElementContent[] {
  return rewrite(nodes, (node) => {
    if (node.type !== 'element' || node.tagName !== 'aside' || node.properties.role) return [node];
    const { className } = node.properties;
    const known = Array.isArray(className) ? className.find((one) => ROLES[one]) : undefined;
    node.properties.role = (known && ROLES[known]) ?? 'note';
    return [node];
  });
}
