import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import { NOTE_SCHEME } from '../press/layout/note-links.js';
import { addressOf } from './pdf-links.js';

/** The area of a link that can be clicked. */
interface Area {
  readonly page: PDFRef;
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

/**
 * Makes the destinations of links between calls and notes, as Chromium makes those of other links: named places of the catalog.
 * Each of these links says in its address what it is called itself, and what it leads to; where it stands is where that begins.
 */
export function placeNoteLinks(document: PDFDocument): void {
  const { catalog, context } = document;
  const areas = new Map<PDFName, Area>();
  const links: { readonly link: PDFDict; readonly goal: PDFName }[] = [];
  for (const { node, ref } of document.getPages())
    for (const annotation of node.Annots()?.asArray() ?? []) {
      const link = context.lookupMaybe(annotation, PDFDict);
      const [own, goal, said] = (link && saidIn(link)) ?? [];
      const rectangle = link?.lookupMaybe(PDFName.of('Rect'), PDFArray)?.asRectangle();
      if (!link || !own || !goal || !rectangle) continue;
      links.push({ link, goal: PDFName.of(goal) });
      link.set(PDFName.of('Contents'), PDFHexString.fromText(decodeURIComponent(said ?? '')));
      const area = {
        page: ref,
        left: rectangle.x,
        top: rectangle.y + rectangle.height,
        height: rectangle.height,
      };
      // A letter that reaches over the edge of its page has a sliver of an area on the other.
      if (area.height > (areas.get(PDFName.of(own))?.height ?? 0)) areas.set(PDFName.of(own), area);
    }
  if (!links.length) return;
  const names = catalog.lookupMaybe(PDFName.of('Dests'), PDFDict) ?? context.obj({});
  if (!catalog.has(PDFName.of('Dests'))) catalog.set(PDFName.of('Dests'), context.register(names));
  for (const { link, goal } of links) {
    link.delete(PDFName.of('A'));
    link.set(PDFName.of('Dest'), goal);
    const area = areas.get(goal);
    if (area) names.set(goal, context.obj([area.page, PDFName.of('XYZ'), area.left, area.top, 0]));
  }
}

/** What a link between a call and a note is called, what the other, as the addresses of the document have it, and what it says. */
function saidIn(link: PDFDict): string[] | undefined {
  const address = addressOf(link);
  return address?.startsWith(NOTE_SCHEME) ? address.slice(NOTE_SCHEME.length).split('/') : undefined;
}
