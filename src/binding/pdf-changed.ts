import { createHash } from 'node:crypto';
import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { openPdf } from './pdf-open.js';

/** What is on the pages of a PDF, so far as two of them can be held against each other. */
export interface PageMarks {
  /** One for each page, which changes with what is drawn on it. */
  readonly marks: readonly string[];
  /** The first page, from 0, that is numbered as pages of the text are. */
  readonly text: number;
}

/** Marks the pages of a finished PDF. */
export async function marksOf(bytes: Uint8Array): Promise<PageMarks> {
  const document = await openPdf(bytes);
  const marks = document.getPages().map(({ node }) => {
    const hash = createHash('sha256');
    const add = (object: PDFObject | undefined): void => {
      if (object instanceof PDFArray) for (const one of object.asArray()) add(document.context.lookup(one));
      else if (object instanceof PDFRawStream) hash.update(object.contents);
    };
    add(node.Contents());
    const drawn = node.Resources()?.lookup(PDFName.of('XObject'));
    if (drawn instanceof PDFDict) for (const key of drawn.keys()) add(drawn.lookup(key));
    return hash.digest('base64');
  });
  return { marks, text: firstOfText(document) };
}

/**
 * The first page, from 0, that is another than it was: one of the text, where one of these is, for contents change with
 * every number in them; the last, if others behind it are gone. `undefined` if none is.
 */
export function firstChanged(before: PageMarks, now: PageMarks): number | undefined {
  const isChanged = (mark: string, page: number): boolean => mark !== before.marks[page];
  const inText = now.marks.findIndex((mark, page) => page >= now.text && isChanged(mark, page));
  const page = inText < 0 ? now.marks.findIndex(isChanged) : inText;
  if (page >= 0) return page;
  return now.marks.length < before.marks.length ? now.marks.length - 1 : undefined;
}

/** The first page with a decimal label (ISO 32000-1, 12.4.2); 0 if there is none. */
function firstOfText({ catalog }: PDFDocument): number {
  const labels = catalog.lookup(PDFName.of('PageLabels'));
  const nums = labels instanceof PDFDict ? labels.lookup(PDFName.of('Nums')) : undefined;
  if (!(nums instanceof PDFArray)) return 0;
  for (let at = 0; at + 1 < nums.size(); at += 2) {
    const range = nums.lookup(at + 1);
    if (range instanceof PDFDict && range.get(PDFName.of('S')) === PDFName.of('D'))
      return Number(String(nums.get(at)));
  }
  return 0;
}
