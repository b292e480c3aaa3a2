import type { Element } from 'hast';
import { s } from 'hastscript';
import { barsOf, eanOf, MODULES, QUIET } from './ean.js';

const MM = 96 / 25.4;
/** The symbol at its nominal size, in millimetres: a module, bars, how much longer guards are, and the digits (ISO/IEC 15420, 5). */
const NOMINAL = { module: 0.33, bars: 22.85, guards: 1.65, digits: 2.75, height: 25.93 };
/** It may be made smaller, down to this. */
const SMALLEST = 0.8;
/** The line above it, and the white round everything, in millimetres. */
const LINE = 2.6;
const WHITE = 0.9;

/**
 * A bar code on white, in a box of a size: an EAN-13 at its nominal size, or as large as the box holds, with the ISBN above.
 * @param box in CSS pixels
 */
export function barcode(isbn: string, box: { readonly width: number; readonly height: number }): Element {
  const ean = eanOf(isbn);
  const whole = MODULES + QUIET.left + QUIET.right;
  const wide = box.width / MM / (whole * NOMINAL.module);
  const high = (box.height / MM - LINE - 2 * WHITE) / NOMINAL.height;
  const scale = Math.max(SMALLEST, Math.min(1, wide, high));
  const module = NOMINAL.module * MM * scale;
  const digits = NOMINAL.digits * MM * scale;
  const bars = NOMINAL.bars * MM * scale;
  const used = (NOMINAL.height * scale + LINE) * MM;
  const left = (box.width - whole * module) / 2 + QUIET.left * module;
  const top = (box.height - used) / 2 + LINE * MM;
  const below = top + bars + digits * 1.06;
  const half = (text: string, from: number): Element =>
    write(text, left + from * module, below, digits, 42 * module);
  return s('g', { className: ['barcode'] }, [
    s('rect', { x: 0, y: 0, width: box.width, height: box.height, fill: '#ffffff' }),
    ...barsOf(ean).map(({ at, width, guard }) =>
      s('rect', {
        x: left + at * module,
        y: top,
        width: width * module,
        height: bars + (guard ? NOMINAL.guards * MM * scale : 0),
        fill: '#000000',
      }),
    ),
    s('g', { role: 'paragraph' }, [
      write(
        `ISBN ${isbn.replace(/^isbn[:\s]*/i, '')}`,
        left,
        top - 0.7 * MM,
        LINE * MM * 0.94,
        MODULES * module,
      ),
    ]),
    s('g', { role: 'paragraph' }, [
      write(ean.slice(0, 1), left - 9.5 * module, below, digits),
      half(ean.slice(1, 7), 3),
      half(ean.slice(7), 50),
    ]),
  ]);
}

/** Digits and capitals that are told apart, spread over a width where one is given. */
function write(text: string, x: number, y: number, size: number, width?: number): Element {
  const spread = width === undefined ? {} : { textLength: width * 0.96, lengthAdjust: 'spacing' };
  const from = width === undefined ? x : x + width * 0.02;
  return s(
    'text',
    {
      x: from,
      y,
      fill: '#000000',
      fontSize: size,
      fontFamily: '"Source Code Pro", monospace',
      direction: 'ltr',
      ...spread,
    },
    text,
  );
}
