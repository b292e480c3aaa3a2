import type { Element } from 'hast';
import { s } from 'hastscript';
import type { Typeface } from './typeface.js';

export interface CoverText {
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly author: string;
  /** What a reader hears who does not see it. */
  readonly alt: string;
  /** Size of the cover in CSS pixels; only the proportion matters. */
  readonly width: number;
  readonly height: number;
}

/** Paper and ink, each pair well over 7 : 1 in contrast (WCAG 2.2, 1.4.6), with a third colour for the rules. */
const PALETTES = [
  { paper: '#22303c', ink: '#f6efe2', rule: '#d9a066' },
  { paper: '#f4ede0', ink: '#2b2420', rule: '#a3512d' },
  { paper: '#2f3b2f', ink: '#f3efe0', rule: '#c9b458' },
  { paper: '#3b2230', ink: '#f7ece6', rule: '#d98c7a' },
  { paper: '#e9eef0', ink: '#1d2b36', rule: '#3f6f8a' },
] as const;

/** The drawing's own unit: every cover is this wide. */
const WIDTH = 1000;
const MARGIN = 110;
/** A title in more lines than this is set smaller. */
const LINES = 5;
/** Characters that a cover has room for, in its smallest size; a title that is a whole page is cut. */
const ROOM = 400;

/**
 * Draws a cover from the metadata. All text is outlines, so that it looks the same wherever it is shown; only where
 * the typeface lacks a character is the line left as text.
 */
export function drawCover(text: CoverText, roman: Typeface, italic: Typeface): Element {
  const height = Math.round((WIDTH * text.height) / text.width);
  const colours = PALETTES[hash(text.title) % PALETTES.length] ?? PALETTES[0];
  const room = WIDTH - 2 * MARGIN;
  const title = fitLines(cut(text.title), roman, 128, 56, room, LINES);
  const subtitle = text.subtitle ? fitLines(cut(text.subtitle), italic, 46, 30, room, 4) : undefined;
  const author = fitLines(cut(text.author), roman, 44, 28, room, 2);

  const parts: Element[] = [s('rect', { x: 0, y: 0, width: WIDTH, height, fill: colours.paper })];
  parts.push(
    s('rect', {
      x: MARGIN / 2,
      y: MARGIN / 2,
      width: WIDTH - MARGIN,
      height: height - MARGIN,
      fill: 'none',
      stroke: colours.rule,
      strokeWidth: 2,
    }),
  );
  let y = height * 0.24;
  for (const line of title.lines) {
    parts.push(write(line, roman, y, title.size, colours.ink));
    y += title.size * 1.08;
  }
  y += 12;
  parts.push(s('rect', { x: MARGIN, y, width: 180, height: 5, fill: colours.rule }));
  y += 84;
  for (const line of subtitle?.lines ?? []) {
    parts.push(write(line, italic, y, subtitle?.size ?? 0, colours.ink));
    y += (subtitle?.size ?? 0) * 1.3;
  }
  author.lines.forEach(
    (line, i) =>
      void parts.push(
        write(
          line,
          roman,
          height - MARGIN - 20 - (author.lines.length - 1 - i) * author.size * 1.25,
          author.size,
          colours.ink,
        ),
      ),
  );
  return s(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${height}`,
      width: WIDTH,
      height,
      role: 'img',
      ariaLabel: text.alt,
    },
    parts,
  );
}

/** Breaks a text into lines at the largest size at which it fits. */
function fitLines(
  text: string,
  face: Typeface,
  largest: number,
  smallest: number,
  room: number,
  most: number,
): { lines: string[]; size: number } {
  for (let size = largest; size > smallest; size -= 4) {
    const lines = breakLines(text, face, size, room);
    if (lines.length <= most && lines.every((line) => face.width(line, size) <= room))
      return { lines: balance(text, face, size, room, lines.length), size };
  }
  // Words longer than the cover is wide are squeezed into its width.
  const lines = breakLines(text, face, smallest, room).slice(0, most * 2);
  const widest = Math.max(1, ...lines.map((line) => face.width(line, smallest)));
  return { lines, size: Math.min(smallest, (smallest * room) / widest) };
}

function cut(text: string): string {
  return text.length > ROOM ? `${text.slice(0, ROOM - 1)}…` : text;
}

/** The same number of lines, as even as they go. */
function balance(text: string, face: Typeface, size: number, room: number, count: number): string[] {
  for (let narrow = room / 2; narrow < room; narrow += room / 40) {
    const lines = breakLines(text, face, size, narrow);
    if (lines.length === count && lines.every((line) => face.width(line, size) <= narrow)) return lines;
  }
  return breakLines(text, face, size, room);
}

function breakLines(text: string, face: Typeface, size: number, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && face.width(longer, size) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function write(line: string, face: Typeface, y: number, size: number, fill: string): Element {
  if (face.covers(line)) return s('path', { d: face.path(line, MARGIN, y, size), fill });
  return s('text', { x: MARGIN, y, fontSize: size, fill, fontFamily: 'serif' }, line);
}

/** A number from a text (FNV-1a), so that a title always gets the same colours. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
}
