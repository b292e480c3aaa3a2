import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { UNSPACED } from '../../language/scripts.js';
import { addClass } from '../../tree/classes.js';
import { elementsIn } from '../../tree/elements-in.js';
import { gridOf, rowsOf } from '../../tree/table-grid.js';
import { mayBreak, partTexts } from '../../typeset/part-text.js';

/** How a table is set, by the number of its columns; `room` is what a line of a phone holds then, in letters. */
const SIZES = [
  { columns: 3, room: 36, gap: 2, className: undefined },
  { columns: 6, room: 42, gap: 2, className: 'small-type' },
  { columns: Number.POSITIVE_INFINITY, room: 52, gap: 1, className: 'smallest-type' },
] as const;
/** A letter of a typewriter is so much wider than others. */
const TYPED = 1.25;
const ENDS = `\\s\\u00ad\\u200b\\-‐–—…${UNSPACED}`;
const RUNS = new RegExp(`[^${ENDS}]+`, 'gu');
/** Behind these a name is parted, if that is enough. */
const JOINTS = /(?<=[_./:])(?=\p{L})/u;
const DRAWN: ReadonlySet<string> = new Set(['math', 'svg']);

/**
 * Makes a table as narrow as a phone, whose screen cuts off what is wider: one of many columns is set in smaller type, and lines may
 * end within words and numbers that there is no room for all the same. What fits stays as it is.
 */
export function narrowTable(table: Element): Element {
  if (table.tagName !== 'table') return table;
  const columns = longestIn(table);
  const needs = (most: number, gap: number): number =>
    columns.reduce((sum, length) => sum + Math.min(length, most), gap * (columns.length - 1));
  const [plain] = SIZES;
  if (needs(Number.POSITIVE_INFINITY, plain.gap) <= plain.room) return table;
  const size = SIZES.find((one) => columns.length <= one.columns) ?? plain;
  if (size.className) addClass(table, size.className);
  let most = Math.max(...columns);
  while (most > 1 && needs(most, size.gap) > size.room) most--;
  if (most < Math.max(...columns)) openRuns(table, Math.floor(most));
  return table;
}

/** The longest run of letters in each column that no line may end in. */
function longestIn(table: Element): number[] {
  const columns: number[] = [];
  for (const cells of gridOf(rowsOf(table)))
    for (const [column, cell] of cells.entries()) {
      // What spans several columns has the room of them all.
      const isOneColumn = cell && cells.indexOf(cell) === cells.lastIndexOf(cell);
      columns[column] = Math.max(columns[column] ?? 0, isOneColumn ? longestRun(cell, 1) : 0);
    }
  return columns;
}

function longestRun({ tagName, children }: Element, wide: number): number {
  const own = /^(?:code|kbd|samp|pre)$/.test(tagName) ? TYPED : wide;
  let most = 0;
  for (const child of children) {
    if (child.type === 'element' && !DRAWN.has(child.tagName)) most = Math.max(most, longestRun(child, own));
    if (child.type !== 'text') continue;
    for (const [run] of child.value.matchAll(RUNS)) most = Math.max(most, [...run].length * own);
  }
  return most;
}

/** Lets lines end within what is longer than a number of letters: at its joints, and anywhere where these are too far apart. */
function openRuns(table: Element, most: number): void {
  const long = new RegExp(`[^${ENDS}]{${most + 1},}`, 'gu');
  for (const row of rowsOf(table))
    for (const cell of elementsIn(row)) {
      const root: Root = { type: 'root', children: cell.children };
      partTexts(root, DRAWN, long, (run, text) =>
        run.split(JOINTS).flatMap((value, index): ElementContent[] => {
          const part = { ...text, value };
          const isLong = [...value].length > most;
          return [
            ...(index ? [mayBreak()] : []),
            isLong ? h('span', { className: ['endless'] }, part) : part,
          ];
        }),
      );
    }
}
