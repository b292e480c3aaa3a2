import type { Element } from 'hast';
import { inBook } from '../../config/book-file.js';
import type { ImageTarget } from '../../model/darkroom.js';
import type { Tools } from '../../model/edition.js';
import type { Rendition, Section } from '../../model/rendition.js';
import { type Cover, coverSource, developCover } from '../documents/cover.js';
import { element } from '../documents/element.js';
import { epubHasCover } from '../notices-epub.js';

/** What every shop and every e-reader takes for a cover within the book: no more than 3.2 million pixels (`stores.ts`). */
const SHELF: ImageTarget = { formats: ['jpeg'], quality: 88, box: { width: 1400, height: 2240 } };

/**
 * The cover as a JPEG. A drawing is rendered, for e-readers that show SVG covers wrongly (Kobo) and shops that take none.
 * Without any: `undefined`, and it is told.
 */
export async function bindCover(
  rendition: Rendition,
  tools: Pick<Tools, 'darkroom' | 'ledger'>,
): Promise<Cover | undefined> {
  const source = coverSource(rendition);
  if (source) return developCover(source, rendition.metadata, SHELF, tools);
  const written = rendition.sections.find(({ role }) => role === 'cover')?.file;
  tools.ledger.say(epubHasCover, {}, written ? { file: written } : inBook('cover'));
  return undefined;
}

/** The cover page: nothing but the picture. */
export function coverElement(cover: Cover, section: Section): Element {
  const image = element('img', { src: cover.href, alt: cover.alt, role: 'doc-cover' });
  const properties = {
    id: section.id,
    className: ['cover'],
    'epub:type': 'cover',
    ariaLabel: section.title || undefined,
  };
  return element('section', properties, [image]);
}
