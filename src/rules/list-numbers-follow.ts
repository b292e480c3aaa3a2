import type { List } from 'mdast';
import { beginsWithYear, typedNumbers } from '../markdown/typed-numbers.js';
import type { Rule } from '../model/rule.js';
import { visit } from '../tree/visit.js';

/** The numbers of a list are printed as they are typed. */
export const listNumbersFollow: Rule<{ typed: number; printed: number }> = {
  id: 'list-numbers-follow',
  severity: 'warning',
  says: ({ typed, printed }) => `This item is typed as ${typed} and printed as ${printed}`,
  remedy: ({ printed }) =>
    `Type ${printed}, or 1 for every item; a list that goes on elsewhere begins with its number, a list of its own.`,
  why: 'Markdown counts a list from its first number, whatever the others say: what the text says of item 4 would be true of another.',
  examples: {
    good: '# One\n\n1. Sit.\n2. Breathe.\n\n- - -\n\n1. Sit.\n1. Breathe.\n',
    bad: '# One\n\n1. Sit.\n2. Breathe.\n4. Rise.\n',
  },
  check(book, complain) {
    for (const { tree, file } of book.chapters) {
      const source = String(file.value);
      visit(tree, 'list', (list: List) => {
        const first = list.start ?? undefined;
        if (!list.ordered || first === undefined || beginsWithYear(list)) return;
        const typed = typedNumbers(list, source);
        // One number for all, or for all but the first of three and more, leaves the counting to Markdown.
        const [, second, ...others] = typed;
        const alike = second !== first + 1 && others.every((number) => number === second);
        if (alike && (second === first || others.length)) return;
        const begin = typed.findIndex((number) => number !== first);
        for (const [i, item] of list.children.entries()) {
          const number = typed[i];
          // Three of one number and more are left to Markdown, too, and the next is not.
          if (begin > 2 && i < begin) continue;
          if (number === undefined || number === first + i) continue;
          complain({ typed: number, printed: first + i }, { file, node: item.position?.start });
          return;
        }
      });
    }
  },
};
