/** What a TrueType program (or an OpenType one around it) says of its glyphs. */
export interface FontProgram {
  /** `maxp`. */
  readonly glyphs: number;
  /** The advance of a glyph in thousandths of an em, from `hmtx` and `head`. */
  advance(glyph: number): number;
  /** Whether nothing is drawn for a glyph; not known of outlines that are no TrueType. */
  isEmpty(glyph: number): boolean | undefined;
  /** The glyph of a character, by platform and encoding of the `cmap` (`3,1` is Unicode); 0 if there is none. */
  glyph(cmap: string, character: number): number;
  /** Its cmaps, `3,1` and the like. */
  readonly cmaps: readonly string[];
}

/** Reads the tables of a font program (ISO/IEC 14496-22, chapter 5); throws where it has not those that every program needs. */
export function readTrueType(bytes: Uint8Array): FontProgram {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, { readonly start: number; readonly length: number }>();
  for (let index = 0; index < data.getUint16(4); index++) {
    const at = 12 + 16 * index;
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    tables.set(tag, { start: data.getUint32(at + 8), length: data.getUint32(at + 12) });
  }
  const table = (tag: string): number => {
    const found = tables.get(tag);
    if (!found) throw new Error(`a font program has no table “${tag}”`);
    return found.start;
  };
  const unitsPerEm = data.getUint16(table('head') + 18);
  const long = data.getInt16(table('head') + 50) === 1;
  const glyphs = data.getUint16(table('maxp') + 4);
  const metrics = data.getUint16(table('hhea') + 34);
  const hmtx = table('hmtx');
  const loca = tables.get('loca')?.start;
  const offset = (glyph: number): number =>
    long ? data.getUint32((loca ?? 0) + 4 * glyph) : 2 * data.getUint16((loca ?? 0) + 2 * glyph);
  const maps = cmapsOf(data, tables.get('cmap')?.start);
  return {
    glyphs,
    // Glyphs behind the last one that has an advance of its own share it.
    advance: (glyph) => (data.getUint16(hmtx + 4 * Math.min(glyph, metrics - 1)) * 1000) / unitsPerEm,
    isEmpty: (glyph) => (loca === undefined ? undefined : offset(glyph + 1) === offset(glyph)),
    glyph: (cmap, character) => maps.get(cmap)?.(character) ?? 0,
    cmaps: [...maps.keys()],
  };
}

function cmapsOf(data: DataView, cmap: number | undefined): Map<string, (character: number) => number> {
  const maps = new Map<string, (character: number) => number>();
  for (let index = 0; cmap !== undefined && index < data.getUint16(cmap + 2); index++) {
    const at = cmap + 4 + 8 * index;
    const start = cmap + data.getUint32(at + 4);
    maps.set(`${data.getUint16(at)},${data.getUint16(at + 2)}`, (character) =>
      glyphIn(data, start, character),
    );
  }
  return maps;
}

/** Formats 0, 4 and 6: what there is for characters of one or two bytes. */
function glyphIn(data: DataView, start: number, character: number): number {
  const format = data.getUint16(start);
  if (format === 0) return character < 256 ? data.getUint8(start + 6 + character) : 0;
  if (format === 6) {
    const index = character - data.getUint16(start + 6);
    return index >= 0 && index < data.getUint16(start + 8) ? data.getUint16(start + 10 + 2 * index) : 0;
  }
  if (format !== 4) return 0;
  const twice = data.getUint16(start + 6);
  for (let segment = 0; segment < twice; segment += 2) {
    if (character > data.getUint16(start + 14 + segment)) continue;
    const low = data.getUint16(start + 16 + twice + segment);
    if (character < low) return 0;
    const delta = data.getUint16(start + 16 + 2 * twice + segment);
    const at = start + 16 + 3 * twice + segment;
    const range = data.getUint16(at);
    if (range === 0) return (character + delta) & 0xffff;
    const glyph = data.getUint16(at + range + 2 * (character - low));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
