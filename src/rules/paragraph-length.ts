import { proseIn } from '../markdown/prose.js';
import { wordsIn } from '../markdown/prose-text.js';
import type { Rule } from '../model/rule.js';

/** A page of a book at 6 × 9 inches, in words. */
const LONGEST = 350;

/** A paragraph is no longer than a page. */
export const paragraphLength: Rule<{ words: number }> = {
  id: 'paragraph-length',
  severity: 'info',
  says: ({ words }) => `This paragraph has ${words} words, more than a page`,
  remedy: () => 'Begin a new one where the thought turns.',
  why: 'A page without a single indent gives the eye nowhere to rest and no way to find its place again.',
  examples: {
    good: `# One\n\n${'It rained on. '.repeat(100)}\n`,
    bad: `# One\n\n${'It rained on. '.repeat(120)}\n`,
  },
  check(book, complain) {
    for (const chapter of book.chapters)
      for (const prose of proseIn(chapter)) {
        if (prose.node.type !== 'paragraph') continue;
        const text = wordsIn(prose);
        // Most paragraphs are too short to be counted.
        const words = text.length > LONGEST * 2 ? (text.match(/\p{L}[\p{L}\p{N}’'-]*/gu)?.length ?? 0) : 0;
        if (words > LONGEST) complain({ words }, { file: chapter.file, node: prose.node.position?.start });
      }
  },
};
