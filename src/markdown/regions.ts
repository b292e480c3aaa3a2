/** A line that opens a region: `#region name` as editors fold it, `ANCHOR: name` as mdBook has it. */
const OPENS = /(?:#region[ \t]+|\bANCHOR:[ \t]*)([\p{L}\p{N}_][\p{L}\p{N}_-]*)/u;
/** A line that closes one; without a name, the last that was opened. */
const CLOSES =
  /#endregion\b(?:[ \t]+([\p{L}\p{N}_][\p{L}\p{N}_-]*))?|\bANCHOR_END:[ \t]*([\p{L}\p{N}_][\p{L}\p{N}_-]*)/u;

/** A line of a text with its number, from 1. */
export interface Line {
  readonly text: string;
  readonly number: number;
}

/** The lines of a text, whatever ends them. */
export function linesOf(text: string): Line[] {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, i) => ({ text: line, number: i + 1 }));
}

/** A text without the lines that only mark its regions, and the regions by name. */
export function regionsIn(lines: readonly Line[]): {
  readonly whole: readonly Line[];
  readonly regions: ReadonlyMap<string, readonly Line[]>;
} {
  const whole: Line[] = [];
  const regions = new Map<string, Line[]>();
  const open: string[] = [];
  for (const line of lines) {
    const closes = CLOSES.exec(line.text);
    const opens = closes ? undefined : OPENS.exec(line.text)?.[1];
    if (closes) {
      const name = closes[1] ?? closes[2] ?? open.at(-1);
      const at = name === undefined ? -1 : open.lastIndexOf(name);
      if (at >= 0) open.splice(at, 1);
    } else if (opens !== undefined) {
      open.push(opens);
      // A name that is used again continues its region.
      regions.set(opens, regions.get(opens) ?? []);
    } else {
      whole.push(line);
      for (const name of new Set(open)) regions.get(name)?.push(line);
    }
  }
  return { whole, regions };
}

/**
 * The lines that `3-10`, `3`, `3-` or `-10` mean; mdBook writes a colon.
 * @returns `undefined` if it means none of them
 */
export function linesBetween(lines: readonly Line[], range: string): readonly Line[] | undefined {
  const [, first = '', dash, last = ''] = /^(\d*)[ \t]*([-:–]?)[ \t]*(\d*)$/.exec(range.trim()) ?? [];
  if (!first && !last) return undefined;
  const from = Number(first || 1);
  const to = dash ? Number(last || lines.length) : from;
  if (from < 1 || from > to || from > lines.length) return undefined;
  return lines.slice(from - 1, to);
}

/** Code as if it stood alone: without the spaces that all its lines begin with. */
export function outdent(lines: readonly string[]): string[] {
  const margins = lines.filter((line) => line.trim()).map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const margin = Math.min(...(margins.length ? margins : [0]));
  return lines.map((line) => line.slice(margin));
}
