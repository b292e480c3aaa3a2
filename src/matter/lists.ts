import { h } from 'hastscript';
import { LISTS } from '../book/outline.js';
import type { MatterPage } from '../model/edition.js';
import { madeSection } from './section.js';

/** The lists of figures, tables and listings that `book.yaml` wants after the contents; one with nothing to list is not made. */
export const lists: readonly MatterPage[] = LISTS.map(
  ({ name, role, counter }): MatterPage => ({
    role,
    matter: 'front',
    make(book, config) {
      if (!config.lists.includes(name) || !book.counted.some((one) => one.counter === counter))
        return undefined;
      const title = book.words.lists[counter];
      return madeSection(book, role, 'front', title, [
        h('h1', { id: `octavo-${role}--title` }, title),
        h('ol', { className: ['list-of'], dataListOf: counter }),
      ]);
    },
  }),
);
