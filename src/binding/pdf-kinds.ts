import { type PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';

/**
 * What an element of the document is to be in the structure tree, where HTML has no way to make Chromium say so:
 * a section, contents and their lines, an index, a note and its call, an entry of a bibliography, a term and what is said of it.
 */
export type Kind = 'sect' | 'index' | 'toc' | 'toci' | 'note' | 'ref' | 'bib' | 'dl' | 'dt' | 'dd';

/** A tag may have words of eight letters behind an `x` that mean nothing to anybody else (BCP 47, 2.2.7). */
const MARK = 'octavo';
const MARKED = new RegExp(`^(.*?)(?:-x)?-${MARK}-([a-z]+)(?:-(\\d+))?$`, 's');
const LANG = PDFName.of('Lang');

/**
 * Hangs a kind on a language tag: the language of an element is the one thing that Chromium hands on from any element to the
 * structure tree. `:lang()` holds as before.
 * @param number of a section, in the order of the document
 */
export function withKind(lang: string, kind: Kind, number?: number): string {
  const hung = `-${MARK}-${kind}${number === undefined ? '' : `-${number}`}`;
  return lang + (/-x-/i.test(lang) ? '' : '-x') + hung;
}

/** What was hung on the language of a structure element. */
export function readKind(element: PDFDict): { kind: Kind; number: number | undefined } | undefined {
  const [, , kind, number] = MARKED.exec(languageOf(element) ?? '') ?? [];
  return kind ? { kind: kind as Kind, number: number ? Number(number) : undefined } : undefined;
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
