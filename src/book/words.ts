import { UNSPACED } from '../language/scripts.js';

/** Words of a script with spaces. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}’'-]*[\p{L}\p{M}\p{N}])?/gu;
const WITHOUT_SPACES = new RegExp(`[${UNSPACED}]`, 'u');

/** The words of a text, as a reader counts them. */
export function wordsOf(text: string, lang: string): string[] {
  if (!WITHOUT_SPACES.test(text)) return text.match(WORD) ?? [];
  return [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}
