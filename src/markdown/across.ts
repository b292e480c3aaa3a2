import type { Parent, PhrasingContent, Root } from 'mdast';
import type { VFile } from 'vfile';
import { SKIP, visit } from '../tree/visit.js';
import { escapesIn } from './brackets.js';
import { offsetsOf, placesIn } from './places.js';

/** Stands for whatever is no text, emphasis or code or a link, where the children of a paragraph are read as one line. */
export const NODE = '\uFFFC';

/**
 * Makes nodes of what stands between two equal signs in a line, whatever nodes are there: `==some *slanted* words==`. What stands there, and what is
 * left on both sides, keeps its place. A sign with a backslash before it means nothing but itself.
 * @param pattern global; its first group is what stands between the signs
 * @param make the node for a pair of signs, and what it holds
 */
export function replaceAcross(
  tree: Root,
  file: VFile,
  pattern: RegExp,
  make: (children: PhrasingContent[]) => PhrasingContent,
): void {
  const source = String(file.value);
  visit(tree, (node) => {
    // What leads somewhere may be called by its address.
    if (node.type === 'link' || node.type === 'linkReference') return SKIP;
    if ('children' in node && node.children.some(({ type }) => type === 'text'))
      replaceIn(node as Parent, source, pattern, make);
    return undefined;
  });
}

function replaceIn(
  parent: Parent,
  source: string,
  pattern: RegExp,
  make: (children: PhrasingContent[]) => PhrasingContent,
): void {
  const nodes = parent.children as PhrasingContent[];
  const line = nodes.map(signsOf).join('');
  const matches = [...line.matchAll(pattern)];
  if (!matches.length) return;
  const escaped = escapedIn(nodes, source);
  const take = takerOf(nodes, source);
  const parts: PhrasingContent[] = [];
  for (const match of matches) {
    const [whole, inner = ''] = match;
    const [from, to] = [match.index, match.index + whole.length];
    const sign = (whole.length - inner.length) / 2;
    if (escaped.has(from) || escaped.has(to - sign)) continue;
    parts.push(...take(from));
    const [opening] = take(from + sign);
    const made = make(take(to - sign));
    const [closing] = take(to);
    if (opening?.position && closing?.position)
      made.position = { start: opening.position.start, end: closing.position.end };
    parts.push(made);
  }
  parent.children = [...parts, ...take(line.length)] as Parent['children'];
}

function signsOf(node: PhrasingContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'break' ? '\n' : NODE;
}

/** Places in the line whose sign means nothing but itself. */
function escapedIn(nodes: readonly PhrasingContent[], source: string): ReadonlySet<number> {
  const escaped = new Set<number>();
  let at = 0;
  for (const node of nodes) {
    if (node.type === 'text') for (const k of escapesIn(node, source)) escaped.add(at + k);
    at += signsOf(node).length;
  }
  return escaped;
}

/** Takes nodes off the beginning of a line, up to a place in it; each text is walked once, however often it is parted. */
function takerOf(nodes: readonly PhrasingContent[], source: string): (to: number) => PhrasingContent[] {
  let [index, begin, from] = [0, 0, 0];
  let place: ReturnType<typeof placesIn> | undefined;
  return (to) => {
    const taken: PhrasingContent[] = [];
    for (let node = nodes[index]; node && from < to; node = nodes[index]) {
      const end = begin + signsOf(node).length;
      const until = Math.min(to, end);
      if (node.type !== 'text') taken.push(node);
      else if (from === begin && until === end) taken.push(node);
      else {
        place ??= placesIn(node, offsetsOf(node, source), source);
        const value = node.value.slice(from - begin, until - begin);
        taken.push({ ...node, value, position: place(from - begin, until - begin) });
      }
      from = until;
      if (until < end) break;
      place = undefined;
      begin = end;
      index++;
    }
    return taken;
  };
}
