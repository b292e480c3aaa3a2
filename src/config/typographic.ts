import { educatedLine, educatedName } from '../language/line.js';
import type { Typography } from '../model/typography.js';
import type { BookYaml } from './keys.js';

/** What is known of the book, its words made typographic as those of its text are. */
export function typographic(values: BookYaml, tag: string, wanted: Typography): BookYaml {
  const line = (words: string): string => educatedLine(words, tag, wanted);
  const name = <Named extends { readonly name: string }>(one: Named): Named => ({
    ...one,
    name: educatedName(one.name, tag, wanted),
  });
  const { title, subtitle, author, contributor, description, publisher, rights, series } = values;
  return {
    ...values,
    title: title && line(title),
    subtitle: subtitle && line(subtitle),
    author: author?.map(name),
    contributor: contributor?.map(name),
    // A mark that is left open holds to the end of its paragraph.
    description: description?.split(/(\n+)/).map(line).join(''),
    publisher: publisher && educatedName(publisher, tag, wanted),
    rights: rights && line(rights),
    series: series && name(series),
  };
}
