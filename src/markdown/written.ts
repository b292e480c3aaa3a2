import type { Nodes, Root } from 'mdast';
import type { WrittenPiece } from '../model/written.js';

/** What stands in the text of a node and only instructs: attributes, variables, the kind of a callout, citations. */
const INSTRUCTIONS = /\{[^{}]*\}|\[![\w-]+\]|\[[^[\]@]*@[^[\]]*\]|@[\w:.-]+(?:\s*\[[^[\]]*\])?/g;

/** Directives of one line that show what stands in their brackets. */
const LABELLED = new Set(['lines', 'box', 'scale', 'calendar', 'fold', 'cut']);

/** What stands in braces instructs, whatever Markdown has made of it. */
const BRACES = /\{[^{}]*\}/g;

/** Every piece of text in a tree that was just parsed, before any construct has made something of it. */
export function writtenIn(tree: Root, source: string): WrittenPiece[] {
  const pieces: WrittenPiece[] = [];
  const look = (node: Nodes): void => {
    // A row has no more cells than the head of its table; of others a rule tells.
    if (node.type === 'table')
      for (const row of node.children)
        for (const cell of row.children.slice(0, node.children[0]?.children.length)) look(cell);
    // Of what fills itself (a list, the answers), words in brackets are no text.
    else if (node.type === 'leafDirective' && !LABELLED.has(node.name)) return;
    else if ('children' in node) for (const child of node.children) look(child);
    else if (node.type === 'text') enter(node, node.value.replace(INSTRUCTIONS, ''), pieces);
    else if (node.type === 'inlineCode' || node.type === 'code') enter(node, node.value, pieces);
  };
  look(tree);
  const braces = [...source.matchAll(BRACES)].map(
    ({ index, 0: { length } }) => [index, index + length] as const,
  );
  let next = 0;
  return pieces.filter(({ from, to }) => {
    while (next < braces.length && (braces[next]?.[1] ?? 0) <= from) next++;
    const [start, end] = braces[next] ?? [to, to];
    return from < start || to > end;
  });
}

function enter({ position }: Nodes, words: string, pieces: WrittenPiece[]): void {
  const { start, end } = position ?? {};
  if (!/[\p{L}\p{N}]/u.test(words) || start?.offset === undefined || end?.offset === undefined) return;
  pieces.push({ from: start.offset, to: end.offset, at: start, words });
}
