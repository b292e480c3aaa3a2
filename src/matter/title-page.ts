import { h } from 'hastscript';
import type { MatterPage } from '../model/edition.js';
import { bylineOf, bySense, line, madeSection, makersOf, writtenLine } from './section.js';

/** Title, subtitle, authors, publisher. */
export const titlePage: MatterPage = {
  role: 'titlepage',
  matter: 'front',
  make: (book) =>
    madeSection(book, 'titlepage', 'front', book.words.titlePage, [
      h('h1', { id: 'octavo-titlepage--title' }, bySense(book.metadata.written.title)),
      ...writtenLine('subtitle', book.metadata.written.subtitle),
      ...line('author', bylineOf(book)),
      ...line('publisher', book.metadata.publisher === makersOf(book) ? undefined : book.metadata.publisher),
    ]),
};
