import { partPage } from '../matter/part-page.js';
import type { Edition } from '../model/edition.js';
import { looseLeaves } from '../typeset/page-setup.js';

/** Each handout as a PDF of its own, on every paper it is asked for, and all of them as one pack. */
export const handouts: Edition = {
  name: 'handouts',
  description: 'Each handout as a one-page PDF, A4 and US Letter, and all as one pack',
  medium: 'paged',
  shows: 'handouts',
  images: { formats: ['svg', 'jpeg', 'png'], quality: 92, density: 350, leastDensity: 150 },
  matter: [],
  styles: ['handouts'],
  fillable: false,
  part: partPage,
  page: (config, tokens) => looseLeaves(config.handoutPapers, tokens),
  async bind(rendition, tools) {
    const { bindHandouts } = await import('../binding/handouts.js');
    return bindHandouts(rendition, tools);
  },
};
