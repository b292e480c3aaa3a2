import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { linksOf } from './pdf-destinations.js';
import type { LinkElement } from './pdf-links.js';
import { kidsOf } from './pdf-structure.js';

const RECT = PDFName.of('Rect');
/** Areas that touch, in points: Chromium rounds them. */
const NEAR = 1;

interface Area {
  readonly annotation: PDFDict;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/**
 * Makes one area of those of a link that touch on a line. Chromium has one for each piece of text, and an address has as many as it has
 * places where it may be parted: each was a stop on the way of the keys, and a link to who has the page read aloud.
 * @returns the links with the areas that are left
 */
export function joinAreas(document: PDFDocument, links: readonly LinkElement[]): LinkElement[] {
  const { context } = document;
  const pages = new Map(linksOf(document).map(({ page, link }) => [link, page]));
  const gone = new Set<PDFDict>();
  const left = links.map((link) => {
    const kept: Area[] = [];
    for (const area of link.annotations.flatMap(areaOf)) {
      const last = kept.at(-1);
      const joins = last && pages.get(last.annotation) === pages.get(area.annotation) && touch(last, area);
      if (!last || !joins) {
        kept.push(area);
        continue;
      }
      gone.add(area.annotation);
      kept[kept.length - 1] = around(last, area);
    }
    if (kept.length === link.annotations.length) return link;
    for (const { annotation, ...sides } of kept) annotation.set(RECT, rectangle(context, sides));
    const isGone = (value: PDFObject | undefined): boolean =>
      value instanceof PDFDict && gone.has(value.lookup(PDFName.of('Obj')) as PDFDict);
    const kids = kidsOf(context, link.dict).filter(({ value }) => !isGone(value));
    link.dict.set(PDFName.of('K'), context.obj(kids.map(({ object }) => object)));
    return { ...link, annotations: kept.map(({ annotation }) => annotation) };
  });
  for (const page of gone.size ? document.getPages() : []) {
    const annotations = page.node.Annots()?.asArray() ?? [];
    const rest = annotations.filter((one) => !gone.has(context.lookup(one) as PDFDict));
    if (rest.length < annotations.length) page.node.set(PDFName.of('Annots'), context.obj(rest));
  }
  return left;
}

function areaOf(annotation: PDFDict): Area[] {
  const sides = annotation.lookupMaybe(RECT, PDFArray)?.asRectangle();
  if (!sides) return [];
  const { x, y, width, height } = sides;
  return [{ annotation, left: x, bottom: y, right: x + width, top: y + height }];
}

/** Whether two areas are of one line, beside each other: words may be read from the left or the right. */
function touch(a: Area, b: Area): boolean {
  const isOneLine = Math.abs(a.bottom - b.bottom) <= NEAR && Math.abs(a.top - b.top) <= NEAR;
  return isOneLine && b.left <= a.right + NEAR && b.right >= a.left - NEAR;
}

function around(a: Area, b: Area): Area {
  return {
    annotation: a.annotation,
    left: Math.min(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
    top: Math.max(a.top, b.top),
  };
}

function rectangle(context: PDFContext, { left, bottom, right, top }: Omit<Area, 'annotation'>): PDFArray {
  return context.obj([left, bottom, right, top].map((side) => PDFNumber.of(side)));
}
