import type { PDFDocument } from '@cantoo/pdf-lib';
import { putAround } from './pdf-contents.js';
import { straightLine } from './pdf-numbers.js';

/** A line from one edge of its page to the other. */
export interface EdgeLine {
  /** From 0. */
  readonly page: number;
  readonly kind: 'fold' | 'cut';
  /** How far it is above the foot of the page, in points; or the parts that it divides the page into. */
  readonly at: number | 'half' | 'thirds';
}

/**
 * Long dashes to fold at, and round dots to cut at: neither is taken for the other, nor for the short dashes around cards. The width
 * of the pen, the shape of its ends, and what is drawn and left out, in points.
 */
const PENS = { fold: '0.5 w 0 J [9 4.5] 0 d', cut: '1 w 1 J [0 3] 0 d' };
const GREY = '0.47 G';

/** Draws lines where sheets are to be folded or cut. They are no part of what is read (ISO 32000-1, 14.8.2.2). */
export function drawSheetLines(document: PDFDocument, lines: readonly EdgeLine[]): void {
  const { context } = document;
  const pages = document.getPages();
  for (const { page: number, kind, at } of lines) {
    const page = pages[number];
    if (!page) continue;
    const { x, y, width, height } = page.getTrimBox();
    const parts = at === 'half' ? [1 / 2] : at === 'thirds' ? [1 / 3, 2 / 3] : [];
    const heights = typeof at === 'number' ? [at] : parts.map((part) => part * height);
    const drawn = heights.map((above) => straightLine(x, y + above, x + width, y + above));
    const stream = context.flateStream(
      `/Artifact <</Type /Layout>> BDC q ${GREY} ${PENS[kind]}\n${drawn.join('\n')}\nQ EMC\n`,
    );
    putAround(page, context.register(stream));
  }
}
