import type { Root } from 'hast';
import { partTexts, unbroken } from './part-text.js';

/** A dash that touches the word before it. */
const BEHIND_WORD = /\S\p{M}*[—⸺⸻]/gu;
const WHOLE: ReadonlySet<string> = new Set(['code', 'pre', 'math', 'svg']);

/**
 * Lets a line end behind an em dash and not before it, as printers do; browsers do either (UAX #14, class B2). It is done when words are
 * hyphenated: what is parted here is one word.
 */
export function holdDashes(tree: Root): void {
  partTexts(tree, WHOLE, BEHIND_WORD, (value, text) => [unbroken({ ...text, value })]);
}
