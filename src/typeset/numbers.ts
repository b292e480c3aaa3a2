import type { Root } from 'hast';
import { NO_TEXT, partTexts, unbroken } from './part-text.js';

/** Groups of figures with a space or a hyphen between them: a telephone number, an ISBN, a large sum. */
const GROUPED =
  /(?<![\p{L}\p{N}.,:/-])\+?\d{1,7}(?:[ \u00a0\u202f-]\d{1,7}){1,5}(?![\p{L}\p{N}:/-]|[.,]\d)/gu;
/** With fewer figures they are something else: two numbers that happen to stand side by side. */
const FEWEST = 6;

/** A number that is read group by group stays on one line: nobody dials what he has to find together. */
export function holdNumbers(tree: Root): void {
  partTexts(tree, NO_TEXT, GROUPED, (value, text) =>
    value.replace(/\D/g, '').length < FEWEST ? undefined : [unbroken({ ...text, value })],
  );
}
