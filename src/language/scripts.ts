/** Letters of scripts that put no space between their words, as the inside of a class of a regular expression (`u`). */
export const UNSPACED =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}';

/** Scripts that have no slanted letters, nor old-style figures. */
const UNSLANTED: ReadonlySet<string> = new Set(['Arab', 'Hebr', 'Hans', 'Hant', 'Jpan', 'Kore']);

/** Whether letters of a language are slanted, for emphasis and in titles. */
export function isSlanted(tag: string): boolean {
  return !UNSLANTED.has(new Intl.Locale(tag).maximize().script ?? '');
}
/** Signs as wide as a letter of these, around which a line may end as between them; for the inside of a class, too. */
export const FULL_WIDTH = '\\u3000-\\u303f\\uff00-\\uffef';
