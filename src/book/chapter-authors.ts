import { educatedName } from '../language/line.js';
import type { Typography } from '../model/typography.js';

type People = readonly { readonly name: string }[];

/**
 * Who wrote a chapter, as a part of a sentence.
 * @param ofBook who wrote the book, whom its title page names: they are not named again
 */
export function chapterAuthors(
  people: People | undefined,
  ofBook: People,
  lang: string,
  wanted: Typography,
): string | undefined {
  const isOfBook =
    people?.length === ofBook.length && people.every(({ name }, i) => name === ofBook[i]?.name);
  if (!people || isOfBook) return undefined;
  return new Intl.ListFormat(lang).format(people.map(({ name }) => educatedName(name, lang, wanted)));
}
