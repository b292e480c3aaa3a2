/*
 * Runs inside the page, sent there as its own source.
 */

import type { setCloser as closer } from './closer.js';
import type { columnsOf as columns } from './columns.js';

declare const columnsOf: typeof columns;
declare const setCloser: typeof closer;

/**
 * Sets contents and lists closer whose last page holds a few lines and no more: first there is less white in them, then their lines are a
 * little closer, as far as their edition has it (`styles/media/paged/contents.css`). Where no step saves the page, they stay as they are.
 * @param width of the text block, `gap` between two columns, in CSS pixels
 */
export function fitContents(width: number, gap: number): void {
  /** Shares of the white and of the distance of lines. */
  const STEPS: readonly (readonly [white: number, leading: number])[] = [
    [0.7, 1],
    [0.45, 1],
    [0.45, 0.96],
    [0.3, 0.92],
  ];
  /** A page that holds more than this share of its height is one in its own right. */
  const FEW = 0.22;
  const lastOf = (sheet: HTMLElement): { page: number; share: number } => {
    const box = [...sheet.querySelectorAll('.toc-line')]
      .findLast((line) => line.getClientRects().length)
      ?.getClientRects()[0];
    const { top, height } = sheet.getBoundingClientRect();
    return {
      page: box ? columnsOf(sheet, width, gap).of(box) : 0,
      share: box ? (box.bottom - top) / height : 1,
    };
  };
  const all = document.querySelectorAll<HTMLElement>('body > .sheet:is(.toc, .loi, .lot, .list-of-listings)');
  setCloser([...all], ['--octavo-white', '--octavo-leading'], STEPS, (sheet) => {
    const { page, share } = lastOf(sheet);
    return () => page > 0 && share <= FEW && lastOf(sheet).page >= page;
  });
}
