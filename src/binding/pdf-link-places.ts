import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import { LINK_SCHEME } from '../press/layout/links.js';
import { idOf, linksOf } from './pdf-destinations.js';
import type { HeadingPlace } from './pdf-headings.js';
import { addressOf } from './pdf-links.js';

/** The area of a link that can be clicked. */
interface Area {
  readonly page: PDFRef;
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

/**
 * Makes the destinations of links to headings, and of those between calls and notes, as Chromium makes others: named places of the
 * catalog. Each of these links says in its address what it leads to. That is where the outline has it; of calls and notes, which say
 * what they are called themselves, it is where the link stands that is called so.
 */
export function placeLinks(document: PDFDocument, headings: readonly HeadingPlace[]): void {
  const { catalog, context } = document;
  const areas = new Map<PDFName, Area>();
  const links: { readonly link: PDFDict; readonly goal: PDFName }[] = [];
  for (const { page, link } of linksOf(document)) {
    const [own, goal, said] = partsOf(link) ?? [];
    const rectangle = link.lookupMaybe(PDFName.of('Rect'), PDFArray)?.asRectangle();
    if (!goal || !rectangle) continue;
    links.push({ link, goal: PDFName.of(goal) });
    if (!own) continue;
    link.set(PDFName.of('Contents'), PDFHexString.fromText(decodeURIComponent(said ?? '')));
    const { x: left, y, height } = rectangle;
    const name = PDFName.of(own);
    // A letter that reaches over the edge of its page has a sliver of an area on the other.
    if (height > (areas.get(name)?.height ?? 0))
      areas.set(name, { page: page.ref, left, top: y + height, height });
  }
  if (!links.length) return;
  const names = catalog.lookupMaybe(PDFName.of('Dests'), PDFDict) ?? context.obj({});
  if (!catalog.has(PDFName.of('Dests'))) catalog.set(PDFName.of('Dests'), context.register(names));
  const places = new Map<string, PDFArray>();
  for (const { id, destination } of headings) if (!places.has(id)) places.set(id, destination);
  for (const { link, goal } of links) {
    link.delete(PDFName.of('A'));
    link.set(PDFName.of('Dest'), goal);
    const area = areas.get(goal);
    const place = area
      ? context.obj([area.page, PDFName.of('XYZ'), area.left, area.top, 0])
      : places.get(idOf(goal));
    if (place) names.set(goal, place);
  }
}

/** What a link is called, what it leads to, as the addresses of the document have it, and what it says. */
function partsOf(link: PDFDict): string[] | undefined {
  const address = addressOf(link);
  return address?.startsWith(LINK_SCHEME) ? address.slice(LINK_SCHEME.length).split('/') : undefined;
}
