import {
  type PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
} from '@cantoo/pdf-lib';
import type { Field } from '../model/field.js';
import { fieldOf } from './fields.js';
import { addressOf, type LinkElement } from './pdf-links.js';
import { reparent } from './pdf-parents.js';
import { groupKids, type Kid, kidsOf, setRole } from './pdf-structure.js';

/** An annotation that is to be a field. */
export interface Place {
  readonly field: Field;
  readonly annotation: PDFDict;
  readonly ref: PDFRef;
}

/** An element of the structure tree. */
type Tag = Pick<LinkElement, 'dict' | 'ref'>;

/**
 * Finds the links that stand for fields, and tags each place of one as `Form` (ISO 14289-1, 7.18.4): a field that goes on on the next
 * page has two.
 * @returns the places in reading order, and the links that are links
 */
export function placesOfFields(
  document: PDFDocument,
  links: readonly LinkElement[],
  fields: readonly Field[],
): { readonly places: readonly Place[]; readonly rest: readonly LinkElement[] } {
  const { context, catalog } = document;
  const rest: LinkElement[] = [];
  const found: { field: Field; number: number; link: LinkElement }[] = [];
  for (const link of links) {
    const number = link.annotations[0] && fieldOf(addressOf(link.annotations[0]) ?? '');
    const field = number !== undefined && fields[number];
    if (field) found.push({ field, number, link });
    else rest.push(link);
  }
  const lists = document.getPages().flatMap((page) => page.node.Annots() ?? []);
  const refs = new Map<PDFDict, PDFRef>();
  for (const ref of lists.flatMap((list) => list.asArray()))
    if (ref instanceof PDFRef) refs.set(context.lookup(ref, PDFDict), ref);

  const places: Place[] = [];
  const parents = new Map<number, PDFRef>();
  for (const { field, link } of found.sort((a, b) => a.number - b.number))
    for (const tag of tagsOf(context, link, field))
      for (const { value } of kidsOf(context, tag.dict)) {
        const annotation = value instanceof PDFDict ? value.lookup(PDFName.of('Obj')) : undefined;
        const ref = annotation instanceof PDFDict ? refs.get(annotation) : undefined;
        if (!(annotation instanceof PDFDict) || !ref) continue;
        const key = annotation.lookupMaybe(PDFName.of('StructParent'), PDFNumber)?.asNumber();
        if (key !== undefined) parents.set(key, tag.ref);
        places.push({ field, annotation, ref });
      }
  reparent(context, catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict), parents);
  const order = new Map(places.map(({ ref }, i) => [ref, i]));
  for (const list of lists) {
    dropUntagged(list, order);
    putInOrder(list, order);
  }
  return { places, rest };
}

/** Makes tags of fields of the tag of a link, each with nothing in it but its field; what else was in it stays around them. */
function tagsOf(context: PDFContext, link: LinkElement, field: Field): readonly Tag[] {
  const kids = kidsOf(context, link.dict);
  let tags: readonly Tag[] = [link];
  if (kids.length === 1) setRole(link.dict, 'Form');
  else {
    const areas = kids.filter(isArea).map(({ object }) => object);
    const numbers = new Map(areas.map((area, i) => [area, i]));
    tags = groupKids(context, { ...link, role: 'Link' }, ({ object }) => numbers.get(object), 'Form');
    setRole(link.dict, kids.some(({ role }) => role && !INLINE.test(role)) ? 'Div' : 'Span');
  }
  const said = field.value ? `${field.label} ${field.value}` : field.label;
  for (const { dict } of tags) dict.set(PDFName.of('Alt'), PDFHexString.fromText(said));
  return tags;
}

const INLINE = /^(?:Span|NonStruct)$/;

const isArea = ({ value }: Kid): boolean => value instanceof PDFDict && value.has(PDFName.of('Obj'));

/** A field that stands where nothing is read aloud has no tag, and leads nowhere. */
function dropUntagged(list: PDFArray, order: ReadonlyMap<PDFRef, number>): void {
  for (let at = list.size() - 1; at >= 0; at--) {
    const ref = list.get(at);
    if (ref instanceof PDFRef && order.has(ref)) continue;
    if (fieldOf(addressOf(list.lookup(at, PDFDict)) ?? '') !== undefined) list.remove(at);
  }
}

/**
 * Lists the fields of a page in reading order: a viewer that does not know the order of the tags goes through them as they are
 * listed, and Chromium lists them as they are painted.
 */
function putInOrder(list: PDFArray, order: ReadonlyMap<PDFRef, number>): void {
  const slots = list
    .asArray()
    .flatMap((ref, at) => (ref instanceof PDFRef && order.has(ref) ? [{ ref, at }] : []));
  const sorted = [...slots].sort((a, b) => (order.get(a.ref) ?? 0) - (order.get(b.ref) ?? 0));
  for (const [i, { ref }] of sorted.entries()) list.set(slots[i]?.at ?? 0, ref);
}
