/*
 * The foot of a handout, in print and in pictures of it: a line that says whose it is, and the number of the page at its end. A
 * long line goes on on a second one, and never reaches the number.
 */

/** Room for a number as long as “10 / 12”, and for a gap before it, in CSS pixels. */
const FOLIO_ROOM = 72;

/** The letters of the number are larger than those of the line: with the same height of a line their baselines meet. */
const LINE = 'line-height:10pt;vertical-align:top';

/** @param width of the text block, in CSS pixels */
export function footStyle(width: number): string {
  return `width:${width - FOLIO_ROOM}px;padding-top:10pt;${LINE};font-family:var(--book-small-font);font-size:8pt;text-align:left;white-space:normal;overflow-wrap:anywhere`;
}

export const FOOT_FOLIO_STYLE = `padding-top:9.5pt;${LINE};font-family:var(--book-text-font);font-size:var(--book-head-size);font-variant-numeric:var(--book-figures);text-align:right;white-space:nowrap`;
