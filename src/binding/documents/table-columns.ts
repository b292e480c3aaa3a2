import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { UNSPACED } from '../../language/scripts.js';
import { hasClass, UNBROKEN } from '../../tree/classes.js';
import { gridOf, rowsOf } from '../../tree/table-grid.js';

/** A letter of a typewriter is so much wider than others. */
const TYPED = 1.25;
/** What a line may end at, for a class of characters: not at the space between a number and its unit. */
export const ENDS = ` \\t\\n\\r\\u2000-\\u2006\\u2008-\\u200b\\u3000\\u00ad\\-‐–—…${UNSPACED}`;
const RUNS = new RegExp(`[^${ENDS}]+`, 'gu');
/** What has no letters to be counted. */
export const DRAWN: ReadonlySet<string> = new Set(['math', 'svg']);

/** A name in code or an address that is longer than so many letters: on a web page it may end its line anywhere, and has room for as many. */
export const LONG_NAME = { className: 'long-name', letters: 20 };

/** How many letters a line of a table needs, if no column has more than so many. */
export function needs(columns: readonly number[], gap: number, most = Number.POSITIVE_INFINITY): number {
  return columns.reduce((sum, length) => sum + Math.min(length, most), gap * (columns.length - 1));
}

/** The longest run of letters in each column that no line may end in. */
export function longestRuns(table: Element): number[] {
  return columnsOf(table, (cell) => longestRun(cell, 1));
}

/** How many letters the longest cell of each column has. */
export function longestTexts(table: Element): number[] {
  return columnsOf(table, (cell) => [...textOf(cell).trim()].length);
}

/** The most of something in each column. */
function columnsOf(table: Element, measure: (cell: Element) => number): number[] {
  const columns: number[] = [];
  for (const cells of gridOf(rowsOf(table)))
    for (const [column, cell] of cells.entries()) {
      // What spans several columns has the room of them all.
      const isOneColumn = cell && cells.indexOf(cell) === cells.lastIndexOf(cell);
      columns[column] = Math.max(columns[column] ?? 0, isOneColumn ? measure(cell) : 0);
    }
  return columns;
}

function longestRun({ tagName, children }: Element, wide: number): number {
  const own = /^(?:code|kbd|samp|pre)$/.test(tagName) ? TYPED : wide;
  let most = 0;
  for (const child of children) {
    if (child.type === 'element' && !DRAWN.has(child.tagName)) {
      const isWhole = hasClass(child, UNBROKEN);
      const run = isWhole ? [...textOf(child)].length * own : longestRun(child, own);
      most = Math.max(most, hasClass(child, LONG_NAME.className) ? LONG_NAME.letters : run);
    }
    if (child.type !== 'text') continue;
    for (const [run] of child.value.matchAll(RUNS)) most = Math.max(most, [...run].length * own);
  }
  return most;
}
