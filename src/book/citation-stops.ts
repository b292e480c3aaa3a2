import type { Nodes, Parent } from 'mdast';
import { textOf } from '../tree/text-of.js';

/**
 * Puts the stop that an author wrote behind a citation into the quotation that the citation ends with, as American English has it
 * (*The Chicago Manual of Style*, 6.9). A title that ends with a stop of its own gets no second one.
 * @param nodes the text up to the stop; its last node is replaced
 * @returns whether it ends with a quotation
 */
export function stopWithinQuote(nodes: Nodes[], stop: string): boolean {
  const last = nodes.at(-1);
  const ends = /([^’”])?[’”]*”$/.exec(last ? textOf(nodes) : '');
  if (!last || !ends) return false;
  const needed = stop === '.' && /[.!?…]/.test(ends[1] ?? '') ? '' : stop;
  const changed = withStop(last, needed);
  if (changed) nodes.splice(-1, 1, changed);
  return changed !== undefined;
}

function withStop(node: Nodes, stop: string): Nodes | undefined {
  if (node.type === 'text')
    return { ...node, value: node.value.replace(/[’”]*”$/, (marks) => `${stop}${marks}`) };
  const last = 'children' in node ? (node.children as Nodes[]).at(-1) : undefined;
  const changed = last && withStop(last, stop);
  if (!changed) return undefined;
  return { ...node, children: [...(node as Parent).children.slice(0, -1), changed] } as Nodes;
}
