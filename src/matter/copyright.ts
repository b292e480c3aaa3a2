import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { licenseOf } from '../language/license.js';
import { separatorsOf } from '../language/spaces.js';
import { filled } from '../language/words.js';
import type { Book } from '../model/book.js';
import type { MatterPage } from '../model/edition.js';
import type { Metadata } from '../model/metadata.js';
import type { Words } from '../model/words.js';
import { oneSpaced } from '../tree/text-of.js';
import { line } from '../typeset/line.js';
import { slanted } from '../typeset/slanted.js';
import { bylineOf, madeSection, makersOf, namesOf } from './section.js';

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

function linesOf(book: Book): ElementContent[] {
  const { metadata, words } = book;
  const year = metadata.date?.slice(0, 4);
  const holder = namesOf(metadata.authors, book) || metadata.publisher || makersOf(book);
  const notice = holder ? `© ${[year, holder].filter(Boolean).join(' ')}` : undefined;
  const { colon } = separatorsOf(metadata.lang);
  const { title, subtitle } = metadata.written;
  // A title that ends with a sign of its own needs no other before what follows it.
  const work = subtitle ? `${title}${/[?!…:]$/u.test(title) ? ' ' : colon}${subtitle}` : title;
  return [
    ...line('work', slanted(work)),
    ...line('series', seriesOf(metadata)),
    ...line('notice', metadata.rights && saysWhose(metadata.rights, notice) ? undefined : notice),
    ...line('rights', metadata.rights),
    ...licensed(metadata.license, words),
    ...line('publisher', metadata.publisher),
    ...isbnsOf(metadata).flatMap((isbn) => line('isbn', isbn)),
    ...(metadata.url ? [h('p', { className: ['url'] }, linked(metadata.url))] : []),
    ...creditsOf(book).flatMap((credit) => line('contributor', credit)),
  ];
}

/** What others have done, all who did the same in one line; one whose part has no words stands there by name alone. */
function creditsOf(book: Book): string[] {
  const { metadata, words } = book;
  const credits: Readonly<Record<string, string | undefined>> = words.credits;
  return [...new Set(metadata.contributors.map(({ role }) => role))].flatMap((role) => {
    const people = metadata.contributors.filter((one) => one.role === role);
    if (role === 'edt' && !metadata.authors.length) return bylineOf(book);
    const done = credits[role];
    return done
      ? `${done}${separatorsOf(metadata.lang).colon}${namesOf(people, book)}`
      : people.map(({ name }) => name);
  });
}

/** Whether what an author says of rights is the notice itself, in his own words. */
function saysWhose(rights: string, notice: string | undefined): boolean {
  return (
    /^(?:©|\(c\)|copyright(?!\p{L}))/iu.test(rights) ||
    (notice !== undefined && oneSpaced(rights).includes(notice))
  );
}

function seriesOf({ series }: Metadata): string | undefined {
  return series && [series.name, series.position].filter((part) => part !== undefined).join(', ');
}

/** A licence by the name that it goes by, with the address of its text. */
function licensed(license: string | undefined, words: Words): ElementContent[] {
  if (!license) return [];
  const { said: name, address } = licenseOf(license);
  const said = filled(words.license, { name });
  if (!address) return line('license', said);
  const [before = '', after = ''] = said.split(address);
  return [h('p', { className: ['license'] }, before, linked(address), after)];
}

function linked(address: string): Element {
  return h('a', { href: address }, address);
}

/** Editions by the name of their format, where that is not their own. */
const FORMATS: Readonly<Record<string, string>> = { epub: 'EPUB', screen: 'PDF' };

/** An ISBN for all editions stands alone; one of several says whose it is. */
function isbnsOf({ isbn }: Metadata): string[] {
  return Object.entries(isbn).map(([edition, number]) =>
    edition === 'default' ? `ISBN ${number}` : `ISBN ${number} (${FORMATS[edition] ?? edition})`,
  );
}
