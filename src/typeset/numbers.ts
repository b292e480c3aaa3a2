import type { Root } from 'hast';
import { NO_TEXT, partTexts, unbroken } from './part-text.js';

/** Groups of figures with a space or a hyphen between them: a telephone number, an ISBN, a large sum. */
const GROUPED =
  /(?<![\p{L}\p{N}.,:/–-])\+?\d{1,7}(?:[ \u00a0\u202f-]\d{1,7}){1,5}(?![\p{L}\p{N}:/–-]|[.,]\d)/gu;
/** With fewer figures they are something else: two numbers that happen to stand side by side. */
const FEWEST = 6;

/** A number that is read group by group stays on one line: nobody dials what he has to find together. */
export function holdNumbers(tree: Root): void {
  partTexts(tree, NO_TEXT, GROUPED, (value, text) =>
    value.replace(/\D/g, '').length < FEWEST ? undefined : [unbroken({ ...text, value })],
  );
}

/** A year, a page, a price, a time of day or some thousands. */
const NUMBER = '\\d{1,4}(?:[.,:]\\d{1,3})?';
/** From one to another, with nothing beside them; signs of money in a row, as guides have them: €€€; castling, as chess players write it. */
const RANGE = new RegExp(
  `(?<![\\p{L}\\p{N}.,:/–-])${NUMBER}–${NUMBER}(?![\\p{L}\\p{N}–/-]|[.,:]\\d)|(?<!\\p{Sc})\\p{Sc}{2,8}(?!\\p{Sc})|(?<![\\p{L}\\p{N}-])O-O(?:-O)?(?![\\p{L}\\p{N}-])`,
  'gu',
);

/** A brief range stays on one line: browsers end one behind its dash, and between two signs. */
export function holdRanges(tree: Root): void {
  partTexts(tree, NO_TEXT, RANGE, (value, text) => [unbroken({ ...text, value })]);
}
