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
  says: ({ words }) => `This sentence has ${words} words`,
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
      let sentences: Intl.Segmenter | undefined;
      for (const prose of proseIn(chapter)) {
        if (prose.node.type !== 'paragraph') continue;
        const text = wordsIn(prose);
        // To find sentences takes its time: only where there is room for one that is too long.
        if (text.length < LONGEST * 3) continue;
        sentences ??= new Intl.Segmenter(lang, { granularity: 'sentence' });
        for (const { segment, index } of sentences.segment(text)) {
          const words = segment.length < LONGEST * 2 ? 0 : (segment.match(WORD)?.length ?? 0);
          if (words <= LONGEST) continue;
          complain(
            { words },
            { file, node: placeIn(prose, index, index + segment.trimEnd().length, source)?.start },
          );
        }
      }
    }
  },
};
