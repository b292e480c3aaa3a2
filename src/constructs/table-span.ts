import type { Table, TableCell, TableRow } from 'mdast';
import type { Construct } from '../model/construct.js';
import type { Notice } from '../model/notice.js';
import { textOf } from '../tree/text-of.js';
import { visit } from '../tree/visit.js';

const tableSpanFits: Notice<{ reason: 'nothing' | 'part' }> = {
  id: 'table-span-fits',
  severity: 'error',
  says: ({ reason }) =>
    reason === 'nothing'
      ? 'There is no cell above that this “^^” could be one with'
      : 'This cell would be one with another that is not as wide',
  remedy: ({ reason }) =>
    reason === 'nothing'
      ? 'Write what the cell says. Head, body and foot of a table have no cells in common.'
      : 'Put a “^^” under each column of the cell above, and no “||” behind them that goes further.',
  why: 'Cells span whole columns and rows of one part of a table; anything else has no shape that could be printed.',
};

/** A cell of the grid while its table is read. */
interface Owner {
  readonly cell: TableCell;
  readonly column: number;
  columns: number;
  rows: number;
}

/**
 * Cells that span columns and rows, in what any other Markdown takes for empty cells: `| both ||` (two bars with nothing
 * between them, behind a cell that ends with a space) joins a cell to the one on its left, as in MultiMarkdown, and `^^`
 * joins it to the one above. `|a||b|`, written without spaces, has an empty cell.
 */
export const tableSpan: Construct = {
  name: 'table-span',
  sample: '| Day | Cups ||\n| --- | --- | --- |\n| Mon | tea | 3 |\n| ^^ | water | 2 |\n',
  css: 'table-span',
  notices: [tableSpanFits],
  mark: /\|/,
  remark(tree, file, say) {
    const source = String(file.value);
    visit(tree, 'table', (table: Table) => {
      const rows = table.children.filter(({ type }) => type === 'tableRow');
      const columns = table.align?.length ?? 0;
      let above: Owner[] = [];
      for (const [i, row] of rows.entries()) {
        if (startsPart(i, rows.length, table)) above = [];
        above = join(row, above, columns, source, (cell, reason) =>
          say(tableSpanFits, { reason }, { file, node: cell }),
        );
        if (i < (table.data?.table?.headerRows ?? 1)) centre(above);
      }
    });
  },
};

declare module 'mdast' {
  interface Data {
    /** This cell is part of another, and is not shown. */
    joined?: boolean;
  }
}

/** Head, body and foot are parts of their own. */
function startsPart(row: number, rows: number, { data }: Table): boolean {
  const { headerRows = 1, footerRows = 0 } = data?.table ?? {};
  return row === 0 || row === headerRows || row === rows - footerRows;
}

/** A head over several columns is in the middle of them, however the first of these is aligned. */
function centre(heads: readonly Owner[]): void {
  for (const { cell, columns } of heads)
    if (columns > 1)
      cell.data = { ...cell.data, hProperties: { ...cell.data?.hProperties, align: undefined } };
}

/** Joins the cells of a row to what stands on their left and above. */
function join(
  row: TableRow,
  above: readonly Owner[],
  columns: number,
  source: string,
  complain: (cell: TableCell, reason: 'nothing' | 'part') => void,
): Owner[] {
  const owners: Owner[] = [];
  const cells = row.children.slice(0, columns);
  for (const [column, cell] of cells.entries()) {
    const left = owners[column - 1];
    const over = above[column];
    const inside = left && column < left.column + left.columns;
    if (left && isBetweenBars(cell, cells[column - 1], source) && (inside || left.rows === 1)) {
      if (!inside) left.columns++;
      owners.push(left);
      cell.data = { ...cell.data, joined: true };
    } else if (left && isBetweenBars(cell, cells[column - 1], source)) {
      // What is one with a cell above is as wide as that cell.
      complain(cell, 'part');
      owners.push({ cell, column, columns: 1, rows: 1 });
    } else if (isCaret(cell, source)) {
      const whole = over?.column === column && spanned(cells, column, over.columns, source);
      if (over && (whole || owners[column - 1] === over)) {
        if (whole) over.rows++;
        owners.push(over);
        cell.data = { ...cell.data, joined: true };
      } else {
        complain(cell, over ? 'part' : 'nothing');
        owners.push({ cell, column, columns: 1, rows: 1 });
      }
    } else owners.push({ cell, column, columns: 1, rows: 1 });
  }
  for (const { cell, columns, rows } of new Set(owners))
    if (columns > 1 || rows > 1) {
      const spans = { ...(columns > 1 ? { colSpan: columns } : {}), ...(rows > 1 ? { rowSpan: rows } : {}) };
      cell.data = { ...cell.data, hProperties: { ...cell.data?.hProperties, ...spans } };
    }
  return owners;
}

/** Whether all the columns of a wide cell are marked to be one with it. */
function spanned(cells: readonly TableCell[], from: number, columns: number, source: string): boolean {
  return cells
    .slice(from + 1, from + columns)
    .every((cell, i) => isCaret(cell, source) || isBetweenBars(cell, cells[from + i], source));
}

/** Whether nothing at all, not even a space, stands between the bars of a cell that others write a space before. */
function isBetweenBars(cell: TableCell, before: TableCell | undefined, source: string): boolean {
  const [start, end] = [cell.position?.start.offset, cell.position?.end.offset];
  if (cell.children.length || start === undefined || !before?.position) return false;
  const spaced = /[ \t]$/.test(source.slice(before.position.start.offset, before.position.end.offset));
  return (
    /^\|(?:\|[ \t]*)?$/.test(source.slice(start, end)) &&
    (before.data?.joined || (spaced && before.children.length > 0))
  );
}

function isCaret(cell: TableCell, source: string): boolean {
  const { start, end } = cell.position ?? {};
  return textOf(cell).trim() === '^^' && !source.slice(start?.offset, end?.offset).includes('\\');
}
