import { halfTitle } from '../matter/half-title.js';
import { interior } from '../matter/interior.js';
import { partPage } from '../matter/part-page.js';
import type { Edition } from '../model/edition.js';
import { facingPages, marginsFor, trimOf } from '../typeset/page-setup.js';

/** The interior of a printed book: mirrored margins, openings on rectos, black ink. */
export const print: Edition = {
  name: 'print',
  description: 'PDF for a printer: mirrored margins with a gutter, chapters on rectos, black text',
  medium: 'paged',
  shows: 'chapters',
  images: { formats: ['svg', 'jpeg', 'png'], quality: 92, density: 350, leastDensity: 150 },
  matter: [halfTitle, ...interior],
  styles: ['print'],
  part: partPage,
  page(config, tokens) {
    const size = trimOf(config, 'print');
    return facingPages(config, size, marginsFor(tokens, size, config.editionOptions.print));
  },
  async bind(rendition, tools) {
    const { bindBook } = await import('../binding/book.js');
    return bindBook(rendition, `${rendition.metadata.slug}-print.pdf`, tools, tools.printed);
  },
};
