/*
 * Runs inside the page, lent to it under its own name: it may use nothing but its arguments, the DOM and what else was lent.
 */
import type { theRange as rangeOf } from './range.js';

declare const theRange: typeof rangeOf;

/** A letter by the text that it stands in. */
export interface At {
  readonly text: Text;
  readonly at: number;
}

/** A letter, with its box. */
export interface Letter extends At {
  readonly box: DOMRect;
}

/** Measures a letter. */
export function letterAt({ text, at }: At): Letter {
  const range = theRange();
  range.setStart(text, at);
  range.setEnd(text, at + 1);
  // One that begins a line has a box at the end of the line above, too.
  return { text, at, box: [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect() };
}
