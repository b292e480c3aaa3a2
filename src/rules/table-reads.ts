import { type TypedLine, typedParagraphs } from '../markdown/typed-lines.js';
import type { Rule } from '../model/rule.js';
import { visit } from '../tree/visit.js';

/** A line that begins with a bar and has another; bars that touch what they stand before are signs of mathematics. */
const ROW = /^\|(?:[ \t][^|]*\|.*|[^|]*\|.*\|)[^|]*$/;
const DASHES = /^\|?[ \t|:-]*-[ \t|:-]*$/;

const SAYS = {
  none: 'There is no line of dashes below this one, so',
  within: 'These lines follow a paragraph or an item of a list without a blank line between, so',
};

/** A table begins behind a blank line, and its head has a line of dashes below it, or there is no table. */
export const tableReads: Rule<{ columns: number; dashes: keyof typeof SAYS | 'behind' }> = {
  id: 'table-reads',
  severity: 'warning',
  says: ({ dashes }) =>
    dashes === 'behind'
      ? 'This line follows a table without a blank line between, so it is printed as a row of the table'
      : `${SAYS[dashes]} ${dashes === 'within' ? 'they' : 'these lines'} are printed as text and not as a table`,
  remedy: ({ columns, dashes }) => {
    if (dashes === 'behind')
      return 'Leave a blank line behind the table; if it is a row, begin it with a bar.';
    if (dashes === 'within') return 'Leave a blank line before the table.';
    return `Put one below the head of the table: |${' --- |'.repeat(columns)}`;
  },
  why: 'Markdown knows a table by the line of dashes below its head, and ends it at a blank line. Else rows run into a paragraph, bars and all, or text into a row.',
  examples: {
    good: '# One\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\n|a| is\n|b| here.\n',
    bad: '# One\n\n| A | B |\n| 1 | 2 |\n',
  },
  check(book, complain) {
    for (const { file, lines } of typedParagraphs(book.chapters)) {
      const first = lines.findIndex(
        (line, i) => isRow(line) && (isRow(lines[i + 1]) || isHead(line, lines[i + 1])),
      );
      const head = lines[first];
      const dashes = isHead(head, lines[first + 1]) ? 'within' : 'none';
      if (head) complain({ columns: columnsIn(head.text), dashes }, { file, node: head.at });
    }
    for (const { tree, file } of book.chapters) {
      const source = String(file.value);
      visit(tree, 'table', ({ children: [head, ...rows] }) => {
        const columns = head?.children.length ?? 0;
        const behind = rows.find(({ position }) => {
          const written = source.slice(position?.start.offset, position?.end.offset);
          return written && !written.includes('|');
        });
        // In a table of one column a row needs no bar.
        if (behind && columns > 1) complain({ columns, dashes: 'behind' }, { file, node: behind });
      });
    }
  },
};

/** Of another number of columns another rule tells. */
function isHead(line: TypedLine | undefined, below: TypedLine | undefined): boolean {
  if (!line || !below?.text.includes('|') || !DASHES.test(below.text.trimEnd())) return false;
  return columnsIn(line.text) === columnsIn(below.text);
}

function isRow(line: TypedLine | undefined): boolean {
  return line !== undefined && ROW.test(line.text.trimEnd()) && !DASHES.test(line.text.trimEnd());
}

/** Bars at both ends are no borders between cells. */
function columnsIn(row: string): number {
  return row
    .trim()
    .replace(/\\\|/g, '')
    .replace(/^\||\|$/g, '')
    .split('|').length;
}
