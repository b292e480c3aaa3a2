/*
 * Runs inside the page, lent to it under its own name: it may use nothing but its arguments, the DOM and what else was lent.
 */
import type { theRange as rangeOf } from './range.js';

declare const theRange: typeof rangeOf;

/** A letter, with its box. */
export interface Letter {
  readonly text: Text;
  readonly at: number;
  readonly box: DOMRect;
}

/** The last letter of a line, and the one that the next line begins with. */
export interface LineEnd {
  readonly last: Letter;
  readonly next: Letter;
}

/**
 * Where the lines of a block end, but for its last. Looks only where letters of one text stand on different lines, halving what is between.
 * @param texts of one block, in their order
 * @param width of the text block, in CSS pixels: what is further away stands in another column
 */
export function lineEnds(texts: readonly Text[], width: number): LineEnd[] {
  const range = theRange();
  const ends: LineEnd[] = [];
  let before: Letter | undefined;
  for (const text of texts) {
    const isLetter = (at: number): boolean => /[^\s\u00ad]/.test(text.data[at] ?? ' ');
    const one = text.data.search(/[^\s\u00ad]/);
    let other = text.length - 1;
    while (other > one && !isLetter(other)) other--;
    if (one < 0) continue;
    const letter = (at: number): Letter => {
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      // One that begins a line has a box at the end of the line above, too.
      const box = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
      return { text, at, box };
    };
    const look = (last: Letter, next: Letter): void => {
      if (!areParted(last.box, next.box)) return;
      let middle = (last.at + next.at) >> 1;
      while (middle > last.at && !isLetter(middle)) middle--;
      if (middle === last.at) {
        middle = (last.at + next.at + 1) >> 1;
        while (middle < next.at && !isLetter(middle)) middle++;
      }
      if (middle === next.at) {
        ends.push({ last, next });
        return;
      }
      const between = letter(middle);
      look(last, between);
      look(between, next);
    };
    const first = letter(one);
    const last = letter(other);
    if (before && areParted(before.box, first.box)) ends.push({ last: before, next: first });
    look(first, last);
    before = last;
  }
  return ends;

  /** Whether a letter stands on another line than one before it, which may be raised or smaller. */
  function areParted(a: DOMRect, b: DOMRect): boolean {
    const off = Math.abs(a.top + a.bottom - b.top - b.bottom) / 2;
    return off > Math.max(a.height, b.height) / 2 || b.left < a.left || b.left - a.left > width;
  }
}
