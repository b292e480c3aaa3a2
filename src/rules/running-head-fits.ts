import type { Rule } from '../model/rule.js';
import { EXIT, visit } from '../tree/visit.js';

/** A title fits the line above the page, or has a short form that does. */
export const runningHeadFits: Rule<{ length: number; short: string }> = {
  id: 'running-head-fits',
  severity: 'info',
  says: ({ length, short }) =>
    `The title has ${length} characters, more than a running head has room for; there it reads “${short}”`,
  remedy: () => 'Give a short one in the front matter of the chapter: short_title: …',
  why: 'A long title is cut off in the running heads, and where to cut it only its author knows.',
  examples: {
    good: '---\nshort_title: The Sea\n---\n\n# All that was ever told of the sea, of the ships on it, and of those below\n\nText.\n',
    bad: '# All that was ever told of the sea, of the ships on it, and of those below\n\nText.\n',
  },
  check(book, complain) {
    for (const { tree, file, title, shortTitle, role } of book.chapters) {
      if (role === 'handout' || shortTitle === title || !shortTitle.endsWith('…')) continue;
      visit(tree, 'heading', (node) => {
        complain({ length: title.length, short: shortTitle }, { file, node });
        return EXIT;
      });
    }
  },
};
