import type { ElementContent } from 'hast';
import { filled } from '../language/words.js';
import type { Book } from '../model/book.js';
import type { MatterPage } from '../model/edition.js';
import type { Metadata } from '../model/metadata.js';
import { authorsOf, line, madeSection } from './section.js';

/** The imprint, as far as the metadata know it; nothing is claimed that the author did not say. */
export const copyrightPage: MatterPage = {
  role: 'copyright-page',
  matter: 'front',
  make(book) {
    const lines = linesOf(book);
    return lines.length
      ? madeSection(book, 'copyright-page', 'front', book.words.copyright, lines)
      : undefined;
  },
};

function linesOf({ metadata, ...book }: Book): ElementContent[] {
  const { words } = book;
  const year = metadata.date?.slice(0, 4);
  const holder = authorsOf({ metadata, ...book }) || metadata.publisher;
  const notice = holder ? `© ${[year, holder].filter(Boolean).join(' ')}` : undefined;
  const title = [metadata.title, metadata.subtitle].filter(Boolean).join(': ');
  return [
    ...line('work', title),
    ...line('notice', notice),
    ...line('rights', metadata.rights),
    ...line('license', metadata.license ? filled(words.license, { name: metadata.license }) : undefined),
    ...line('publisher', metadata.publisher),
    ...isbnsOf(metadata).flatMap((isbn) => line('isbn', isbn)),
    ...line('url', metadata.url),
    ...metadata.contributors.flatMap((person) => line('contributor', `${person.name} (${person.role})`)),
  ];
}

/** Editions by the name of their format, where that is not their own. */
const FORMATS: Readonly<Record<string, string>> = { epub: 'EPUB', screen: 'PDF' };

/** An ISBN for all editions stands alone; one of several says whose it is. */
function isbnsOf({ isbn }: Metadata): string[] {
  return Object.entries(isbn).map(([edition, number]) =>
    edition === 'default' ? `ISBN ${number}` : `ISBN ${number} (${FORMATS[edition] ?? edition})`,
  );
}
