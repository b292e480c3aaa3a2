import { PDFArray, PDFDict, type PDFDocument, PDFName } from '@cantoo/pdf-lib';

/** A font as it lies in the PDF. */
export interface PrintedFont {
  /** PostScript name without the subset's tag: `EBGaramond-Regular`. */
  readonly name: string;
  /** Type 3 fonts are drawings, not outlines: blurred on screen, and refused by printers. */
  readonly type: 'TrueType' | 'CFF' | 'Type 1' | 'Type 3';
  readonly embedded: boolean;
  readonly subset: boolean;
  /** Whether its glyphs map back to text, so that it can be searched, copied and read aloud (ISO 32000-1, 9.10.2). */
  readonly toUnicode: boolean;
}

/** Encodings of simple fonts whose codes are characters by definition. */
const NAMED: ReadonlySet<string> = new Set(['WinAnsiEncoding', 'MacRomanEncoding']);

/** Every font of the document, by name. */
export function listFonts(document: PDFDocument): PrintedFont[] {
  const fonts: PrintedFont[] = [];
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('Font')) continue;
    const subtype = nameOf(object, 'Subtype');
    // A CIDFont is a part of a Type 0 font and is looked at with it.
    if (!subtype.startsWith('CIDFont')) fonts.push(describe(object, subtype));
  }
  return fonts.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function describe(font: PDFDict, subtype: string): PrintedFont {
  const part = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookup(0, PDFDict) ?? font;
  const descriptor = part.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
  const full =
    nameOf(font, 'BaseFont') || (descriptor && nameOf(descriptor, 'FontName')) || nameOf(font, 'Name');
  const [, tag, name = ''] = /^([A-Z]{6}\+)?(.*)$/su.exec(full) ?? [];
  const has = (key: string) => descriptor?.has(PDFName.of(key)) ?? false;
  const type =
    subtype === 'Type3'
      ? 'Type 3'
      : has('FontFile3') || nameOf(part, 'Subtype') === 'CIDFontType0'
        ? 'CFF'
        : nameOf(part, 'Subtype') === 'Type1'
          ? 'Type 1'
          : 'TrueType';
  return {
    name,
    type,
    // The drawings of a Type 3 font are always in the file.
    embedded: type === 'Type 3' || ['FontFile', 'FontFile2', 'FontFile3'].some(has),
    subset: type === 'Type 3' || tag !== undefined,
    toUnicode: font.has(PDFName.of('ToUnicode')) || NAMED.has(nameOf(font, 'Encoding')),
  };
}

/** The name that a dictionary has for a key; none where something else stands there. */
function nameOf(dict: PDFDict, key: string): string {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : '';
}
