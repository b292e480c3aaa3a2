import type { Heading } from '../../model/book.js';
import type { Rendition } from '../../model/rendition.js';
import type { Addresses } from './addresses.js';
import { foreignTitles } from './title-language.js';

/** One line of the contents, with the lines under it. */
export interface Entry {
  readonly title: string;
  /** Of its title, where it is not that of the book. */
  readonly lang?: string | undefined;
  /** Who wrote it, where that is said of the chapter. */
  readonly authors?: string | undefined;
  readonly href: string;
  readonly children: readonly Entry[];
}

/**
 * The outline as links, to any depth. A heading whose section this edition does not have leads where the first heading
 * under it leads, and is left out if there is none. A book without an outline lists its sections, for a table of
 * contents may not be empty (EPUB 3.3, 7.3).
 */
export function contents(rendition: Rendition, addresses: Addresses): Entry[] {
  const { outline, sections, metadata } = rendition;
  const languages = foreignTitles(rendition);
  const entries = outline.flatMap((heading) => entry(heading, addresses, languages));
  if (entries.length > 0) return entries;
  return sections.flatMap(({ id, title }) => {
    const href = addresses.heading(id, id);
    return href === undefined ? [] : [{ title: title || metadata.title, href, children: [] }];
  });
}

function entry(heading: Heading, addresses: Addresses, languages: ReadonlyMap<string, string>): Entry[] {
  const children = heading.children.flatMap((child) => entry(child, addresses, languages));
  const href = addresses.heading(heading.id, heading.section) ?? children[0]?.href;
  return href === undefined
    ? []
    : [
        {
          title: listedTitle(heading),
          lang: languages.get(heading.id),
          authors: heading.authors,
          href,
          children,
        },
      ];
}

/** A title as lists outside the text have it: behind its number, without soft hyphens. */
export function listedTitle({ number, title }: Pick<Heading, 'number' | 'title'>): string {
  return (number === undefined ? '' : `${number}. `) + title.replaceAll('\u00AD', '');
}

/** Levels of the deepest entry. */
export function depth(entries: readonly Entry[]): number {
  return entries.length === 0 ? 0 : 1 + Math.max(...entries.map(({ children }) => depth(children)));
}
