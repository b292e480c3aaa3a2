import { sentencesIn } from '../language/sentences.js';
import { proseIn } from '../markdown/prose.js';
import { placeIn, wordsIn } from '../markdown/prose-text.js';
import type { Rule } from '../model/rule.js';

/** Twice what style guides for plain language allow, and more; in words. */
const LONGEST = 60;
const WORD = /\p{L}[\p{L}\p{N}’'-]*/gu;

/** A sentence can be read in one breath. */
export const sentenceLength: Rule<{ words: number }> = {
  id: 'sentence-length',
  severity: 'info',
  says: ({ words }) => `This sentence has ${words} words; over ${LONGEST}, few readers follow`,
  remedy: () => 'Make two of it, if its reader is to follow it at the first reading.',
  why: 'By its end, a reader has lost the beginning of a sentence that is too long. Who reads in a second language, or in distress, loses it sooner.',
  examples: {
    good: '# One\n\nIt rained, and we stayed at home.\n',
    bad: `# One\n\nIt rained${' and it rained on'.repeat(15)}.\n`,
  },
  check(book, complain) {
    for (const chapter of book.chapters) {
      const { file, lang } = chapter;
      const source = String(file.value);
      for (const prose of proseIn(chapter)) {
        if (prose.node.type !== 'paragraph') continue;
        const text = wordsIn(prose);
        // To find sentences takes its time: only where there is room for one that is too long.
        if (text.length < LONGEST * 3) continue;
        for (const { text: sentence, index } of sentencesIn(text, lang)) {
          const words = sentence.length < LONGEST * 2 ? 0 : (sentence.match(WORD)?.length ?? 0);
          if (words <= LONGEST) continue;
          complain(
            { words },
            { file, node: placeIn(prose, index, index + sentence.trimEnd().length, source)?.start },
          );
        }
      }
    }
  },
};
