import { halfTitle } from '../matter/half-title.js';
import { interior } from '../matter/interior.js';
import { partPage } from '../matter/part-page.js';
import type { Edition } from '../model/edition.js';
import { facingPages, largePrintTrim, marginsOf } from '../typeset/page-setup.js';

/**
 * A printed book for readers who see badly: 20 points, or 16 to 24 as its author likes, and nothing below 16, sans serif, ragged right, nothing hyphenated and nothing slanted. After the
 * American Council of the Blind's “Best Practices and Guidelines for Large Print Documents” and the UK Association for Accessible
 * Formats' “Creating clear print and large print documents” (G003), which ask for 16 and 18 points at least.
 */
export const largePrint: Edition = {
  name: 'large-print',
  description: 'PDF for a printer in large print: 20 points, ragged right, no hyphens, on a larger page',
  medium: 'paged',
  shows: 'chapters',
  images: { formats: ['svg', 'jpeg', 'png'], quality: 92, density: 350, leastDensity: 150 },
  matter: [halfTitle, ...interior],
  styles: ['print', 'large-print'],
  hyphens: false,
  keeps: /(?:^|-)(?:size|leading|align|style|weight|caps|figures|indent|gap|lines)$|^(?:text|heading)-font$/,
  tokens(config): Record<string, string> {
    const size = config.editionOptions['large-print']?.size;
    // CSS pixels as points.
    return size === undefined ? {} : { 'large-size': `${Math.round(size * 75) / 100}pt` };
  },
  part: partPage,
  page: (config, tokens) => facingPages(config, largePrintTrim(config), marginsOf(tokens)),
  async bind(rendition, tools) {
    const { bindBook } = await import('../binding/book.js');
    return bindBook(rendition, `${rendition.metadata.slug}-large-print.pdf`, tools);
  },
};
