import { beginningOf } from '../binding/beginning.js';
import { contents } from '../matter/contents.js';
import { copyrightPage } from '../matter/copyright.js';
import { cover } from '../matter/cover.js';
import { titlePage } from '../matter/title-page.js';
import type { Edition } from '../model/edition.js';
import { epub } from './epub.js';

/** The beginning of the book, to be given away: its first chapters, and the way to the rest. */
export const sample: Edition = {
  ...epub,
  name: 'sample',
  description: 'EPUB of the first chapters, with the address of the whole book',
  matter: [cover, titlePage, copyrightPage, contents],
  async bind(rendition, tools) {
    const { bindEpub } = await import('../binding/epub.js');
    return bindEpub(beginningOf(rendition), tools);
  },
};
