import { proseIn } from '../markdown/prose.js';
import { ownWordsIn, placeIn } from '../markdown/prose-text.js';
import type { At } from '../model/notice.js';
import type { Rule } from '../model/rule.js';

const HYPHENATED = /(?<![\p{L}\p{N}-])\p{L}+-\p{L}{3,}(?![\p{L}\p{N}-])/gu;
const CLOSED = /(?<![\p{L}\p{N}-])\p{L}{5,}(?![\p{L}\p{N}-])/gu;
/** Both halves with a capital. */
const NAME = /^\p{Lu}.*-\p{Lu}/u;
/** Pairs that mean two things: to re-cover and to recover. */
const TWO_WORDS = /^(?:re|un|co|pre|ex)-/iu;

/** In German, nouns have a capital, too: E-Mail. */
const GERMAN = /^de\b/i;

/** What two spellings of a word have in common; in English, one and several of a thing are one word. */
function formOf(word: string, tag: string): string {
  const form = word.replace('-', '').toLowerCase();
  return /^en\b/i.test(tag) ? form.replace(/(?<=\p{L}{4}[^s])s$/u, '') : form;
}

interface Use {
  readonly word: string;
  readonly at: () => At;
  count: number;
}

/** A word is spelt one way through a book: e-mail or email, and not both. */
export const wordsSpeltAlike: Rule<{ word: string; other: string; count: number; others: number }> = {
  id: 'words-spelt-alike',
  severity: 'info',
  says: ({ word, other, count, others }) =>
    `“${word}” (${times(count)}) is “${other}” elsewhere (${times(others)})`,
  remedy: ({ other, count, others }) =>
    others > count ? `Choose one of the two; the book has “${other}” more often.` : 'Choose one of the two.',
  why: 'Two spellings of one word make a careful reader look for a difference, and a search finds half of them.',
  examples: {
    good: '# One\n\nAn e-mail and another e-mail. To re-cover a chair, to recover.\n',
    bad: '# One\n\nAn email, an email and an e-mail.\n',
  },
  check(book, complain) {
    const hyphenated = new Map<string, Use>();
    const closed = new Map<string, Use>();
    for (const chapter of book.chapters) {
      const { file, role } = chapter;
      if (role === 'bibliography') continue;
      const source = String(file.value);
      for (const prose of proseIn(chapter)) {
        const text = ownWordsIn(prose);
        const note = (uses: Map<string, Use>, pattern: RegExp): void => {
          for (const { 0: word, index } of text.matchAll(pattern)) {
            // A name of several words (the sign of the Sword-Fish) is no spelling of a word.
            if (NAME.test(word) && !GERMAN.test(prose.tag)) continue;
            const key = `${prose.tag} ${formOf(word, prose.tag)}`;
            const use = uses.get(key);
            if (use) use.count++;
            else
              uses.set(key, {
                word,
                count: 1,
                at: () => ({ file, node: placeIn(prose, index, index + word.length, source) }),
              });
          }
        };
        note(closed, CLOSED);
        if (text.includes('-')) note(hyphenated, HYPHENATED);
      }
    }
    for (const [key, one] of hyphenated) {
      const other = closed.get(key);
      if (!other || TWO_WORDS.test(one.word)) continue;
      const [few, many] = one.count > other.count ? [other, one] : [one, other];
      complain(
        { word: few.word, other: many.word, count: few.count, others: many.count },
        { ...few.at(), also: { ...many.at(), says: `“${many.word}”` } },
      );
    }
  },
};

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
