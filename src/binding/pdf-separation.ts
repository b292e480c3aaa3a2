import { PDFDict, type PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import type { Separation } from '../model/darkroom.js';
import { forColours, type Ink, isGrey, type Rgb } from './pdf-ink.js';
import { stopsOf } from './pdf-ink-gradients.js';
import { isDrawing } from './pdf-ink-resources.js';
import { contentOf } from './pdf-pages.js';
import { decode } from './pdf-stream.js';

/** The inks of a press for every colour that is in a document: they are asked for all at once, before any is used. */
export async function separatedInk(document: PDFDocument, separation: Separation): Promise<Ink> {
  const found = new Map<number, number>();
  const find = (colour: Rgb): void => {
    if (!isGrey(colour)) found.set(keyOf(colour), found.size);
  };
  for (const page of document.getPages()) forColours(contentOf(page), find);
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream && isDrawing(object)) forColours(decode(object), find);
    const dict = object instanceof PDFRawStream ? object.dict : object;
    if (dict instanceof PDFDict) for (const stop of stopsOf(dict)) find(stop);
  }
  const keys = [...found.keys()];
  const inks = await separation.colours(
    Uint8Array.from(keys.flatMap((key) => [key >> 16, (key >> 8) & 255, key & 255])),
  );
  const mixes = new Map(keys.map((key, at) => [key, [...inks.subarray(at * 4, at * 4 + 4)]]));
  return { inks: 4, mix: (colour) => (mixes.get(keyOf(colour)) ?? [0, 0, 0, 255]).map((part) => part / 255) };
}

/** A colour in three bytes: a screen has no more. */
function keyOf(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => Math.round(part * 255));
  return (red << 16) | (green << 8) | blue;
}
