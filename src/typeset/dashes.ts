import type { Root } from 'hast';
import { partTexts, unbroken } from './part-text.js';

/**
 * A dash that touches the word before it, with all of that: a ligature may stand on any two letters of it, and what parts them has it
 * lost. A long word may rather be hyphenated than stay with its dash.
 */
const WITH_WORD = /(?<=^|[\s—⸺⸻])[^\s—⸺⸻]{1,14}[—⸺⸻]/gu;
const WHOLE: ReadonlySet<string> = new Set(['code', 'pre', 'math', 'svg']);

/** Lets a line end behind an em dash and not before it, as printers do; browsers do either (UAX #14, class B2). */
export function holdDashes(tree: Root): void {
  partTexts(tree, WHOLE, WITH_WORD, (value, text) => [unbroken({ ...text, value })]);
}
