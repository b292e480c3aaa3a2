import type { PDFContext, PDFRef } from '@cantoo/pdf-lib';
import { circlePath } from './pdf-circle.js';

type Size = readonly [width: number, height: number];

/** A field that nothing is written in: the page shows where. */
export function nothing(context: PDFContext, size: Size): PDFRef {
  return look(context, size, '/Tx BMC EMC');
}

/** A tick from edge to edge of its box. */
export function tickMark(context: PDFContext, [width, height]: Size): PDFRef {
  const at = (x: number, y: number): string => `${round(x * width)} ${round(y * height)}`;
  const pen = round(Math.min(width, height) * 0.14);
  return look(
    context,
    [width, height],
    `q ${pen} w 1 J 1 j 0 G ${at(0.18, 0.5)} m ${at(0.42, 0.24)} l ${at(0.84, 0.8)} l S Q`,
  );
}

/** A ring around the step that is chosen, which leaves its number legible. */
export function choiceRing(context: PDFContext, [width, height]: Size): PDFRef {
  const pen = 2;
  const radius = Math.min(width, height) / 2 - pen / 2;
  const ring = circlePath(width / 2, height / 2, radius);
  return look(context, [width, height], `q ${pen} w 0 G ${ring} s Q`);
}

function look(context: PDFContext, [width, height]: Size, content: string): PDFRef {
  return context.register(
    context.stream(content, {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, round(width), round(height)],
      Resources: {},
    }),
  );
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
