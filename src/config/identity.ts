import { createHash } from 'node:crypto';
import Slugger from 'github-slugger';
import { unmarked } from '../language/slant.js';
import { directionOf } from '../language/tag.js';
import type { Contributor, Metadata } from '../model/metadata.js';
import type { Typography } from '../model/typography.js';
import type { BookYaml } from './keys.js';
import { typographic } from './typographic.js';

/** The date of artifacts whose book gives none; a fixed one, so that the same input makes the same bytes. */
const NO_DATE = '2000-01-01';

/**
 * Resolves what is known of the book as a whole; an empty title means that there is none.
 * @param wanted what of its words is made typographic
 */
export function describe(
  typed: BookYaml,
  fallbackTitle: string | undefined,
  sourceDate: Date | undefined,
  wanted: Typography,
): Metadata {
  // Configurations of other tools are not held to what ours may say.
  const typedTitle = (typed.title ?? fallbackTitle ?? '').slice(0, 1000);
  const lang = canonical(typed.lang ?? 'en');
  const values = typographic({ ...typed, title: typedTitle }, lang, wanted);
  const written = values.title ?? '';
  const title = unmarked(written);
  const authors = (values.author ?? []).map((person): Contributor => ({ role: 'aut', ...person }));
  const date = values.date;
  return Object.freeze({
    title,
    subtitle: values.subtitle && unmarked(values.subtitle),
    written: { title: written, subtitle: values.subtitle },
    authors,
    contributors: (values.contributor ?? []).map((person): Contributor => ({ role: 'ctb', ...person })),
    lang,
    dir: values.dir ?? directionOf(lang),
    description: values.description,
    date,
    modified: `${sourceDate ? sourceDate.toISOString().slice(0, 19) : `${fullDate(date ?? NO_DATE)}T00:00:00`}Z`,
    publisher: values.publisher,
    rights: values.rights,
    license: values.license,
    isbn: isbnsOf(values),
    // Made of what is typed: it stays the same, however that is set.
    identifier:
      values.identifier ??
      `urn:uuid:${uuid5(JSON.stringify([unmarked(typedTitle), (typed.author ?? []).map(({ name }) => name), lang]))}`,
    subjects: values.subject ?? [],
    keywords: values.keywords ?? [],
    series: values.series,
    cover: values.cover?.src
      ? {
          src: values.cover.src,
          alt: ('alt' in values.cover ? values.cover.alt : undefined) ?? `Cover: ${title}`,
        }
      : undefined,
    url: values.url,
    slug: fileName(unmarked(typedTitle)),
  });
}

/** Facts of the book that its text can name; those that are known. */
export function factsOf(metadata: Metadata): Map<string, string> {
  const facts = {
    title: metadata.title,
    subtitle: metadata.subtitle,
    author: new Intl.ListFormat(metadata.lang).format(metadata.authors.map(({ name }) => name)),
    publisher: metadata.publisher,
    date: metadata.date,
    year: metadata.date?.slice(0, 4),
    license: metadata.license,
    url: metadata.url,
  };
  return new Map(Object.entries(facts).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** Longest name in bytes; with what editions add it stays within the 255 that file systems allow. */
const LONGEST = 180;

/** Whether Windows keeps a name for a device, whatever its ending. */
export function isDevice(name: string): boolean {
  return /^(con|prn|aux|nul|com\d|lpt\d)$/.test(name);
}

/** A file name from a title: lower case letters of any script, digits and hyphens, at most 60 characters. */
export function fileName(title: string): string {
  const slug = new Slugger()
    .slug(
      title
        .slice(0, 1000)
        .normalize('NFKC')
        .replace(/\p{Pd}/gu, '-'),
    )
    .replace(/[^\p{L}\p{N}-]+/gu, '-')
    .replace(/-{2,}/g, '-');
  const letters = [...slug].slice(0, 60);
  while (Buffer.byteLength(letters.join('')) > LONGEST) letters.pop();
  const short = letters.join('');
  // It ends with a whole word, if that is not far from its end.
  const cut = short === slug || slug[short.length] === '-' ? '' : (/-[^-]{1,30}$/.exec(short)?.[0] ?? '');
  const name = short.slice(0, short.length - cut.length).replace(/^-+|-+$/g, '');
  return isDevice(name) ? `${name}-book` : name || 'book';
}

/** The tag as BCP 47 writes it; configurations of other tools are not held to that, and fall back to English. */
function canonical(lang: string): string {
  try {
    return new Intl.Locale(lang.replace('_', '-')).toString();
  } catch {
    return 'en';
  }
}

function fullDate(date: string): string {
  const [year, month = '01', day = '01'] = date.split('-');
  return `${year}-${month}-${day}`;
}

/** ISBNs by edition, hyphenated as the author wrote them; those of `editions` outweigh those of `isbn`. */
function isbnsOf({ isbn, editions }: BookYaml): Metadata['isbn'] {
  const own = Object.entries(editions ?? {}).map(
    ([name, options]) => [name, 'isbn' in options ? options.isbn : undefined] as const,
  );
  const all = [...Object.entries(typeof isbn === 'string' ? { default: isbn } : (isbn ?? {})), ...own];
  return Object.fromEntries(
    all.flatMap(([name, number]) => (number ? [[name, number.replace(/^isbn[:\s]*/i, '').trim()]] : [])),
  );
}

/** Namespace of derived identifiers: the URL namespace of RFC 9562, with Octavo's own name in front of the book's. */
const NAMESPACE = '6ba7b8119dad11d180b400c04fd430c8';

/** A name-based UUID (version 5, RFC 9562): the same book always gets the same one. */
export function uuid5(name: string): string {
  const hash = createHash('sha1').update(Buffer.from(NAMESPACE, 'hex')).update(`octavo:${name}`).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
