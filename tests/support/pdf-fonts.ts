import { PDFArray, PDFDict, type PDFDocument, PDFName } from '@cantoo/pdf-lib';

export interface Font {
  readonly name: string;
  /** Subtype of the font, or of its descendant: `CIDFontType2`, `Type3`. */
  readonly type: string;
  readonly embedded: boolean;
  readonly subset: boolean;
  readonly toUnicode: boolean;
}

/** Every font of the document, in the order of the file. */
export function fontsOf(file: PDFDocument): Font[] {
  const objects = file.context.enumerateIndirectObjects().map(([, object]) => object);
  const fonts = objects.filter(
    (object) => object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Font'),
  );
  const top = fonts.filter(
    (font) => font instanceof PDFDict && !nameIn(font, 'Subtype').startsWith('CIDFont'),
  );
  return top.flatMap((font) => {
    if (!(font instanceof PDFDict)) return [];
    const part = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookup(0, PDFDict) ?? font;
    const descriptor = part.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
    const files = ['FontFile', 'FontFile2', 'FontFile3'].map((key) => descriptor?.lookup(PDFName.of(key)));
    return [
      {
        ...plainName(nameIn(font, 'BaseFont')),
        type: nameIn(part, 'Subtype'),
        embedded: files.some((stream) => stream !== undefined),
        toUnicode: font.has(PDFName.of('ToUnicode')),
      },
    ];
  });
}

/** A subset is marked by six capitals before its name: `ABCDEF+Garamond`. */
export function plainName(full: string): { name: string; subset: boolean } {
  const name = full.replace(/^[A-Z]{6}\+/, '');
  return { name, subset: name !== full };
}

const nameIn = (dict: PDFDict, key: string) => dict.lookupMaybe(PDFName.of(key), PDFName)?.decodeText() ?? '';
