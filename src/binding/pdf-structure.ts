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

/** Puts some kids of an element into one of their own, which stands where the first of them stood. */
export function wrapKids(
  context: PDFContext,
  { ref, dict }: StructElement,
  belongs: (kid: Kid) => boolean,
  role: string,
): void {
  const kids = kidsOf(context, dict);
  const inside = kids.filter(belongs);
  if (inside.length === 0) return;
  const wrap = context.obj({ Type: PDFName.of('StructElem'), S: PDFName.of(role), P: ref });
  const wrapRef = context.register(wrap);
  wrap.set(K, context.obj(inside.map(({ object }) => object)));
  for (const { value } of inside) if (value instanceof PDFDict) value.set(PDFName.of('P'), wrapRef);
  const rest: PDFObject[] = kids.flatMap((kid) => {
    if (!inside.includes(kid)) return [kid.object];
    return kid === inside[0] ? [wrapRef] : [];
  });
  dict.set(K, context.obj(rest));
}
