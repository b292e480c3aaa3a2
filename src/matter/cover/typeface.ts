import opentype, { type Command, type Font } from 'opentype.js';

/** A typeface in several files, one for each range of characters, used as one. */
export interface Typeface {
  /** Whether every character of the text can be drawn. */
  covers(text: string): boolean;
  /** Width of a line at a size, in the same unit as the size. */
  width(text: string, size: number): number;
  /** SVG path data of a line whose baseline begins at (x, y). */
  path(text: string, x: number, y: number, size: number): string;
}

export function openTypeface(files: readonly Uint8Array[]): Typeface {
  const fonts = files.map((bytes) => opentype.parse(bytes.slice().buffer));
  const fontOf = (char: string): Font | undefined => fonts.find((font) => font.charToGlyphIndex(char) > 0);
  const runs = (text: string): { font: Font; text: string }[] => {
    const found: { font: Font; text: string }[] = [];
    for (const char of text) {
      const last = found.at(-1);
      // A space stays with the run it follows, so that kerning goes on.
      const font = last && last.font.charToGlyphIndex(char) > 0 ? last.font : (fontOf(char) ?? fonts[0]);
      if (!font) continue;
      if (last && last.font === font) last.text += char;
      else found.push({ font, text: char });
    }
    return found;
  };
  return {
    covers: (text) => [...text].every((char) => fontOf(char) !== undefined),
    width: (text, size) => runs(text).reduce((sum, run) => sum + run.font.getAdvanceWidth(run.text, size), 0),
    path(text, x, y, size) {
      let at = x;
      return runs(text)
        .map((run) => {
          const data = dataOf(run.font.getPath(run.text, at, y, size));
          at += run.font.getAdvanceWidth(run.text, size);
          return data;
        })
        .join('');
    },
  };
}

/** Coordinates are rounded first: opentype.js 2.0 writes `NaN` for one that is a hair's breadth from a whole number. */
function dataOf(path: { readonly commands: Command[]; toPathData(decimals: number): string }): string {
  for (const command of path.commands) {
    for (const [name, value] of Object.entries(command))
      if (typeof value === 'number') command[name] = Math.round(value * 100) / 100;
  }
  return path.toPathData(2);
}
