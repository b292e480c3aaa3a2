import type { Font, Glyph } from 'opentype.js';
import { estimatedWidth } from './estimate.js';

/** A typeface in several files, one for each range of characters, used as one. */
export interface Typeface {
  /** What a stylesheet calls it. */
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** Whether every character of the text can be drawn. */
  covers(text: string): boolean;
  /**
   * Width of a line at a size, in the same unit as the size; where the typeface lacks a character, what it will hardly exceed in
   * any font that has it.
   * @param tracking what is added after every letter, in ems
   */
  width(text: string, size: number, tracking?: number): number;
  /** SVG path data of a line whose baseline begins at (x, y). */
  path(text: string, x: number, y: number, size: number, tracking?: number): string;
}

/** A glyph, how far from the beginning of its line it stands, and the font that it is of; lengths in ems. */
interface Placed {
  readonly glyph: Glyph;
  readonly at: number;
}

/**
 * Opens a typeface. Letters are set one by one, with kerning: of what else opentype.js 2.0 can do, it stops at substitutions that
 * Source Sans 3 has.
 */
export async function openTypeface(
  name: Pick<Typeface, 'family' | 'weight' | 'style'>,
  files: readonly Uint8Array[],
): Promise<Typeface> {
  const { default: opentype } = await import('opentype.js');
  const opened: Font[] = [];
  /** Most texts find all they need in the first file; to open one takes longer than to draw a cover. */
  const open = (index: number): Font => {
    opened[index] ??= opentype.parse((files[index] as Uint8Array).slice().buffer, { lowMemory: true });
    return opened[index];
  };
  const has = (font: Font, char: string): boolean => font.charToGlyph(char).index > 0;
  const fontWith = (char: string): Font | undefined => {
    for (const index of files.keys()) if (has(open(index), char)) return open(index);
    return undefined;
  };
  const covers = (text: string): boolean =>
    [...text.normalize('NFC')].every((char) => fontWith(char) !== undefined);

  const set = (text: string, tracking: number): { glyphs: Placed[]; width: number } => {
    const glyphs: Placed[] = [];
    let width = 0;
    let before: { font: Font; glyph: Glyph } | undefined;
    for (const char of text.normalize('NFC')) {
      // A space stays with the font that it follows, so that kerning goes on.
      const font = before && has(before.font, char) ? before.font : (fontWith(char) ?? open(0));
      const glyph = font.charToGlyph(char);
      if (before?.font === font) width += font.getKerningValue(before.glyph, glyph) / font.unitsPerEm;
      glyphs.push({ glyph, at: width });
      width += (glyph.advanceWidth ?? 0) / font.unitsPerEm + tracking;
      before = { font, glyph };
    }
    return { glyphs, width };
  };
  return {
    ...name,
    covers,
    width: (text, size, tracking = 0) =>
      size * (covers(text) ? set(text, tracking).width : estimatedWidth(text) + tracking * text.length),
    path: (text, x, y, size, tracking = 0) =>
      set(text, tracking)
        .glyphs.map(({ glyph, at }) => dataOf(glyph.getPath(x + at * size, y, size)))
        .join(''),
  };
}

/** Coordinates are rounded first: opentype.js 2.0 writes `NaN` for one that is a hair's breadth from a whole number. */
function dataOf(path: ReturnType<Glyph['getPath']>): string {
  for (const command of path.commands) {
    for (const [name, value] of Object.entries(command))
      if (typeof value === 'number') command[name] = Math.round(value * 100) / 100;
  }
  return path.toPathData(2);
}
