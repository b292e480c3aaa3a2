import type { Element, ElementContent, Root } from 'hast';
import type { Book } from '../model/book.js';
import type { Matter, Role } from '../model/manuscript.js';
import type { Section } from '../model/rendition.js';

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

/** A paragraph of a class, if there is text for it. */
export function line(className: string, text: string | undefined): Element[] {
  return text
    ? [
        {
          type: 'element',
          tagName: 'p',
          properties: { className: [className] },
          children: [{ type: 'text', value: text }],
        },
      ]
    : [];
}

/** The authors as a title page names them. */
export function authorsOf(book: Book): string {
  const names = book.metadata.authors.map((author) => author.name);
  return names.length > 1
    ? new Intl.ListFormat(book.metadata.lang, { type: 'conjunction' }).format(names)
    : (names[0] ?? '');
}
