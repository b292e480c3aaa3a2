import { doubledWords, isDoubled } from '../language/doubled.js';
import { findInProse } from '../markdown/find.js';
import type { Rule } from '../model/rule.js';

/** A small word does not stand twice in a row. */
export const wordsStandOnce: Rule<{ word: string }> = {
  id: 'words-stand-once',
  severity: 'warning',
  says: ({ word }) => `“${word}” stands here twice in a row`,
  remedy: () => 'Take one of the two out. If both are meant, mark them: [the the]{.verbatim}.',
  why: 'A doubled word is the mistake that its writer sees last, most of all where one line ends with it and the next begins with it. Only words are looked for that are never doubled in their language.',
  examples: {
    good: '# One\n\nAll that that man had had was the hat.\n',
    bad: '# One\n\nThis is the the hat.\n',
  },
  check(book, complain) {
    for (const { match, at } of findInProse(book.chapters, doubledWords))
      if (isDoubled(match[1] ?? '', match[3] ?? '')) complain({ word: match[3] ?? '' }, at);
  },
};
