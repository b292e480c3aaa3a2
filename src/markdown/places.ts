import type { Text } from 'mdast';
import type { Point, Position } from 'unist';

/** What typography makes of what was typed, and what it may put where nothing was. */
const TYPED: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'“”„«»‟'].map((mark) => [mark, '"'])),
  ...Object.fromEntries([...'‘’‚‹›'].map((mark) => [mark, "'"])),
  '–': '-',
  '—': '-',
  '…': '.',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
};
/** The most signs that stand between one sign of a text and the next, in characters. */
const FARTHEST = 200;
const SPACES = /[\u00a0\u202f\u2009\u200a]/;

/**
 * Where each character of a text stands in its source. The source has more than the text: backslashes, names of
 * characters, the marks of quotes and lists at the beginning of a line; and the text may be typographic already.
 * @returns one offset for each character, and the end; `undefined` for a text that has no place
 */
export function offsetsOf({ value, position }: Text, source: string): number[] | undefined {
  const [start, end] = [position?.start.offset, position?.end.offset];
  if (start === undefined || end === undefined) return undefined;
  const offsets: number[] = [];
  let at = start;
  for (let k = 0; k < value.length && at < end; k++) {
    const char = value[k] ?? '';
    const typed = TYPED[char];
    // A space that was put between two signs has no width in the source.
    if (SPACES.test(char) && !/\s/.test(source[at] ?? '') && source[at] !== '&') {
      offsets.push(at);
      continue;
    }
    const from = at;
    const isSign = char > '~';
    const last = isSign ? Math.min(end, at + FARTHEST) : end;
    while (at < last && source[at] !== char && source[at] !== typed && source[at] !== '&') at++;
    // A sign of which nothing is in the source, a prime or a fraction, stands where what was typed for it does.
    if (isSign && at === last) {
      at = from;
      offsets.push(at);
      continue;
    }
    if (typed !== undefined && typed !== ' ' && source[at] === typed) {
      offsets.push(at);
      // Two hyphens are one dash, three points one ellipsis.
      do at++;
      while (source[at] === typed && /[-.]/.test(typed));
      continue;
    }
    const name = source[at] === '&' ? nameAt(source, at) : undefined;
    if (name !== undefined && !value.startsWith(name, k)) {
      offsets.push(at);
      // A character beyond the first plane is two of JavaScript's.
      if (isHigh(value.charCodeAt(k))) offsets[++k] = at;
      at += name.length;
      continue;
    }
    if (source[at] === '&' && value[k] !== '&') {
      at++;
      k--;
      continue;
    }
    if (source[at] === '\\' && isPunctuation(source[at + 1]) && source[at + 1] === value[k]) at++;
    offsets.push(at++);
  }
  while (offsets.length < value.length) offsets.push(end);
  offsets.push(end);
  return offsets;
}

const NAME = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});/y;

/** The name or number of a character as it is written at a place, with `&` and `;`. */
function nameAt(source: string, at: number): string | undefined {
  NAME.lastIndex = at;
  return NAME.exec(source)?.[0];
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

/**
 * Whether a character of a text means nothing but itself, because its author wrote it with a backslash or by its name.
 * @param offset where it stands in the source
 */
export function isLiteral(char: string | undefined, offset: number, source: string): boolean {
  return source[offset - 1] === '\\' || (source[offset] === '&' && char !== '&');
}

/** The end of a text, with its own place. */
export function textFrom(text: Text, start: number, source: string): Text {
  return stretchOf(text, start, text.value.length, source);
}

/** The beginning of a text, with its own place. */
export function textTo(text: Text, end: number, source: string): Text {
  return stretchOf(text, 0, end, source);
}

function stretchOf(text: Text, start: number, end: number, source: string): Text {
  const position = placesIn(text, offsetsOf(text, source), source)(start, end);
  return { type: 'text', value: text.value.slice(start, end), ...(position ? { position } : {}) };
}

function isPunctuation(char: string | undefined): boolean {
  return char !== undefined && /[!-/:-@[-`{-~]/.test(char);
}

/**
 * Tells the places of stretches of a text, from its first to its last: each is counted from the one before, so that a long
 * paragraph with many of them is walked once.
 */
export function placesIn(
  text: Text,
  offsets: readonly number[] | undefined,
  source: string,
): (from: number, to: number) => Position | undefined {
  const { position } = text;
  if (!position || !offsets) return () => position;
  let { line, column, offset: at = 0 } = position.start;
  const point = (offset: number): Point => {
    for (; at < offset; at++) {
      const ends = source[at] === '\n' || (source[at] === '\r' && source[at + 1] !== '\n');
      if (ends) line++;
      column = ends ? 1 : column + 1;
    }
    return { line, column, offset };
  };
  const endOf = (from: number, to: number): number => {
    const offset = offsets[to] ?? at;
    // The backslash before what is escaped belongs to that, and not to what stands before it.
    const escaped = to > from && to < text.value.length && source[offset - 1] === '\\';
    return escaped && (offsets[to - 1] ?? 0) < offset - 1 ? offset - 1 : offset;
  };
  return (from, to) => ({ start: point(offsets[from] ?? at), end: point(endOf(from, to)) });
}

/** The point that lies so much text after another. */
export function pointAfter(start: Point, text: string): Point {
  const lines = text.split(/\r\n|\r|\n/);
  const last = (lines.at(-1) ?? '').length;
  return { line: start.line + lines.length - 1, column: lines.length > 1 ? last + 1 : start.column + last };
}
