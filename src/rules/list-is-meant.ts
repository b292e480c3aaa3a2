import type { List } from 'mdast';
import { beginsWithYear, typedNumbers } from '../markdown/typed-numbers.js';
import type { Rule } from '../model/rule.js';
import { visit } from '../tree/visit.js';

/** A paragraph that begins with a year is no list. */
export const listIsMeant: Rule<{ number: number; more: boolean }> = {
  id: 'list-is-meant',
  severity: 'warning',
  says: ({ number }) => `“${number}.” at the beginning of a paragraph makes it item ${number} of a list`,
  remedy: ({ number, more }) =>
    `Put a backslash before the stop: ${number}\\.${more ? ' And so in each paragraph that begins with a year.' : ''}`,
  why: 'Markdown takes a number with a stop behind it for that of an item. A paragraph that begins with a year would hang from it.',
  examples: { good: '# One\n\n1947\\. That was the year.\n', bad: '# One\n\n1947. That was the year.\n' },
  check(book, complain) {
    for (const { tree, file } of book.chapters)
      visit(tree, 'list', (list: List) => {
        const { start, children } = list;
        const [item, ...others] = children;
        if (!start || !item || !beginsWithYear(list)) return;
        // Verses of a poem, say, may be counted from there.
        const runsOn = typedNumbers(list, String(file.value)).every((number, i) => number === start + i);
        if (!others.length || !runsOn)
          complain({ number: start, more: others.length > 0 }, { file, node: item.position?.start });
      });
  },
};
