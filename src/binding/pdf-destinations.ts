import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/** The page, from 0, that each name in a printed PDF leads to: the ids that some link of the document points at. */
export function destinationsOf(document: PDFDocument): Map<string, number> {
  const pages = new Map(document.getPages().map(({ ref }, index) => [ref, index]));
  const found = new Map<string, number>();
  const names = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  for (const name of names?.keys() ?? []) {
    const page = names?.lookupMaybe(name, PDFArray)?.get(0);
    const index = page instanceof PDFRef ? pages.get(page) : undefined;
    if (index !== undefined) found.set(idOf(name), index);
  }
  return found;
}

/** The id of what a destination is the place of: Chromium writes it as addresses have it (`%C3%BC` for an ü). */
export function idOf(name: PDFName | PDFString | PDFHexString): string {
  const written = name.decodeText();
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

const DEST = PDFName.of('Dest');

/** No line is so low, in points; where places rise higher above their pages, none is as low as that. */
const NO_LINE = 6;

/**
 * Mends where links lead to, and what the numbers are verified by. Chromium makes no destination for an empty anchor that it has laid
 * out without a box, and one that it has made may be where its paragraph begins, on the page before. So may that of a word on the
 * first line of a page, where letters are taller than their line: they begin above it, and Chromium takes that for the foot of the
 * page before, where nothing can begin. These lead to the top of the page, which is known.
 * @param places the page, from 0, of what numbers refer to, by its id
 * @param empty ids of anchors that show nothing
 * @param foot where Chromium says that the foot of the text is, in points above the lower edge of the sheet, and `rise` how far above
 * their page places begin at most
 */
export function mendDestinations(
  document: PDFDocument,
  places: ReadonlyMap<string, number>,
  empty: ReadonlySet<string>,
  { foot = 0, rise = 0 }: { readonly foot?: number | undefined; readonly rise?: number | undefined },
): void {
  const { catalog, context } = document;
  const names = catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const pages = document.getPages();
  const line = Math.max(NO_LINE, rise + 1);
  const linked = linksOf(document).flatMap(({ link }) => nameIn(link) ?? []);
  for (const written of [...linked, ...(names?.keys() ?? []).map((name) => name.decodeText())]) {
    const name = PDFName.of(written);
    const id = idOf(name);
    const page = places.get(id) ?? -1;
    const target = pages[page];
    const made = names?.lookupMaybe(name, PDFArray);
    if (!target || made?.get(0) === target.ref) continue;
    if (made && !empty.has(id) && !isAtFoot(made, pages[page - 1], foot, line)) continue;
    const top = PDFNumber.of(target.getMediaBox().height);
    names?.set(name, context.obj([target.ref, PDFName.of('XYZ'), PDFNumber.of(0), top, PDFNumber.of(0)]));
  }
}

/** The longest name that PDF/A-2 allows, in bytes (ISO 19005-2, 6.1.13). */
const LONGEST_NAME = 127;

/** Gives another name to destinations that are called by long titles, of which a letter takes two or three bytes in many scripts. */
export function shortenDestinations(document: PDFDocument): void {
  const names = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const renamed = new Map<string, PDFName>();
  let number = 0;
  for (const name of names?.keys() ?? []) {
    if (name.asBytes().length <= LONGEST_NAME) continue;
    let short: PDFName;
    do short = PDFName.of(`place-${++number}`);
    while (names?.has(short));
    renamed.set(name.decodeText(), short);
    names?.set(short, names.lookup(name, PDFArray));
    names?.delete(name);
  }
  if (!renamed.size) return;
  for (const { link } of linksOf(document)) {
    const short = renamed.get(nameIn(link) ?? '');
    if (short) link.set(DEST, short);
  }
}

/** Every annotation, page by page. */
export function linksOf(document: PDFDocument): { page: PDFPage; link: PDFDict }[] {
  return document.getPages().flatMap((page) =>
    (page.node.Annots()?.asArray() ?? []).flatMap((annotation) => {
      const link = document.context.lookupMaybe(annotation, PDFDict);
      return link ? [{ page, link }] : [];
    }),
  );
}

/** The name of the destination of a link. */
function nameIn(link: PDFDict): string | undefined {
  const name = link.lookup(DEST);
  return name instanceof PDFName || name instanceof PDFString || name instanceof PDFHexString
    ? name.decodeText()
    : undefined;
}

/** A destination is at the very foot of a page, lower than any line. */
function isAtFoot(made: PDFArray, page: PDFPage | undefined, foot: number, line: number): boolean {
  const y = made.lookupMaybe(3, PDFNumber)?.asNumber() ?? 0;
  return made.get(0) === page?.ref && y >= foot && y < foot + line;
}
