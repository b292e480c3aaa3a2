import type { Paragraph, PhrasingContent, Text } from 'mdast';
import { offsetsOf, placesIn } from './places.js';

/**
 * The lines of a paragraph as its author broke them, whatever marks run through them: a mark that goes over several lines
 * is opened again on each.
 */
export function linesOf(paragraph: Paragraph, source: string): PhrasingContent[][] {
  return split(paragraph.children, source);
}

function split(nodes: readonly PhrasingContent[], source: string): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  const add = (parts: readonly PhrasingContent[][]): void => {
    for (const [i, part] of parts.entries()) {
      if (i) lines.push([]);
      lines.at(-1)?.push(...part);
    }
  };
  for (const node of nodes) {
    // A break is followed by the line end that it was written with.
    if (node.type === 'break') lines.push([]);
    else if (node.type === 'text')
      add(textLines(node, lines.at(-1)?.length ? 0 : /^\n?/.exec(node.value)?.[0].length, source));
    else if ('children' in node)
      add(split(node.children, source).map((children) => [{ ...node, children } as PhrasingContent]));
    else lines.at(-1)?.push(node);
  }
  return lines;
}

/** Each line of a text from an offset on, with its own place. */
function textLines(node: Text, from = 0, source: string): PhrasingContent[][] {
  const place = placesIn(node, offsetsOf(node, source), source);
  let start = from;
  return node.value
    .slice(from)
    .split('\n')
    .map((value): PhrasingContent[] => {
      const end = start + value.length;
      const position = value ? place(start, end) : undefined;
      start = end + 1;
      return value ? [{ ...node, value, ...(position ? { position } : {}) }] : [];
    });
}
