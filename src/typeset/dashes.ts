import type { Root } from 'hast';
import { UNSPACED } from '../language/scripts.js';
import { partTexts, unbroken } from './part-text.js';

/** Where a line may end between any two letters, and signs among these. */
const SPACELESS = `${UNSPACED}\\p{sc=Hangul}\\u3000-\\u303f\\uff00-\\uffef`;
const DASH = '[—⸺⸻]';
/**
 * A dash that touches the word before it, with all of that: a ligature may stand on any two letters of it, and what parts them has it
 * lost. A long word may rather be hyphenated than stay with its dash. Where there are no words between spaces, the last letter stays.
 */
const WITH_WORD = new RegExp(
  `(?<=^|[\\s—⸺⸻])[^\\s—⸺⸻${SPACELESS}]{1,14}${DASH}|[${SPACELESS}]\\p{M}*${DASH}+`,
  'gu',
);
const WHOLE: ReadonlySet<string> = new Set(['code', 'pre', 'math', 'svg']);

/** Lets a line end behind an em dash and not before it, as printers do; browsers do either (UAX #14, class B2). */
export function holdDashes(tree: Root): void {
  partTexts(tree, WHOLE, WITH_WORD, (value, text) => [unbroken({ ...text, value })]);
}
