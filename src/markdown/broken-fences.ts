import type { Root } from 'mdast';
import type { Point } from 'unist';
import { visit } from '../tree/visit.js';

/** A line that was to open code and does not: CommonMark (4.5) allows no backtick behind a fence of backticks. */
const BROKEN = /^`{3,}[^`\r\n]+`[^\r\n]*/;

/** Where code was to begin, and a backtick behind its fence has made words in a line of it. */
export function brokenFences(tree: Root, source: string): Point[] {
  const found: Point[] = [];
  visit(tree, 'paragraph', ({ position }) => {
    const { start, end } = position ?? {};
    if (!start || start.offset === undefined) return;
    const line = BROKEN.exec(source.slice(start.offset, end?.offset))?.[0];
    if (line === undefined) return;
    const [fence = ''] = /^`+/.exec(line) ?? [];
    // As many backticks again, and they are words in a line.
    if (!line.slice(fence.length).match(/`+/g)?.includes(fence)) found.push(start);
  });
  return found;
}
