import { findInProse } from '../markdown/find.js';
import type { Rule } from '../model/rule.js';

/** Words that have lost their beginning, after a mark that opens a quotation. */
const TURNED = /(?<![\p{L}\p{N}])‘(?=(?:tis|twas|twere|twill|em|cause|til|\d0s)(?![\p{L}\p{N}]))/giu;

/** What stands for letters left out is an apostrophe, which looks to the left: ’tis, ’90s. */
export const apostrophesTurn: Rule = {
  id: 'apostrophes-turn',
  severity: 'info',
  says: () => 'This mark opens a quotation where letters were left out',
  remedy: () => "Type a straight one, ' – Octavo turns it the right way – or an apostrophe, ’.",
  why: 'Word processors set every mark after a space as if it opened a quotation; on a page that is a mistake that printers are known by.',
  examples: {
    good: "# One\n\n'Tis the season of the '90s. ‘So,’ she said.\n",
    bad: '# One\n\n‘Tis the season.\n',
  },
  check(book, complain) {
    const english = book.chapters.filter(({ lang }) => /^en\b/.test(lang));
    for (const { at, mend } of findInProse(english, TURNED)) complain({}, { ...at, mends: mend('’') });
  },
};
