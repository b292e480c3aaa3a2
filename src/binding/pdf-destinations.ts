import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';

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
