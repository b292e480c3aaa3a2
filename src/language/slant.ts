import { UNSPACED } from './scripts.js';

/**
 * What stands between asterisks in words that are written in a line of their own, outside of Markdown. In M*A*S*H, and in 2 * 3 * 4, they
 * are signs like others; where no space stands between words, one may stand right behind a letter.
 */
export const SLANTED = new RegExp(
  `(?<![*]|(?![${UNSPACED}])[\\p{L}\\p{N}])\\*(?![\\s*])([^*]+)(?<!\\s)\\*(?!\\*)`,
  'u',
);

/** What stands between two backticks there, as in Markdown. */
export const CODE = /(?<!`)`(?!`)([^`]+)`(?!`)/u;

/** Words without the asterisks that slant some of them, and the backticks that make code of some. */
export function unmarked(words: string): string {
  return words.split(SLANTED).join('').split(CODE).join('');
}
