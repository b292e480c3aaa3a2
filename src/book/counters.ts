import type { Nodes, PhrasingContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Anchor, Chapter } from '../model/book.js';
import type { Counter } from '../model/counter.js';

/**
 * Counts figures, tables, equations and listings through the book, each kind by itself; writes the number into the
 * caption, and gives the anchor its label, so that a reference can say it.
 */
export function count(chapters: readonly Chapter[], anchors: Map<string, Anchor>): void {
  const last = new Map<Counter, number>();
  for (const chapter of chapters) {
    const words = chapter.words.counters;
    visit(chapter.tree, (node) => {
      const counter = node.data?.counter;
      if (!counter) return;
      const number = (last.get(counter) ?? 0) + 1;
      last.set(counter, number);
      const label = `${words[counter]} ${number}`;
      writeLabel(node, label);
      const name = node.data?.anchor;
      const anchor = name === undefined ? undefined : anchors.get(`@${name}`);
      if (anchor) anchors.set(`@${name}`, { ...anchor, label });
    });
  }
}

/** The caption begins with the label; a caption without words is the label alone. */
function writeLabel(counted: Nodes, label: string): void {
  visit(counted, (node) => {
    if (!node.data?.caption || !('children' in node)) return undefined;
    const children = node.children as PhrasingContent[];
    const words = children.length > 0;
    children.unshift(
      {
        type: 'emphasis',
        data: { hName: 'span', hProperties: { className: ['label'] } },
        children: [{ type: 'text', value: words ? `${label}.` : label }],
      },
      ...(words ? [{ type: 'text' as const, value: ' ' }] : []),
    );
    return false;
  });
}
