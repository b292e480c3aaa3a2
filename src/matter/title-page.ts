import { h } from 'hastscript';
import type { MatterPage } from '../model/edition.js';
import { line } from '../typeset/line.js';
import { slanted } from '../typeset/slanted.js';
import { bylineOf, bySense, madeSection, makersOf, translatedOf } from './section.js';

/** Title, subtitle, authors, translators, publisher. */
export const titlePage: MatterPage = {
  role: 'titlepage',
  matter: 'front',
  make(book) {
    const { written, publisher } = book.metadata;
    const { subtitle } = written;
    return madeSection(book, 'titlepage', 'front', book.words.titlePage, [
      h('h1', { id: 'octavo-titlepage--title' }, bySense(written.title)),
      ...line('subtitle', subtitle && slanted(subtitle)),
      ...line('author', bylineOf(book)),
      ...line('translator', translatedOf(book)),
      ...line('publisher', publisher === makersOf(book) ? undefined : publisher),
    ]);
  },
};
