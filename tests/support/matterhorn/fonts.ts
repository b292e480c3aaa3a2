import { PDFDict, type PDFDocument, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { type CMap, type Collection, PREDEFINED_CMAPS, readCMap } from './cmap.js';
import { isKnownName, namedEncoding, namesOf } from './encodings.js';
import { checkGlyphs } from './glyphs.js';
import { dictAt, entry, listAt, nameAt, numberAt, streamAt, textAt } from './objects.js';
import type { Report } from './report.js';

/** A code that is shown, and where it is first. */
export interface Shown {
  readonly code: number;
  /** How many bytes it is written with. */
  readonly length: number;
  readonly page: number;
  /** Whether it is shown in a formula, too. */
  formula: boolean;
}

/** A font and what is shown in it. */
export class ShownFont {
  readonly name: string;
  /** `Type0`, `TrueType`, `Type3`. */
  readonly type: string;
  /** The font itself, or the CIDFont of a composite one (ISO 32000-1, 9.7). */
  readonly part: PDFDict;
  readonly descriptor: PDFDict | undefined;
  readonly encoding: PDFObject | undefined;
  /** The CMap of a composite font, if it is in the file. */
  readonly cmap: CMap | undefined;
  readonly toUnicode: CMap | undefined;
  /** The first page that shows a glyph of it to the eye. */
  seen: number | undefined;
  readonly shown = new Map<number, Shown>();
  private readonly spaces: CMap['spaces'];

  constructor(readonly dict: PDFDict) {
    this.name = nameAt(dict, 'BaseFont') ?? nameAt(dict, 'Name') ?? 'without a name';
    this.type = nameAt(dict, 'Subtype') ?? '';
    const [part] = listAt(dict, 'DescendantFonts');
    this.part = this.type === 'Type0' && part instanceof PDFDict ? part : dict;
    this.descriptor = dictAt(this.part, 'FontDescriptor');
    this.encoding = entry(dict, 'Encoding');
    this.cmap =
      this.type === 'Type0' && this.encoding instanceof PDFRawStream ? readCMap(this.encoding) : undefined;
    const toUnicode = streamAt(dict, 'ToUnicode');
    this.toUnicode = toUnicode && readCMap(toUnicode);
    const identity = nameAt(dict, 'Encoding')?.startsWith('Identity-');
    // How long the codes of a CMap are that a reader has of its own is told by the ToUnicode.
    this.spaces = identity ? [] : (this.cmap?.spaces ?? this.toUnicode?.spaces ?? []);
  }

  show(string: Uint8Array, page: number, formula: boolean, seen: boolean): void {
    if (seen) this.seen ??= page;
    for (let at = 0; at < string.length; ) {
      const length = this.type === 'Type0' ? this.lengthAt(string, at) : 1;
      let code = 0;
      for (let index = 0; index < length; index++) code = code * 256 + (string[at + index] ?? 0);
      at += length;
      const known = this.shown.get(code * 8 + length);
      if (!known) this.shown.set(code * 8 + length, { code, length, page, formula });
      else if (formula) known.formula = true;
    }
  }

  /** The Unicode text of a code (ISO 32000-1, 9.10.2); nothing where there is no way to tell. */
  unicode({ code, length }: Shown): string | undefined {
    const text = this.toUnicode?.unicode(code, length);
    if (text !== undefined) return text === '' ? undefined : text;
    if (this.type === 'Type0') return this.isOfCollection() ? '\ufffd' : undefined;
    const name = namesOf(this.dict).get(code);
    if (name !== undefined) return isKnownName(name) ? name : undefined;
    return namedEncoding(this.dict) && code >= 32 ? '\ufffd' : undefined;
  }

  /** Whether the characters are those of a collection that readers know (9.10.2). */
  isOfCollection(): boolean {
    const info = collectionOf(this.part);
    const ordering = info.ordering ?? '';
    return info.registry === 'Adobe' && ['GB1', 'CNS1', 'Japan1', 'Korea1'].includes(ordering);
  }

  /** How long the code is that begins here (9.7.6.2). */
  private lengthAt(string: Uint8Array, at: number): number {
    let code = 0;
    for (let length = 1; length <= 4 && this.spaces.length > 0; length++) {
      code = code * 256 + (string[at + length - 1] ?? 0);
      const inSpace = this.spaces.some(
        (space) => space.length === length && code >= space.low && code <= space.high,
      );
      if (inSpace) return length;
    }
    return this.spaces[0]?.length ?? 2;
  }
}

/** The fonts of a file, each once. */
export class Fonts {
  private readonly fonts = new Map<PDFDict, ShownFont>();

  constructor(private readonly report: Report) {}

  of(dict: PDFDict): ShownFont {
    const known = this.fonts.get(dict);
    if (known) return known;
    const font = new ShownFont(dict);
    this.fonts.set(dict, font);
    return font;
  }

  /** Tells what is wrong with every font of the file, once it is known what is shown (ISO 14289-1, 7.2, 7.7 and 7.21). */
  check(file: PDFDocument): void {
    for (const [, object] of file.context.enumerateIndirectObjects()) {
      if (!(object instanceof PDFDict) || nameAt(object, 'Type') !== 'Font') continue;
      if (!nameAt(object, 'Subtype')?.startsWith('CIDFont')) this.of(object);
    }
    for (const font of this.fonts.values()) {
      if (font.type === 'Type0') checkComposite(font, this.report);
      checkUnicode(font, this.report);
      const isEmbedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => streamAt(font.descriptor, key));
      if (font.seen !== undefined && font.type !== 'Type3' && !isEmbedded)
        this.report.add('31-009', () => `${font.name} on page ${font.seen} is not embedded.`);
      checkGlyphs(font, this.report);
    }
  }
}

/** 7.21.3 */
function checkComposite({ name, part, encoding, cmap, dict }: ShownFont, report: Report): void {
  const named = nameAt(dict, 'Encoding') ?? '';
  if (encoding instanceof PDFRawStream) {
    if ((numberAt(encoding.dict, 'WMode') ?? 0) !== cmap?.wmode)
      report.add('31-007', () => `The CMap of ${name} has another WMode than its dictionary.`);
    const base = nameAt(encoding.dict, 'UseCMap');
    for (const used of new Set([...(cmap?.uses ?? []), ...(base ? [base] : [])])) {
      if (!PREDEFINED_CMAPS.has(used))
        report.add('31-008', () => `The CMap of ${name} builds on ${used}, which no reader has.`);
    }
  } else if (!PREDEFINED_CMAPS.has(named))
    report.add('31-006', () => `${name} has the CMap ${named || 'without a name'}, which no reader has.`);
  if (!named.startsWith('Identity-')) {
    const wanted =
      encoding instanceof PDFRawStream ? collectionOf(encoding.dict) : PREDEFINED_CMAPS.get(named);
    if (wanted) checkCollection(name, wanted, collectionOf(part), report);
  }
  if (nameAt(part, 'Subtype') !== 'CIDFontType2') return;
  const map = entry(part, 'CIDToGIDMap');
  if (map === undefined) report.add('31-005', () => `${name} has no CIDToGIDMap.`);
  else if (!(map instanceof PDFRawStream) && nameAt(part, 'CIDToGIDMap') !== 'Identity')
    report.add('31-004', () => `The CIDToGIDMap of ${name} is ${map}.`);
}

function checkCollection(name: string, wanted: Collection, has: Collection, report: Report): void {
  if (wanted.registry !== has.registry)
    report.add('31-001', () => `${name} is of the registry ${has.registry}, its CMap of ${wanted.registry}.`);
  if (wanted.ordering !== has.ordering)
    report.add('31-002', () => `${name} has the ordering ${has.ordering}, its CMap ${wanted.ordering}.`);
  if ((has.supplement ?? 0) < (wanted.supplement ?? 0))
    report.add(
      '31-003',
      () => `${name} is of the supplement ${has.supplement}, its CMap of ${wanted.supplement}.`,
    );
}

function collectionOf(dict: PDFDict): Collection {
  const info = dictAt(dict, 'CIDSystemInfo');
  return {
    registry: textAt(info, 'Registry'),
    ordering: textAt(info, 'Ordering'),
    supplement: numberAt(info, 'Supplement'),
  };
}

/** 7.2, 7.7 and 7.21.7: what is shown can be read out. */
function checkUnicode(font: ShownFont, report: Report): void {
  const { toUnicode, name } = font;
  if (!toUnicode && !canDoWithout(font)) report.add('31-027', () => `${name} has no ToUnicode.`);
  if (toUnicode?.gives(['\0'])) report.add('31-028', () => `The ToUnicode of ${name} gives a U+0000.`);
  if (toUnicode?.gives(['\ufeff', '\ufffe']))
    report.add('31-029', () => `The ToUnicode of ${name} gives a U+FEFF or a U+FFFE.`);
  for (const shown of font.shown.values()) {
    if (font.unicode(shown) !== undefined) continue;
    const what = (): string =>
      `The code ${shown.code.toString(16)} of ${name} on page ${shown.page} has no Unicode text.`;
    report.add('10-001', what);
    if (shown.formula) report.add('17-003', what);
  }
}

/** The fonts that 7.21.7 lets off a ToUnicode. */
function canDoWithout(font: ShownFont): boolean {
  if (font.type === 'Type0') return font.isOfCollection();
  if (namedEncoding(font.dict) !== undefined) return true;
  const names = namesOf(font.dict);
  // 4 is symbolic (ISO 32000-1, table 123).
  if (font.type === 'TrueType') return ((numberAt(font.descriptor, 'Flags') ?? 4) & 4) === 0;
  return [...font.shown.values()].every(({ code }) => isKnownName(names.get(code) ?? ''));
}
