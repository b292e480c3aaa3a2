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
  const opened: Font[] = [];
  /** Most texts find all they need in the first file; to open one takes longer than to draw a cover. */
  const open = (index: number): Font => {
    opened[index] ??= opentype.parse((files[index] as Uint8Array).slice().buffer, { lowMemory: true });
    return opened[index];
  };
  const has = (font: Font, char: string): boolean => font.charToGlyphIndex(char) > 0;
  const fontOf = (char: string): Font | undefined => {
    for (const index of files.keys()) if (has(open(index), char)) return open(index);
    return undefined;
  };
  const runs = (text: string): { font: Font; text: string }[] => {
    const found: { font: Font; text: string }[] = [];
    for (const char of text) {
      const last = found.at(-1);
      // A space stays with the run it follows, so that kerning goes on.
      const font = last && has(last.font, char) ? last.font : (fontOf(char) ?? open(0));
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
