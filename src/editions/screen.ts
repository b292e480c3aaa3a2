import { cover } from '../matter/cover.js';
import { interior } from '../matter/interior.js';
import { partPage } from '../matter/part-page.js';
import type { Edition } from '../model/edition.js';
import { marginsOf, scaled, trimOf } from '../typeset/page-setup.js';

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
    const { bindBook } = await import('../binding/book.js');
    return bindBook(rendition, `${rendition.metadata.slug}.pdf`, tools);
  },
};
