import type { Root } from 'hast';
import { h } from 'hastscript';
import { FULL_WIDTH, UNSPACED } from '../language/scripts.js';
import { isAddress } from './addresses.js';
import { NO_TEXT, partTexts } from './part-text.js';

/**
 * So many characters where no line may end are no word that one could be left short for: a key, a number. Behind a dash a line may
 * end, and so it may within scripts that part no words.
 */
const ENDLESS = new RegExp(`[^\\s\\u00ad\\u200b—–…‐\\-${FULL_WIDTH}${UNSPACED}\\p{sc=Tibetan}]{36,}`, 'gu');
/** A word of letters is hyphenated, however long it is; one that is longer than any is no word. */
const WORD = /^\p{P}*[\p{L}\p{M}'’]{1,69}\p{P}*$/u;
const WHOLE: ReadonlySet<string> = new Set([...NO_TEXT, 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/**
 * Lets a line end anywhere within what is longer than half a line; otherwise it would begin a line of
 * its own, and the one before would be stretched. A table is set smaller first (`press/layout/fit.ts`).
 */
export function openLongWords(tree: Root): void {
  partTexts(tree, WHOLE, ENDLESS, (value, text) =>
    WORD.test(value) || isAddress(value)
      ? undefined
      : [h('span', { className: ['endless'] }, { ...text, value })],
  );
}
