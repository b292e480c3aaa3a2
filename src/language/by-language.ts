/** A table by language; a tag with a region comes before the language alone. */
export type ByLanguage<Entry> = Readonly<Record<string, Entry>>;

/** What a table has for a tag (`de-CH`), else for its language (`de`), else what it has for none. */
export function byLanguage<Entry>(table: ByLanguage<Entry>, tag: string, otherwise: Entry): Entry {
  const language = tag.split('-')[0]?.toLowerCase() ?? '';
  for (const name of [tag, language]) if (Object.hasOwn(table, name)) return table[name] as Entry;
  return otherwise;
}
