import { PDFArray, PDFName, type PDFPage, type PDFRef } from '@cantoo/pdf-lib';

const CONTENTS = PDFName.of('Contents');

/**
 * Puts streams around what is on a page (ISO 32000-1, 7.7.3.3). What is painted besides goes before it, for it leaves a scale of its
 * own behind.
 */
export function putAround(page: PDFPage, before: PDFRef, ...behind: readonly PDFRef[]): void {
  const contents = page.node.get(CONTENTS);
  const parts = page.node.lookup(CONTENTS);
  const own = parts instanceof PDFArray ? parts.asArray() : contents ? [contents] : [];
  page.node.set(CONTENTS, page.doc.context.obj([before, ...own, ...behind]));
}
