/*
 * Runs inside the page, sent there as its own source.
 */

import type { setCloser as closer } from './closer.js';
import type { columnsOf as columns } from './columns.js';

declare const columnsOf: typeof columns;
declare const setCloser: typeof closer;

/**
 * Makes half title, title page, copyright page and the titles of parts fit on one page each: first there is less white on it, then the type
 * is smaller, as far as its edition has it (`styles/media/paged/title-pages.css`). What no step is enough for is an author's own text, and stays as it is.
 * @param width of the text block, `gap` between two columns, in CSS pixels
 */
export function fitTitlePages(width: number, gap: number): void {
  /** Shares of the white and of the size of the type. */
  const STEPS: readonly (readonly [white: number, type: number])[] = [
    [0.7, 1],
    [0.45, 1],
    [0.3, 1],
    [0.3, 0.9],
    [0.25, 0.8],
    [0.2, 0.7],
    [0.15, 0.6],
    [0.1, 0.5],
  ];
  const all = document.querySelectorAll<HTMLElement>(
    'body > .sheet:is(.halftitlepage, .titlepage, .copyright-page, .part)',
  );
  setCloser([...all], ['--octavo-white', '--octavo-type'], STEPS, (sheet) => () => {
    const titles = [...sheet.querySelectorAll(sheet.matches('.part') ? ':scope > h1' : ':scope > *')];
    const box = titles.flatMap((title) => [...title.getClientRects()]).at(-1);
    return !!box && columnsOf(sheet, width, gap).of(box) > 0;
  });
}
