import { UNSPACED } from '../../language/scripts.js';
import type { Typeface } from './typeface.js';

/** What a text is set in, and how large it may be. */
export interface Room {
  readonly face: Typeface;
  readonly largest: number;
  readonly smallest: number;
  readonly width: number;
  /** In more lines than this it is set smaller. */
  readonly lines: number;
  /** How high the lines together may be. */
  readonly height?: number | undefined;
  /** In ems, after every letter. */
  readonly tracking?: number | undefined;
  /** Language of the text. */
  readonly lang: string;
}

export interface Fitted {
  readonly lines: readonly string[];
  readonly size: number;
}

/** Characters that a text has room for, in its smallest size; a title that is a whole page is cut. */
const MOST = 400;
/** How much smaller each try is. */
const STEP = 4;
/** From line to line, in sizes: what designs use at most, but for small text. */
const LEADING = 1.12;

/** Breaks a text into lines, as even as they go, at the largest size at which it fits. */
export function fitText(text: string, room: Room): Fitted {
  const { face, largest, smallest, width, height = Number.POSITIVE_INFINITY, tracking } = room;
  const isLow = (count: number, size: number): boolean => count * size * LEADING <= height;
  const words = wordsOf(text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text, room.lang);
  for (let size = largest; size > smallest; size -= STEP) {
    const lines = breakLines(words, room, size, width);
    if (
      lines.length <= room.lines &&
      isLow(lines.length, size) &&
      lines.every((line) => face.width(line, size, tracking) <= width)
    )
      return { lines: balanced(words, room, size, lines.length), size };
  }
  // Words longer than the room is wide are squeezed into it.
  const lines = breakLines(words, room, smallest, width).slice(0, room.lines * 2);
  const widest = Math.max(1, ...lines.map((line) => face.width(line, smallest, tracking)));
  const highest = height / (lines.length * LEADING);
  return { lines, size: Math.min(smallest, highest, (smallest * width) / widest) };
}

/** The same number of lines, as even as they go. */
function balanced(words: readonly Word[], room: Room, size: number, count: number): string[] {
  const { face, width, tracking } = room;
  for (let narrow = width / 2; narrow < width; narrow += width / 40) {
    const lines = breakLines(words, room, size, narrow);
    if (lines.length === count && lines.every((line) => face.width(line, size, tracking) <= narrow))
      return lines;
  }
  return breakLines(words, room, size, width);
}

/** A piece that a line is not broken in, with the space that stands before it within a line. */
interface Word {
  readonly text: string;
  readonly space: string;
}

function breakLines(words: readonly Word[], { face, tracking }: Room, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const { text, space } of words) {
    const longer = lines.length ? `${lines.at(-1)}${space}${text}` : text;
    if (lines.length && face.width(longer, size, tracking) <= width) lines[lines.length - 1] = longer;
    else lines.push(text);
  }
  return lines;
}

/** Scripts that part their words by no space. */
const PARTS_NO_WORDS = new RegExp(`[${UNSPACED}]`, 'u');
/** What no line begins with, and what none ends with (JIS X 4051). */
const CLOSES = /^[\p{Pe}\p{Pf}\p{Po}]/u;
const OPENS = /[\p{Ps}\p{Pi}]$/u;

function wordsOf(text: string, lang: string): Word[] {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) => {
      if (!PARTS_NO_WORDS.test(word)) return [{ text: word, space: ' ' }];
      const pieces: string[] = [];
      for (const { segment } of new Intl.Segmenter(lang, { granularity: 'word' }).segment(word)) {
        const last = pieces.at(-1);
        if (last !== undefined && (CLOSES.test(segment) || OPENS.test(last)))
          pieces[pieces.length - 1] += segment;
        else pieces.push(segment);
      }
      return pieces.map((piece, index) => ({ text: piece, space: index ? '' : ' ' }));
    });
}

/**
 * Sets paragraphs in lines of one width at one size.
 * @returns the lines of each paragraph
 */
export function setParagraphs(
  paragraphs: readonly string[],
  room: Pick<Room, 'face' | 'width' | 'lang'>,
  size: number,
): string[][] {
  const whole: Room = { ...room, largest: size, smallest: size, lines: Number.POSITIVE_INFINITY };
  return paragraphs.map((text) => breakLines(wordsOf(text, room.lang), whole, size, room.width));
}
