import { nameOf } from '../language/tag.js';
import type { Notice } from '../model/notice.js';

export const wordsSpelt: Notice<{ word: string; times: number; guesses: readonly string[] }> = {
  id: 'words-spelt',
  severity: 'warning',
  says: ({ word, times }) =>
    `No dictionary has “${word}”${times > 1 ? `, which stands ${times} times in this book` : ''}`,
  remedy: ({ word, guesses }) =>
    `${guesses.length ? `Did you mean ${guesses.map((guess) => `“${guess}”`).join(' or ')}? ` : ''}If it is right, add it in book.yaml: spelling: {words: [${word}]}.`,
  why: 'A slip of the keyboard is seen by every reader but the one who wrote it. The words of your book that no dictionary has are listed in book.yaml, where they can be read once and trusted.',
};

export const dictionaryThere: Notice<{ lang: string; known: readonly string[] }> = {
  id: 'dictionary-there',
  severity: 'info',
  says: ({ lang }) => `There is no dictionary for ${nameOf(lang)}, so text in it is not spelt`,
  remedy: ({ known }) =>
    `Dictionaries come along for ${known.join(', ')}; those of other languages may not be passed on with a program under this licence.`,
  why: 'You asked for the spelling of your book; what was not looked at should not be taken for right.',
};
