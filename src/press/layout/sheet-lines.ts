/*
 * Runs inside the page, sent there as its own source.
 */

import type { columnsOf as columns } from './columns.js';

declare const columnsOf: typeof columns;

/** A line over the whole sheet, as it was found in its section. */
export interface SheetLine {
  readonly section: string;
  /** From 0. */
  readonly page: number;
  readonly kind: 'fold' | 'cut';
  /** How far below the top of the text block it is, in CSS pixels; or where on the page it is to be, whatever the text does. */
  readonly at: number | 'half' | 'thirds';
}

/**
 * Where the sheet is to be folded or cut. Chromium prints nothing outside of the text block, so that the finished PDF gets the lines.
 * @param width of the text block, `gap` between two columns, in CSS pixels
 */
export function sheetLines(width: number, gap: number): SheetLine[] {
  return [...document.querySelectorAll('.sheet-line')].flatMap((line) => {
    const sheet = line.closest('.sheet');
    if (!sheet) return [];
    const box = line.getBoundingClientRect();
    const at = line.matches('.line-half')
      ? 'half'
      : line.matches('.line-thirds')
        ? 'thirds'
        : (box.top + box.bottom) / 2 - sheet.getBoundingClientRect().top;
    const kind = line.matches('.fold-line') ? 'fold' : 'cut';
    return { section: sheet.id, page: columnsOf(sheet, width, gap).of(box), kind, at };
  });
}
