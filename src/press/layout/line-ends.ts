/*
 * Runs inside the page, lent to it under its own name: it may use nothing but its arguments, the DOM and what else was lent.
 */
import type { Letter, letterAt as letterOf } from './letter.js';
import type { TextBlock } from './text-blocks.js';

declare const letterAt: typeof letterOf;

/** The last letter of a line, and the one that the next line begins with. */
export interface LineEnd {
  readonly last: Letter;
  readonly next: Letter;
}

/** A block whose lines are as they are to be printed. */
export interface FinishedLines extends TextBlock {
  readonly ends: readonly LineEnd[];
}

/**
 * Where the lines of a block end, but for its last. Each end is looked for where it would be if its line had as many letters as those before.
 * @param texts that stand in the lines of the block, in their order
 */
export function lineEnds({ block, texts }: TextBlock): LineEnd[] {
  const ends: LineEnd[] = [];
  const isTurned = getComputedStyle(block).writingMode !== 'horizontal-tb';
  /** One on each page that the block stands on. */
  const parts = [...block.getClientRects()];
  let usual = 60;
  let before: Letter | undefined;
  for (const text of texts) {
    const isLetter = (at: number): boolean => /[^\s\u00ad]/.test(text.data[at] ?? ' ');
    const letter = (at: number): Letter => letterAt({ text, at });
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
    // A drop cap stands in several lines.
    while (begin.at < end.at && begin.box.height > 1.5 * end.box.height)
      begin = letter(between(begin.at, end.at, begin.at + 1) ?? end.at);
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
    const off = isTurned ? a.left + a.right - b.left - b.right : a.top + a.bottom - b.top - b.bottom;
    const size = isTurned ? Math.max(a.width, b.width) : Math.max(a.height, b.height);
    return Math.abs(off) > size || partOf(a) !== partOf(b);
  }

  /** The part of the block that a letter stands in, or beside. */
  function partOf({ left, right }: DOMRect): number {
    if (parts.length < 2) return 0;
    const off = parts.map((part) => Math.abs(part.left + part.right - left - right));
    return off.indexOf(Math.min(...off));
  }
}
