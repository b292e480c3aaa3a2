import { h } from 'hastscript';
import { filled } from '../language/words.js';
import type { Book } from '../model/book.js';
import type { MatterPage } from '../model/edition.js';
import type { Section } from '../model/rendition.js';
import { familyOf } from '../typeset/tokens.js';
import { line, madeSection } from './section.js';

/** How the book was made, and in which face it is set. */
export const colophon: MatterPage = {
  role: 'colophon',
  matter: 'back',
  make(book, config, { tokens }) {
    // What an edition or the author sets its text in may be another face than the theme's.
    const family = familyOf(tokens, 'text-font');
    const { typefaces } = config.theme;
    const isThemes = !family || typefaces.includes(family) || family.includes(typefaces);
    return page(book, filled(book.words.madeWith, { typefaces: isThemes ? typefaces : family }));
  },
};

/** How an e-book was made: the face is the reader's to choose. */
export const ebookColophon: MatterPage = {
  role: 'colophon',
  matter: 'back',
  make: (book) => page(book, book.words.madeWithOctavo),
};

function page(book: Book, text: string): Section {
  const { colophon: title } = book.words;
  return madeSection(book, 'colophon', 'back', title, [
    h('h1', { id: 'octavo-colophon--title' }, title),
    ...line('set', text),
  ]);
}
