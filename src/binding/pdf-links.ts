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
import { idOf, linksOf } from './pdf-destinations.js';
import { marksUnder } from './pdf-marks.js';
import { contentOf } from './pdf-pages.js';
import { kidsOf, type StructElement, setRole } from './pdf-structure.js';
import { type MarkedText, textOfMarks } from './pdf-text.js';

/** A link as the tags know it: its element, and the areas on pages that can be clicked (one a line). */
export interface LinkElement {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  readonly annotations: readonly PDFDict[];
}

/** Recognises a link; an element that holds one under another name (`role="doc-noteref"`) becomes a `Link` (28-011). */
export function mendLink(context: PDFContext, { ref, dict, role }: StructElement): LinkElement | undefined {
  const annotations = kidsOf(context, dict).flatMap(({ value }) => {
    const target = value instanceof PDFDict ? value.lookup(PDFName.of('Obj')) : undefined;
    return target instanceof PDFDict && target.lookup(PDFName.of('Subtype')) === PDFName.of('Link')
      ? [target]
      : [];
  });
  if (annotations.length === 0) return undefined;
  if (role !== 'Link') setRole(dict, 'Link');
  return { ref, dict, annotations };
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
  const found = links.map((link) => ({ link, ...marksUnder(context, link.dict) }));
  const wanted = new Map<PDFObject | undefined, Set<number>>();
  for (const mark of found.flatMap(({ marks }) => marks)) {
    const ids = wanted.get(mark.page) ?? new Set();
    wanted.set(mark.page, ids.add(mark.id));
  }
  const text = new Map<PDFPage['ref'], ReadonlyMap<number, MarkedText>>();
  for (const page of document.getPages()) {
    const ids = wanted.get(page.ref);
    if (ids) text.set(page.ref, textOfMarks(contentOf(page), page.node.Resources(), ids));
  }
  for (const { link, marks, alts } of found) {
    const said = marks.map(({ page, id }) => (page instanceof PDFRef ? text.get(page)?.get(id) : undefined));
    const legible = said.every((piece) => piece && !piece.reversed);
    const words = [...said.map((piece) => piece?.text ?? ''), ...alts];
    const own = legible ? spaced(words) : '';
    for (const annotation of link.annotations) {
      if (annotation.has(PDFName.of('Contents'))) continue;
      const leads = goal(annotation, titles);
      const description = unparted(own, leads) || leads;
      if (description) annotation.set(PDFName.of('Contents'), PDFHexString.fromText(description));
    }
  }
}

/** Pieces of a text, with a space between any two: a line may end there. */
function spaced(words: readonly string[]): string {
  return words
    .join(' ')
    .replace(/\s+/gu, ' ')
    .replace(/ (?=[,.)])/g, '')
    .trim();
}

/** What a link says, without the spaces and hyphens of the lines that an address or a title stands on, if it says where it leads. */
function unparted(own: string, goal: string | undefined): string {
  const written = goal?.replace(/\/$/, '') ?? '';
  for (const whole of [written, written.replace(/^(?:https?:\/\/|mailto:|tel:)/, '')]) {
    if (!whole || own.includes(whole)) continue;
    const places = [...own.matchAll(/[^\s-]/g)].map(({ index }) => index);
    const letters = whole.replace(/[\s-]/g, '');
    const first = own.replace(/[\s-]/g, '').indexOf(letters);
    const [begin, last] = [places[first], places[first + letters.length - 1]];
    if (letters && begin !== undefined && last !== undefined)
      return `${own.slice(0, begin)}${whole}${own.slice(last + 1)}`;
  }
  return own;
}

/** The address that a link leads to; nothing, if that is a place of the document. */
export function addressOf(link: PDFDict): string | undefined {
  const action = link.lookupMaybe(PDFName.of('A'), PDFDict);
  return action?.lookupMaybe(PDFName.of('URI'), PDFString, PDFHexString)?.decodeText();
}

/** The flag of an annotation that belongs to the printed page (ISO 32000-1, table 165). */
export const PRINT = PDFNumber.of(4);

/** Says of each link that it belongs to the printed page, though nothing of it is seen (ISO 19005-2, 6.3.2). */
export function showLinksInPrint(document: PDFDocument): void {
  for (const { link } of linksOf(document)) link.set(PDFName.of('F'), PRINT);
}

/** Where a link leads, in words: an address, or the title of the heading it points to. */
function goal(annotation: PDFDict, titles: ReadonlyMap<string, string>): string | undefined {
  const address = addressOf(annotation);
  if (address !== undefined) return address;
  const name = annotation.lookup(PDFName.of('Dest'));
  if (name instanceof PDFName || name instanceof PDFString || name instanceof PDFHexString) {
    const id = idOf(name);
    return titles.get(id) ?? id;
  }
  return undefined;
}
