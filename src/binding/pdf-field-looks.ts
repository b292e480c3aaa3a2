import type { PDFContext, PDFRef } from '@cantoo/pdf-lib';

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
  // What a quarter of a circle is drawn with, as a Bézier curve.
  const pull = radius * 0.5523;
  const [x, y] = [width / 2, height / 2];
  const point = (dx: number, dy: number): string => `${round(x + dx)} ${round(y + dy)}`;
  const quarters = [
    [radius, pull, pull, radius, 0, radius],
    [-pull, radius, -radius, pull, -radius, 0],
    [-radius, -pull, -pull, -radius, 0, -radius],
    [pull, -radius, radius, -pull, radius, 0],
  ].map(([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]) => `${point(a, b)} ${point(c, d)} ${point(e, f)} c`);
  return look(context, [width, height], `q ${pen} w 0 G ${point(radius, 0)} m ${quarters.join(' ')} s Q`);
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
