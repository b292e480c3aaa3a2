import {
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFString,
} from '@cantoo/pdf-lib';
import { kidsOf } from './pdf-structure.js';

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
    for (const { value, role } of kidsOf(context, next.dict)) {
      if (value instanceof PDFNumber) marks.push({ page, id: value.asNumber() });
      if (!(value instanceof PDFDict)) continue;
      const own = value.get(PDFName.of('Pg')) ?? page;
      const id = value.lookupMaybe(PDFName.of('MCID'), PDFNumber);
      if (id) marks.push({ page: own, id: id.asNumber() });
      if (role) elements.push({ dict: value, page: own });
    }
    pending.push(...elements.reverse());
  }
  return { marks, alts };
}
