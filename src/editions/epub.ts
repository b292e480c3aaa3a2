import { MOST_PIXELS } from '../binding/epub/stores.js';
import { bibliographyPage } from '../matter/bibliography-page.js';
import { ebookColophon } from '../matter/colophon.js';
import { contents } from '../matter/contents.js';
import { copyrightPage } from '../matter/copyright.js';
import { cover } from '../matter/cover.js';
import { indexPage } from '../matter/index-page.js';
import { lists } from '../matter/lists.js';
import { partPage } from '../matter/part-page.js';
import { titlePage } from '../matter/title-page.js';
import type { Edition } from '../model/edition.js';
import { looseLeaves } from '../typeset/page-setup.js';

/** EPUB 3.3 for e-readers. */
export const epub: Edition = {
  name: 'epub',
  description: 'EPUB 3 for e-readers: Apple Books, Kobo, Kindle and the rest',
  medium: 'reflowable',
  shows: 'chapters',
  // Many e-readers show no WebP and none has to show AVIF; above this size they are slow, or show nothing.
  images: { formats: ['svg', 'jpeg', 'png', 'gif'], quality: 85, pixels: MOST_PIXELS, bytes: 1_500_000 },
  matter: [cover, titlePage, copyrightPage, contents, ...lists, bibliographyPage, indexPage, ebookColophon],
  styles: ['epub'],
  part: partPage,
  page: (config, tokens) => looseLeaves([config.trim], tokens),
  async bind(rendition, tools) {
    const { bindEpub } = await import('../binding/epub.js');
    return bindEpub(rendition, tools);
  },
};
