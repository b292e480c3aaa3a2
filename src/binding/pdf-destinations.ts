import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
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

/**
 * Gives links a place to lead to that Chromium has forgotten: it makes none for an empty anchor that it has laid out without a box.
 * And one that it has made for such an anchor may be where its paragraph begins, on the page before. They lead to the top of the
 * page, which is known.
 * @param places the page, from 0, of what numbers refer to, by its id
 * @param empty ids of anchors that show nothing
 */
export function fillDestinations(
  document: PDFDocument,
  places: ReadonlyMap<string, number>,
  empty: ReadonlySet<string>,
): void {
  const { catalog, context } = document;
  const names = catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const pages = document.getPages();
  for (const page of pages)
    for (const annotation of page.node.Annots()?.asArray() ?? []) {
      const name = context.lookupMaybe(annotation, PDFDict)?.lookup(PDFName.of('Dest'));
      if (!(name instanceof PDFName || name instanceof PDFString || name instanceof PDFHexString)) continue;
      const id = name.decodeText();
      const target = pages[places.get(id) ?? -1];
      const made = names?.lookupMaybe(PDFName.of(id), PDFArray)?.get(0);
      if (!target || (made && (made === target.ref || !empty.has(id)))) continue;
      const top = PDFNumber.of(target.getMediaBox().height);
      names?.set(
        PDFName.of(id),
        context.obj([target.ref, PDFName.of('XYZ'), PDFNumber.of(0), top, PDFNumber.of(0)]),
      );
    }
}
