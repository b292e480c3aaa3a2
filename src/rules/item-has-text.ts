import type { List } from 'mdast';
import { beginsWithYear } from '../markdown/typed-numbers.js';
import type { Rule } from '../model/rule.js';
import { visit } from '../tree/visit.js';

/** An item of a list says something, or is to be written in. */
export const itemHasText: Rule = {
  id: 'item-has-text',
  severity: 'warning',
  says: () => 'This item of a list is empty',
  remedy: () =>
    'Write it, or take it out; where something is to be written in, type underscores: 1. ____________',
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
        if (empty) complain({}, { file, node: empty });
      });
  },
};
