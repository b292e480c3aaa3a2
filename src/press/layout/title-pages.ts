/*
 * Runs inside the page, sent there as its own source.
 */

import type { columnsOf as columns } from './columns.js';

declare const columnsOf: typeof columns;

/**
 * Makes half title, title page, copyright page and the titles of parts fit on one page each: first there is less white on it, then the type is smaller,
 * as far as its edition has it (`styles/media/paged.css`). What no step is enough for is an author's own text, and stays as it is.
 * Whatever it did before is taken back first.
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
  const set = (sheet: HTMLElement, [white, type]: readonly [number, number]): void => {
    sheet.style.setProperty('--octavo-white', String(white));
    sheet.style.setProperty('--octavo-type', String(type));
  };
  const unset = (sheet: HTMLElement): void => {
    sheet.style.removeProperty('--octavo-white');
    sheet.style.removeProperty('--octavo-type');
  };
  const runsOver = (sheet: HTMLElement): boolean => {
    const titles = [...sheet.querySelectorAll(sheet.matches('.part') ? ':scope > h1' : ':scope > *')];
    const box = titles.flatMap((title) => [...title.getClientRects()]).at(-1);
    return !!box && columnsOf(sheet, width, gap).of(box) > 0;
  };

  const all = [
    ...document.querySelectorAll<HTMLElement>(
      'body > .sheet:is(.halftitlepage, .titlepage, .copyright-page, .part)',
    ),
  ];
  for (const sheet of all) unset(sheet);
  let over = all.filter(runsOver);
  for (const step of STEPS) {
    for (const sheet of over) set(sheet, step);
    over = over.filter(runsOver);
  }
  for (const sheet of over) unset(sheet);
}
