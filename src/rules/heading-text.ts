import type { Rule } from '../model/rule.js';
import { textOf } from '../tree/text-of.js';
import { visit } from '../tree/visit.js';

/** A heading says something. */
export const headingText: Rule = {
  id: 'heading-text',
  severity: 'warning',
  says: () => 'This heading has no text',
  remedy: () =>
    'Give it words, or take the line out. A break between two scenes is * * * on a line of its own.',
  why: 'An empty heading is a gap on the page, a nameless line in the outline, and a dead end for a screen reader.',
  examples: { good: '# One\n\n## Two\n\nText.\n', bad: '# One\n\n##\n' },
  check(book, complain) {
    for (const { tree, file } of book.chapters) {
      visit(tree, 'heading', (node) => {
        if (!textOf(node).trim()) complain({}, { file, node });
      });
    }
  },
};
