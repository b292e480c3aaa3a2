import { PDFDict, type PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { decode, replace } from './pdf-stream.js';

const TO_UNICODE = PDFName.of('ToUnicode');
/** A code and what it stands for. */
const PAIR = /(<[\da-f]+>\s*)<([\da-f]*)>/gi;
const CHARACTERS = /beginbfchar.*?endbfchar/gs;
/** It joins what stands beside it, and shows nothing. */
const JOINER = '200D';

/**
 * Chromium says of a glyph that is only a part of a character (the dot of an Arabic letter, a piece of a brace) that it is U+0000, which neither PDF/UA-1 (Matterhorn 31-028) nor PDF/A-2u
 * (ISO 19005-2, 6.2.11.7.2) allows, and which ends words that are copied. What the whole is, the file says elsewhere.
 */
export function nameUnnamed(document: PDFDocument): void {
  for (const [, font] of document.context.enumerateIndirectObjects()) {
    const stream = font instanceof PDFDict ? font.lookup(TO_UNICODE) : undefined;
    if (!(stream instanceof PDFRawStream)) continue;
    const map = Buffer.from(decode(stream)).toString('latin1');
    const whole = map.replace(CHARACTERS, (section) => named(section));
    if (whole !== map) replace(stream, Buffer.from(whole, 'latin1'));
  }
}

function named(section: string): string {
  return section.replace(
    PAIR,
    (_, code: string, text: string) => `${code}<${text === '0000' ? JOINER : text}>`,
  );
}
