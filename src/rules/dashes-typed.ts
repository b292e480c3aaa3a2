import { findInProse } from '../markdown/find.js';
import type { Rule } from '../model/rule.js';

/** A hyphen between spaces, in a sentence: not in a sum, not before a number below zero, not in a list of options. */
const HYPHEN = /(?<=[\p{Ll}\p{M}”’»,)]) -(?= \p{L})/gu;

/** A dash is a dash. */
export const dashesTyped: Rule = {
  id: 'dashes-typed',
  severity: 'info',
  says: () => 'This hyphen stands where a dash belongs',
  remedy: () => 'Type two hyphens for a dash, or three for a long one: home -- at last.',
  why: 'A hyphen joins, a dash parts: between spaces a reader takes the short one for a slip.',
  examples: {
    good: '# One\n\nWe went home -- at last. A two- or three-part song.\n',
    bad: '# One\n\nWe went home - at last.\n',
  },
  check(book, complain) {
    for (const { at } of findInProse(book.chapters, HYPHEN)) complain({}, at);
  },
};
