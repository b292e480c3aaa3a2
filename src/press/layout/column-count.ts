/*
 * Runs inside the page, lent to it under its own name: it may use nothing but its arguments and the DOM.
 */

/** How many columns a table has: as many as its longest row, with what spans several of them. */
export function columnCount({ rows }: HTMLTableElement): number {
  return Math.max(
    0,
    ...[...rows].map(({ cells }) => [...cells].reduce((sum, { colSpan }) => sum + colSpan, 0)),
  );
}
