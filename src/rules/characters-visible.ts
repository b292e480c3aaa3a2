import { codePoint } from '../language/code-point.js';
import { findInProse } from '../markdown/find.js';
import type { Rule } from '../model/rule.js';

/**
 * Characters that cannot be seen: controls, spaces of no width, marks of direction, private use. Those that join letters of
 * some scripts (U+200C, U+200D) and soft hyphens are none.
 */
const INVISIBLE = /(?:(?![\t\n\r])\p{Cc}|[\u200b\u2028-\u202e\u2061-\u206f\ufeff\ufff9-\ufffb]|\p{Co})+/gu;

/** What stands in the text can be seen. */
export const charactersVisible: Rule<{ name: string }> = {
  id: 'characters-visible',
  severity: 'warning',
  says: ({ name }) => `Here stands a character that nobody sees: ${name}`,
  remedy: () => 'Delete it, and type what is around it anew.',
  why: 'It came along when text was pasted. It breaks words in two for whoever searches, hyphenates or reads them aloud, and some fonts print a box for it.',
  examples: { good: '# One\n\nIt rained.\n', bad: '# One\n\nIt rai\u200bned.\n' },
  check(book, complain) {
    for (const { match, at, mend } of findInProse(book.chapters, INVISIBLE)) {
      // Ends of lines and paragraphs parted words.
      const text = /[\u2028\u2029]/.test(match[0]) ? ' ' : '';
      complain({ name: nameOf(match[0]) }, { ...at, mends: mend(text) });
    }
  },
};

function nameOf(characters: string): string {
  return [...new Set(characters)].map(codePoint).join(', ');
}
