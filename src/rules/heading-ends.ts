import type { Rule } from '../model/rule.js';
import { textOf } from '../tree/text-of.js';
import { visit } from '../tree/visit.js';

/** A heading ends with its last word. */
export const headingEnds: Rule<{ mark: string }> = {
  id: 'heading-ends',
  severity: 'info',
  says: ({ mark }) => `This heading ends with “${mark}”`,
  remedy: () => 'Take it off: that something follows is plain from its being a heading.',
  why: 'Contents, running heads and outlines repeat a heading where nothing follows it.',
  examples: { good: '# One\n\n## What it takes\n\nText.\n', bad: '# One\n\n## What it takes:\n\nText.\n' },
  check(book, complain) {
    for (const { tree, file } of book.chapters)
      visit(tree, 'heading', (node) => {
        const mark = /[:;,]$/.exec(textOf(node).trim())?.[0];
        if (mark) complain({ mark }, { file, node });
      });
  },
};
