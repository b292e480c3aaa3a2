import type { Root } from 'hast';
import { addClass } from '../tree/classes.js';
import { elementsIn } from '../tree/elements-in.js';
import { gridOf, rowsOf } from '../tree/table-grid.js';
import { visit } from '../tree/visit.js';

/**
 * Tells stylesheets of cells over several rows what they cannot ask (`styles/constructs/table-span.css`): the last cell of a row keeps its
 * distance where one from a row above stands on its right.
 */
export function settleSpans(tree: Root): void {
  visit(tree, { tagName: 'table' }, (table) => {
    if (table.type !== 'element') return;
    const rows = rowsOf(table);
    const grid = gridOf(rows);
    for (const [y, row] of rows.entries()) {
      const last = elementsIn(row).at(-1);
      if (last && grid[y]?.at(-1) !== last) addClass(last, 'inner');
    }
  });
}
