import { type PDFContext, PDFDict, type PDFDocument, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { readKind } from './pdf-kinds.js';
import { kidsOf, markOf } from './pdf-structure.js';

const PG = PDFName.of('Pg');

/** A piece of marked content in reading order. */
export interface Read {
  readonly section: number;
  readonly note: boolean;
  readonly page: PDFObject | undefined;
  readonly mark: number;
}

/** An element, or a mark in one; marks stand between elements, so both wait on one stack. */
interface Waiting extends Omit<Read, 'mark'> {
  readonly dict?: PDFDict;
  readonly mark?: number;
}

/**
 * Every piece of tagged text in reading order, as Chromium tagged it: of what section it is, and whether of a note. Labels of lists
 * are left out, for nobody wrote them; so is what stands in pictures and formulas.
 */
export function readingOrder(document: PDFDocument): Read[] {
  const { context, catalog } = document;
  const root = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  const order: Read[] = [];
  const stack: Waiting[] = root ? [{ dict: root, page: undefined, section: -1, note: false }] : [];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { dict, mark, page, section, note } = next;
    if (mark !== undefined) order.push({ page, section, note, mark });
    if (!dict) continue;
    const below: Waiting[] = [];
    for (const kid of kidsOf(context, dict)) {
      const found = markOf(kid, page);
      if (found) below.push({ page: found.page, section, note, mark: found.mark });
      const { value, role } = kid;
      if (!role || !(value instanceof PDFDict) || role === 'Lbl' || isPicture(context, value, role)) continue;
      const hung = readKind(value);
      below.push({
        dict: value,
        page: value.get(PG) ?? page,
        section: hung?.number ?? section,
        note: note || hung?.kind === 'note',
      });
    }
    for (const one of below.reverse()) stack.push(one);
  }
  return order;
}

/** HTML's `figure` is a figure as well, around a picture and its caption. */
function isPicture(context: PDFContext, element: PDFDict, role: string | undefined): boolean {
  if (role !== 'Figure') return false;
  return element.has(PDFName.of('Alt')) || !kidsOf(context, element).some((kid) => kid.role !== undefined);
}
