/*
 * Runs inside the page, lent to it under its own name: it may use nothing but its arguments and the DOM.
 */
import type { TextBlock } from './text-blocks.js';

/** Whether the lines of a block can be held. */
export function mayHold({ block, texts }: TextBlock): boolean {
  /** In a line with one of these letters do not tell where it ends. */
  const OTHERS = 'img,svg,math,ruby,input,[data-field],.fill-in,[dir="rtl"]:not(.foot-notes)';
  /** Nor do letters that run from right to left, or that stand one in each square of the line. */
  const OTHER_LETTERS = /[\u0590-\u08ff\u3040-\u30ff\u3400-\u9fff\ufb1d-\ufdff\ufe70-\ufeff]/;
  /** Lines beside a drop cap are not held there by the browser, and columns of a table are as wide as lines in them that are held. */
  const WHOLE = '.drop-cap,table *';
  const { direction, whiteSpace, hyphens } = getComputedStyle(block);
  // A hyphen that the browser itself parts a word with would not be there any more.
  const isWrapped = direction === 'ltr' && whiteSpace === 'normal' && hyphens !== 'auto';
  return (
    isWrapped &&
    !block.matches(WHOLE) &&
    !block.querySelector(OTHERS) &&
    !texts.some(({ data }) => OTHER_LETTERS.test(data))
  );
}
