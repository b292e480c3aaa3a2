import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { Book } from '../model/book.js';
import type { Matter, Role } from '../model/manuscript.js';
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
 * @param title with asterisks around what is slanted; what is so goes on over a pause
 */
export function bySense(title: string): ElementContent[] {
  const parts = title.split(/(?<=\p{L}\*?[:?!]\*?[”»’"]?\*?) (?=[*\p{L}\p{N}“„«‘"])/u);
  if (parts.length === 1 || parts.some((part) => part.split('*').length % 2 === 0)) return slanted(title);
  return parts.flatMap((part, i): ElementContent[] => [
    ...(i ? [{ type: 'text' as const, value: ' ' }] : []),
    h('span', { className: ['sense'] }, slanted(part)),
  ]);
}

/** A paragraph of a class, if there is text for it. */
export function line(className: string, text: string | undefined): Element[] {
  return text ? [h('p', { className: [className] }, text)] : [];
}

/** The same with asterisks around what is slanted. */
export function writtenLine(className: string, text: string | undefined): Element[] {
  return text ? [h('p', { className: [className] }, slanted(text))] : [];
}

/** The authors as a title page names them. */
export function authorsOf(book: Book): string {
  const names = book.metadata.authors.map((author) => author.name);
  return names.length > 1
    ? new Intl.ListFormat(book.metadata.lang, { type: 'conjunction' }).format(names)
    : (names[0] ?? '');
}
