import type { Nodes, Table } from 'mdast';

/** What is printed of a table: a row has no more cells than there are columns; a caption is no row. */
export function printedIn({ align, children }: Table): Nodes[] {
  const parts: readonly Nodes[] = children;
  return parts.flatMap((part) => (part.type === 'tableRow' ? part.children.slice(0, align?.length) : [part]));
}
