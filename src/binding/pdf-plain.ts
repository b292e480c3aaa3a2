import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';
import type { LinkElement } from './pdf-links.js';
import { kidsOf, setRole } from './pdf-structure.js';

const ANNOTS = PDFName.of('Annots');

/**
 * Leaves out links and the places that they led to: some printers refuse a file that has any, and paper has no use for them. What
 * a link says stays, as text.
 */
export function leaveOutLinks(document: PDFDocument, links: readonly LinkElement[]): void {
  const { context, catalog } = document;
  for (const { dict } of links) {
    const kids = kidsOf(context, dict).filter(({ value }) => !isReference(value));
    dict.set(PDFName.of('K'), context.obj(kids.map(({ object }) => object)));
    setRole(dict, 'Span');
  }
  for (const page of document.getPages()) {
    const annotations = page.node.lookupMaybe(ANNOTS, PDFArray);
    for (const one of annotations?.asArray() ?? []) if (one instanceof PDFRef) context.delete(one);
    page.node.delete(ANNOTS);
  }
  for (const key of ['Dests', 'Names', 'OpenAction']) catalog.delete(PDFName.of(key));
}

function isReference(value: unknown): boolean {
  return value instanceof PDFDict && value.lookup(PDFName.of('Type')) === PDFName.of('OBJR');
}
