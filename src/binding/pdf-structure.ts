import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFRef,
} from '@cantoo/pdf-lib';

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
const P = PDFName.of('P');
const PG = PDFName.of('Pg');
const MCID = PDFName.of('MCID');

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

/**
 * The marked content that a kid is, and its page; nothing of an element or an object (14.7.4.2).
 * @param page of what it stands in
 */
export function markOf(
  { value }: Kid,
  page: PDFObject | undefined,
): { readonly page: PDFObject | undefined; readonly mark: number } | undefined {
  if (value instanceof PDFNumber) return { page, mark: value.asNumber() };
  const mark = value instanceof PDFDict ? value.lookupMaybe(MCID, PDFNumber) : undefined;
  return mark && value instanceof PDFDict
    ? { page: value.get(PG) ?? page, mark: mark.asNumber() }
    : undefined;
}

/** Names are made once each, and decoded letter by letter: those of roles are few, and asked for by the hundred thousand. */
const roles = new Map<PDFName, string>();

/** The role of a structure element, `undefined` for anything else. */
export function roleOf(dict: PDFDict): string | undefined {
  const name = dict.lookupMaybe(S, PDFName);
  if (!name) return undefined;
  const role = roles.get(name) ?? name.decodeText();
  roles.set(name, role);
  return role;
}

/** Gives an element another role. */
export const setRole = (dict: PDFDict, role: string): void => dict.set(S, PDFName.of(role));

/**
 * Puts some kids of an element into one of their own, which stands where the first of them stood.
 * @returns the new element, if there is anything to put there
 */
export function wrapKids(
  context: PDFContext,
  element: StructElement,
  belongs: (kid: Kid) => boolean,
  role: string,
): StructElement | undefined {
  return groupKids(context, element, (kid) => (belongs(kid) ? 0 : undefined), role)[0];
}

/**
 * Puts kids of an element into new ones, each where the first of its kids stood.
 * @param groupOf the number of the group that a kid belongs to; `undefined` leaves it where it is
 */
export function groupKids(
  context: PDFContext,
  { ref, dict }: StructElement,
  groupOf: (kid: Kid) => number | undefined,
  role: string,
): StructElement[] {
  const groups = new Map<number, { made: StructElement; kids: PDFObject[] }>();
  const rest: PDFObject[] = [];
  for (const kid of kidsOf(context, dict)) {
    const number = groupOf(kid);
    if (number === undefined) {
      rest.push(kid.object);
      continue;
    }
    let group = groups.get(number);
    if (!group) {
      const made = context.obj({ Type: PDFName.of('StructElem'), S: PDFName.of(role), P: ref });
      group = { made: { ref: context.register(made), dict: made, role }, kids: [] };
      groups.set(number, group);
      rest.push(group.made.ref);
    }
    group.kids.push(kid.object);
    if (kid.value instanceof PDFDict) kid.value.set(P, group.made.ref);
  }
  for (const { made, kids } of groups.values()) made.dict.set(K, context.obj(kids));
  if (groups.size) dict.set(K, context.obj(rest));
  return [...groups.values()].map(({ made }) => made);
}
