import { findInProse } from '../markdown/find.js';
import type { Rule } from '../model/rule.js';

/**
 * What writers leave for later: TODO, FIXME, TBD and TK, but only as a mark (in brackets, before a colon, as a whole
 * paragraph), for a book may speak of TODO lists; and the text that typesetters fill pages with.
 */
const PLACEHOLDER =
  /(?<=[[(])(?:TODO|FIXME|TBD|TK|TKTK)(?=[\]):])|(?<![\p{L}\p{N}_/.-])(?:TODO|FIXME|TBD|TK):(?=\s|$)|^\s*(?:TODO|FIXME|TBD|TK)\.?\s*$|(?<!\p{L})TKTK(?!\p{L})|(?<!\p{L})[Ll]orem ipsum dolor(?!\p{L})/gu;

const IN_SPANISH = new RegExp(PLACEHOLDER.source.replaceAll('TODO|', ''), 'gu');

/** Nothing is left in the text that was to be replaced. */
export const textIsFinished: Rule<{ found: string }> = {
  id: 'text-is-finished',
  severity: 'warning',
  says: ({ found }) => `“${found}” is a placeholder, and is printed as it stands`,
  remedy: () =>
    'Write what belongs here, or put the reminder in a comment: <!-- TODO -->. If it is meant, mark it: [TODO:]{.verbatim}.',
  why: 'What is written only to hold a place is easily forgotten, and a printed book cannot be mended.',
  examples: {
    good: '# One\n\nA book on TODO lists. <!-- TODO: more -->\n',
    bad: '# One\n\nIt was in [TK] that she left.\n',
  },
  check(book, complain) {
    for (const { match, at } of findInProse(book.chapters, patternOf))
      complain({ found: match[0].trim() }, at);
  },
};

/** In Spanish TODO is a word: all, everything. */
function patternOf(tag: string): RegExp {
  return /^(?:es|pt|gl)\b/.test(tag) ? IN_SPANISH : PLACEHOLDER;
}
