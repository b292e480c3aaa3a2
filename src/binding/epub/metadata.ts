import type { Element } from 'xast';
import { licenseOf } from '../../language/license.js';
import type { Contributor, Metadata } from '../../model/metadata.js';
import { x } from '../documents/xml.js';
import type { Accessibility } from './accessibility.js';

/** What can be said of the book once it is made. */
export interface Claims {
  /** Languages of sections, besides the book's own. */
  readonly languages: readonly string[];
  /** The standard that it meets, and who says so. */
  readonly conforms: { readonly standard: string; readonly certifier: string } | undefined;
  /** The URI of the printed edition whose pages are listed. */
  readonly pageSource: string | undefined;
}

/** The URI that names this edition: its ISBN, else the book's own identifier. */
export function identifierOf({ isbn, identifier }: Metadata, edition: string): string {
  const own = isbn[edition] ?? isbn.default;
  return own ? `urn:isbn:${own.replace(/[^0-9X]/gi, '').toUpperCase()}` : identifier;
}

/** The URI of the printed edition: its ISBN, or a part of the book. */
export function pageSourceOf(metadata: Metadata): string {
  if (metadata.printed) return metadata.printed;
  const own = identifierOf(metadata, 'print');
  return own === metadata.identifier ? `${own}#print` : own;
}

/** The `<metadata>` of the package document (EPUB 3.3, 5.5). What is not known is not written. */
export function metadataElement(
  metadata: Metadata,
  identifier: string,
  accessibility: Accessibility,
  coverId: string | undefined,
  { languages, conforms, pageSource }: Claims,
): Element {
  const { title, subtitle, lang, authors, contributors, series } = metadata;
  return x(
    'metadata',
    { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
    x('dc:identifier', { id: 'pub-id' }, identifier),
    titleElements('title', title, 'main', subtitle ? '1' : undefined),
    subtitle ? titleElements('subtitle', subtitle, 'subtitle', '2') : undefined,
    [lang, ...languages].map((one) => x('dc:language', {}, one)),
    authors.map((author, index) => person('dc:creator', `creator-${index + 1}`, author, index + 1)),
    contributors.map((one, index) => person('dc:contributor', `contributor-${index + 1}`, one, index + 1)),
    dc('description', metadata.description),
    dc('publisher', metadata.publisher),
    dc('date', metadata.date && dated(metadata.date)),
    unique([metadata.rights, metadata.license && licenseOf(metadata.license).said]).map((text) =>
      dc('rights', text),
    ),
    unique([...metadata.subjects, ...metadata.keywords]).map((text) => dc('subject', text)),
    series ? collection(series.name, series.position) : undefined,
    meta('dcterms:modified', instant(metadata.modified)),
    // The older way to name it, which checkers and readers know, and the one of EPUB Accessibility 1.1.
    pageSource
      ? [
          x('dc:source', { id: 'page-source' }, pageSource),
          refine('page-source', 'source-of', 'pagination'),
          meta('pageBreakSource', pageSource),
        ]
      : undefined,
    conforms
      ? [meta('dcterms:conformsTo', conforms.standard), meta('a11y:certifiedBy', conforms.certifier)]
      : undefined,
    Object.entries(accessibility).flatMap(([property, values]) => {
      if (typeof values === 'string')
        return x('meta', { property: `schema:${property}`, 'xml:lang': 'en' }, values);
      return (values as readonly string[]).map((value) => meta(`schema:${property}`, value));
    }),
    // EPUB 2's way, which Kindle and many shelves still go by.
    coverId ? x('meta', { name: 'cover', content: coverId }) : undefined,
  );
}

function titleElements(id: string, text: string, type: string, order: string | undefined): Element[] {
  const parts = [x('dc:title', { id }, text), refine(id, 'title-type', type)];
  return order ? [...parts, refine(id, 'display-seq', order)] : parts;
}

function person(name: string, id: string, { name: text, role, sort }: Contributor, order: number): Element[] {
  return [
    x(name, { id }, text),
    x('meta', { refines: `#${id}`, property: 'role', scheme: 'marc:relators' }, role),
    ...(sort ? [refine(id, 'file-as', sort)] : []),
    refine(id, 'display-seq', String(order)),
  ];
}

function collection(name: string, position: number | undefined): Element[] {
  return [
    x('meta', { id: 'series', property: 'belongs-to-collection' }, name),
    refine('series', 'collection-type', 'series'),
    ...(position === undefined ? [] : [refine('series', 'group-position', String(position))]),
  ];
}

function dc(name: string, text: string | undefined): Element | undefined {
  const value = text?.trim();
  return value ? x(`dc:${name}`, {}, value) : undefined;
}

function meta(property: string, value: string): Element {
  return x('meta', { property }, value);
}

function refine(id: string, property: string, value: string): Element {
  return x('meta', { refines: `#${id}`, property }, value);
}

function unique(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.flatMap((text) => text?.trim() || []))];
}

/** A day with its time, for calibre shows a bare one one day off in half of the world; a year or a month has none (W3CDTF). */
function dated(date: string): string {
  const day = date.slice(0, 10);
  return day.length < 10 ? day : `${day}T00:00:00Z`;
}

/** `2024-05-01T12:00:00Z`: EPUB wants no fractions of a second. */
function instant(iso: string): string {
  return new Date(iso).toISOString().replace(/\.\d+Z$/, 'Z');
}
