/*
 * Runs inside the page, lent to it under its own name: it may use nothing but its arguments, the DOM and what else was lent.
 */

import type { theRange as rangeOf } from './range.js';

declare const theRange: typeof rangeOf;

/** Whether justifying a paragraph would make spaces in it wider by more than half its size; it is not justified now. */
export function isLoose(paragraph: HTMLElement): boolean {
  // A picture is one piece, and so is a formula, whatever stands above or below in it; one that may be broken is as many as there are between
  // its spaces.
  const BROKEN = 'math.breakable:not([display],[data-whole])';
  const PIECE = `img,math:not(.breakable),math:is([display],[data-whole]),${BROKEN}>mrow>*`;
  const SPACED = `${BROKEN},${BROKEN}>mrow`;
  const size = Number.parseFloat(getComputedStyle(paragraph).fontSize);
  const room = Math.max(...[...paragraph.getClientRects()].map((box) => box.width));
  const rows: { middle: number; bottom: number; left: number; right: number; gaps: number }[] = [];
  const range = theRange();
  let spaced = false;
  const place = (boxes: Iterable<DOMRect>): void => {
    for (const { left, right, top, bottom } of boxes) {
      const middle = (top + bottom) / 2;
      const row = rows.at(-1);
      // What is as high as a fraction stands in the row whose text it goes on from, and so does text behind a picture, at the foot of that.
      const goesOn = row && left >= row.right - 1 && top < row.bottom && row.middle < bottom;
      if (!row || (!goesOn && Math.abs(row.middle - middle) > size * 0.7))
        rows.push({ middle, bottom, left, right, gaps: 0 });
      else {
        row.bottom = Math.max(row.bottom, bottom);
        row.left = Math.min(row.left, left);
        row.right = Math.max(row.right, right);
        if (spaced) row.gaps++;
      }
      spaced = false;
    }
  };
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element && node.matches(PIECE)) place(node.getClientRects());
    const inFormula = node instanceof Text && node.parentElement?.closest('math');
    if (!(node instanceof Text) || (inFormula && !node.parentElement?.matches(SPACED))) continue;
    for (const { index, 0: piece } of node.data.matchAll(/\S+|\s+/g)) {
      if (!piece.trim()) {
        spaced = true;
        continue;
      }
      range.setStart(node, index);
      range.setEnd(node, index + piece.length);
      place(range.getClientRects());
    }
  }
  return rows
    .slice(0, -1)
    .some(({ left, right, gaps }) => (room - right + left) / Math.max(1, gaps) > size / 2);
}
