import { bibliographyPage } from '../matter/bibliography-page.js';
import { colophon } from '../matter/colophon.js';
import { contents } from '../matter/contents.js';
import { copyrightPage } from '../matter/copyright.js';
import { cover } from '../matter/cover.js';
import { endnotesPage } from '../matter/endnotes-page.js';
import { indexPage } from '../matter/index-page.js';
import { lists } from '../matter/lists.js';
import { partPage } from '../matter/part-page.js';
import { titlePage } from '../matter/title-page.js';
import type { Edition } from '../model/edition.js';
import { marginsOf, scaled, trimOf } from '../typeset/page-setup.js';

/** A PDF to put on a web page: cover, links, even margins, no blank pages. */
export const screen: Edition = {
  name: 'screen',
  description: 'PDF to download: cover, links, outline, even margins',
  medium: 'paged',
  shows: 'chapters',
  images: { formats: ['svg', 'jpeg', 'png'], quality: 85, density: 220 },
  matter: [
    cover,
    titlePage,
    copyrightPage,
    contents,
    ...lists,
    endnotesPage,
    bibliographyPage,
    indexPage,
    colophon,
  ],
  styles: ['code-colours', 'screen'],
  part: partPage,
  page(config, tokens) {
    const size = trimOf(config, 'screen');
    const margins = scaled(marginsOf(tokens), size);
    const side = Math.round((margins.inner + margins.outer) / 2);
    return {
      sizes: [size],
      margins: { ...margins, inner: side, outer: side },
      mirrored: false,
      recto: false,
      heads: config.runningHeads,
      footNotes: config.notes === 'foot',
    };
  },
  async bind(rendition, tools) {
    const { bindBook } = await import('../binding/paged.js');
    return bindBook(rendition, `${rendition.metadata.slug}.pdf`, tools);
  },
};
