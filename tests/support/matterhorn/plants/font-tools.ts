import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PDFDict, type PDFDocument, type PDFRef } from '@cantoo/pdf-lib';
import { readCMap } from '../cmap.js';
import { asDict, dictAt, listAt, nameAt, streamAt } from '../objects.js';
import { readTrueType } from '../truetype.js';
import {
  addForm,
  addResource,
  name,
  paint,
  replace,
  TEXT_FONT,
  text,
  textPage,
  type Values,
} from './tools.js';

/** A font of the file, by the end of its name. */
export function fontNamed(file: PDFDocument, name: string): PDFDict {
  for (const [, object] of file.context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict && nameAt(object, 'Subtype') === 'Type0')
      if (nameAt(object, 'BaseFont')?.endsWith(name)) return object;
  }
  throw new Error(`the file has no font ${name}`);
}

/** The CIDFont of a composite font, and its descriptor. */
export function partsOf(font: PDFDict): { part: PDFDict; descriptor: PDFDict } {
  const part = asDict(listAt(font, 'DescendantFonts')[0]);
  const descriptor = dictAt(part, 'FontDescriptor');
  if (!part || !descriptor) throw new Error('the font is no composite one');
  return { part, descriptor };
}

/** The code of a character, by what the font says itself. */
export function codeOf(font: PDFDict, character: string): number {
  const stream = streamAt(font, 'ToUnicode');
  const cmap = stream && readCMap(stream);
  for (let code = 0; code < 65536; code++) if (cmap?.unicode(code, 2) === character) return code;
  throw new Error(`the font has no “${character}”`);
}

/** Text on a page, in a font that is put there for it. */
export function write(file: PDFDocument, font: Values | PDFDict, content: string, before = ''): void {
  const page = textPage(file);
  const dict = font instanceof PDFDict ? font : file.context.obj(font);
  const known = addResource(file, page, 'Font', file.context.register(dict));
  paint(file, page, `BT ${before} /${known} 10 Tf ${content} Tj ET`);
}

const TTF = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/eb-garamond/400Regular/EBGaramond_400Regular.ttf',
);

/** A font of one byte a character, that has an A. */
export function simpleFont(file: PDFDocument, values: Values = {}): Values {
  const program = readFileSync(TTF);
  const font = readTrueType(program);
  const descriptor = {
    Type: 'FontDescriptor',
    Flags: 32,
    FontFile2: file.context.register(file.context.flateStream(program)),
  };
  return {
    Type: 'Font',
    Subtype: 'TrueType',
    BaseFont: 'Simple',
    Encoding: 'WinAnsiEncoding',
    FirstChar: 65,
    LastChar: 65,
    Widths: [font.advance(font.glyph('3,1', 65))],
    FontDescriptor: file.context.register(file.context.obj(descriptor)),
    ...values,
  };
}

const TO_UNICODE = `begincmap 1 begincodespacerange <00> <FF> endcodespacerange
1 beginbfrange <41> <42> [<0041> <0042>] endbfrange endcmap`;

/** A font whose glyphs are content, that has an A. */
export function drawnFont(file: PDFDocument, values: Values = {}): Values {
  return {
    Type: 'Font',
    Subtype: 'Type3',
    Name: 'Drawn',
    FontBBox: [0, 0, 500, 500],
    FontMatrix: [0.001, 0, 0, 0.001, 0, 0],
    CharProcs: { box: file.context.register(file.context.flateStream('500 0 d0 0 0 500 500 re f')) },
    Encoding: { Type: 'Encoding', Differences: [65, 'box', 'lost', '.notdef'] },
    FirstChar: 65,
    LastChar: 65,
    Widths: [500],
    ToUnicode: file.context.register(file.context.flateStream(TO_UNICODE)),
    ...values,
  };
}

/** Gives a font a CMap of its own that does what Identity-H does. */
export function ownCMap(file: PDFDocument, info: Values = {}, values: Values = {}, more = ''): void {
  const program = `${more} begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange
    1 begincidrange <0000> <FFFF> 0 endcidrange endcmap`;
  replace(file, fontNamed(file, TEXT_FONT), 'Encoding', () => program, {
    Type: 'CMap',
    CMapName: 'Own',
    CIDSystemInfo: { Registry: text('Adobe'), Ordering: text('Identity'), Supplement: 0, ...info },
    ...values,
  });
}

/** Gives a font a map of its own from its codes to its glyphs, all of them themselves but that of the first “a”. */
export function ownGlyphs(file: PDFDocument, glyph?: number): void {
  const font = fontNamed(file, TEXT_FONT);
  const map = Buffer.alloc(131_072);
  for (let cid = 0; cid < 65_536; cid++) map.writeUInt16BE(cid, 2 * cid);
  if (glyph !== undefined) map.writeUInt16BE(glyph, 2 * codeOf(font, 'a'));
  replace(file, partsOf(font).part, 'CIDToGIDMap', () => map);
}

/** Makes a set of the glyphs of a font, of which some may be wrong. */
export function glyphSet(
  file: PDFDocument,
  change: (isIn: boolean, cid: number, count: number) => boolean,
): void {
  const { descriptor } = partsOf(fontNamed(file, TEXT_FONT));
  replace(file, descriptor, 'FontFile2', (program) => {
    const { glyphs, isEmpty } = readTrueType(program);
    const bits = Buffer.alloc((glyphs >> 3) + 2);
    for (let cid = 0; cid < glyphs + 8; cid++) {
      if (change(cid < glyphs && !isEmpty(cid), cid, glyphs))
        bits[cid >> 3] = (bits[cid >> 3] ?? 0) | (0x80 >> (cid & 7));
    }
    descriptor.set(name('CIDSet'), file.context.register(file.context.flateStream(bits)));
    return program;
  });
}

/** Takes the outline of a glyph out of a font: in `loca` it begins where the next one does. */
export function hollow(program: Buffer, glyph: number): Buffer {
  const tables = new Map<string, number>();
  for (let index = 0; index < program.readUInt16BE(4); index++) {
    const at = 12 + 16 * index;
    tables.set(program.toString('latin1', at, at + 4), program.readUInt32BE(at + 8));
  }
  const size = program.readInt16BE((tables.get('head') ?? 0) + 50) === 1 ? 4 : 2;
  const loca = tables.get('loca') ?? 0;
  program.copy(program, loca + size * glyph, loca + size * (glyph + 1), loca + size * (glyph + 2));
  return program;
}

/** Adds to what the text font says of its characters. */
export const moreUnicode = (file: PDFDocument, more: string) =>
  replace(file, fontNamed(file, TEXT_FONT), 'ToUnicode', (old) =>
    old.toString().replace('endcmap', `${more}\nendcmap`),
  );

/** A CMap that says nothing of any character. */
export const EMPTY_UNICODE = 'begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange endcmap';

/** A form with an A in a font that is not in the file. */
export function borrowed(file: PDFDocument, values: Values = {}): PDFRef {
  const font = { Type: 'Font', Subtype: 'Type1', BaseFont: 'Times-Roman', Encoding: 'WinAnsiEncoding' };
  return addForm(file, 'BT /A 10 Tf (A) Tj ET', { Resources: { Font: { A: font } }, ...values });
}
