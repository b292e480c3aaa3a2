import type { PDFContext } from '@cantoo/pdf-lib';
import { type Kid, type StructElement, wrapKids } from './pdf-structure.js';

/**
 * Puts what a list item says into an `LBody` (ISO 32000-1, table 336; Matterhorn 09-005): Chromium leaves it beside the
 * label. Painting that belongs to the item itself (its background) stays, for the parent tree says that it is there.
 */
export function mendListItem(context: PDFContext, element: StructElement): void {
  if (element.role === 'LI') wrapKids(context, element, isSaid, 'LBody');
}

const isSaid = ({ role }: Kid) => role !== undefined && role !== 'Lbl' && role !== 'LBody';
