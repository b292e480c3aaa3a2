import { findInProse } from '../markdown/find.js';
import type { Rule } from '../model/rule.js';

/** Two spaces inside a line; at its end they are a line break, at its beginning they make blocks. */
const SEVERAL = /(?<=\S|^)[ \t]{2,}(?=\S|$)/gu;

/** Words are parted by one space. */
export const spacesSingle: Rule<{ spaces: number }> = {
  id: 'spaces-single',
  severity: 'info',
  says: ({ spaces }) => `There are ${spaces} spaces in a row`,
  remedy: () => 'Leave one. No page shows the others.',
  why: 'They are left over from a typewriter or from editing, and are not printed: who looks for the words in the source does not find them.',
  examples: { good: '# One\n\nIt rained.\nWe went home.\n', bad: '# One\n\nIt rained.  We went home.\n' },
  check(book, complain) {
    for (const { match, at, mend } of findInProse(book.chapters, SEVERAL))
      complain({ spaces: match[0].length }, { ...at, mends: mend(' ') });
  },
};
