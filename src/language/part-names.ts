import { type ByLanguage, patternsBy } from './by-language.js';

/** What parts of a book are called, with a number before or behind: Part One, Livre II, Первая часть. */
const WORDS: ByLanguage<string> = {
  ar: 'الجزء|القسم|الباب',
  de: 'teil|buch',
  en: 'part|book',
  es: 'parte|libro',
  fr: 'partie|livre',
  he: 'חלק|ספר',
  it: 'parte|libro',
  nl: 'deel|boek',
  pl: 'część|księga',
  pt: 'parte|livro',
  ru: 'часть|книга',
  sv: 'del|bok',
  uk: 'частина|книга',
};
/** The two words end there, or something parts them from the title. */
const END = '\\s*(?:[.:,;–—-]|$)';

const patternOf = patternsBy(
  WORDS,
  'part',
  (words) =>
    new RegExp(
      `^(?:(?:${words})\\s+[^\\s.:]+|[^\\s.:]+\\.?\\s+(?:${words}))${END}|^第\\S{1,4}[部編篇编]`,
      'iu',
    ),
);

/** Whether the title of a part has the number of that in words of its own. */
export function saysPart(title: string, lang: string): boolean {
  return patternOf(lang).test(title);
}
