import type { Heading } from '../../model/book.js';
import type { Rendition } from '../../model/rendition.js';
import type { Addresses } from './addresses.js';

/** One line of the contents, with the lines under it. */
export interface Entry {
  readonly title: string;
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
export function contents({ outline, sections, metadata }: Rendition, addresses: Addresses): Entry[] {
  const entries = outline.flatMap((heading) => entry(heading, addresses));
  if (entries.length > 0) return entries;
  return sections.flatMap(({ id, title }) => {
    const href = addresses.heading(id, id);
    return href === undefined ? [] : [{ title: title || metadata.title, href, children: [] }];
  });
}

function entry(heading: Heading, addresses: Addresses): Entry[] {
  const children = heading.children.flatMap((child) => entry(child, addresses));
  const href = addresses.heading(heading.id, heading.section) ?? children[0]?.href;
  return href === undefined
    ? []
    : [{ title: listedTitle(heading), authors: heading.authors, href, children }];
}

/** A title as lists outside the text have it: behind its number, without soft hyphens. */
export function listedTitle({ number, title }: Pick<Heading, 'number' | 'title'>): string {
  return (number === undefined ? '' : `${number}. `) + title.replaceAll('\u00AD', '');
}

/** Levels of the deepest entry. */
export function depth(entries: readonly Entry[]): number {
  return entries.length === 0 ? 0 : 1 + Math.max(...entries.map(({ children }) => depth(children)));
}
