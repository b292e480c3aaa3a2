import type { Nodes, PhrasingContent } from 'mdast';
import type { Anchor, Chapter } from '../model/book.js';
import type { Counted, Counter } from '../model/counter.js';
import { oneSpaced, textOf } from '../tree/text-of.js';
import { EXIT, SKIP, visit } from '../tree/visit.js';
import { numberedName } from './numbered-name.js';

/**
 * Counts figures, tables, equations, listings and exercises through the book, each kind by itself; writes the number into
 * the caption, and gives the anchor its number, so that a reference can say it.
 * @returns everything that was counted, in reading order
 */
export function count(chapters: readonly Chapter[], anchors: Map<string, Anchor>): Counted[] {
  const last = new Map<Counter, number>();
  const all: Counted[] = [];
  for (const chapter of chapters) {
    visit(chapter.tree, (node) => {
      // A card's further copies are no figures of their own.
      if (node.data?.hProperties?.ariaHidden) return SKIP;
      const counter = node.data?.counter;
      if (!counter) return undefined;
      const number = (last.get(counter) ?? 0) + 1;
      last.set(counter, number);
      const numbered = { kind: counter, number: String(number) };
      const label = numberedName(numbered, chapter.words);
      all.push({ id: idOf(node), counter, label, caption: writeLabel(node, label, number) });
      const name = node.data?.anchor;
      const anchor = name === undefined ? undefined : anchors.get(`@${name}`);
      if (anchor) anchors.set(`@${name}`, { ...anchor, numbered });
      return undefined;
    });
  }
  return all;
}

function idOf(node: Nodes): string {
  return String(node.data?.hProperties?.id ?? '');
}

/**
 * The caption begins with the label; a caption without words is the label alone. An equation shows its number only.
 * @returns what the author wrote there
 */
function writeLabel(counted: Nodes, label: string, number: number): string {
  let caption = '';
  visit(counted, (node) => {
    if (!(node.data?.caption || node.data?.numeral) || !('children' in node)) return undefined;
    caption = oneSpaced(textOf(node));
    const children = node.children as PhrasingContent[];
    if (node.data.numeral) {
      children.push({ type: 'text', value: `(${number})` });
      return EXIT;
    }
    const words = children.length > 0;
    children.unshift(
      {
        type: 'emphasis',
        data: { hName: 'span', hProperties: { className: ['label'] } },
        children: [{ type: 'text', value: words ? `${label}.` : label }],
      },
      ...(words ? [{ type: 'text' as const, value: ' ' }] : []),
    );
    return EXIT;
  });
  return caption;
}
