import { type ByLanguage, patternsBy } from '../language/by-language.js';
import { findInProse } from '../markdown/find.js';
import type { Rule } from '../model/rule.js';

/** Stops that no space stands before. A point may be a number (“of .5 litres”) or dots (“and ...”), and a colon between numbers divides. */
const STOPS: ByLanguage<string> = { fr: ',', 'fr-CH': ',' };
const apart = patternsBy(
  STOPS,
  ',;:!?',
  (stops) =>
    new RegExp(`(?<=[\\p{L}\\p{N}’”»)"']) +([${stops}])(?=["'”’»]*(?:\\s|$))(?!(?<=\\d +:) +\\d)`, 'gu'),
);

/** A stop stands right behind its word. */
export const punctuationAttached: Rule<{ mark: string }> = {
  id: 'punctuation-attached',
  severity: 'warning',
  says: ({ mark }) => `There is a space before “${mark}”`,
  remedy: () => 'Take the space out.',
  why: 'At the end of a line the stop would fall to the beginning of the next one.',
  examples: {
    good: '# One\n\nIt rained, and: it rained :) on .5 acres, at 12 : 4 it is 3.\n',
    bad: '# One\n\nIt rained , and we went home.\n',
  },
  check(book, complain) {
    for (const { match, at, mend } of findInProse(book.chapters, apart)) {
      const mark = match[1] ?? '';
      complain({ mark }, { ...at, mends: mend(mark) });
    }
  },
};
