import type { Rule } from '../model/rule.js';
import { visit } from '../tree/visit.js';

/** Headings go down one level at a time. */
export const headingSteps: Rule<{ from: number; to: number }> = {
  id: 'heading-steps',
  severity: 'warning',
  says: ({ from, to }) => `This heading is on level ${to}, right under one on level ${from}`,
  remedy: ({ from }) => `Write it with ${'#'.repeat(from + 1)}, or put a heading of that level above it.`,
  why: 'Readers who find their way by headings take a missing level for a missing section. PDF/UA and EPUB Accessibility ask for levels without gaps.',
  examples: { good: '# One\n\n## Two\n\n### Three\n\nText.\n', bad: '# One\n\n### Three\n\nText.\n' },
  check(book, complain) {
    for (const { tree, file } of book.chapters) {
      let last = 0;
      visit(tree, 'heading', (node) => {
        if (last && node.depth > last + 1) complain({ from: last, to: node.depth }, { file, node });
        last = node.depth;
      });
    }
  },
};
