import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import Slugger from 'github-slugger';
import type { Field } from '../model/field.js';
import { fieldFont } from './pdf-field-font.js';
import { choiceRing, nothing, tickMark } from './pdf-field-looks.js';
import { type Place, placesOfFields } from './pdf-field-places.js';
import { type LinkElement, PRINT } from './pdf-links.js';

/** The name of the font in the resources of the form. */
const FONT = 'Sans';
/** Text goes on in the next line (ISO 32000-1, table 228); a button is one choice of several (table 226). */
const MULTILINE = 1 << 12;
const RADIO = 1 << 15;
const OFF = PDFName.of('Off');

/** Text is so large, in points, where there is room for it. */
const SIZE = 11;
/** What is less high than two lines is one. */
const TWO_LINES = 28;
/** A gap is as high as a letter; text needs a little more, above and below. */
const AIR = 1.5;

/** What can be filled in, and the font for it, as a WOFF. */
export interface Form {
  readonly fields: readonly Field[];
  readonly font: Uint8Array;
}

/**
 * Makes a form (ISO 32000-1, 12.7) of the links that stand for fields: each is where Chromium put it, looks like the page as long as
 * nothing is filled in, and is called by its label.
 * @returns the links that are links
 */
export async function makeForm(
  document: PDFDocument,
  links: readonly LinkElement[],
  { fields, font }: Form,
): Promise<readonly LinkElement[]> {
  const { context, catalog } = document;
  const { places, rest } = placesOfFields(document, links, fields);
  if (!places.length) return rest;
  const names = new Slugger();
  for (const { name } of fields) names.occurrences[name] ??= 0;
  const taken = new Set<string>();
  const scales = new Map<string, PDFRef>();
  const made = new Set<PDFRef>();
  for (const place of places) {
    const { annotation, field, ref } = place;
    for (const key of ['A', 'Border']) annotation.delete(PDFName.of(key));
    if (field.kind === 'step') {
      const scale = scales.get(field.name) ?? addScale(context, field);
      scales.set(field.name, scale);
      made.add(scale);
      setStep(context, place, scale);
      continue;
    }
    // What goes on on the next page is a field of its own: two places of one would show the same.
    const name = taken.has(field.name) ? names.slug(field.name) : field.name;
    taken.add(name);
    made.add(ref);
    if (field.kind === 'tick') setTick(context, place, name);
    else setText(context, place, name);
  }
  const form = context.obj({
    Fields: [...made],
    DR: { Font: { [FONT]: await fieldFont(context, font) } },
    DA: PDFString.of(`/${FONT} 0 Tf 0 g`),
  });
  catalog.set(PDFName.of('AcroForm'), context.register(form));
  return rest;
}

function setWidget({ annotation }: Place, values: Readonly<Record<string, PDFObject>>): void {
  annotation.set(PDFName.of('Subtype'), PDFName.of('Widget'));
  annotation.set(PDFName.of('F'), PRINT);
  for (const [key, value] of Object.entries(values)) annotation.set(PDFName.of(key), value);
}

/** Where an annotation is, in points: left, low, right, high. */
function rectOf({ annotation }: Place): readonly [number, number, number, number] {
  const rect = annotation.lookup(PDFName.of('Rect'), PDFArray).asArray();
  const [left = 0, low = 0, right = 0, high = 0] = rect.map((one) => (one as PDFNumber).asNumber());
  return [left, low, right, high];
}

/** Width and height of an annotation, in points. */
function sizeOf(place: Place): readonly [width: number, height: number] {
  const [left, low, right, high] = rectOf(place);
  return [right - left, high - low];
}

function setText(context: PDFContext, place: Place, name: string): void {
  const { field, annotation } = place;
  if (field.kind === 'gap') {
    const [left, low, right, high] = rectOf(place);
    annotation.set(PDFName.of('Rect'), context.obj([left, low - AIR, right, high + AIR]));
  }
  const [width, height] = sizeOf(place);
  const goesOn = field.kind !== 'gap' && height >= TWO_LINES;
  const size = Math.round(Math.min(SIZE, height * 0.75) * 10) / 10;
  setWidget(place, {
    FT: PDFName.of('Tx'),
    T: PDFHexString.fromText(name),
    TU: PDFHexString.fromText(field.label),
    Ff: PDFNumber.of(goesOn ? MULTILINE : 0),
    DA: PDFString.of(`/${FONT} ${size} Tf 0 g`),
    V: PDFString.of(''),
    // What is typed keeps to no ruled lines: behind it there is paper.
    MK: context.obj(field.kind === 'lines' ? { BG: [1] } : {}),
    AP: context.obj({ N: nothing(context, [width, height]) }),
  });
}

function setTick(context: PDFContext, place: Place, name: string): void {
  const size = sizeOf(place);
  setWidget(place, {
    FT: PDFName.of('Btn'),
    T: PDFHexString.fromText(name),
    TU: PDFHexString.fromText(place.field.label),
    V: OFF,
    AS: OFF,
    // The tick of ZapfDingbats, for viewers that draw their own.
    MK: context.obj({ CA: PDFString.of('4') }),
    AP: context.obj({ N: { On: tickMark(context, size), Off: nothing(context, size) } }),
  });
}

/** The field that the steps of a scale are the choices of. */
function addScale(context: PDFContext, { name, label }: Field): PDFRef {
  return context.register(
    context.obj({
      FT: PDFName.of('Btn'),
      Ff: PDFNumber.of(RADIO),
      T: PDFHexString.fromText(name),
      TU: PDFHexString.fromText(label),
      V: OFF,
      Kids: [],
    }),
  );
}

function setStep(context: PDFContext, place: Place, scale: PDFRef): void {
  const size = sizeOf(place);
  context.lookup(scale, PDFDict).lookup(PDFName.of('Kids'), PDFArray).push(place.ref);
  setWidget(place, {
    Parent: scale,
    AS: OFF,
    // The dot of ZapfDingbats.
    MK: context.obj({ CA: PDFString.of('l') }),
    AP: context.obj({
      N: { [place.field.value ?? '']: choiceRing(context, size), Off: nothing(context, size) },
    }),
  });
}
