import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from '@cantoo/pdf-lib';
import { parentTree } from './pdf-parents.js';
import { kidsOf, markOf } from './pdf-structure.js';

const K = PDFName.of('K');

/** What holds nothing but elements: the lines and tints that are painted for it say nothing. */
const HOLDERS = /^(?:Table|TR|L)$/;

/** A piece of marked content, and where in the tree it hangs. */
interface Leaf {
  readonly owner: PDFDict;
  /** As it stands among the kids of its owner. */
  readonly kid: object;
  readonly page: PDFRef;
  readonly mark: number;
}

/** Marks on one page that say what others have said before; where there are no others, that say nothing. */
export interface Unsaid {
  readonly first: readonly Leaf[];
  readonly again: readonly Leaf[];
}

/**
 * What tables and lists have painted that is not to be said. The head of a table stands on each page that its table goes on to, and
 * Chromium tags every one as part of the same cell, so that a screen reader says it as often as there are pages; lines and tints
 * are tagged as the table's. All that is to be artifacts (ISO 32000-1, 14.8.2.2).
 * @returns by page, what may be so: the pages show whether it is
 */
export function findUnsaid(document: PDFDocument): Map<PDFRef, Unsaid[]> {
  const { context, catalog } = document;
  const found = new Map<PDFRef, Unsaid[]>();
  const add = (page: PDFRef, one: Unsaid): void => {
    if (!found.get(page)?.push(one)) found.set(page, [one]);
  };
  const root = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  const pending = root ? [root] : [];
  for (let element = pending.pop(); element; element = pending.pop())
    for (const { value, role } of kidsOf(context, element)) {
      if (!role || !(value instanceof PDFDict)) continue;
      if (role !== 'TH') pending.push(value);
      else {
        const [first, ...others] = byPage(leavesOf(context, value));
        if (first) for (const [page, again] of others) add(page, { first: first[1], again });
      }
      if (HOLDERS.test(role))
        for (const leaf of leavesOf(context, value, false)) add(leaf.page, { first: [], again: [leaf] });
    }
  return found;
}

function byPage(leaves: readonly Leaf[]): Map<PDFRef, Leaf[]> {
  const pages = new Map<PDFRef, Leaf[]>();
  for (const leaf of leaves) if (!pages.get(leaf.page)?.push(leaf)) pages.set(leaf.page, [leaf]);
  return pages;
}

function leavesOf(context: PDFContext, cell: PDFDict, deep = true): Leaf[] {
  const leaves: Leaf[] = [];
  const pending: { element: PDFDict; page: PDFObject | undefined }[] = [{ element: cell, page: undefined }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const own = next.element.get(PDFName.of('Pg')) ?? next.page;
    const below: typeof pending = [];
    for (const kid of kidsOf(context, next.element)) {
      const found = markOf(kid, own);
      if (found?.page instanceof PDFRef)
        leaves.push({ owner: next.element, kid: kid.object, page: found.page, mark: found.mark });
      if (kid.role && deep && kid.value instanceof PDFDict) below.push({ element: kid.value, page: own });
    }
    pending.push(...below.reverse());
  }
  return leaves;
}

/** Takes marked content out of the structure tree, and out of the table that leads from the pages to it (ISO 32000-1, 14.7.4.4). */
export function dropLeaves(document: PDFDocument, leaves: readonly Leaf[]): void {
  const { context, catalog } = document;
  const kids = new Map<PDFDict, Set<object>>();
  for (const { owner, kid } of leaves) kids.set(owner, (kids.get(owner) ?? new Set()).add(kid));
  for (const [owner, gone] of kids)
    owner.set(
      K,
      context.obj(kidsOf(context, owner).flatMap(({ object }) => (gone.has(object) ? [] : [object]))),
    );
  const root = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  const rows = parentTree(context, root);
  for (const { page, mark } of leaves) {
    const number = context.lookup(page, PDFDict).lookupMaybe(PDFName.of('StructParents'), PDFNumber);
    const row = number && rows.get(number.asNumber());
    if (row instanceof PDFArray) row.set(mark, PDFNull);
  }
}
