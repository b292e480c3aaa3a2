import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject, type PDFRef } from '@cantoo/pdf-lib';

/** One element of the structure tree. */
export interface StructElement {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  /** What it is, without the slash: `P`, `LI`. */
  readonly role: string;
}

/** What stands under an element: another element, marked content (a number or an MCR), or an object (an OBJR). */
export interface Kid {
  /** As it stands in the file: a reference or the thing itself. */
  readonly object: PDFObject;
  readonly value: PDFObject | undefined;
  /** Present if it is an element. */
  readonly role: string | undefined;
}

const S = PDFName.of('S');
const K = PDFName.of('K');

/** The kids of an element, in order; `/K` holds none, one, or an array of them (ISO 32000-1, 14.7.2). */
export function kidsOf(context: PDFContext, element: PDFDict): Kid[] {
  const k = element.get(K);
  const value = context.lookup(k);
  if (!k || !value) return [];
  return (value instanceof PDFArray ? value.asArray() : [k]).map((object) => {
    const kid = context.lookup(object);
    return { object, value: kid, role: kid instanceof PDFDict ? roleOf(kid) : undefined };
  });
}

/** The role of a structure element, `undefined` for anything else. */
export const roleOf = (dict: PDFDict): string | undefined => dict.lookupMaybe(S, PDFName)?.decodeText();

/** Gives an element another role. */
export const setRole = (dict: PDFDict, role: string): void => dict.set(S, PDFName.of(role));
