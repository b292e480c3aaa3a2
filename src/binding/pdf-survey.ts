import { PDFDict, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { operators, scanContent } from './pdf-content.js';
import { type Matrix, times, UNIT } from './pdf-matrix.js';
import { inksOf } from './pdf-spaces.js';
import { decode } from './pdf-stream.js';

const SURVEYED = operators('q', 'Q', 'cm', 're', 'W', 'W*', 'Tf', 'Tm', 'rg', 'RG', 'Do', 'k', 'K', 'sh');

/** What is painted on a page; lengths in points from its lower left corner. */
export interface Survey {
  /** The text block, as its column is cut. */
  readonly left: number | undefined;
  readonly right: number | undefined;
  /** The feet of the lowest line and of the highest, with the size of its letters. */
  readonly lowest: number | undefined;
  readonly highest: { readonly baseline: number; readonly size: number } | undefined;
  /** Something is painted in a colour. */
  readonly coloured: boolean;
  /** Something black or grey is painted as a mixture of colours. */
  readonly mixed: boolean;
  /** Pixels per inch of each image, as it is painted. */
  readonly images: readonly number[];
}

const INCH = 72;

/** Looks over the content of a page: where its text stands, what it is painted with. */
export function survey(content: Uint8Array, resources: PDFDict | undefined): Survey {
  const found = {
    left: undefined as number | undefined,
    right: undefined as number | undefined,
    lowest: undefined as number | undefined,
    highest: undefined as { baseline: number; size: number } | undefined,
    coloured: false,
    mixed: false,
    images: [] as number[],
  };
  const done = new Set<PDFRawStream>();
  const look = (bytes: Uint8Array, own: PDFDict | undefined, start: Matrix): void => {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const numbers = (from: number, to: number): number[] =>
      text.toString('latin1', from, to).split(/\s+/).map(Number);
    const saved: Matrix[] = [];
    let place = start;
    let size = 0;
    let drawn: readonly [number, number] | undefined;
    scanContent(bytes, SURVEYED, (operator, from, to) => {
      switch (operator) {
        case 'q':
          saved.push(place);
          break;
        case 'Q':
          place = saved.pop() ?? place;
          break;
        case 'cm':
          place = times(numbers(from, to), place);
          break;
        case 're': {
          const [x = 0, , width = 0] = numbers(from, to);
          drawn = [x * place[0] + place[4], (x + width) * place[0] + place[4]];
          break;
        }
        case 'W':
        case 'W*':
          if (drawn) {
            found.left = Math.min(found.left ?? drawn[0], ...drawn);
            found.right = Math.max(found.right ?? drawn[1], ...drawn);
          }
          break;
        case 'Tf':
          size = Number(/ ([\d.]+) Tf$/.exec(text.toString('latin1', from, to))?.[1] ?? 0);
          break;
        case 'Tm': {
          const baseline = times(numbers(from, to), place)[5];
          found.lowest = Math.min(found.lowest ?? baseline, baseline);
          if (baseline > (found.highest?.baseline ?? Number.NEGATIVE_INFINITY))
            found.highest = { baseline, size: size * Math.abs(place[3]) };
          break;
        }
        case 'rg':
        case 'RG': {
          const [red, green, blue] = numbers(from, to);
          if (red === green && green === blue) found.mixed = true;
          else found.coloured = true;
          break;
        }
        case 'Do': {
          const name = /^\/(\S+)/.exec(text.toString('latin1', from, to))?.[1] ?? '';
          const object = own?.lookupMaybe(PDFName.of('XObject'), PDFDict)?.lookup(PDFName.of(name));
          if (!(object instanceof PDFRawStream)) break;
          if (object.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image')) {
            const width = object.dict.lookupMaybe(PDFName.of('Width'), PDFNumber)?.asNumber() ?? 0;
            const inches = Math.hypot(place[0], place[1]) / INCH;
            if (inches > 0) found.images.push(width / inches);
            if (!isGrey(object)) found.coloured = true;
          } else if (!done.has(object)) {
            done.add(object);
            look(decode(object), object.dict.lookupMaybe(PDFName.of('Resources'), PDFDict) ?? own, place);
          }
          break;
        }
        case 'k':
        case 'K':
        case 'sh':
          found.coloured = true;
          break;
      }
    });
  };
  look(content, resources, UNIT);
  return found;
}

function isGrey(image: PDFRawStream): boolean {
  const space = image.dict.lookup(PDFName.of('ColorSpace'));
  return space === undefined || inksOf(space) === 1;
}
