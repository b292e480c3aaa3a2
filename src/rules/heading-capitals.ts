import type { Rule } from '../model/rule.js';
import { textOf } from '../tree/text-of.js';
import { visit } from '../tree/visit.js';

/** A heading is written in small letters too. */
export const headingCapitals: Rule = {
  id: 'heading-capitals',
  severity: 'info',
  says: () => 'This heading is written in capitals only',
  remedy: () => 'Write it as a sentence or a title; how headings look is for the theme to say.',
  why: 'Capitals that are typed cannot be taken back: they stand so in the contents and in outlines, and a screen reader may spell them letter by letter.',
  examples: { good: '# One\n\n## The Whole Case\n\nText.\n', bad: '# One\n\n## THE WHOLE CASE\n\nText.\n' },
  check(book, complain) {
    for (const { tree, file } of book.chapters)
      visit(tree, 'heading', (node) => {
        const words = textOf(node).match(/\p{L}{3,}/gu) ?? [];
        const loud = words.filter((word) => /^\p{Lu}+$/u.test(word));
        // One word may be the name of something: NATO, HTML.
        if (words.length > 1 && loud.length === words.length && loud.join('').length > 8)
          complain({}, { file, node });
      });
  },
};
