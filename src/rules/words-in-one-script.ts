import { findInProse } from '../markdown/find.js';
import type { Rule } from '../model/rule.js';

/** A word of Latin and Cyrillic letters, one of which looks like one of the others. */
const MIXED =
  /(?<![\p{L}\p{N}])(?=[\p{L}\p{M}]{0,40}\p{Script=Latin})(?=[\p{L}\p{M}]{0,40}[АВЕІЈКМНОРЅСТХаеіјорѕсух])[\p{L}\p{M}]{2,40}(?![\p{L}\p{N}])/gu;

/** The letters of a word are of one script. */
export const wordsInOneScript: Rule<{ word: string; letters: string }> = {
  id: 'words-in-one-script',
  severity: 'warning',
  says: ({ word, letters }) => `“${word}” is written with Latin and Cyrillic letters: ${letters}`,
  remedy: () => 'Type the word anew, on one keyboard.',
  why: 'The letters look alike and are not: the word is not found, not hyphenated, not spelt right, and read aloud as two halves.',
  examples: { good: '# One\n\nMoscow is [Москва]{lang=ru}.\n', bad: '# One\n\nM\u043escow.\n' },
  check(book, complain) {
    for (const { match, at } of findInProse(book.chapters, MIXED)) {
      const word = match[0];
      complain({ word, letters: fewer(word).join(', ') }, at);
    }
  },
};

/** The letters of the script that has fewer of them in the word. */
function fewer(word: string): string[] {
  const [cyrillic, latin] = [/\p{Script=Cyrillic}/gu, /\p{Script=Latin}/gu].map(
    (one) => word.match(one) ?? [],
  );
  return [...new Set((cyrillic?.length ?? 0) < (latin?.length ?? 0) ? cyrillic : latin)];
}
