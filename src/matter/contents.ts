import { h } from 'hastscript';
import type { MatterPage } from '../model/edition.js';
import { contentsList } from '../typeset/contents-list.js';
import { madeSection } from './section.js';

/** The contents, as nobody wrote them. */
export const contents: MatterPage = {
  role: 'toc',
  matter: 'front',
  make(book, config) {
    const title = book.words.contents;
    const list = contentsList(book, config.tocDepth);
    return (
      list && madeSection(book, 'toc', 'front', title, [h('h1', { id: 'octavo-toc--title' }, title), list])
    );
  },
};
