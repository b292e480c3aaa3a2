import { h } from 'hastscript';
import type { MatterPage } from '../model/edition.js';
import { indexGroups } from '../typeset/index-list.js';
import { madeSection } from './section.js';

/** The index, as nobody wrote it. */
export const indexPage: MatterPage = {
  role: 'index',
  matter: 'back',
  make(book) {
    if (!book.index.length) return undefined;
    const words = book.words;
    return madeSection(book, 'index', 'back', words.index.title, [
      h('h1', { id: 'octavo-index--title' }, words.index.title),
      h('div', { className: ['index-columns'] }, indexGroups(book)),
    ]);
  },
};
