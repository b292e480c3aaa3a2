/*
 * Each function runs inside the page, lent to it under its own name: it may use nothing but its arguments, the DOM and what else was
 * lent.
 */
import type { columnCount as count } from './column-count.js';

declare const columnCount: typeof count;

/**
 * Holds the columns of tables as wide as they are. The browser makes a column by the words in it, and would make it another where soft
 * hyphens are taken out of them, or rows of a table stand on a page of their own.
 */
export function holdColumns(tables: readonly HTMLTableElement[]): void {
  const parts = tables.map((table) => {
    const columns = [...table.querySelectorAll<HTMLElement>(':scope > colgroup > col')];
    const group = document.createElement('colgroup');
    group.dataset.held = '';
    for (let more = columnCount(table) - columns.length; more > 0; more--)
      columns.push(group.appendChild(document.createElement('col')));
    if (group.hasChildNodes())
      table.insertBefore(group, table.querySelector(':scope > :not(caption, colgroup)'));
    return { table, columns };
  });
  const sizes = parts.map(({ table, columns }) => {
    const isTurned = getComputedStyle(table).writingMode !== 'horizontal-tb';
    return [table, ...columns].map((one) => {
      const box = one.getClientRects()[0];
      return { one, size: (isTurned ? box?.height : box?.width) ?? 0 };
    });
  });
  for (const { one, size } of sizes.flat()) one.style.inlineSize = `${size}px`;
  for (const { table } of parts) {
    table.dataset.held = '';
    table.style.tableLayout = 'fixed';
  }
}

/** Lets the columns of all tables be as wide as they will again. */
export function freeColumns(): void {
  for (const group of document.querySelectorAll('colgroup[data-held]')) group.remove();
  for (const table of document.querySelectorAll<HTMLElement>('table[data-held]')) {
    delete table.dataset.held;
    table.style.tableLayout = '';
    for (const one of [table, ...table.querySelectorAll<HTMLElement>(':scope > colgroup > col')])
      one.style.inlineSize = '';
  }
}
