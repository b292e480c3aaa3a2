import { beginningOf } from '../binding/beginning.js';
import type { Edition } from '../model/edition.js';
import { screenPages, trimOf } from '../typeset/page-setup.js';
import { sample } from './sample.js';
import { screen } from './screen.js';

/** The beginning of the book as the EPUB sample has it, to be read on a screen. */
export const samplePdf: Edition = {
  ...screen,
  name: 'sample-pdf',
  description: 'PDF of the first chapters for a screen, with the address of the whole book',
  matter: sample.matter,
  page: (config, tokens) => screenPages(config, trimOf(config, 'sample-pdf', 'screen'), tokens),
  async bind(rendition, tools) {
    const { bindBook } = await import('../binding/book.js');
    return bindBook(beginningOf(rendition), `${rendition.metadata.slug}-sample.pdf`, tools);
  },
};
