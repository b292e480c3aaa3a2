import { h } from 'hastscript';
import { filled } from '../language/words.js';
import type { Book } from '../model/book.js';
import type { MatterPage } from '../model/edition.js';
import type { Section } from '../model/rendition.js';
import { line } from '../typeset/line.js';
import { faceOf } from '../typeset/script-faces.js';
import { familiesOf } from '../typeset/tokens.js';
import { madeSection } from './section.js';

/** How the book was made, and in which face it is set. */
export const colophon: MatterPage = {
  role: 'colophon',
  matter: 'back',
  make(book, config, { tokens }) {
    const families = familiesOf(tokens, 'text-font');
    const [family = ''] = families;
    const { typefaces, cssText } = config.theme;
    // What an edition or the author sets its text in may be another face than the theme's.
    const isThemes = !family || typefaces.includes(family) || family.includes(typefaces);
    // Octavo's own themes have no letters of some scripts; what those of plugins have is theirs to say.
    const ofTheme = cssText === undefined ? faceOf(families, book.metadata.lang) : typefaces;
    const face = isThemes ? ofTheme : family;
    return page(book, face ? filled(book.words.madeWith, { typefaces: face }) : book.words.madeWithOctavo);
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
