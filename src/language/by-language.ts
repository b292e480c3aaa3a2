/** A table by language; a tag with a region comes before the language alone. */
export type ByLanguage<Entry> = Readonly<Record<string, Entry>>;

/** What a table has for a tag (`de-CH`), else for its language (`de`), else what it has for none. */
export function byLanguage<Entry>(table: ByLanguage<Entry>, tag: string, otherwise: Entry): Entry {
  const language = tag.split('-')[0]?.toLowerCase() ?? '';
  for (const name of [tag, language]) if (Object.hasOwn(table, name)) return table[name] as Entry;
  return otherwise;
}

/**
 * Patterns made of a table's words, each when it is first asked for.
 * @param otherwise the words of a language that the table does not have
 */
export function patternsBy(
  table: ByLanguage<string>,
  otherwise: string,
  make: (words: string) => RegExp,
): (tag: string) => RegExp {
  const made = new Map<string, RegExp>();
  return (tag) => {
    const words = byLanguage(table, tag, otherwise);
    const pattern = made.get(words) ?? make(words);
    made.set(words, pattern);
    return pattern;
  };
}
