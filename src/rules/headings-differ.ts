import type { Heading } from 'mdast';
import type { Rule } from '../model/rule.js';
import { lineOf } from '../tree/text-of.js';

/** Two sections side by side have two names. */
export const headingsDiffer: Rule<{ title: string }> = {
  id: 'headings-differ',
  severity: 'info',
  says: ({ title }) => `Another section here is headed “${title}” too`,
  remedy: () => 'Name what is different about this one.',
  why: 'In the contents, in an outline and in a list of links there is nothing to tell the two apart.',
  examples: {
    good: '# One\n\n## Two\n\nText.\n\n## Three\n\nText.\n',
    bad: '# One\n\n## Two\n\nText.\n\n## Two\n\nText.\n',
  },
  check(book, complain) {
    for (const { tree, file } of book.chapters) {
      /** The sections that are open, each with the names that stand below it. */
      const open: Map<string, Heading>[] = [];
      for (const node of tree.children) {
        if (node.type !== 'heading' || !node.position) continue;
        open.length = Math.min(open.length, node.depth);
        const names = open[node.depth - 1] ?? new Map<string, Heading>();
        open[node.depth - 1] = names;
        const title = lineOf(node);
        const first = names.get(title);
        if (title && first)
          complain({ title }, { file, node, also: { file, node: first, says: 'the other one' } });
        else names.set(title, node);
      }
    }
  },
};
