import type { Edition } from '../model/edition.js';
import { screenPages, trimOf } from '../typeset/page-setup.js';
import { screen } from './screen.js';

/** The PDF of the screen, made to be kept: everything that it needs to be shown is in it, for good (PDF/A-2u, ISO 19005-2). */
export const archive: Edition = {
  ...screen,
  name: 'archive',
  description: 'PDF to be kept: as the one for a screen, and PDF/A-2u',
  // What is kept does not change.
  fillable: undefined,
  page: (config, tokens) => screenPages(config, trimOf(config, 'archive'), tokens),
  async bind(rendition, tools) {
    const { bindBook } = await import('../binding/book.js');
    return bindBook(rendition, `${rendition.metadata.slug}-archive.pdf`, tools);
  },
};
