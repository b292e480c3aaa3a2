import type { List } from 'mdast';
import { beginsWithYear } from '../markdown/typed-numbers.js';
import type { Rule } from '../model/rule.js';
import { visit } from '../tree/visit.js';

/** An item of a list says something, or is to be written in. */
export const itemHasText: Rule<{ number?: number | undefined }> = {
  id: 'item-has-text',
  severity: 'warning',
  says: () => 'This item of a list is empty',
  remedy: ({ number }) =>
    number === undefined
      ? 'Write it, or take it out; where something is to be written in, type underscores: 1. ____________'
      : `A number with a stop begins a list; where that is all there is to say, put a backslash before the stop: ${number}\\.`,
  why: 'An empty item is a number or a bullet with nothing behind it, and without room for a pen.',
  examples: { good: '# One\n\n1. ____________\n2. Rest.\n', bad: '# One\n\n1.\n2. Rest.\n' },
  check(book, complain) {
    for (const { tree, file } of book.chapters)
      visit(tree, 'list', (list: List) => {
        // Years alone on their lines are told as such.
        if (beginsWithYear(list)) return;
        const empty = list.children.find(
          (item) => !item.children.length && typeof item.checked !== 'boolean',
        );
        if (!empty) return;
        // One number and nothing else is what somebody answers.
        const number = list.ordered && list.children.length === 1 ? (list.start ?? 1) : undefined;
        complain({ number }, { file, node: empty });
      });
  },
};
