import type { Element } from 'hast';
import { elementsIn } from './elements-in.js';

/** No span goes further in HTML; a cell that says so would fill the memory. */
const WIDEST = 1000;

/** Rows of a table or of one of its parts. */
export function rowsOf(part: Element | undefined): Element[] {
  return part ? elementsIn(part).flatMap((one) => (one.tagName === 'tr' ? [one] : rowsOf(one))) : [];
}

/** The cells of rows by their columns; one that spans several columns or rows stands in each of them. */
export function gridOf(rows: readonly Element[]): (Element | undefined)[][] {
  const grid = rows.map((): (Element | undefined)[] => []);
  for (const [y, row] of rows.entries())
    for (const cell of elementsIn(row)) {
      const { colSpan, rowSpan } = cell.properties;
      const taken = grid[y] ?? [];
      // Cells from rows above have their columns already.
      const x = [...taken, undefined].indexOf(undefined);
      for (const line of grid.slice(y, y + spanOf(rowSpan)))
        for (let column = x; column < x + spanOf(colSpan); column++) line[column] = cell;
    }
  return grid;
}

const spanOf = (span: Element['properties'][string]): number =>
  Math.min(Math.max(Number(span ?? 1) || 1, 1), WIDEST);
