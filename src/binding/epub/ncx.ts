import type { Element } from 'xast';
import type { Metadata } from '../../model/metadata.js';
import { depth, type Entry } from '../documents/contents.js';
import { x, xmlDocument } from '../documents/xml.js';

/**
 * The contents for readers that know only EPUB 2 (NCX, DAISY Z39.86-2005): nested as the book is, each entry with its
 * own place in the play order, counted in reading order from 1.
 */
export function ncx(metadata: Metadata, identifier: string, entries: readonly Entry[]): string {
  let played = 0;
  const point = (entry: Entry): Element => {
    played += 1;
    return x(
      'navPoint',
      { id: `point-${played}`, playOrder: String(played) },
      x('navLabel', {}, x('text', {}, entry.title)),
      x('content', { src: entry.href }),
      entry.children.map(point),
    );
  };
  const meta = (name: string, content: string) => x('meta', { name, content });
  return xmlDocument(
    x(
      'ncx',
      { xmlns: 'http://www.daisy.org/z3986/2005/ncx/', version: '2005-1', 'xml:lang': metadata.lang },
      x(
        'head',
        {},
        meta('dtb:uid', identifier),
        meta('dtb:depth', String(depth(entries))),
        meta('dtb:totalPageCount', '0'),
        meta('dtb:maxPageNumber', '0'),
      ),
      x('docTitle', {}, x('text', {}, metadata.title)),
      metadata.authors.map(({ name }) => x('docAuthor', {}, x('text', {}, name))),
      x('navMap', {}, entries.map(point)),
    ),
  );
}
