import { h } from 'hastscript';
import type { MatterPage } from '../model/edition.js';
import { authorsOf, bySense, line, madeSection } from './section.js';

/** Title, subtitle, authors, publisher. */
export const titlePage: MatterPage = {
  role: 'titlepage',
  matter: 'front',
  make: (book) =>
    madeSection(book, 'titlepage', 'front', book.words.titlePage, [
      h('h1', { id: 'octavo-titlepage--title' }, bySense(book.metadata.title)),
      ...line('subtitle', book.metadata.subtitle),
      ...line('author', authorsOf(book)),
      ...line('publisher', book.metadata.publisher === authorsOf(book) ? undefined : book.metadata.publisher),
    ]),
};
