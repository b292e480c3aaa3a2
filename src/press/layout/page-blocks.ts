/*
 * Runs inside the page, sent there as its own source.
 */

import type { columnsOf as columns } from './columns.js';

declare const columnsOf: typeof columns;

/**
 * Finds the first block on each page of a section, as `line:column` in the author's file: one that is parted between two pages
 * is the first of the second, and so is the innermost of several that stand in each other.
 * @param width of the text block, `gap` between two columns, in CSS pixels
 * @returns by the id of the section and its page, from 0; '' where nothing stands that somebody wrote
 */
export function findPageBlocks(width: number, gap: number): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const sheet of document.querySelectorAll<HTMLElement>('body > .sheet')) {
    const columns = columnsOf(sheet, width, gap);
    const first: HTMLElement[] = [];
    for (const block of sheet.querySelectorAll<HTMLElement>('[data-at]')) {
      const last = Math.max(
        ...[...block.getClientRects()].filter(({ height }) => height > 0).map((box) => columns.of(box)),
      );
      for (let page = 0; page <= last; page++) if (first[page]?.contains(block) ?? true) first[page] = block;
    }
    found[sheet.id] = first.map((block) => block.dataset.at ?? '');
  }
  return found;
}
