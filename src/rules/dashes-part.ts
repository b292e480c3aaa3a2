import type { Rule } from '../model/rule.js';
import { lineOf, textOf } from '../tree/text-of.js';
import { visit } from '../tree/visit.js';

/** Longer than this no heading is that ends with a stop, in characters. */
const LONGEST = 40;

/** A line of dashes parts two scenes only below a blank line; right below a paragraph it makes a heading of it. */
export const dashesPart: Rule<{ words: string; dashes: string }> = {
  id: 'dashes-part',
  severity: 'warning',
  says: ({ words, dashes }) =>
    `“${words}” is set as a heading, because “${dashes}” stands on the line right below it`,
  remedy: ({ dashes }) =>
    `Leave a blank line before “${dashes}” if it parts two scenes; for a heading write # signs before it.`,
  why: 'Markdown takes a line of dashes right below a paragraph for the mark of a heading, and the paragraph is set large, and listed in the contents.',
  examples: {
    good: '# One\n\nIt was late, and she went home.\n\n---\n\nMorning came.\n\nTwo\n---\n\nText.\n',
    bad: '# One\n\nIt was late, and there was nobody in the street. She went home.\n---\nMorning came.\n',
  },
  check(book, complain) {
    for (const { tree, file } of book.chapters) {
      const source = String(file.value);
      visit(tree, 'heading', (node) => {
        const { start, end } = node.position ?? {};
        const typed = source.slice(start?.offset, end?.offset).split('\n');
        const [, dashes] = /^[ \t>]*(-+)[ \t]*$/.exec(typed.at(-1) ?? '') ?? [];
        const words = lineOf(node);
        const isLine = !/\n/.test(textOf(node));
        if (!dashes || typed.length < 2 || isUnderline(dashes, typed.at(-2) ?? '')) return;
        if (isLine && (words.length <= LONGEST || /\?[”"’'»*_)]*$/.test(words))) return;
        if (/[.?!…][”"’'»*_)]*$/u.test(words) || /[.?!…]["”’»)]* \p{Lu}/u.test(words))
          complain(
            { words: `${words.slice(0, LONGEST).trimEnd()}…`, dashes: dashes.slice(0, 5) },
            { file, node },
          );
      });
    }
  },
};

/** A line drawn below a heading is about as long as that, and what parts two scenes is a few dashes. */
function isUnderline(dashes: string, line: string): boolean {
  return dashes.length > 5 && dashes.length > line.trim().length * 0.7;
}
