import type { Nodes } from 'mdast';
import { lineOf } from '../tree/text-of.js';
import { EXIT, visit } from '../tree/visit.js';

/** What a place is called that has no number: its words, or the caption of what has one, or else of several blocks the first that says something. */
export function titleOfPlace(node: Nodes): string {
  if (node.type === 'heading') return lineOf(node);
  let caption: Nodes | undefined;
  visit(node, (inner) => {
    if (inner !== node && inner.data?.caption) caption = inner;
    return caption ? EXIT : undefined;
  });
  if (caption) return lineOf(caption);
  const blocks =
    'children' in node && node.children.some(({ type }) => type === 'paragraph') ? node.children : [];
  return blocks.map(lineOf).find(Boolean) ?? lineOf(node);
}
