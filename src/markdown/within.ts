import type { Nodes, Parent, PhrasingContent, Root, Text } from 'mdast';
import type { VFile } from 'vfile';
import { SKIP, visit } from '../tree/visit.js';
import { isLiteral, offsetsOf, placesIn } from './places.js';

/** Text inside these is left alone: a link stands in no link, and code is not prose. */
const CLOSED: ReadonlySet<string> = new Set(['link', 'linkReference']);

/** Whether what was found stands for itself, from where it is in the source. */
type IsKept = (found: string, at: number, source: string) => boolean;

export const hasBackslash: IsKept = (found, at, source) => isLiteral(found[0], at, source);

/**
 * Makes nodes of what a pattern finds in the text of a chapter. What it makes, and what is left on both sides, keeps its
 * place. A sign with a backslash before it means nothing but itself.
 * @param pattern global; its match begins at the sign that a backslash would take the meaning of
 * @param closed types of nodes in which nothing is looked for; links, since most of what is made is one
 * @param make the node for a match; `undefined` to leave it as it is
 * @param isKept whether a match means nothing but itself
 */
export function replaceWithin(
  tree: Root,
  file: VFile,
  pattern: RegExp,
  make: (match: RegExpMatchArray) => PhrasingContent | undefined,
  closed: ReadonlySet<string> = CLOSED,
  isKept: IsKept = hasBackslash,
): void {
  const source = String(file.value);
  visit(tree, (node, index, parent) => {
    if (closed.has(node.type)) return SKIP;
    if (node.type !== 'text' || !parent || index === undefined) return undefined;
    const parts = partsOf(node, source, pattern, make, isKept);
    if (!parts) return undefined;
    (parent as Parent).children.splice(index, 1, ...(parts as Nodes[] as Parent['children']));
    return [SKIP, index + parts.length];
  });
}

function partsOf(
  text: Text,
  source: string,
  pattern: RegExp,
  make: (match: RegExpMatchArray) => PhrasingContent | undefined,
  isKept: IsKept,
): PhrasingContent[] | undefined {
  const parts: PhrasingContent[] = [];
  const matches = [...text.value.matchAll(pattern)];
  if (!matches.length) return undefined;
  const offsets = offsetsOf(text, source);
  const place = placesIn(text, offsets, source);
  let from = 0;
  const slice = (start: number, end: number): Text => ({
    type: 'text',
    value: text.value.slice(start, end),
    position: place(start, end),
  });
  for (const match of matches) {
    const at = offsets?.[match.index];
    if (at !== undefined && isKept(match[0], at, source)) continue;
    const made = make(match);
    if (!made) continue;
    const to = match.index + match[0].length;
    if (match.index > from) parts.push(slice(from, match.index));
    made.position ??= place(match.index, to);
    parts.push(made);
    from = to;
  }
  if (!parts.length) return undefined;
  if (from < text.value.length) parts.push(slice(from, text.value.length));
  return parts;
}
