import type { Paragraph, Root, Table } from 'mdast';
import type { VFile } from 'vfile';
import { visit } from '../tree/visit.js';

/** `: Caption` or `Table: Caption`, in a paragraph of its own before or after the table; attributes may stand in its place. */
export const TABLE_CAPTION = /^(?:Table)?:(?:[ \t]+|$)/;

/** A line with a bar, and below it what may be a caption. */
const RIGHT_BELOW = /^[^|\n]*\|[^\n]*\n[ \t>]*(?:Table)?:[ \t]/m;

/** A caption right below its table, with no empty line between, is a row to GFM where no definition can stand (in a list). */
export function partCaptions(tree: Root, file: VFile): void {
  const source = String(file.value);
  if (!RIGHT_BELOW.test(source)) return;
  visit(tree, 'table', (node: Table, index, parent) => {
    const row = node.children.at(-1);
    if (!row || !parent || index === undefined || node.children.length < 3) return;
    const written = source.slice(row.position?.start.offset, row.position?.end.offset);
    if (!TABLE_CAPTION.test(written) || written.includes('|')) return;
    node.children.pop();
    const { children = [], position } = row.children[0] ?? {};
    const caption: Paragraph = { type: 'paragraph', children, ...(position ? { position } : {}) };
    parent.children.splice(index + 1, 0, caption);
  });
}
