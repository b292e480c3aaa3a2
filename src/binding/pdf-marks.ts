import { type PDFContext, PDFDict, PDFHexString, PDFName, type PDFObject, PDFString } from '@cantoo/pdf-lib';
import { kidsOf, markOf } from './pdf-structure.js';

/** Where a piece of tagged text stands: a page (its reference) and the number of the marked content on it. */
export interface Mark {
  readonly page: PDFObject | undefined;
  readonly id: number;
}

/** The marked content under an element, in order, and the alternative texts that stand for what is under them. */
export function marksUnder(context: PDFContext, element: PDFDict): { marks: Mark[]; alts: string[] } {
  const marks: Mark[] = [];
  const alts: string[] = [];
  const pending = [{ dict: element, page: element.get(PDFName.of('Pg')) }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const alt = next.dict.lookupMaybe(PDFName.of('Alt'), PDFString, PDFHexString)?.decodeText();
    if (alt) {
      alts.push(alt);
      continue;
    }
    const { page } = next;
    const elements: typeof pending = [];
    for (const kid of kidsOf(context, next.dict)) {
      const found = markOf(kid, page);
      if (found) marks.push({ page: found.page, id: found.mark });
      const { value, role } = kid;
      if (role && value instanceof PDFDict)
        elements.push({ dict: value, page: value.get(PDFName.of('Pg')) ?? page });
    }
    pending.push(...elements.reverse());
  }
  return { marks, alts };
}
