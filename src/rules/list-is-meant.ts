import type { List } from 'mdast';
import type { Rule } from '../model/rule.js';
import { visit } from '../tree/visit.js';

/** No list is counted that far. */
const YEAR = 1000;

/** A paragraph that begins with a year is no list. */
export const listIsMeant: Rule<{ number: number }> = {
  id: 'list-is-meant',
  severity: 'warning',
  says: ({ number }) => `“${number}.” at the beginning of a paragraph makes it item ${number} of a list`,
  remedy: ({ number }) => `Put a backslash before the stop: ${number}\\.`,
  why: 'Markdown takes a number with a stop behind it for that of an item. A paragraph that begins with a year would hang from it.',
  examples: { good: '# One\n\n1947\\. That was the year.\n', bad: '# One\n\n1947. That was the year.\n' },
  check(book, complain) {
    for (const { tree, file } of book.chapters)
      visit(tree, 'list', ({ start, children: [item, ...others] }: List) => {
        if (start && start >= YEAR && item && !others.length)
          complain({ number: start }, { file, node: item.position?.start });
      });
  },
};
