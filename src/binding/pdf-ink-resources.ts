import { promisify } from 'node:util';
import { constants, inflate, type ZlibOptions } from 'node:zlib';
import { PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import type { Separation } from '../model/darkroom.js';
import { BLACK, type Ink, inkContent, luma } from './pdf-ink.js';
import { inkGradient } from './pdf-ink-gradients.js';
import { inksOf, SPACES } from './pdf-spaces.js';
import { decode, replace } from './pdf-stream.js';

const CS = PDFName.of('CS');
const COLOUR_SPACE = PDFName.of('ColorSpace');

/**
 * Lets drawings, gradients and images beside the pages be printed with the same inks.
 * @param separation for images, where there are four inks
 * @returns how many things are still in red, green and blue
 */
export async function inkResources(
  document: PDFDocument,
  ink: Ink,
  separation: Separation | undefined,
): Promise<number> {
  let left = 0;
  const images: [PDFRawStream, Ink][] = [];
  const masks = masksOf(document);
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    // What shows through is a matter of light and dark, whatever it is printed with.
    const own = masks.has(object) ? BLACK : ink;
    if (object instanceof PDFRawStream) {
      if (isDrawing(object)) inkDrawing(object, own);
      else if (isImage(object)) images.push([object, own]);
    }
    const dict = object instanceof PDFRawStream ? object.dict : object;
    if (own.inks !== 3 && dict instanceof PDFDict && !inkGradient(dict, own)) left++;
  }
  for (let at = 0; at < images.length; at += AT_ONCE) {
    const some = images.slice(at, at + AT_ONCE).map(([image, own]) => inkImage(image, own, separation));
    left += (await Promise.all(some)).filter((done) => !done).length;
  }
  return left;
}

/** So many images lie about unpacked at most. */
const AT_ONCE = 3;

/** Forms, and patterns that are drawn (ISO 32000-1, 8.7.3 and 8.10). */
export function isDrawing({ dict }: PDFRawStream): boolean {
  return (
    dict.lookup(PDFName.of('Subtype')) === PDFName.of('Form') ||
    dict.lookup(PDFName.of('PatternType')) === PDFNumber.of(1)
  );
}

function inkDrawing(drawing: PDFRawStream, ink: Ink): void {
  const before = decode(drawing);
  const after = inkContent(before, ink);
  if (after !== before) replace(drawing, after);
  const group = drawing.dict.lookupMaybe(PDFName.of('Group'), PDFDict);
  if (ink.inks !== 3 && inksOf(group?.lookup(CS)) === 3) group?.set(CS, SPACES[ink.inks]);
}

function isImage({ dict }: PDFRawStream): boolean {
  return dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image');
}

/**
 * Turns an image of red, green and blue, whose pixels lie open or are a JPEG's. Chromium unpacks a drawing in greys to three colours alike:
 * it is black ink, whatever there is to print with. In black, photographs were made grey before they were printed.
 * @returns whether it is in these inks now
 */
async function inkImage(image: PDFRawStream, ink: Ink, separation: Separation | undefined): Promise<boolean> {
  const { dict } = image;
  const space = dict.lookup(COLOUR_SPACE);
  if (inksOf(space) === 1) dict.set(COLOUR_SPACE, SPACES[1]);
  // A stencil has no colours of its own.
  if (space === undefined || inksOf(space) === 1) return true;
  if (inksOf(space) !== 3) return ink.inks === 3;
  const filter = dict.lookup(PDFName.of('Filter'));
  const open =
    filter === PDFName.of('FlateDecode') &&
    !dict.has(PDFName.of('DecodeParms')) &&
    dict.lookupMaybe(PDFName.of('BitsPerComponent'), PDFNumber)?.asNumber() === 8;
  if (open) {
    if (ink.inks === 3 && !areGrey(await beginningOf(image))) return true;
    const pixels = await inflated(image.contents, { chunkSize: bytesOf(dict) });
    if (ink.inks === 1 || areGrey(pixels)) {
      replace(image, greys(pixels));
      dict.set(COLOUR_SPACE, SPACES[1]);
      return true;
    }
    if (separation && ink.inks === 4) replace(image, await separation.colours(pixels));
  } else if (separation && ink.inks === 4 && filter === PDFName.of('DCTDecode')) {
    image.updateContents(await separation.photograph(image.contents));
    dict.set(PDFName.of('Decode'), dict.context.obj([1, 0, 1, 0, 1, 0, 1, 0]));
  } else return ink.inks === 3;
  if (ink.inks !== 3) dict.set(COLOUR_SPACE, SPACES[ink.inks]);
  return true;
}

/** Unpacks beside what goes on here: several at once are done on as many threads. */
const inflated = promisify<Uint8Array, ZlibOptions, Uint8Array>(inflate);

/** So many bytes of a packed image are looked at first: one in colours mostly shows a colour in them, and the rest need not be unpacked. */
const BEGINNING = 4096;

function beginningOf({ contents }: PDFRawStream): Promise<Uint8Array> {
  return inflated(contents.subarray(0, BEGINNING), { finishFlush: constants.Z_SYNC_FLUSH });
}

/** As many as the pixels take, and one more: unpacked piece by piece, they are copied together. Zlib wants 64 at least. */
function bytesOf(dict: PDFDict): number {
  const [width, height] = ['Width', 'Height'].map((key) =>
    dict.lookup(PDFName.of(key), PDFNumber).asNumber(),
  );
  return Math.max(64, (width ?? 0) * (height ?? 0) * 3 + 1);
}

function areGrey(pixels: Uint8Array): boolean {
  for (let at = 0; at + 2 < pixels.length; at += 3)
    if (pixels[at] !== pixels[at + 1] || pixels[at] !== pixels[at + 2]) return false;
  return true;
}

function greys(pixels: Uint8Array): Uint8Array {
  const grey = new Uint8Array(Math.floor(pixels.length / 3));
  for (let at = 0; at < grey.length; at++)
    grey[at] = Math.round(luma([pixels[at * 3] ?? 0, pixels[at * 3 + 1] ?? 0, pixels[at * 3 + 2] ?? 0]));
  return grey;
}

/** Everything that is used by masks whose light and dark decide how much is seen (11.5.3), and by nothing else. */
function masksOf(document: PDFDocument): Set<PDFObject> {
  const masks = new Set<PDFObject>();
  const enter = (object: PDFObject | undefined): void => {
    const dict = object instanceof PDFRawStream ? object.dict : object;
    if (!object || !(dict instanceof PDFDict) || masks.has(object)) return;
    masks.add(object);
    const resources = dict.lookupMaybe(PDFName.of('Resources'), PDFDict);
    for (const kind of ['XObject', 'Pattern', 'Shading']) {
      const named = resources?.lookupMaybe(PDFName.of(kind), PDFDict);
      for (const key of named?.keys() ?? []) enter(named?.lookup(key));
    }
  };
  for (const [, object] of document.context.enumerateIndirectObjects())
    if (object instanceof PDFDict && object.lookup(PDFName.of('S')) === PDFName.of('Luminosity'))
      enter(object.lookup(PDFName.of('G')));
    else if (object instanceof PDFDict) {
      const mask = object.lookup(PDFName.of('SMask'));
      if (mask instanceof PDFDict && mask.lookup(PDFName.of('S')) === PDFName.of('Luminosity'))
        enter(mask.lookup(PDFName.of('G')));
    }
  return masks;
}
