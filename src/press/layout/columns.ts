/*
 * Runs inside the page, lent to it under its own name: it may use nothing but its arguments and the DOM.
 */

/** Tells where in which column of a section something stands: columns are pages while they are measured, counted from 0. */
export interface Columns {
  readonly rightToLeft: boolean;
  /** The column of what begins so far from the side that the lines of the section begin on, in CSS pixels. */
  at(distance: number): number;
  of(box: DOMRect): number;
  /** How far from that side of a column a box begins, in CSS pixels. */
  inset(box: DOMRect, column: number): number;
  /** How far down its column the middle of a box is, in CSS pixels. */
  middle(box: DOMRect): number;
}

/**
 * The columns of a section as it stands now. Half the gap on either side belongs to a column: text may hang out of it a little.
 * @param width of the text block, `gap` between two columns, in CSS pixels
 */
export function columnsOf(sheet: Element, width: number, gap: number): Columns {
  const { left, right, top } = sheet.getBoundingClientRect();
  const rightToLeft = getComputedStyle(sheet).direction === 'rtl';
  const distance = (box: DOMRect): number => (rightToLeft ? right - box.right : box.left - left);
  const at = (distance: number): number => Math.floor((distance + gap / 2) / (width + gap));
  return {
    rightToLeft,
    at,
    of: (box) => at(distance(box)),
    inset: (box, column) => distance(box) - column * (width + gap),
    middle: (box) => (box.top + box.bottom) / 2 - top,
  };
}
