import {
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { contentOf } from './pdf-pages.js';
import { kidsOf, type StructElement, setRole } from './pdf-structure.js';
import { textOfMarks } from './pdf-text.js';

/** A link as the tags know it: its element, and the areas on pages that can be clicked (one a line). */
export interface LinkElement {
  readonly dict: PDFDict;
  readonly annotations: readonly PDFDict[];
}

/** Where a piece of text stands: marked content of a page. */
interface Mark {
  readonly page: PDFObject | undefined;
  readonly id: number;
}

/** Recognises a link; an element that holds one under another name (`role="doc-noteref"`) becomes a `Link` (28-011). */
export function mendLink(context: PDFContext, { dict, role }: StructElement): LinkElement | undefined {
  const annotations = kidsOf(context, dict).flatMap(({ value }) => {
    const target = value instanceof PDFDict ? value.lookup(PDFName.of('Obj')) : undefined;
    return target instanceof PDFDict && target.lookup(PDFName.of('Subtype')) === PDFName.of('Link')
      ? [target]
      : [];
  });
  if (annotations.length === 0) return undefined;
  if (role !== 'Link') setRole(dict, 'Link');
  return { dict, annotations };
}

/**
 * Describes each link (Matterhorn 28-004, 28-012) by its own text, so that a list of links can be read aloud; where its
 * text cannot be told (a picture without one, words written right to left) by where it leads.
 * @param titles titles of headings, by id
 */
export function describeLinks(
  document: PDFDocument,
  links: readonly LinkElement[],
  titles: ReadonlyMap<string, string>,
): void {
  const { context } = document;
  const found = links.map((link) => ({ link, ...inside(context, link.dict) }));
  const wanted = new Map<PDFObject | undefined, Set<number>>();
  for (const mark of found.flatMap(({ marks }) => marks)) {
    const ids = wanted.get(mark.page) ?? new Set();
    wanted.set(mark.page, ids.add(mark.id));
  }
  const text = new Map<PDFPage['ref'], ReadonlyMap<number, string | undefined>>();
  for (const page of document.getPages()) {
    const ids = wanted.get(page.ref);
    if (ids) text.set(page.ref, textOfMarks(contentOf(page), page.node.Resources(), ids));
  }
  for (const { link, marks, alts } of found) {
    const said = marks.map(({ page, id }) => (page instanceof PDFRef ? text.get(page)?.get(id) : undefined));
    const own = said.includes(undefined) ? '' : [...said, ...alts].join(' ').replace(/\s+/gu, ' ').trim();
    for (const annotation of link.annotations) {
      if (annotation.has(PDFName.of('Contents'))) continue;
      const description = own || goal(annotation, titles);
      if (description) annotation.set(PDFName.of('Contents'), PDFHexString.fromText(description));
    }
  }
}

/** The marked content under an element, with the page each stands on, and the alternative texts of its figures. */
function inside(context: PDFContext, link: PDFDict): { marks: Mark[]; alts: string[] } {
  const marks: Mark[] = [];
  const alts: string[] = [];
  const pending = [{ dict: link, page: link.get(PDFName.of('Pg')) }];
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

/** Where a link leads, in words: an address, or the title of the heading it points to. */
function goal(annotation: PDFDict, titles: ReadonlyMap<string, string>): string | undefined {
  const action = annotation.lookupMaybe(PDFName.of('A'), PDFDict);
  const address = action?.lookupMaybe(PDFName.of('URI'), PDFString, PDFHexString);
  if (address) return address.decodeText();
  const name = annotation.lookup(PDFName.of('Dest'));
  if (name instanceof PDFName || name instanceof PDFString || name instanceof PDFHexString) {
    const id = name.decodeText();
    return titles.get(id) ?? id;
  }
  return undefined;
}
