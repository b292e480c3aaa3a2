import type { MatterPage } from '../model/edition.js';
import { line, madeSection } from './section.js';

/** The first leaf: the title alone. */
export const halfTitle: MatterPage = {
  role: 'halftitlepage',
  matter: 'front',
  make: (book) =>
    madeSection(book, 'halftitlepage', 'front', book.metadata.title, line('title', book.metadata.title)),
};
