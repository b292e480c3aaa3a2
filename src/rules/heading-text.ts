import { SCENE_SIGNS } from '../markdown/scene-signs.js';
import type { Rule } from '../model/rule.js';
import { textOf } from '../tree/text-of.js';
import { visit } from '../tree/visit.js';

/** A heading says something. */
export const headingText: Rule<{ signs: string }> = {
  id: 'heading-text',
  severity: 'warning',
  says: ({ signs }) => (signs ? `“${signs}” is a heading, and says nothing` : 'This heading has no text'),
  remedy: ({ signs }) =>
    signs
      ? 'If it parts two scenes, write * * * on a line of its own, without # before it; a heading stands in the contents.'
      : 'Give it words, or take the line out. A break between two scenes is * * * on a line of its own.',
  why: 'An empty heading is a gap on the page, a nameless line in the outline, and a dead end for a screen reader.',
  examples: { good: '# One\n\n## Two\n\nText.\n', bad: '# One\n\n##\n' },
  check(book, complain) {
    for (const { tree, file } of book.chapters) {
      visit(tree, 'heading', (node) => {
        const text = textOf(node).trim();
        // An operator is called by its signs.
        const isCode = node.children.some(({ type }) => type === 'inlineCode' || type === 'inlineMath');
        if (!text || (SCENE_SIGNS.test(text) && !isCode)) complain({ signs: text }, { file, node });
      });
    }
  },
};
