import type { TableRow } from 'mdast';
import type { Rule } from '../model/rule.js';
import { textOf } from '../tree/text-of.js';
import { visit } from '../tree/visit.js';

/** The columns of a table have names. */
export const tableHasHead: Rule = {
  id: 'table-has-head',
  severity: 'warning',
  says: () => 'The columns of this table have no names',
  remedy: () =>
    'Write what each column holds in its first row; if the table only holds things side by side, a list may do better.',
  why: 'Who hears a table hears with each cell the name of its column, and without one nothing but loose words.',
  examples: {
    good: '# One\n\n| Day | Cups |\n| --- | --- |\n| Mon | 3 |\n',
    bad: '# One\n\n| | |\n| --- | --- |\n| Mon | 3 |\n',
  },
  check(book, complain) {
    for (const { tree, file } of book.chapters)
      visit(tree, 'table', (node) => {
        const head = node.children.find((row): row is TableRow => row.type === 'tableRow');
        // The corner above a column of names is rightly empty, and rows may be headed instead.
        if (node.data?.table?.headerColumns || !head) return;
        if (head.children.every((cell) => !textOf(cell).trim())) complain({}, { file, node });
      });
  },
};
