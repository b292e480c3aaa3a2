import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { type Ink, isGrey, type Rgb } from './pdf-ink.js';
import { inksOf, SPACES } from './pdf-spaces.js';

const COLOUR_SPACE = PDFName.of('ColorSpace');
const STOPS = [PDFName.of('C0'), PDFName.of('C1')] as const;

/**
 * Says the stops of a gradient in other inks: of a shading, or of a pattern that has one of its own (ISO 32000-1, 8.7.4).
 * Between two stops the inks go over as the colours did. One that is computed by a program (7.10.5) stays as it is.
 * @returns whether there is none, or none that is still in colours
 */
export function inkGradient(dict: PDFDict, ink: Ink): boolean {
  const shading = shadingOf(dict);
  if (!shading || inksOf(shading.lookup(COLOUR_SPACE)) === ink.inks) return true;
  const functions = functionsOf(shading.lookup(PDFName.of('Function')));
  if (!functions || inksOf(shading.lookup(COLOUR_SPACE)) !== 3) return false;
  for (const one of functions) {
    // Two gradients may share it.
    if (one.lookup(STOPS[0], PDFArray).size() !== 3) continue;
    for (const key of STOPS) one.set(key, one.context.obj(mixed(stopOf(one, key), ink)));
  }
  shading.set(COLOUR_SPACE, SPACES[ink.inks]);
  return true;
}

/** Every colour that a gradient has a stop of. */
export function stopsOf(dict: PDFDict): Rgb[] {
  const shading = shadingOf(dict);
  if (!shading || inksOf(shading.lookup(COLOUR_SPACE)) !== 3) return [];
  const functions = functionsOf(shading.lookup(PDFName.of('Function'))) ?? [];
  return functions.flatMap((one) => STOPS.map((key) => stopOf(one, key)));
}

function mixed(stop: Rgb, ink: Ink): number[] {
  return (ink.inks === 4 && isGrey(stop) ? [0, 0, 0, 1 - stop[0]] : ink.mix(stop)).map(
    (part) => Math.round(part * 10_000) / 10_000,
  );
}

function shadingOf(dict: PDFDict): PDFDict | undefined {
  const own = dict.get(PDFName.of('Shading')) && dict.lookup(PDFName.of('Shading'));
  const shading = own instanceof PDFDict || own instanceof PDFRawStream ? own : dict;
  const facts = shading instanceof PDFRawStream ? shading.dict : shading;
  return facts.has(PDFName.of('ShadingType')) ? facts : undefined;
}

/** The functions that go from one stop to the next (7.10.3), joined by others (7.10.4); nothing if any is of another kind. */
function functionsOf(object: PDFObject | undefined): PDFDict[] | undefined {
  if (!(object instanceof PDFDict)) return undefined;
  const type = object.lookupMaybe(PDFName.of('FunctionType'), PDFNumber)?.asNumber();
  if (type === 2) return STOPS.every((key) => object.has(key)) ? [object] : undefined;
  const joined = type === 3 ? object.lookupMaybe(PDFName.of('Functions'), PDFArray) : undefined;
  const parts = joined?.asArray().map((_, at) => functionsOf(joined.lookup(at)));
  return parts?.every((part) => part !== undefined) ? parts.flat() : undefined;
}

function stopOf(one: PDFDict, key: PDFName): Rgb {
  const [red = 0, green = 0, blue = 0] = one
    .lookup(key, PDFArray)
    .asArray()
    .map((part) => (part instanceof PDFNumber ? part.asNumber() : 0));
  return [red, green, blue];
}
