/*
 * Runs inside the page, sent there as its own source.
 */

import type { columnsOf as columns } from './columns.js';

declare const columnsOf: typeof columns;

/**
 * Sets contents closer whose last page holds a few lines and no more: first there is less white in them, then their lines are a little
 * closer, as far as their edition has it (`styles/media/paged.css`). Where no step saves the page, they stay as they are.
 * Whatever it did before is taken back first.
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
  const [WHITE, LEADING] = ['--octavo-white', '--octavo-leading'];
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
  const unset = ({ style }: HTMLElement): void => {
    for (const name of [WHITE, LEADING]) style.removeProperty(name);
  };

  const all = [...document.querySelectorAll<HTMLElement>('body > .sheet.toc')];
  for (const sheet of all) unset(sheet);
  let over = all
    .map((sheet) => ({ sheet, ...lastOf(sheet) }))
    .filter(({ page, share }) => page > 0 && share <= FEW);
  for (const [white, leading] of STEPS) {
    for (const { sheet } of over) {
      sheet.style.setProperty(WHITE, String(white));
      sheet.style.setProperty(LEADING, String(leading));
    }
    over = over.filter(({ sheet, page }) => lastOf(sheet).page >= page);
  }
  for (const { sheet } of over) unset(sheet);
}
