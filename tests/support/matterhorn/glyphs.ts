import { PDFArray, PDFRawStream } from '@cantoo/pdf-lib';
import { characterOf, macCode, namedEncoding, namesOf } from './encodings.js';
import type { Shown, ShownFont } from './fonts.js';
import { asList, asNumber, bytesOf, dictAt, entry, listAt, nameAt, numberAt, streamAt } from './objects.js';
import type { Report } from './report.js';
import { visitOperators } from './tokens.js';
import { type FontProgram, readTrueType } from './truetype.js';

/**
 * Whether the program of a font has the glyphs that are shown, as wide as the dictionary says (ISO 14289-1, 7.21.4 to
 * 7.21.8): of TrueType programs, and of glyphs that are content streams themselves (Type 3).
 */
export function checkGlyphs(font: ShownFont, report: Report): void {
  const file = streamAt(font.descriptor, 'FontFile2');
  if (font.type === 'Type3') checkType3(font, report);
  else if (file) checkTrueType(font, readTrueType(bytesOf(file)), report);
}

function checkTrueType(font: ShownFont, program: FontProgram, report: Report): void {
  if (font.type === 'Type0') checkCidSet(font, program, report);
  const glyphOf = font.type === 'Type0' ? cidGlyphs(font) : simpleGlyphs(font, program);
  const widthOf = font.type === 'Type0' ? cidWidths(font) : simpleWidths(font);
  for (const shown of font.shown.values()) {
    const glyph = glyphOf(shown);
    if (glyph === undefined) continue;
    const where = `${font.name} on page ${shown.page}: the code ${shown.code.toString(16)}`;
    const text = font.unicode(shown) ?? '';
    if (glyph === 0) report.add('31-030', () => `${where} is .notdef.`);
    else if (glyph >= program.glyphs)
      report.add('31-011', () => `${where} is glyph ${glyph} of ${program.glyphs}.`);
    else if (program.isEmpty(glyph) && VISIBLE.test(text))
      report.add('31-011', () => `${where}, “${text}”, is glyph ${glyph}, which is empty.`);
    else if (Math.abs(widthOf(shown) - program.advance(glyph)) > 1)
      report.add(
        '31-016',
        () => `${where} is ${widthOf(shown)} wide, and its glyph ${program.advance(glyph)}.`,
      );
  }
}

/** A text of which something can be seen. */
const VISIBLE = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\ufffd]/u;

/** The CID of a code, by the CMap of its font; not known of a CMap that is not in the file. */
function cidOf({ cmap, dict }: ShownFont, { code, length }: Shown): number | undefined {
  // A CMap that builds on another one leaves the rest to it.
  if (cmap) return cmap.cid(code, length) ?? (cmap.uses.length > 0 ? undefined : 0);
  return nameAt(dict, 'Encoding')?.startsWith('Identity-') ? code : undefined;
}

/** ISO 32000-1, 9.7.4.2 */
function cidGlyphs(font: ShownFont): (shown: Shown) => number | undefined {
  const map = streamAt(font.part, 'CIDToGIDMap');
  const bytes = map && bytesOf(map);
  const identity = nameAt(font.part, 'CIDToGIDMap') === 'Identity';
  return (shown) => {
    const cid = cidOf(font, shown);
    if (cid === undefined || identity) return cid;
    return bytes && ((bytes[2 * cid] ?? 0) << 8) + (bytes[2 * cid + 1] ?? 0);
  };
}

/** ISO 32000-1, 9.7.4.3 */
function cidWidths(font: ShownFont): (shown: Shown) => number {
  const widths = new Map<number, number>();
  const ranges: { readonly low: number; readonly high: number; readonly width: number }[] = [];
  const list = listAt(font.part, 'W');
  for (let at = 0; at + 1 < list.length; ) {
    const first = asNumber(list[at]) ?? 0;
    const next = list[at + 1];
    if (next instanceof PDFArray) {
      for (const [index, width] of asList(next).entries()) widths.set(first + index, asNumber(width) ?? 0);
      at += 2;
    } else {
      ranges.push({ low: first, high: asNumber(next) ?? 0, width: asNumber(list[at + 2]) ?? 0 });
      at += 3;
    }
  }
  const usual = numberAt(font.part, 'DW') ?? 1000;
  return (shown) => {
    const cid = cidOf(font, shown) ?? 0;
    return widths.get(cid) ?? ranges.find(({ low, high }) => cid >= low && cid <= high)?.width ?? usual;
  };
}

/** ISO 32000-1, 9.6.6.4: by name and Unicode, or by the codes of a symbol font. */
function simpleGlyphs({ dict, descriptor }: ShownFont, program: FontProgram) {
  const symbolic = ((numberAt(descriptor, 'Flags') ?? 0) & 4) !== 0;
  const encoded = namedEncoding(dict) !== undefined || namesOf(dict).size > 0;
  return ({ code }: Shown): number | undefined => {
    if (symbolic && !encoded)
      return program.glyph('3,0', code) || program.glyph('3,0', 0xf000 + code) || program.glyph('1,0', code);
    const character = characterOf(dict, code);
    if (character === undefined) return undefined;
    return program.glyph('3,1', character) || program.glyph('1,0', macCode(character) ?? 0);
  };
}

function simpleWidths({ dict, descriptor }: ShownFont): (shown: Shown) => number {
  const first = numberAt(dict, 'FirstChar') ?? 0;
  const widths = listAt(dict, 'Widths').map((width) => asNumber(width) ?? 0);
  return ({ code }) => widths[code - first] ?? numberAt(descriptor, 'MissingWidth') ?? 0;
}

/** 7.21.4.2: a CIDSet names the glyphs of the program, a bit for each. Glyphs that are empty may have been taken out. */
function checkCidSet(font: ShownFont, program: FontProgram, report: Report): void {
  const set = streamAt(font.descriptor, 'CIDSet');
  if (!set || nameAt(font.part, 'CIDToGIDMap') !== 'Identity') return;
  const bits = bytesOf(set);
  const isNamed = (cid: number): boolean => (((bits[cid >> 3] ?? 0) << (cid & 7)) & 0x80) !== 0;
  const find = (from: number, to: number, wrong: (cid: number) => boolean): number | undefined => {
    for (let cid = from; cid < to; cid++) if (wrong(cid)) return cid;
    return undefined;
  };
  const missing = find(0, program.glyphs, (cid) => !isNamed(cid) && program.isEmpty(cid) === false);
  if (missing !== undefined)
    report.add('31-014', () => `The CIDSet of ${font.name} does not name the glyph ${missing}.`);
  const more = find(program.glyphs, bits.length * 8, isNamed);
  if (more !== undefined)
    report.add('31-015', () => `The CIDSet of ${font.name} names the glyph ${more}, which is not there.`);
}

/** ISO 32000-1, 9.6.5: each glyph is a stream, and begins with its width. */
function checkType3(font: ShownFont, report: Report): void {
  const procedures = dictAt(font.dict, 'CharProcs');
  const names = namesOf(font.dict);
  const widthOf = simpleWidths(font);
  const scale = asNumber(listAt(font.dict, 'FontMatrix')[0]) ?? 0.001;
  for (const shown of font.shown.values()) {
    const name = names.get(shown.code) ?? '.notdef';
    const where = `${font.name} on page ${shown.page}: the code ${shown.code.toString(16)}`;
    const glyph = entry(procedures, name);
    if (name === '.notdef') report.add('31-030', () => `${where} is .notdef.`);
    else if (!(glyph instanceof PDFRawStream)) report.add('31-011', () => `${where} has no glyph.`);
    else {
      let width: number | undefined;
      visitOperators(bytesOf(glyph), (operator, operands) => {
        if (operator === 'd0' || operator === 'd1') width ??= operands.number(0);
      });
      const difference = Math.abs(widthOf(shown) - (width ?? 0)) * Math.abs(scale) * 1000;
      if (difference > 1)
        report.add('31-016', () => `${where} is ${widthOf(shown)} wide, and its glyph ${width}.`);
    }
  }
}
