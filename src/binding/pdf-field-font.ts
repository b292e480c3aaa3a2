import { type PDFContext, PDFName, PDFNumber, type PDFRef } from '@cantoo/pdf-lib';
import { compressed } from './pdf-stream.js';
import { unpackWoff } from './woff.js';

/** The characters of `WinAnsiEncoding` (ISO 32000-1, annex D.2), which is Windows' code page 1252 from the space on. */
const FIRST = 32;
const LAST = 255;
const CHARACTERS = new TextDecoder('windows-1252').decode(
  Uint8Array.from({ length: LAST - FIRST + 1 }, (_, i) => FIRST + i),
);
/** Letters stand as in Latin, and all that is of any use is in the font (table 123). */
const NONSYMBOLIC = 32;

/**
 * Embeds a font as a simple one: what fields are filled in with by viewers, which know no other kind by heart.
 * @param woff its file
 */
export async function fieldFont(context: PDFContext, woff: Uint8Array): Promise<PDFRef> {
  const { default: opentype } = await import('opentype.js');
  const program = unpackWoff(woff);
  const font = opentype.parse(program.slice().buffer, { lowMemory: true });
  const scaled = (units: number): number => Math.round((units * 1000) / font.unitsPerEm);
  const name = font.getEnglishName('postScriptName');
  const file = await compressed(context, program);
  file.dict.set(PDFName.of('Length1'), PDFNumber.of(program.length));
  const { xMin, yMin, xMax, yMax } = font.tables.head;
  const descriptor = context.obj({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: NONSYMBOLIC,
    FontBBox: [xMin, yMin, xMax, yMax].map(scaled),
    ItalicAngle: 0,
    Ascent: scaled(font.ascender),
    Descent: scaled(font.descender),
    CapHeight: scaled(font.tables.os2.sCapHeight ?? font.ascender),
    StemV: 80,
    FontFile2: context.register(file),
  });
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'TrueType',
      BaseFont: name,
      Encoding: 'WinAnsiEncoding',
      FirstChar: FIRST,
      LastChar: LAST,
      Widths: [...CHARACTERS].map((char) => scaled(font.charToGlyph(char).advanceWidth ?? 0)),
      FontDescriptor: context.register(descriptor),
    }),
  );
}
