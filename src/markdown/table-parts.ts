import type { Element } from 'hast';
import type { Table } from 'mdast';
import { elementsIn } from '../tree/elements-in.js';
import { rowsOf } from '../tree/table-grid.js';

/** What a table has beyond what GFM can say. */
export interface TableShape {
  /** Classes of the columns' widths; empty if the text decides. */
  readonly widths: readonly string[];
  readonly headerRows: number;
  readonly headerColumns: number;
  readonly footerRows: number;
  /** So many rows at least below the head, on paper. */
  readonly rows?: number;
  /** The least height of a row below the head, as a stylesheet reads it. */
  readonly rowHeight?: string | undefined;
}

/**
 * Gives a table the parts that GFM has no words for: a head of several rows, cells that head their rows, a foot, and cells
 * that are one with others.
 * @param rows the table as it was written; its cells lie as those of the element
 */
export function shapeTable(element: Element, rows: Table, shape: TableShape | undefined): void {
  const { headerRows = 1, headerColumns = 0, footerRows = 0 } = shape ?? {};
  const lines = rowsOf(element);
  const joined = rows.children.some(({ children }) => children.some(({ data }) => data?.joined));
  if (headerRows > 1) joinHead(element, headerRows);
  // Where a head is more than one row of single cells, each says that it heads its columns.
  if (headerRows > 1 || joined)
    for (const row of rowsOf(partOf(element, 'thead')))
      for (const cell of elementsIn(row)) cell.properties = { ...cell.properties, scope: 'col' };
  for (const row of rowsOf(partOf(element, 'tbody')))
    for (const cell of elementsIn(row).slice(0, headerColumns)) {
      cell.tagName = 'th';
      cell.properties = { ...cell.properties, scope: 'row' };
    }
  if (footerRows) splitFooter(element, footerRows);
  if (!joined) return;
  for (const [i, row] of lines.entries()) {
    const cells = elementsIn(row);
    const gone = new Set(cells.filter((_, k) => rows.children[i]?.children[k]?.data?.joined));
    row.children = row.children.filter((child) => child.type !== 'element' || !gone.has(child));
  }
}

/** The first rows of the body belong to the head. */
function joinHead(element: Element, rows: number): void {
  const [head, body] = [partOf(element, 'thead'), partOf(element, 'tbody')];
  const moved = rowsOf(body).slice(0, rows - 1);
  if (!head || !body || moved.length < rows - 1) return;
  for (const row of moved) for (const cell of elementsIn(row)) cell.tagName = 'th';
  head.children.push(...moved);
  body.children = rowsOf(body).slice(rows - 1);
  if (!body.children.length) element.children = element.children.filter((child) => child !== body);
}

/** The last rows sum up the others. */
function splitFooter(element: Element, rows: number): void {
  const body = partOf(element, 'tbody');
  const all = rowsOf(body);
  if (!body || all.length <= rows) return;
  const foot = all.slice(-rows);
  body.children = body.children.slice(0, body.children.indexOf(foot[0] as Element));
  element.children.push({ type: 'element', tagName: 'tfoot', properties: {}, children: foot });
}

function partOf(table: Element, tagName: string): Element | undefined {
  return elementsIn(table).find((child) => child.tagName === tagName);
}
