import type { FootnoteDefinition, Nodes } from 'mdast';
import type { Cluster } from '../citation/csl/cite.js';
import type { Citation } from '../model/citation.js';
import { SKIP, visit } from '../tree/visit.js';

/** A citation, and the note that it is or stands in. */
export interface Called {
  readonly node: Citation;
  readonly note?: Cluster['note'];
}

/**
 * The citations of a chapter in the order of reading: those of a note come where it is called.
 * @param asNotes citations outside of notes become notes, which are counted among the others
 */
export function citationsOf(tree: Nodes, asNotes: boolean): Called[] {
  const definitions = new Map<string, FootnoteDefinition>();
  visit(tree, 'footnoteDefinition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  const called: Called[] = [];
  const numbers = new Map<string, number>();
  let number = 0;
  visit(tree, (node) => {
    if (node.type === 'footnoteDefinition') return SKIP;
    if (node.type === 'citation')
      called.push({ node, note: asNotes ? { number: ++number, own: true } : undefined });
    else if (node.type === 'footnoteReference' && !numbers.has(node.identifier)) {
      numbers.set(node.identifier, ++number);
      within(definitions.get(node.identifier), number);
    }
    return undefined;
  });
  // A note that nobody calls is read after all others.
  for (const [identifier, definition] of definitions)
    if (!numbers.has(identifier)) within(definition, ++number);
  return called;

  function within(definition: FootnoteDefinition | undefined, number: number): void {
    if (!definition) return;
    visit(definition, 'citation', (node) => {
      called.push({ node, note: asNotes ? { number, own: false } : undefined });
    });
  }
}
