import { typedParagraphs } from '../markdown/typed-lines.js';
import type { Rule } from '../model/rule.js';

/** Signs of a heading right before its first letter. Several words with a sign each are no heading. */
const TIGHT = /^(#{1,6})(\p{L}[^#]*)$/u;
/** Longer than this a line is no heading, in characters. */
const LONGEST = 100;

/** The signs of a heading stand apart from its words, or it is none. */
export const headingReads: Rule<{ signs: string; words: string }> = {
  id: 'heading-reads',
  severity: 'warning',
  says: ({ signs }) =>
    `There is no space behind “${signs}”, so this is no heading, and is printed as it stands`,
  remedy: ({ signs, words }) =>
    `Write “${signs} ${words}”, with blank lines around it. If no heading is meant, put a backslash before it.`,
  why: 'Markdown takes a line for a heading only where a space follows the signs. One without is text, and missing from the contents.',
  examples: {
    good: '# One\n\n## Two\n\nText.\n\n#reading #books and #so-on\n',
    bad: '# One\n\nText.\n\n##Two\n\nText.\n',
  },
  check(book, complain) {
    for (const { file, lines } of typedParagraphs(book.chapters))
      for (const [i, { text, at }] of lines.entries()) {
        const [, signs = '', words = ''] = TIGHT.exec(text.trimEnd()) ?? [];
        if (!signs || text.length > LONGEST) continue;
        // A word with a sign before it, as people write on the web, begins small, and a sentence goes on from it.
        const alone = lines.length === 1 && !/[.!?…]$/.test(words);
        if (signs.length > 1 || !/^\p{Ll}/u.test(words) || (i === 0 && alone))
          complain({ signs, words }, { file, node: at });
      }
  },
};
