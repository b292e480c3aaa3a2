import { type PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';

/**
 * What an element of the document is to be in the structure tree, where HTML has no way to make Chromium say so:
 * a section, contents and their lines, an index, a note and its call, an entry of a bibliography, a term and what is said of it.
 */
export type Kind = 'sect' | 'index' | 'toc' | 'toci' | 'note' | 'ref' | 'bib' | 'dl' | 'dt' | 'dd';

/** A tag may have words of eight letters behind an `x` that mean nothing to anybody else (BCP 47, 2.2.7). */
const MARK = 'octavo';
const MARKED = new RegExp(`^(.*?)(?:-x)?-${MARK}-([a-z]+)$`, 's');
const LANG = PDFName.of('Lang');

/**
 * Hangs a kind on a language tag: the language of an element is the one thing that Chromium hands on from any element to the
 * structure tree. `:lang()` holds as before.
 */
export function withKind(lang: string, kind: Kind): string {
  return `${lang}${/-x-/i.test(lang) ? '' : '-x'}-${MARK}-${kind}`;
}

/** What was hung on the language of a structure element. */
export function kindOf(element: PDFDict): Kind | undefined {
  return MARKED.exec(languageOf(element) ?? '')?.[2] as Kind | undefined;
}

/**
 * Leaves an element the language alone, and that only where it is another one than around it.
 * @returns the language of what is in it
 */
export function clearKind(element: PDFDict, around: string): string {
  const written = languageOf(element);
  if (written === undefined) return around;
  const lang = MARKED.exec(written)?.[1] ?? written;
  if (lang === around) element.delete(LANG);
  else if (lang !== written) element.set(LANG, PDFString.of(lang));
  return lang;
}

function languageOf(element: PDFDict): string | undefined {
  return element.lookupMaybe(LANG, PDFString, PDFHexString)?.decodeText();
}
