import { partPage } from '../matter/part-page.js';
import { wrap } from '../matter/wrap.js';
import type { Edition } from '../model/edition.js';
import { coverTrim, looseLeaves } from '../typeset/page-setup.js';

/** The whole cover of the printed book, for a printer. */
export const cover: Edition = {
  name: 'cover',
  description: 'PDF of the whole cover for a printer: back, spine and front, with bleed and bar code',
  medium: 'paged',
  shows: 'none',
  images: { formats: ['svg', 'jpeg', 'png'], quality: 94, density: 350 },
  matter: [wrap],
  styles: ['cover'],
  part: partPage,
  page: (config, tokens) => looseLeaves([coverTrim(config)], tokens),
  async bind(rendition, tools) {
    const { bindCover } = await import('../binding/cover.js');
    return bindCover(rendition, tools);
  },
};
