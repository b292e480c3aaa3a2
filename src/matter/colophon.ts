import { h } from 'hastscript';
import { filled } from '../language/words.js';
import type { MatterPage } from '../model/edition.js';
import { line, madeSection } from './section.js';

/** How the book was made. */
export const colophon: MatterPage = {
  role: 'colophon',
  matter: 'back',
  make(book, config) {
    const words = book.words;
    return madeSection(book, 'colophon', 'back', words.colophon, [
      h('h1', { id: 'octavo-colophon--title' }, words.colophon),
      ...line('set', filled(words.madeWith, { typefaces: config.theme.typefaces })),
    ]);
  },
};
