import { UNSPACED } from './scripts.js';

/**
 * What stands between asterisks in words that are written in a line of their own, outside of Markdown. In M*A*S*H, and in 2 * 3 * 4, they
 * are signs like others; where no space stands between words, one may stand right behind a letter. Those within code are code: an even
 * number of backticks follows one that is none.
 */
export const SLANTED = new RegExp(
  `(?<![*]|(?![${UNSPACED}])[\\p{L}\\p{N}])\\*(?![\\s*])(?=(?:[^\\x60]*\\x60[^\\x60]*\\x60)*[^\\x60]*$)((?:\\x60[^\\x60]+\\x60|[^*\\x60])+)(?<!\\s)\\*(?!\\*)`,
  'u',
);

/** What stands between two backticks there, as in Markdown. */
export const CODE = /(?<!`)`(?!`)([^`]+)`(?!`)/u;

/** Words without the asterisks that slant some of them, and the backticks that make code of some. */
export function unmarked(words: string): string {
  return words.split(SLANTED).join('').split(CODE).join('');
}
