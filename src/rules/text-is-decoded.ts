import { findInProse } from '../markdown/find.js';
import type { Rule } from '../model/rule.js';

/** What UTF-8 looks like when it was read as something else, and the sign for what could not be read at all. */
const BROKEN = /\ufffd+|â€[™œ\u009d\u0153˜¦"“”–—¢]?|Ã[\u0080-\u00bf]|Â[\u00a0-\u00bf]/gu;

/** Letters are those that were typed. */
export const textIsDecoded: Rule<{ found: string }> = {
  id: 'text-is-decoded',
  severity: 'warning',
  says: ({ found }) => `“${found}” is what is left of a letter that was read in the wrong encoding`,
  remedy: () => 'Type the letter anew, or take the text once more from where it came, as UTF-8.',
  why: 'A text that went from one program to another can lose its accents and quotation marks on the way. What is left cannot be guessed by a reader.',
  examples: { good: '# One\n\nA café in Århus, “Ã” and Âge.\n', bad: '# One\n\nA cafÃ© in town.\n' },
  check(book, complain) {
    for (const { match, at } of findInProse(book.chapters, BROKEN)) complain({ found: match[0] }, at);
  },
};
