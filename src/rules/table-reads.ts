import { type TypedLine, typedParagraphs } from '../markdown/typed-lines.js';
import type { Rule } from '../model/rule.js';

/** A line that begins with a bar and has another; bars that touch what they stand before are signs of mathematics. */
const ROW = /^\|(?:[ \t][^|]*\|.*|[^|]*\|.*\|)[^|]*$/;
const DASHES = /^\|?[ \t|:-]*-[ \t|:-]*$/;

/** The head of a table has a line of dashes below it, or there is no table. */
export const tableReads: Rule<{ columns: number }> = {
  id: 'table-reads',
  severity: 'warning',
  says: () =>
    'There is no line of dashes below this one, so these lines are printed as text and not as a table',
  remedy: ({ columns }) => `Put one below the head of the table: |${' --- |'.repeat(columns)}`,
  why: 'Markdown knows a table by the line of dashes below its head. Without one its rows run into a paragraph, bars and all.',
  examples: {
    good: '# One\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\n|a| is\n|b| here.\n',
    bad: '# One\n\n| A | B |\n| 1 | 2 |\n',
  },
  check(book, complain) {
    for (const { file, lines } of typedParagraphs(book.chapters)) {
      const first = lines.findIndex((line, i) => isRow(line) && isRow(lines[i + 1]));
      const head = lines[first];
      if (head) complain({ columns: columnsIn(head.text) }, { file, node: head.at });
    }
  },
};

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
