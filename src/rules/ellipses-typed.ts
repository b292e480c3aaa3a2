import { findInProse } from '../markdown/find.js';
import type { Rule } from '../model/rule.js';

/** Two dots, or five and more; three are an ellipsis, four are one at the end of a sentence. */
const DOTS = /(?<![.…/\\\d])(?:\.{2}|\.{5,})(?![.…/\\\p{L}\d]|[ \t][a-z-]+::)/gu;

/** An ellipsis has three dots. */
export const ellipsesTyped: Rule<{ dots: string }> = {
  id: 'ellipses-typed',
  severity: 'info',
  says: ({ dots }) => `There are ${dots.length} dots in a row`,
  remedy: ({ dots }) =>
    dots.length === 2
      ? 'Write one to end the sentence, or three for words that are left out.'
      : 'Write three for words that are left out; for a line to write on, ::lines.',
  why: 'Two dots are a slip of the finger, and more than four look like a form to fill in.',
  examples: {
    good: '# One\n\nIt rained... and rained.... See ../a.\n',
    bad: '# One\n\nIt rained.. We went home.\n',
  },
  check(book, complain) {
    for (const { match, at } of findInProse(book.chapters, DOTS)) complain({ dots: match[0] }, at);
  },
};
