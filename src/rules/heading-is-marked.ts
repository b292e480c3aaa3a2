import { namesChapter } from '../language/chapter-names.js';
import type { Rule } from '../model/rule.js';
import { textOf } from '../tree/text-of.js';

/** Longer than this a line in bold is a sentence that is stressed, in characters. */
const LONGEST = 60;

/** What looks like a heading is one. */
export const headingIsMarked: Rule<{ words: string }> = {
  id: 'heading-is-marked',
  severity: 'info',
  says: ({ words }) => `“${words}” looks like a heading, but is a paragraph in bold`,
  remedy: ({ words }) =>
    `Write it as one: ### ${words}. If it is none, let it stand in the text that it belongs to.`,
  why: 'Only a heading is in the outline, can be linked to, is found by a screen reader, and stays on one page with the text under it.',
  examples: { good: '# One\n\n## What you need\n\nA pen.\n', bad: '# One\n\n**What you need**\n\nA pen.\n' },
  check(book, complain) {
    for (const { tree, file, lang } of book.chapters)
      for (const [i, node] of tree.children.entries()) {
        if (node.type !== 'paragraph' || node.data?.hName) continue;
        const [strong, ...others] = node.children;
        const words = textOf(node).trim();
        const next = tree.children[i + 1];
        if (strong?.type !== 'strong' || others.length || words.length > LONGEST) continue;
        // That is told of the chapter.
        if (namesChapter(words, lang)) continue;
        if (/[\p{L}\p{N})]$/u.test(words) && (next?.type === 'paragraph' || next?.type === 'list'))
          complain({ words }, { file, node });
      }
  },
};
