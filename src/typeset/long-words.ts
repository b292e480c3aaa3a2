import type { Root } from 'hast';
import { h } from 'hastscript';
import { FULL_WIDTH, UNSPACED } from '../language/scripts.js';
import { ADDRESS } from './addresses.js';
import { NO_TEXT, partTexts } from './part-text.js';

/**
 * So many characters where no line may end are no word that one could be left short for: a key, a number. Behind a dash a line may
 * end, and so it may within scripts that part no words.
 */
const ENDLESS = `(?![([{«“‘"'])(?:(?!https?://|www\\.)[^\\s\\u00ad\\u200b—–…‐\\-${FULL_WIDTH}${UNSPACED}\\p{sc=Tibetan}]){36,}`;
/** A word of letters is hyphenated, however long it is; one that is longer than any is no word. */
const WORD = /^\p{P}*[\p{L}\p{M}'’]{1,69}\p{P}*$/u;
/** An address has places of its own to be parted at, also where there are hyphens in it. */
const IS_ADDRESS = new RegExp(`^${ADDRESS.source}$`, 'iu');
const LONG = new RegExp(`${ADDRESS.source}|${ENDLESS}`, 'giu');
const WHOLE: ReadonlySet<string> = new Set([...NO_TEXT, 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/**
 * Lets a line end anywhere within what is longer than half a line; otherwise it would begin a line of
 * its own, and the one before would be stretched. A table is set smaller first (`press/layout/fit.ts`).
 */
export function openLongWords(tree: Root): void {
  partTexts(tree, WHOLE, LONG, (value, text) =>
    WORD.test(value) || IS_ADDRESS.test(value)
      ? undefined
      : [h('span', { className: ['endless'] }, { ...text, value })],
  );
}
