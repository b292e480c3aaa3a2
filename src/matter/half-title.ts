import { h } from 'hastscript';
import type { MatterPage } from '../model/edition.js';
import { bySense, madeSection } from './section.js';

/** The first leaf: the title alone. */
export const halfTitle: MatterPage = {
  role: 'halftitlepage',
  matter: 'front',
  make: (book) =>
    madeSection(book, 'halftitlepage', 'front', book.metadata.title, [
      h('p', { className: ['title'] }, bySense(book.metadata.written.title)),
    ]),
};
