import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { toHast } from 'mdast-util-to-hast';
import type { MatterPage } from '../model/edition.js';
import { madeSection } from './section.js';

/** The list of the works that are cited, unless its author placed it himself. */
export const bibliographyPage: MatterPage = {
  role: 'bibliography',
  matter: 'back',
  make(book) {
    if (!book.bibliography) return undefined;
    const title = book.words.bibliography;
    return madeSection(book, 'bibliography', 'back', title, [
      h('h1', { id: 'octavo-bibliography--title' }, title),
      toHast(book.bibliography) as ElementContent,
    ]);
  },
};
