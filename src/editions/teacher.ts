import { halfTitle } from '../matter/half-title.js';
import { interior } from '../matter/interior.js';
import { partPage } from '../matter/part-page.js';
import type { Edition } from '../model/edition.js';
import { facingPages, marginsFor, trimOf } from '../typeset/page-setup.js';

/** The book of who teaches: the printed one, with each solution in its exercise, and what is written for this edition alone. */
export const teacher: Edition = {
  name: 'teacher',
  description: 'PDF for who teaches: as in print, with each solution right behind its exercise',
  medium: 'paged',
  shows: 'chapters',
  solutions: 'in-place',
  images: { formats: ['svg', 'jpeg', 'png'], quality: 92, density: 350, leastDensity: 150 },
  matter: [halfTitle, ...interior],
  styles: ['print', 'teacher'],
  part: partPage,
  page(config, tokens) {
    const size = trimOf(config, 'teacher', 'print');
    return facingPages(config, size, marginsFor(tokens, size, config.editionOptions.teacher));
  },
  async bind(rendition, tools) {
    const { bindBook } = await import('../binding/book.js');
    return bindBook(rendition, `${rendition.metadata.slug}-teacher.pdf`, tools);
  },
};
