import { type PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { decode } from './pdf-stream.js';

/** Turns the bytes of a shown string into text. */
export type Decoder = (shown: Uint8Array) => string;

const decoders = new WeakMap<PDFDict, Decoder>();

/** The decoder of a font, from its ToUnicode map (ISO 32000-1, 9.10.3); glyphs that the map does not know are dropped. */
export function glyphDecoder(font: PDFDict): Decoder {
  const known = decoders.get(font);
  if (known) return known;
  const stream = font.lookup(PDFName.of('ToUnicode'));
  const map =
    stream instanceof PDFRawStream
      ? readMap(Buffer.from(decode(stream)).toString('latin1'))
      : new Map<number, string>();
  // A composite font (Identity-H) has codes of two bytes, a simple one of one.
  const width = font.lookup(PDFName.of('Subtype')) === PDFName.of('Type0') ? 2 : 1;
  const decoder: Decoder = (shown) => {
    let text = '';
    for (let at = 0; at + width <= shown.length; at += width) {
      const first = shown[at] ?? 0;
      text += map.get(width === 2 ? first * 256 + (shown[at + 1] ?? 0) : first) ?? '';
    }
    return text;
  };
  decoders.set(font, decoder);
  return decoder;
}

/** Reads the `bfchar` and `bfrange` sections of a CMap; Chromium writes no others. */
function readMap(cmap: string): Map<number, string> {
  const map = new Map<number, string>();
  for (const [, section = ''] of cmap.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, code = '', text = ''] of section.matchAll(/<([\da-f]+)>\s*<([\da-f]*)>/gi)) {
      map.set(Number.parseInt(code, 16), utf16(text));
    }
  }
  for (const [, section = ''] of cmap.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const range of section.matchAll(/<([\da-f]+)>\s*<([\da-f]+)>\s*(?:<([\da-f]+)>|\[([^\]]*)\])/gi)) {
      const [, from = '', to = '', start, each] = range;
      const list = each?.match(/[\da-f]+/gi);
      const low = Number.parseInt(from, 16);
      for (let code = low; code <= Number.parseInt(to, 16) && code - low < 0x10000; code++) {
        map.set(code, list ? utf16(list[code - low] ?? '') : nth(utf16(start ?? ''), code - low));
      }
    }
  }
  return map;
}

const utf16 = (hex: string) =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));

/** In a range the last unit counts on. */
const nth = (text: string, offset: number) =>
  text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + offset);
