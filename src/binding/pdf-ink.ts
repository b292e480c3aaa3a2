import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { scanContent } from './pdf-content.js';
import { decode, replace } from './pdf-stream.js';

/** What a page may be printed with: whatever it has, with its greys in black alone, or nothing but black. */
export type Ink = 'colour' | 'black';

const GREY = PDFName.of('DeviceGray');
const RGB = PDFName.of('DeviceRGB');

/**
 * Says colours of a content stream in black where they are greys, and in greys whatever they are if there is to be black alone.
 * Chromium writes all of them as red, green and blue; a printer's machine may mix such a black of four inks, and its edges of
 * colours. Nothing is seen of it on a screen.
 */
export function inkContent(content: Uint8Array, ink: Ink): Uint8Array {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const pieces: Uint8Array[] = [];
  let done = 0;
  scanContent(content, (operator, start, end) => {
    if (operator !== 'rg' && operator !== 'RG') return;
    const grey = greyOf(bytes.toString('latin1', start, end).split(/\s+/).slice(0, 3).map(Number), ink);
    if (grey === undefined) return;
    pieces.push(content.subarray(done, start), Buffer.from(`${grey} ${operator === 'rg' ? 'g' : 'G'}`));
    done = end;
  });
  if (!pieces.length) return content;
  pieces.push(content.subarray(done));
  return Buffer.concat(pieces);
}

function greyOf(colour: readonly number[], ink: Ink): string | undefined {
  const [red = 0, green = 0, blue = 0] = colour;
  if (red !== green || green !== blue) {
    if (ink !== 'black') return undefined;
    return rounded(luma(red, green, blue));
  }
  return rounded(red);
}

/** How light a colour of sRGB looks, without leaving its scale (ITU-R BT.709). */
function luma(red: number, green: number, blue: number): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function rounded(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}

/**
 * Lets drawings and images beside the pages be printed with the same ink. Gradients of colour cannot be made grey here.
 * @param ink of the drawings; images are made grey where there is black alone
 * @returns how many things are still in colour
 */
export function inkResources(document: PDFDocument, ink: Ink): number {
  let coloured = 0;
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream) {
      const kind = object.dict.lookup(PDFName.of('Subtype'));
      const isPattern = object.dict.lookup(PDFName.of('PatternType')) === PDFNumber.of(1);
      if (kind === PDFName.of('Form') || isPattern) {
        const before = decode(object);
        const after = inkContent(before, ink);
        if (after !== before) replace(object, after);
        const group = object.dict.lookupMaybe(PDFName.of('Group'), PDFDict);
        if (ink === 'black' && inksOf(group?.lookup(PDFName.of('CS'))) === 3)
          group?.set(PDFName.of('CS'), GREY);
      } else if (kind === PDFName.of('Image') && ink === 'black' && !makeGrey(object)) coloured++;
    }
    const dict = object instanceof PDFRawStream ? object.dict : object;
    if (dict instanceof PDFDict && isColouredGradient(dict)) coloured++;
  }
  return coloured;
}

/** Of a shading, or of a pattern that has one of its own (ISO 32000-1, 8.7.4). */
function isColouredGradient(dict: PDFDict): boolean {
  const own = dict.get(PDFName.of('Shading'));
  const shading = own instanceof PDFDict || own instanceof PDFRawStream ? own : dict;
  const { dict: facts } = shading instanceof PDFRawStream ? shading : { dict: shading };
  return facts.has(PDFName.of('ShadingType')) && inksOf(facts.lookup(PDFName.of('ColorSpace'))) !== 1;
}

/** Makes an image grey whose pixels lie open; photographs were made grey before they were printed. */
function makeGrey(image: PDFRawStream): boolean {
  const { dict } = image;
  const space = dict.lookup(PDFName.of('ColorSpace'));
  const inks = inksOf(space);
  if (inks === 1) dict.set(PDFName.of('ColorSpace'), GREY);
  if (space === undefined || inks === 1) return true;
  const open =
    inks === 3 &&
    dict.lookup(PDFName.of('Filter')) === PDFName.of('FlateDecode') &&
    !dict.has(PDFName.of('DecodeParms')) &&
    dict.lookupMaybe(PDFName.of('BitsPerComponent'), PDFNumber)?.asNumber() === 8;
  if (!open) return false;
  const pixels = inflateSync(image.contents);
  const grey = new Uint8Array(Math.floor(pixels.length / 3));
  for (let at = 0; at < grey.length; at++)
    grey[at] = Math.round(luma(pixels[at * 3] ?? 0, pixels[at * 3 + 1] ?? 0, pixels[at * 3 + 2] ?? 0));
  replace(image, grey);
  dict.set(PDFName.of('ColorSpace'), GREY);
  return true;
}

/** The inks of a colour space, by how many there are: Chromium writes sRGB as a profile or by its plain name. */
function inksOf(space: PDFObject | undefined): number {
  if (space === GREY) return 1;
  if (space === RGB) return 3;
  const [kind, profile] = space instanceof PDFArray ? [space.lookup(0), space.lookup(1)] : [];
  if (kind === PDFName.of('CalGray')) return 1;
  if (kind !== PDFName.of('ICCBased') || !(profile instanceof PDFRawStream)) return 0;
  return profile.dict.lookupMaybe(PDFName.of('N'), PDFNumber)?.asNumber() ?? 0;
}
