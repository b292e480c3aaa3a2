import type { Rule } from '../model/rule.js';
import { EXIT, visit } from '../tree/visit.js';

/** How many letters a running head has room for on a page of 6 × 9 in, in the classic theme. */
const ROOM = 70;
/** What is as wide as two letters. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/gu;

/** A title fits the line above the page, or has a short form that does. */
export const runningHeadFits: Rule<{ length: number; room: number }> = {
  id: 'running-head-fits',
  severity: 'info',
  says: ({ length, room }) =>
    `The title has ${length} characters, and a running head has room for some ${room}; what does not fit its page is cut off there`,
  remedy: () => 'Give a short one in the front matter of the chapter: short_title: …',
  why: 'A long title is cut off in the running heads, and where to cut it only its author knows.',
  examples: {
    good: '---\nshort_title: The Sea\n---\n\n# All that was ever told of the sea, of the ships on it, and of those below\n\nText.\n',
    bad: '# All that was ever told of the sea, of the ships on it, and of those below\n\nText.\n',
  },
  check(book, complain) {
    for (const { tree, file, shortTitle, role } of book.chapters) {
      const wide = shortTitle.match(WIDE)?.length ?? 0;
      const length = [...shortTitle].length;
      if (role === 'handout' || length + wide <= ROOM) continue;
      const room = Math.round((ROOM * length) / (length + wide));
      visit(tree, 'heading', (node) => {
        complain({ length, room }, { file, node });
        return EXIT;
      });
    }
  },
};
