import type { PDFDocument, PDFPage, PDFRef } from '@cantoo/pdf-lib';
import { circlePath } from './pdf-circle.js';
import { putAround } from './pdf-contents.js';
import { straightLine } from './pdf-numbers.js';

/** What lies around the finished pages for a print shop; lengths in points. */
export interface Surround {
  /** How far the bleed box goes beyond the cut. */
  readonly bleed: number;
  /** How far it goes where pages are bound, on the left or the right by turns. */
  readonly atSpine: number;
  /** The first page is bound on this side. */
  readonly bound: 'left' | 'right';
  /** Marks where to cut, and crosses by which inks are laid on each other, outside the bleed. */
  readonly marks: boolean;
  /** There are four inks, and marks are in all of them. */
  readonly fourInks: boolean;
}

const MM = 72 / 25.4;
/** A mark keeps off the cut by so much at least: a knife that misses by a little must not leave it on the page. */
const OFF = 3 * MM;
const LENGTH = 5 * MM;
/** A hairline that every press holds. */
const HAIR = 0.25;
const RADIUS = 1.5 * MM;

/**
 * Puts paper around finished pages: the trim box (ISO 32000-1, 14.11.2) stays where it is, the bleed box lies around it, and the
 * sheet around that has room for the marks. Nothing on the pages moves.
 */
export function surroundPages(document: PDFDocument, surround: Surround): void {
  const { bleed, atSpine, bound, marks, fourInks } = surround;
  const drawn = new Map<string, PDFRef>();
  for (const [index, page] of document.getPages().entries()) {
    const { x, y, width, height } = page.getTrimBox();
    const edge = marks ? Math.max(bleed, OFF) + LENGTH : bleed;
    const boundLeft = (index % 2 === 0) === (bound === 'left');
    const box = (by: number): [number, number, number, number] => {
      const less = bleed - atSpine;
      return [x - by + (boundLeft ? less : 0), y - by, width + 2 * by - less, height + 2 * by];
    };
    page.setMediaBox(...box(edge));
    page.setCropBox(...box(edge));
    page.setBleedBox(...box(bleed));
    if (!marks) continue;
    const key = [x, y, width, height].join(' ');
    const ref =
      drawn.get(key) ??
      document.context.register(document.context.flateStream(marksFor(page, bleed, fourInks)));
    drawn.set(key, ref);
    putAround(page, ref);
  }
}

function marksFor(page: PDFPage, bleed: number, fourInks: boolean): string {
  const { x, y, width, height } = page.getTrimBox();
  const off = Math.max(bleed, OFF);
  const [right, top] = [x + width, y + height];
  const lines: string[] = [];
  const line = (...ends: Parameters<typeof straightLine>): void => void lines.push(straightLine(...ends));
  for (const [side, out] of [
    [x, -1],
    [right, 1],
  ] as const)
    for (const at of [y, top]) line(side + out * off, at, side + out * (off + LENGTH), at);
  for (const [side, out] of [
    [y, -1],
    [top, 1],
  ] as const)
    for (const at of [x, right]) line(at, side + out * off, at, side + out * (off + LENGTH));
  const middle = off + LENGTH / 2;
  for (const [cx, cy] of [
    [x - middle, y + height / 2],
    [right + middle, y + height / 2],
    [x + width / 2, y - middle],
    [x + width / 2, top + middle],
  ] as const) {
    line(cx - LENGTH / 2, cy, cx + LENGTH / 2, cy);
    line(cx, cy - LENGTH / 2, cx, cy + LENGTH / 2);
    lines.push(`${circlePath(cx, cy, RADIUS)} S`);
  }
  const ink = fourInks ? '1 1 1 1 K' : '0 G';
  return `/Artifact <</Type /Page>> BDC q ${HAIR} w ${ink}\n${lines.join('\n')}\nQ EMC\n`;
}
