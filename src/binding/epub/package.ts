import type { Element } from 'xast';
import type { Metadata } from '../../model/metadata.js';
import { x, xmlDocument } from '../documents/xml.js';
import type { Accessibility } from './accessibility.js';
import { type Claims, metadataElement } from './metadata.js';

/** A file of the package as its manifest lists it. */
export interface Item {
  /** Unique among the items, an XML name. */
  readonly id: string;
  readonly href: string;
  readonly mediaType: string;
  /** `nav`, `cover-image`, `svg`, `mathml`. */
  readonly properties: readonly string[];
}

/** A place that EPUB 2 readers offer by its kind: `cover`, `toc` or `text`. */
export interface Reference {
  readonly type: 'cover' | 'toc' | 'text';
  readonly title: string;
  readonly href: string;
}

/** Everything the package document says. */
export interface Package {
  readonly metadata: Metadata;
  readonly identifier: string;
  readonly accessibility: Accessibility;
  readonly claims: Claims;
  readonly items: readonly Item[];
  /** Ids of items in reading order. */
  readonly spine: readonly string[];
  readonly guide: readonly Reference[];
}

/** The package document, OPF, of EPUB 3.3. */
export function packageDocument({
  metadata,
  identifier,
  accessibility,
  claims,
  items,
  spine,
  guide,
}: Package): string {
  const coverId = items.find(({ properties }) => properties.includes('cover-image'))?.id;
  return xmlDocument(
    x(
      'package',
      {
        xmlns: 'http://www.idpf.org/2007/opf',
        version: '3.0',
        'unique-identifier': 'pub-id',
        'xml:lang': metadata.lang,
        dir: metadata.dir,
      },
      metadataElement(metadata, identifier, accessibility, coverId, claims),
      x('manifest', {}, items.map(item)),
      x(
        'spine',
        { toc: 'ncx', 'page-progression-direction': metadata.dir },
        spine.map((idref) => x('itemref', { idref })),
      ),
      guide.length > 0
        ? x(
            'guide',
            {},
            guide.map((reference) => x('reference', { ...reference })),
          )
        : undefined,
    ),
  );
}

function item({ id, href, mediaType, properties }: Item): Element {
  const list = properties.length > 0 ? properties.join(' ') : undefined;
  return x('item', { id, href, 'media-type': mediaType, properties: list });
}
