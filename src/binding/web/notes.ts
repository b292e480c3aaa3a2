import type { Element } from 'hast';
import { textOf } from '../../tree/text-of.js';

/**
 * Says of notes what they are (DPUB-ARIA 1.1). A way back is called by what is seen of it, too: two of one note would have one name, and who
 * speaks to his browser could call neither (WCAG 2.2, 2.5.3).
 */
export function nameNotes(node: Element): Element {
  const { dataFootnoteRef, dataFootnoteBackref, dataFootnotes, ariaLabel } = node.properties;
  const say = (properties: Element['properties']): Element => ({
    ...node,
    properties: { ...node.properties, ...properties },
  });
  if (dataFootnoteRef !== undefined) return say({ role: 'doc-noteref' });
  if (dataFootnotes !== undefined) return say({ role: 'doc-endnotes' });
  if (dataFootnoteBackref === undefined) return node;
  return say({
    role: 'doc-backlink',
    ...(ariaLabel ? { ariaLabel: `${textOf(node).trim()} ${ariaLabel}` } : {}),
  });
}
