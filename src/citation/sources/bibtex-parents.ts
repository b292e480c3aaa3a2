import type { BibEntry } from './bibtex.js';

/** Finds an entry by the key that another one refers to it by; as BibTeX does, whatever its capitals are. */
export type FindEntry = (key: string) => BibEntry | undefined;

export function finderOf(entries: readonly BibEntry[]): FindEntry {
  const small = new Map(entries.map((entry) => [entry.key.toLowerCase(), entry]));
  const exact = new Map(entries.map((entry) => [entry.key, entry]));
  return (key) => exact.get(key) ?? small.get(key.toLowerCase());
}

/** The keys that an entry refers to: of the work that it is a part of, and of what several entries share. */
export function refersTo({ fields }: BibEntry): { readonly parents: string[]; readonly shared: string[] } {
  const keysIn = (value = ''): string[] =>
    value
      .split(',')
      .map((key) => key.trim())
      .filter(Boolean);
  return {
    parents: keysIn(fields.get('crossref') ?? fields.get('xref')).slice(0, 1),
    shared: keysIn(fields.get('xdata')),
  };
}

/**
 * What an entry does not say itself, those say that it refers to, and those that they refer to: the title of what it is a part of is
 * that of the book.
 * @param asked entries that have said what they say: who refers to one of them goes round in a circle, or asks again
 */
export function withParents(
  entry: BibEntry,
  find: FindEntry,
  asked: Set<BibEntry> = new Set(),
): Map<string, string> {
  const fields = new Map(entry.fields);
  asked.add(entry);
  const { parents, shared } = refersTo(entry);
  const inherit = (key: string, nameOf: (name: string) => string): void => {
    const other = find(key);
    if (!other || asked.has(other) || asked.size >= MOST_ASKED) return;
    for (const [name, value] of withParents(other, find, asked))
      if (!OWN.has(name) && !fields.has(nameOf(name))) fields.set(nameOf(name), value);
  };
  for (const key of shared) inherit(key, (name) => name);
  for (const key of parents) inherit(key, (name) => OF_BOOK.get(name) ?? name);
  return fields;
}

/** No work is a part of so many others; a file in which one is may be an attack. */
const MOST_ASKED = 100;
/** What is said to whom an entry refers is its own affair. */
const OWN: ReadonlySet<string> = new Set(['crossref', 'xref', 'xdata']);
const OF_BOOK: ReadonlyMap<string, string> = new Map([
  ['title', 'booktitle'],
  ['subtitle', 'booksubtitle'],
]);
