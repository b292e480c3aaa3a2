import type { Element } from 'xast';
import type { Metadata } from '../../model/metadata.js';
import { depth, type Entry } from '../documents/contents.js';
import { x, xmlDocument } from '../documents/xml.js';

/** What it lists, and where in the book each address is, counted in reading order. */
export interface Listed {
  readonly entries: readonly Entry[];
  /** The printed pages, where they are known. */
  readonly pages: readonly { readonly label: string; readonly href: string }[];
  readonly order: ReadonlyMap<string, number>;
}

/**
 * The contents for readers that know only EPUB 2 (NCX, DAISY Z39.86-2005): nested as the book is, with the printed pages.
 * Each place that is listed has its number in the play order, counted in reading order from 1; the same place, the same one.
 */
export function ncx(metadata: Metadata, identifier: string, { entries, pages, order }: Listed): string {
  const played = playOrder([...hrefs(entries), ...pages.map(({ href }) => href)], order);
  let points = 0;
  const target = ({ title, href }: { title: string; href: string }): Element[] => [
    x('navLabel', {}, x('text', {}, title)),
    x('content', { src: href }),
  ];
  const point = (entry: Entry): Element => {
    points += 1;
    return x(
      'navPoint',
      { id: `point-${points}`, playOrder: played(entry.href) },
      target(entry),
      entry.children.map(point),
    );
  };
  const page = ({ label, href }: Listed['pages'][number], index: number): Element => {
    const isNumber = /^[1-9]\d*$/.test(label);
    return x(
      'pageTarget',
      {
        id: `page-target-${index + 1}`,
        type: isNumber ? 'normal' : 'front',
        value: isNumber ? label : undefined,
        playOrder: played(href),
      },
      target({ title: label, href }),
    );
  };
  const highest = Math.max(0, ...pages.map(({ label }) => (/^\d+$/.test(label) ? Number(label) : 0)));
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
        meta('dtb:totalPageCount', String(pages.length)),
        meta('dtb:maxPageNumber', String(highest)),
      ),
      x('docTitle', {}, x('text', {}, metadata.title)),
      metadata.authors.map(({ name }) => x('docAuthor', {}, x('text', {}, name))),
      x('navMap', {}, entries.map(point)),
      pages.length
        ? x(
            'pageList',
            { id: 'page-list', class: 'page-list' },
            x('navLabel', {}, x('text', {}, metadata.title)),
            pages.map(page),
          )
        : undefined,
    ),
  );
}

function hrefs(entries: readonly Entry[]): string[] {
  return entries.flatMap(({ href, children }) => [href, ...hrefs(children)]);
}

/** The place of each address among those that are listed. */
function playOrder(listed: readonly string[], order: ReadonlyMap<string, number>): (href: string) => string {
  const at = (href: string): number => order.get(href) ?? order.get(href.split('#')[0] ?? '') ?? 0;
  const places = [...new Set(listed)].sort((a, b) => at(a) - at(b));
  const numbers = new Map(places.map((href, index) => [href, String(index + 1)]));
  return (href) => numbers.get(href) ?? '1';
}
