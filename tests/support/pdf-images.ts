import { PDFDocument, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { getDocument, OPS } from './pdfjs.js';

/** An image as it was set on a page. */
export interface SetImage {
  /** Index of the page, from 0. */
  readonly page: number;
  /** Of the image, in pixels. */
  readonly pixels: number;
  /** Of its place on the page, in points. */
  readonly width: number;
  readonly height: number;
  /** Of its lower left corner, from that of the page before anything was put around it. */
  readonly left: number;
  readonly low: number;
  /** Pixels an inch, across. */
  readonly density: number;
}

type Matrix = readonly [number, number, number, number, number, number];

/** Every image of a PDF in the order in which it is painted, as pdf.js sees it. */
export async function setImages(bytes: Uint8Array): Promise<readonly SetImage[]> {
  const shown = await getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false }).promise;
  const images: SetImage[] = [];
  for (let index = 0; index < shown.numPages; index++) {
    const { fnArray, argsArray } = await (await shown.getPage(index + 1)).getOperatorList();
    let now: Matrix = [1, 0, 0, 1, 0, 0];
    const kept: Matrix[] = [];
    fnArray.forEach((fn, i) => {
      const args = argsArray[i] as number[] | undefined;
      if (fn === OPS.save) kept.push(now);
      else if (fn === OPS.restore) now = kept.pop() ?? now;
      else if (fn === OPS.transform) now = times(now, args as unknown as Matrix);
      else if (fn === OPS.paintImageXObject) {
        const width = Math.hypot(now[0], now[1]);
        const pixels = args?.[1] ?? 0;
        const height = Math.hypot(now[2], now[3]);
        const [left, low] = [Math.min(now[4], now[4] + now[0]), Math.min(now[5], now[5] + now[3])];
        images.push({ page: index, pixels, width, height, left, low, density: (pixels / width) * 72 });
      }
    });
  }
  await shown.loadingTask.destroy();
  return images;
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** How each image is stored: its filter, its size in pixels, and its bytes as they stand in the file. */
export async function storedImages(bytes: Uint8Array) {
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  return file.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFRawStream) || object.dict.get(PDFName.of('Subtype')) !== PDFName.of('Image'))
      return [];
    const number = (name: string): number => object.dict.lookup(PDFName.of(name), PDFNumber).asNumber();
    return [
      {
        filter: String(object.dict.get(PDFName.of('Filter'))),
        width: number('Width'),
        height: number('Height'),
        bytes: object.contents,
      },
    ];
  });
}
