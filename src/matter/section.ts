import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { filled } from '../language/words.js';
import type { Book } from '../model/book.js';
import type { Matter, Role } from '../model/manuscript.js';
import type { Contributor } from '../model/metadata.js';
import type { Section } from '../model/rendition.js';
import { slanted } from '../typeset/slanted.js';

/** A section that nobody wrote: its role is its name, and it is not listed in the contents. */
export function madeSection(
  book: Pick<Book, 'metadata'>,
  role: Role,
  matter: Matter,
  title: string,
  children: ElementContent[],
): Section {
  const tree: Root = { type: 'root', children };
  return {
    id: `octavo-${role}`,
    role,
    matter,
    title,
    shortTitle: title,
    lang: book.metadata.lang,
    listed: false,
    tree,
  };
}

/**
 * A title as its parts, which begin lines of their own where not all of it is on one: behind a colon or a question, as a title page
 * is set by hand.
 * @param title with asterisks around what is slanted, and backticks around code; what is so goes on over a pause
 */
export function bySense(title: string): ElementContent[] {
  const parts = title.split(/(?<=\p{L}\*?[:?!]\*?[”»’"]?\*?) (?=[*\p{L}\p{N}“„«‘"])/u);
  const opens = (part: string): boolean => ['*', '`'].some((sign) => part.split(sign).length % 2 === 0);
  if (parts.length === 1 || parts.some(opens)) return slanted(title);
  return parts.flatMap((part, i): ElementContent[] => [
    ...(i ? [{ type: 'text' as const, value: ' ' }] : []),
    h('span', { className: ['sense'] }, slanted(part)),
  ]);
}

/** Who a title page names: the authors, or where there are none the editors, as such. */
export function bylineOf(book: Book): string {
  const { authors } = book.metadata;
  const editors = editorsOf(book);
  return authors.length || !editors
    ? namesOf(authors, book)
    : filled(book.words.editedBy, { names: editors });
}

/** Whose book it is: the same by name alone. */
export function makersOf(book: Book): string {
  return namesOf(book.metadata.authors, book) || editorsOf(book);
}

/** Several people as one part of a sentence. */
export function namesOf(people: readonly Contributor[], { metadata }: Book): string {
  return new Intl.ListFormat(metadata.lang).format(people.map(({ name }) => name));
}

/** Who has translated it, as such; empty where nobody has. */
export function translatedOf(book: Book): string {
  const names = contributorsOf(book, 'trl');
  return names && filled(book.words.translatedBy, { names });
}

const editorsOf = (book: Book): string => contributorsOf(book, 'edt');

function contributorsOf(book: Book, role: string): string {
  return namesOf(
    book.metadata.contributors.filter((one) => one.role === role),
    book,
  );
}
