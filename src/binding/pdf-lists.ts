import { type PDFContext, PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { type Kid, kidsOf, type StructElement } from './pdf-structure.js';

/**
 * Puts what a list item says into an `LBody` (ISO 32000-1, table 336; Matterhorn 09-005): Chromium leaves it beside the
 * label. Painting that belongs to the item itself (its background) stays, for the parent tree says that it is there.
 */
export function mendListItem(context: PDFContext, { ref, dict, role }: StructElement): void {
  if (role !== 'LI') return;
  const kids = kidsOf(context, dict);
  const said = kids.filter(isSaid);
  if (said.length === 0) return;
  const body = context.obj({ Type: PDFName.of('StructElem'), S: PDFName.of('LBody'), P: ref });
  const bodyRef = context.register(body);
  body.set(PDFName.of('K'), context.obj(said.map(({ object }) => object)));
  for (const { value } of said) if (value instanceof PDFDict) value.set(PDFName.of('P'), bodyRef);
  const rest: PDFObject[] = kids.flatMap((kid) => {
    if (!isSaid(kid)) return [kid.object];
    return kid === said[0] ? [bodyRef] : [];
  });
  dict.set(PDFName.of('K'), context.obj(rest));
}

const isSaid = ({ role }: Kid) => role !== undefined && role !== 'Lbl' && role !== 'LBody';
