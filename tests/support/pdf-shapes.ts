import { getDocument, OPS } from './pdfjs.js';

/** A rectangle with what it is filled with, or a piece of text with its letters; points, from the upper left corner of the sheet. */
export interface Shape {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly colour?: string | undefined;
  readonly text?: string | undefined;
  /** Degrees by which a text is turned, against the clock. */
  readonly turned?: number | undefined;
}

type Matrix = readonly [number, number, number, number, number, number];

const multiplied = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
];

/** What is filled on the first page, and what is written on it, turned or not, as pdf.js has it. */
export async function shapesOf(bytes: Uint8Array): Promise<{ filled: Shape[]; texts: Shape[] }> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false }).promise;
  try {
    const page = await document.getPage(1);
    const [x0 = 0, , , y1 = 0] = page.view;
    const box = (points: readonly (readonly [number, number])[]) => ({
      left: Math.min(...points.map(([x]) => x)) - x0,
      right: Math.max(...points.map(([x]) => x)) - x0,
      top: y1 - Math.max(...points.map(([, y]) => y)),
      bottom: y1 - Math.min(...points.map(([, y]) => y)),
    });
    const corners = (
      [a, b, c, d, e, f]: Matrix,
      [left, low, right, high]: readonly [number, number, number, number],
    ) =>
      box(
        (
          [
            [left, low],
            [right, low],
            [left, high],
            [right, high],
          ] as const
        ).map(([x, y]) => [a * x + c * y + e, b * x + d * y + f] as const),
      );
    const filled: Shape[] = [];
    let matrix: Matrix = [1, 0, 0, 1, 0, 0];
    let colour = '#000000';
    const saved: { matrix: Matrix; colour: string }[] = [];
    const { fnArray, argsArray } = await page.getOperatorList();
    for (const [index, operation] of fnArray.entries()) {
      const values = argsArray[index] as unknown[];
      if (operation === OPS.save) saved.push({ matrix, colour });
      else if (operation === OPS.restore) ({ matrix, colour } = saved.pop() ?? { matrix, colour });
      else if (operation === OPS.transform) matrix = multiplied(matrix, values as unknown as Matrix);
      else if (operation === OPS.setFillRGBColor || operation === OPS.setFillGray) colour = String(values[0]);
      else if (operation === OPS.constructPath && values[0] === OPS.fill)
        filled.push({ ...corners(matrix, values[2] as [number, number, number, number]), colour });
    }
    const texts: Shape[] = [];
    const { items } = await page.getTextContent();
    for (const item of items) {
      if (!('str' in item) || !item.str.trim()) continue;
      const transform = item.transform as unknown as Matrix;
      const size = Math.hypot(transform[0], transform[1]);
      // The letters of the faces that are used here reach so far above and below the line.
      const reach = [0, -0.27 * size, item.width, 0.74 * size] as const;
      const unit = transform.map((value, at) => (at < 4 ? value / size : value)) as unknown as Matrix;
      texts.push({
        ...corners(unit, reach),
        text: item.str,
        turned: Math.round((Math.atan2(transform[1], transform[0]) * 180) / Math.PI),
      });
    }
    return { filled, texts };
  } finally {
    await document.loadingTask.destroy();
  }
}
