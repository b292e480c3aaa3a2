import type { Nodes, Table } from 'mdast';
import type { Rule } from '../model/rule.js';
import { textOf } from '../tree/text-of.js';
import { visit } from '../tree/visit.js';

/** A line of dashes under the head of a table: `| --- | :-: |`. */
const DASHES = /^[ \t>]*(?=.*\|)\|?(?:[ \t]*:?-+:?[ \t]*\|)*(?:[ \t]*:?-+:?[ \t]*)?$/;

/** No line of a table has more cells than its head, which says how many columns there are. */
export const tableFitsHead: Rule<{ columns: number; cells: number; lost?: string | undefined }> = {
  id: 'table-fits-head',
  severity: 'warning',
  says: ({ columns, cells, lost }) =>
    lost === undefined
      ? `The line of dashes has ${counted(cells, 'column')} and the line above it ${columns}, so this is printed as text and not as a table`
      : `This row has ${counted(cells, 'cell')} and the table ${counted(columns, 'column')}, so “${lost}” is not printed`,
  remedy: ({ lost }) =>
    lost === undefined
      ? 'Give both lines the same number of columns.'
      : 'Give the head as many columns, or put a backslash before a | that belongs to the text.',
  why: 'Markdown drops every cell that has no column above it, and takes no table for one whose first two lines do not agree.',
  examples: {
    good: '# One\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n| 1 |\n',
    bad: '# One\n\n| A | B |\n| --- | --- |\n| 1 | 2 | 3 |\n',
  },
  check(book, complain) {
    for (const { tree, file } of book.chapters) {
      const source = String(file.value);
      visit(tree, (node: Nodes) => {
        if (node.type === 'table') {
          const columns = rowsOf(node)[0]?.children.length ?? 0;
          for (const { cells, first, lost } of overflowing(node, columns))
            complain({ columns, cells, lost }, { file, node: first });
        } else if (node.type === 'paragraph' && node.position) {
          const { start, end } = node.position;
          const [head = '', dashes = ''] = source.slice(start.offset, end.offset).split(/\r\n|\r|\n/);
          if (head.includes('|') && DASHES.test(dashes))
            complain({ columns: cellsIn(head), cells: cellsIn(dashes) }, { file, node: start });
        }
      });
    }
  },
};

function* overflowing(table: Table, columns: number) {
  for (const { children: cells } of rowsOf(table)) {
    const [first] = cells.slice(columns);
    if (first)
      yield {
        cells: cells.length,
        first,
        lost: cells
          .slice(columns)
          .map((cell) => textOf(cell))
          .join(' | '),
      };
  }
}

/** A caption that has been taken into the table is no row of it. */
function rowsOf({ children }: Table): Table['children'] {
  return children.filter(({ type }) => type === 'tableRow');
}

/** Bars with a backslash before them are text; those at both ends are no borders between cells. */
function cellsIn(line: string): number {
  const bare = line.replace(/\\\|/g, '').replace(/^[ \t>]*\|?|\|?[ \t]*$/g, '');
  return bare.split('|').length;
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
