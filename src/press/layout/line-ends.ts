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
 * Where the lines of a block end, but for its last. Each end is looked for where it would be if its line had as many letters as those before.
 * @param texts of one block, in their order
 * @param width of the text block, in CSS pixels: what is further away stands in another column
 */
export function lineEnds(texts: readonly Text[], width: number): LineEnd[] {
  const range = theRange();
  const ends: LineEnd[] = [];
  let usual = 60;
  let before: Letter | undefined;
  for (const text of texts) {
    const isLetter = (at: number): boolean => /[^\s\u00ad]/.test(text.data[at] ?? ' ');
    const letter = (at: number): Letter => {
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      // One that begins a line has a box at the end of the line above, too.
      const box = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
      return { text, at, box };
    };
    /** The letter between two others that is nearest to a place. */
    const between = (low: number, high: number, at: number): number | undefined => {
      if (high - low < 2) return undefined;
      const from = Math.min(Math.max(at, low + 1), high - 1);
      let near = from;
      while (near > low && !isLetter(near)) near--;
      if (near > low) return near;
      near = from;
      while (near < high && !isLetter(near)) near++;
      return near < high ? near : undefined;
    };
    const one = text.data.search(/[^\s\u00ad]/);
    let other = text.length - 1;
    while (other > one && !isLetter(other)) other--;
    if (one < 0) continue;
    const end = letter(other);
    let begin = letter(one);
    if (before && areParted(before.box, begin.box)) ends.push({ last: before, next: begin });
    while (areParted(begin.box, end.box)) {
      let [last, next] = [begin, end];
      let step = 3;
      let isAhead: boolean | undefined;
      for (let at = between(last.at, next.at, begin.at + usual); at !== undefined; ) {
        const found = letter(at);
        const isOn = !areParted(begin.box, found.box);
        if (isOn) last = found;
        else next = found;
        isAhead ??= isOn;
        // On in larger steps as long as the end is further that way, and then by halves.
        step = isAhead === isOn ? step * 2 : 0;
        const aim = step ? at + (isOn ? step : -step) : (last.at + next.at) >> 1;
        at = between(last.at, next.at, aim);
      }
      ends.push({ last, next });
      usual = Math.round((usual + next.at - begin.at) / 2);
      begin = next;
    }
    before = end;
  }
  return ends;

  /** Whether a letter stands on another line than one before it, which may be raised or smaller. */
  function areParted(a: DOMRect, b: DOMRect): boolean {
    const off = Math.abs(a.top + a.bottom - b.top - b.bottom) / 2;
    return off > Math.max(a.height, b.height) / 2 || b.left < a.left || b.left - a.left > width;
  }
}
