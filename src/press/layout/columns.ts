/*
 * Runs inside the page, lent to it under its own name: it may use nothing but its arguments and the DOM.
 */

/** Tells in which column of a section something stands, from 0: columns are pages while they are measured. */
export interface Columns {
  /** Of what begins so far from the side that the lines of the section begin on, in CSS pixels. */
  at(distance: number): number;
  of(box: DOMRect): number;
}

/**
 * The columns of a section as it stands now. Half the gap on either side belongs to a column: text may hang out of it a little.
 * @param width of the text block, `gap` between two columns, in CSS pixels
 */
export function columnsOf(sheet: Element, width: number, gap: number): Columns {
  const { left, right } = sheet.getBoundingClientRect();
  const rightToLeft = getComputedStyle(sheet).direction === 'rtl';
  const at = (distance: number): number => Math.floor((distance + gap / 2) / (width + gap));
  return { at, of: (box) => at(rightToLeft ? right - box.right : box.left - left) };
}
