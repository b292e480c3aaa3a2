import { PARTS } from './fractions.js';

/** A hyphen before a number that nothing stands before: −5 °C. A second hyphen, a letter or a stroke makes it a name. */
const MINUS = /(?<=^[ \n]?|[^\d\s][ \n]|[([“„«"'])-(?=\d{1,9}(?:[.,]\d{1,9})?(?![\p{L}\d/–-]|[.,]\d))/gu;

/** Behind a number: a part of one, and feet or inches. */
const BEHIND = `(?:[${PARTS}]|/\\d{1,2}(?=["″]))?["'″′]?`;
/**
 * The letter x between numbers, with a space on both sides or on none: 3 x 4, 1920x1080, 20" x 60". `0x10` is a number of its own.
 */
const TIMES = new RegExp(
  `(?<=(?:(?<![\\p{L}\\p{N}_.,/-])|(?<=\\dx))(?!0x)(?:\\d{1,6}[.,])?\\d{1,6}${BEHIND})( ?)x\\1(?=(?:\\d{1,6}[.,])?\\d{1,6}${BEHIND}(?:(?![\\p{L}\\d_/-]|\\.[\\p{L}\\d])|x\\d))`,
  'gu',
);

/** Minus and times, where a typewriter has a hyphen and an x. */
export function setSigns(text: string, cells: string[]): void {
  for (const { index } of text.matchAll(MINUS)) cells[index] = '−';
  for (const { 0: typed, index } of text.matchAll(TIMES)) {
    cells.fill('', index, index + typed.length);
    cells[index] = '\u00a0×\u00a0';
  }
}
