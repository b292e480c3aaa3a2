/** Somebody who made the book, with the role as a MARC relator code (`aut`, `ill`, `trl` …). */
export interface Contributor {
  readonly name: string;
  readonly role: string;
  /** The name as it sorts: `Melville, Herman`. */
  readonly sort?: string | undefined;
}

/** What is known of the book as a whole. Every field is resolved: no further defaults are applied downstream. */
export interface Metadata {
  readonly title: string;
  readonly subtitle?: string | undefined;
  /** The two as the author wrote them, with asterisks around what is slanted. */
  readonly written: { readonly title: string; readonly subtitle?: string | undefined };
  readonly authors: readonly Contributor[];
  readonly contributors: readonly Contributor[];
  /** BCP 47 language tag. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly description?: string | undefined;
  /** Date of publication, `YYYY-MM-DD`, if the author gave one. */
  readonly date?: string | undefined;
  /** The instant every artifact is dated with, ISO 8601 in UTC: the source date, the book's date, or 1 January 2000. */
  readonly modified: string;
  readonly publisher?: string | undefined;
  readonly rights?: string | undefined;
  readonly license?: string | undefined;
  /** ISBN by edition name; the key `default` serves every edition without one of its own. */
  readonly isbn: Readonly<Record<string, string>>;
  /** The URI of the printed book, where this is a part of it that is handed out by itself. */
  readonly printed?: string | undefined;
  /** A URI that names the book: given, from the ISBN, or a UUID v5 derived from title, authors and language. */
  readonly identifier: string;
  readonly subjects: readonly string[];
  readonly keywords: readonly string[];
  readonly series?: { readonly name: string; readonly position?: number | undefined } | undefined;
  readonly cover?: { readonly src: string; readonly alt: string } | undefined;
  readonly url?: string | undefined;
  /** A word for file names, from the title: `room-to-come-back`. */
  readonly slug: string;
}
