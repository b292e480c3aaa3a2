/*
 * Runs inside the page, lent to it under its own name: it may use nothing but its arguments, the DOM and what else was lent.
 */
import type { LinePlace } from './best-ends.js';
import type { At, Letter, letterAt as letterOf } from './letter.js';
import type { FinishedLines } from './line-ends.js';
import type { spaceWidth as widthOfSpace } from './space-width.js';

declare const letterAt: typeof letterOf;
declare const spaceWidth: typeof widthOfSpace;

/** A place where a line may end, with the letters on both sides of it. */
export interface TextPlace extends LinePlace {
  readonly last: At;
  readonly next: At;
  /** Whether a space is lost where a line ends. */
  readonly isSpace: boolean;
}

/** Lines as they are. */
export interface LinesNow extends Pick<FinishedLines, 'texts' | 'ends'> {
  /** The first letter of each. */
  readonly starts: readonly Letter[];
  /** By how much the spaces of each line but the last are wider than in their typeface, in CSS pixels. */
  readonly wider: readonly number[];
  /** Of the letters, in CSS pixels. */
  readonly size: number;
  /** Width of the hyphen that parts a word, in sizes of the letters. */
  readonly hyphen: number;
}

/**
 * Every place where a line of a text may end, the end of the text as the last, and which of them each line ends at now. Where a place is,
 * is measured when somebody asks for it.
 */
export function linePlaces({ texts, ends, starts, wider, size, hyphen }: LinesNow): {
  places: readonly TextPlace[];
  now: readonly number[];
} {
  const places: TextPlace[] = [];
  const now: number[] = [];
  const wraps = new Map<Element | null, boolean>();
  const mayWrap = ({ parentElement: parent }: Text): boolean => {
    if (!wraps.has(parent)) wraps.set(parent, !!parent && getComputedStyle(parent).whiteSpace === 'normal');
    return wraps.get(parent) ?? false;
  };
  /** A line: how far the text before it reaches, where it begins, and the spaces and the letters before it. */
  let row = { line: 0, base: 0, from: starts[0]?.box.left ?? 0, spaces: 0, letters: 0 };
  let [spaces, letters] = [0, 0];
  let last: At | undefined;
  /** The text that the space before a letter stands in. */
  let gap: Text | undefined;
  /** Those of a line that may be looked for at the same time. */
  let open: { place: TextPlace & { near: number }; letters: number }[] = [];

  const reach = (edge: number, { line, base, from }: typeof row, within: number): number =>
    base + edge - from - within * (wider[line] ?? 0);
  /** Now that it is known how far the line reaches, it is known about where its places are. */
  const close = (end: number): void => {
    const share = (end - row.base) / Math.max(1, letters - row.letters);
    for (const one of open) one.place.near = (row.base + share * (one.letters - row.letters)) / size;
    open = [];
  };
  const put = (next: At, begin: number | undefined, isParted: boolean): void => {
    const space = gap ? spaceWidth(gap) : 0;
    const [own, within] = [row, spaces - row.spaces];
    let known = begin;
    const measured = (): number => {
      known ??= reach(letterAt(next).box.left, own, within);
      return known;
    };
    const place = {
      last: last as At,
      next,
      isSpace: !!gap,
      isHyphen: isParted || /[-‐]/.test(last?.text.data[last.at] ?? ''),
      spaces: gap ? spaces - 1 : spaces,
      spacesWith: spaces,
      near: (begin ?? 0) / size,
      get begin() {
        return measured() / size;
      },
      get end() {
        return (measured() - space) / size + (isParted ? hyphen : 0);
      },
    };
    if (begin === undefined) open.push({ place, letters });
    else now.push(places.length);
    places.push(place);
  };

  for (const text of texts)
    for (let at = 0; at < text.length; at++) {
      const sign = text.data[at] ?? '';
      if (/[ \t\n\r\f]/.test(sign)) gap = last && text;
      if (/[ \t\n\r\f\u00ad]/.test(sign)) continue;
      const isParted = last?.text === text && last.at === at - 2 && text.data[at - 1] === '\u00ad';
      const start = starts[row.line + 1];
      if (gap) spaces++;
      if (last && start?.text === text && start.at === at) {
        const within = spaces - row.spaces - (gap ? 1 : 0);
        const end = reach(ends[row.line]?.last.box.right ?? 0, row, within);
        close(end);
        const base = end + (gap ? spaceWidth(gap) : 0);
        put({ text, at }, base, isParted);
        row = { line: row.line + 1, base, from: start.box.left, spaces, letters };
      } else if (last && (gap ? mayWrap(gap) && mayPart(last, sign) : isParted && mayWrap(text)))
        put({ text, at }, undefined, isParted);
      letters++;
      // Nothing is broken there, and it is as wide as the others.
      if (sign === '\u00a0') spaces++;
      gap = undefined;
      last = { text, at };
    }
  if (last) {
    const end = reach(letterAt(last).box.right, row, spaces - row.spaces);
    close(end);
    put(last, end, false);
  }
  return { places, now };

  /** A line neither ends with what opens a quotation or a bracket nor begins with what closes it, or with a dash. */
  function mayPart({ text, at }: At, next: string): boolean {
    return /[\p{L}\p{N}“‘«„(]/u.test(next) && !/[([“‘«„]/.test(text.data[at] ?? '');
  }
}
