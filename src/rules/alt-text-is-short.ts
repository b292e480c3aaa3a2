import type { Rule } from '../model/rule.js';
import { visit } from '../tree/visit.js';

/** What a listener can keep in mind, in characters; a drawing with many parts is described in the text. */
const LONGEST = 400;

/** Alternative text is a sentence or two. */
export const altTextIsShort: Rule<{ length: number }> = {
  id: 'alt-text-is-short',
  severity: 'info',
  says: ({ length }) =>
    `This alternative text has ${length} characters; over ${LONGEST}, a listener loses its beginning`,
  remedy: () => 'Say in it what the image is about, and describe the rest in the text beside it.',
  why: 'A screen reader reads alternative text in one go: it cannot be walked through line by line, or looked up again.',
  examples: {
    good: '# One\n\n![A red disc](disc.png)\n',
    bad: `# One\n\n![${'A very red disc on a white page. '.repeat(13)}](disc.png)\n`,
  },
  check(book, complain) {
    for (const { tree, file } of book.chapters)
      visit(tree, (node) => {
        const length = node.type === 'image' || node.type === 'imageReference' ? (node.alt?.length ?? 0) : 0;
        if (length > LONGEST) complain({ length }, { file, node });
      });
  },
};
