import { bibliographyPage } from '../matter/bibliography-page.js';
import { colophon } from '../matter/colophon.js';
import { contents } from '../matter/contents.js';
import { copyrightPage } from '../matter/copyright.js';
import { cover } from '../matter/cover.js';
import { handoutsPage } from '../matter/handouts-page.js';
import { indexPage } from '../matter/index-page.js';
import { lists } from '../matter/lists.js';
import { partPage } from '../matter/part-page.js';
import { titlePage } from '../matter/title-page.js';
import type { Edition } from '../model/edition.js';
import { looseLeaves } from '../typeset/page-setup.js';

/** A folder of web pages, to put on any web server or to open from a disk. */
export const web: Edition = {
  name: 'web',
  description: 'web pages: a folder for any web server, without scripts',
  medium: 'screen',
  shows: 'chapters',
  brings: 'handouts',
  // Twice the pixels of a wide column of text.
  images: { formats: ['svg', 'jpeg', 'png', 'gif'], quality: 82, pixels: 4_000_000 },
  matter: [
    cover,
    titlePage,
    copyrightPage,
    contents,
    ...lists,
    handoutsPage,
    bibliographyPage,
    indexPage,
    colophon,
  ],
  styles: ['code-colours', 'web'],
  part: partPage,
  page: (config, tokens) => looseLeaves([config.trim], tokens),
  async bind(rendition, tools) {
    const { bindWeb } = await import('../binding/web.js');
    return bindWeb(rendition, tools);
  },
};
