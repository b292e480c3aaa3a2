import type { Nodes, Root } from 'mdast';
import type { Stretch, WrittenPiece } from '../model/written.js';
import { printedIn } from '../tree/printed-in.js';

/** What stands in the text of a node and only instructs: attributes, variables, the kind of a callout, links of wikis, citations. */
const INSTRUCTIONS =
  /\{[^{}]*\}|\[![\w-]+\]|!?\[\[[^[\]\n]*\]\]|\[[^[\]@]*@[^[\]]*\]|@[\w:.-]+(?:\s*\[[^[\]]*\])?/g;

/** What stands in braces instructs, whatever Markdown has made of it. */
const BRACES = /\{[^{}]*\}/g;
const WORD = /[\p{L}\p{N}]/u;

/**
 * Every piece of text in a tree that was just parsed, before any construct has made something of it.
 * @param fills directives that fill themselves
 */
export function writtenIn(tree: Root, source: string, fills: ReadonlySet<string>): WrittenPiece[] {
  const pieces: WrittenPiece[] = [];
  const look = (node: Nodes): void => {
    // Of cells that are not printed a rule tells.
    if (node.type === 'table') printedIn(node).forEach(look);
    // Words in the brackets of what fills itself have been reported.
    else if (node.type === 'leafDirective' && fills.has(`::${node.name}`)) return;
    else if ('children' in node) for (const child of node.children) look(child);
    else if (node.type === 'text') enter(node, node.value.replace(INSTRUCTIONS, ''), pieces);
    else if (node.type === 'inlineCode' || node.type === 'code') enter(node, node.value, pieces);
  };
  look(tree);
  const braces = [...source.matchAll(BRACES)].map(
    ({ index, 0: { length } }): Stretch => ({ from: index, to: index + length }),
  );
  let next = 0;
  return pieces.flatMap((piece) => {
    while ((braces[next]?.to ?? Number.POSITIVE_INFINITY) <= piece.from) next++;
    let last = next;
    while ((braces[last]?.from ?? Number.POSITIVE_INFINITY) < piece.to) last++;
    const words = withoutBraces(piece, braces.slice(next, last));
    return words === undefined ? [] : [{ ...piece, words }];
  });
}

/** Markup in braces parts them: what a piece says before such braces begin, and behind those that it begins in. */
function withoutBraces({ from, to, words }: WrittenPiece, braces: readonly Stretch[]): string | undefined {
  const [first, last] = [braces[0], braces.at(-1)];
  if (!first || !last) return words;
  if (first.from <= from && first.to >= to) return undefined;
  const start = first.from < from ? words.indexOf('}') + 1 : 0;
  const end = last.to > to ? words.lastIndexOf('{') : -1;
  const left = words.slice(start, end < start ? undefined : end);
  return WORD.test(left) ? left : undefined;
}

function enter({ position }: Nodes, words: string, pieces: WrittenPiece[]): void {
  const { start, end } = position ?? {};
  if (!WORD.test(words) || start?.offset === undefined || end?.offset === undefined) return;
  pieces.push({ from: start.offset, to: end.offset, at: start, words });
}
