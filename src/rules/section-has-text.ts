import type { Rule } from '../model/rule.js';
import { lineOf } from '../tree/text-of.js';

/** Something stands under a heading before the next one of its rank. */
export const sectionHasText: Rule<{ title: string }> = {
  id: 'section-has-text',
  severity: 'info',
  says: ({ title }) => `Nothing stands under “${title}”`,
  remedy: () => 'Write the section, or take its heading out.',
  why: 'A heading with nothing under it is a promise that the book does not keep, and a line of the contents that leads nowhere.',
  examples: { good: '# One\n\n## Two\n\nText.\n', bad: '# One\n\n## Two\n\n## Three\n\nText.\n' },
  check(book, complain) {
    for (const { tree, file } of book.chapters)
      for (const [i, node] of tree.children.entries()) {
        if (node.type !== 'heading' || node.depth === 1 || !node.position) continue;
        const next = tree.children[i + 1];
        const title = lineOf(node);
        if (title && (!next || (next.type === 'heading' && next.depth <= node.depth)))
          complain({ title }, { file, node });
      }
  },
};
