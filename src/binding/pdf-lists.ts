import { type PDFContext, PDFDict } from '@cantoo/pdf-lib';
import { readKind } from './pdf-kinds.js';
import { groupKids, type Kid, type StructElement, setRole, wrapKids } from './pdf-structure.js';

/**
 * Puts what a list item says into an `LBody` (ISO 32000-1, table 336; Matterhorn 09-005): Chromium leaves it beside the
 * label. Painting that belongs to the item itself (its background) stays, for the parent tree says that it is there.
 */
export function mendListItem(context: PDFContext, element: StructElement): void {
  if (element.role === 'LI') wrapKids(context, element, isSaid, 'LBody');
}

const isSaid = ({ role }: Kid) => role !== undefined && role !== 'Lbl' && role !== 'LBody';

/** Makes items of a list of terms: each has the terms that stand together, and what is said of them. */
export function mendDefinitions(context: PDFContext, element: StructElement): void {
  let group = 0;
  let described = false;
  groupKids(
    context,
    element,
    ({ value, role }) => {
      if (role === undefined) return undefined;
      const isTerm = value instanceof PDFDict && readKind(value)?.kind === 'dt';
      if (value instanceof PDFDict) setRole(value, isTerm ? 'Lbl' : 'LBody');
      if (isTerm && described) group++;
      described = !isTerm;
      return group;
    },
    'LI',
  );
}
