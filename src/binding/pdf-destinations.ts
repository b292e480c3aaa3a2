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
    if (index !== undefined) found.set(name.decodeText(), index);
  }
  return found;
}

/** No line is so low, in points. */
const NO_LINE = 6;

/**
 * Mends where links lead to, and what the numbers are verified by. Chromium makes no destination for an empty anchor that it has laid
 * out without a box, and one that it has made may be where its paragraph begins, on the page before. So may that of a word on the
 * first line of a page, where letters are taller than their line: they begin above it, and Chromium takes that for the foot of the
 * page before, where nothing can begin. These lead to the top of the page, which is known.
 * @param places the page, from 0, of what numbers refer to, by its id
 * @param empty ids of anchors that show nothing
 * @param foot where Chromium says that the foot of the text is, in points above the lower edge of the sheet
 */
export function mendDestinations(
  document: PDFDocument,
  places: ReadonlyMap<string, number>,
  empty: ReadonlySet<string>,
  foot: number,
): void {
  const { catalog, context } = document;
  const names = catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const pages = document.getPages();
  const linked = pages.flatMap(({ node }) =>
    (node.Annots()?.asArray() ?? []).map((annotation) =>
      context.lookupMaybe(annotation, PDFDict)?.lookup(PDFName.of('Dest')),
    ),
  );
  for (const name of [...linked, ...(names?.keys() ?? [])]) {
    if (!(name instanceof PDFName || name instanceof PDFString || name instanceof PDFHexString)) continue;
    const id = name.decodeText();
    const page = places.get(id) ?? -1;
    const target = pages[page];
    const made = names?.lookupMaybe(PDFName.of(id), PDFArray);
    if (!target || made?.get(0) === target.ref) continue;
    if (made && !empty.has(id) && !isAtFoot(made, pages[page - 1], foot)) continue;
    const top = PDFNumber.of(target.getMediaBox().height);
    names?.set(
      PDFName.of(id),
      context.obj([target.ref, PDFName.of('XYZ'), PDFNumber.of(0), top, PDFNumber.of(0)]),
    );
  }
}

/** A destination is at the very foot of a page. */
function isAtFoot(made: PDFArray, page: PDFPage | undefined, foot: number): boolean {
  const y = made.lookupMaybe(3, PDFNumber)?.asNumber() ?? 0;
  return made.get(0) === page?.ref && y >= foot && y < foot + NO_LINE;
}
