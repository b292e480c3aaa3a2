import type { Paragraph, PhrasingContent } from 'mdast';

/**
 * The lines of a paragraph as its author broke them, whatever marks run through them: a mark that goes over several lines
 * is opened again on each.
 */
export function linesOf(paragraph: Paragraph): PhrasingContent[][] {
  return split(paragraph.children);
}

function split(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
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
      add(textLines(node.value.replace(/^\n/, lines.at(-1)?.length ? '\n' : ''), node));
    else if ('children' in node)
      add(split(node.children).map((children) => [{ ...node, children } as PhrasingContent]));
    else lines.at(-1)?.push(node);
  }
  return lines;
}

function textLines(value: string, node: PhrasingContent): PhrasingContent[][] {
  return value
    .split('\n')
    .map((line) => (line ? [{ ...node, type: 'text', value: line } as PhrasingContent] : []));
}
