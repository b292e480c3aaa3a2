import { cover } from '../matter/cover.js';
import { interior } from '../matter/interior.js';
import { partPage } from '../matter/part-page.js';
import type { Edition } from '../model/edition.js';
import { screenPages, trimOf } from '../typeset/page-setup.js';

/** A PDF to put on a web page: cover, links, even margins, no blank pages. */
export const screen: Edition = {
  name: 'screen',
  description: 'PDF to download: cover, links, outline, even margins',
  medium: 'paged',
  shows: 'chapters',
  images: { formats: ['svg', 'jpeg', 'png'], quality: 85, density: 220 },
  matter: [cover, ...interior],
  styles: ['code-colours', 'screen'],
  fillable: true,
  part: partPage,
  page: (config, tokens) => screenPages(config, trimOf(config, 'screen'), tokens),
  async bind(rendition, tools) {
    const { bindBook } = await import('../binding/book.js');
    return bindBook(rendition, `${rendition.metadata.slug}.pdf`, tools);
  },
};
