import type { VFile } from 'vfile';
import { type TypedLine, typedParagraphs } from '../markdown/typed-lines.js';
import type { Chapter } from '../model/book.js';
import type { Rule } from '../model/rule.js';
import { visit } from '../tree/visit.js';

/** A line that begins with a bar and has another; bars that touch what they stand before are signs of mathematics. */
const ROW = /^\|(?:[ \t][^|]*\|.*|[^|]*\|.*\|)[^|]*$/;
const DASHES = /^\|?[ \t|:-]*-[ \t|:-]*$/;

const SAYS = {
  none: 'There is no line of dashes below this one, so these lines are printed as text and not as a table',
  within:
    'These lines follow a paragraph or an item of a list without a blank line between, so they are printed as text and not as a table',
  above:
    'The line of dashes stands below a later line, so what is above that one is printed as text and not as a part of the table',
  behind: 'This line follows a table without a blank line between, so it is printed as a row of the table',
};

/** A table begins behind a blank line, and its head has a line of dashes below it, or there is no table. */
export const tableReads: Rule<{ columns: number; dashes: keyof typeof SAYS; heads?: number }> = {
  id: 'table-reads',
  severity: 'warning',
  says: ({ dashes }) => SAYS[dashes],
  remedy: ({ columns, dashes, heads }) => {
    if (dashes === 'behind')
      return 'Leave a blank line behind the table; if it is a row, begin it with a bar.';
    if (dashes === 'within') return 'Leave a blank line before the table.';
    if (dashes === 'none') return `Put one below the head of the table: |${' --- |'.repeat(columns)}`;
    return `Put it below the first line, and say below the table of how many lines its head is: {header-rows=${heads}}`;
  },
  why: 'Markdown knows a table by the line of dashes below its head, and ends it at a blank line. Else rows run into a paragraph, bars and all, or text into a row.',
  examples: {
    good: '# One\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\n|a| is\n|b| here.\n',
    bad: '# One\n\n| A | B |\n| 1 | 2 |\n',
  },
  check(book, complain) {
    const tables = tablesIn(book.chapters);
    for (const { file, lines } of typedParagraphs(book.chapters)) {
      const last = lines.at(-1);
      if (last && isRow(last) && tables.get(file)?.has(last.at.line + 1)) {
        const first = lines.findLastIndex((line) => !isRow(line)) + 1;
        const { text, at } = lines[first] ?? last;
        complain(
          { columns: columnsIn(text), dashes: 'above', heads: lines.length - first + 1 },
          { file, node: at },
        );
        continue;
      }
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

/** The lines on which tables begin, by file. */
function tablesIn(chapters: readonly Chapter[]): ReadonlyMap<VFile, ReadonlySet<number>> {
  const lines = new Map<VFile, Set<number>>();
  for (const { tree, file } of chapters)
    visit(tree, 'table', ({ position }) => {
      const own = lines.get(file) ?? new Set();
      if (position) lines.set(file, own.add(position.start.line));
    });
  return lines;
}

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
