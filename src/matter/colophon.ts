import { h } from 'hastscript';
import { filled } from '../language/words.js';
import type { MatterPage } from '../model/edition.js';
import { familyOf } from '../typeset/tokens.js';
import { line, madeSection } from './section.js';

/** How the book was made. */
export const colophon: MatterPage = {
  role: 'colophon',
  matter: 'back',
  make(book, config, { tokens }) {
    const words = book.words;
    // What an edition or the author sets its text in may be another face than the theme's.
    const family = familyOf(tokens, 'text-font');
    const { typefaces } = config.theme;
    const isThemes = !family || typefaces.includes(family) || family.includes(typefaces);
    return madeSection(book, 'colophon', 'back', words.colophon, [
      h('h1', { id: 'octavo-colophon--title' }, words.colophon),
      ...line('set', filled(words.madeWith, { typefaces: isThemes ? typefaces : family })),
    ]);
  },
};
