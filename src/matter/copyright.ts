import type { ElementContent } from 'hast';
import { wordsOf } from '../language/words.js';
import type { Book } from '../model/book.js';
import type { ResolvedConfig } from '../model/config.js';
import type { MatterPage } from '../model/edition.js';
import { authorsOf, line, madeSection } from './section.js';

/** The imprint, as far as the metadata know it; nothing is claimed that the author did not say. */
export const copyrightPage: MatterPage = {
  role: 'copyright-page',
  matter: 'front',
  make(book, config) {
    const lines = linesOf(book, config);
    return lines.length
      ? madeSection(book, 'copyright-page', 'front', wordsOf(book.metadata.lang).copyright, lines)
      : undefined;
  },
};

function linesOf({ metadata, ...book }: Book, config: ResolvedConfig): ElementContent[] {
  const words = wordsOf(metadata.lang);
  const year = metadata.date?.slice(0, 4);
  const holder = authorsOf({ metadata, ...book }) || metadata.publisher;
  const notice = holder ? `© ${[year, holder].filter(Boolean).join(' ')}` : undefined;
  const isbns = [
    ...new Set(
      Object.values({
        ...metadata.isbn,
        ...Object.fromEntries(
          Object.entries(config.editionOptions).flatMap(([name, options]) =>
            options.isbn ? [[name, options.isbn]] : [],
          ),
        ),
      }),
    ),
  ];
  const title = [metadata.title, metadata.subtitle].filter(Boolean).join(': ');
  return [
    ...line('work', title),
    ...line('notice', notice),
    ...line('rights', metadata.rights),
    ...line('license', metadata.license ? words.license(metadata.license) : undefined),
    ...line('publisher', metadata.publisher),
    ...line('isbn', isbns.length ? `ISBN ${isbns.join(', ')}` : undefined),
    ...line('url', metadata.url),
    ...metadata.contributors.flatMap((person) => line('contributor', `${person.name} (${person.role})`)),
  ];
}
