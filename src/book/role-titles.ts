import type { Role } from '../model/manuscript.js';
import type { Words } from '../model/words.js';

/** What a page is called that has no title of its own; `undefined` for one that its author has to name, a chapter or an appendix. */
export function roleTitle(role: Role, words: Words): string | undefined {
  const titles: { readonly [role in Role]?: string } = {
    ...words.roles,
    cover: words.cover,
    titlepage: words.titlePage,
    'copyright-page': words.copyright,
    toc: words.contents,
    loi: words.lists.figure,
    lot: words.lists.table,
    'list-of-listings': words.lists.listing,
    glossary: words.glossary,
    endnotes: words.notes,
    bibliography: words.bibliography,
    index: words.index.title,
    colophon: words.colophon,
  };
  return titles[role];
}
