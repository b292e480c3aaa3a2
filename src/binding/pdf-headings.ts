import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { InternalError } from './internal-error.js';
import { marksUnder } from './pdf-marks.js';
import { contentOf } from './pdf-pages.js';
import { textOfMarks } from './pdf-text.js';

/** A heading element (`h1`…`h6`, or `role="heading"`) of the printed document. */
export interface DocumentHeading {
  readonly id: string;
  /** Its text content; white space does not matter. */
  readonly title: string;
  /** What pictures and formulas in it say, which Chromium's outline says as well. */
  readonly said?: string | undefined;
  /** 1 to 6. */
  readonly level: number;
}

/** Where a heading was printed. */
export interface PrintedHeading {
  readonly id: string;
  /** Index of the page, from 0. */
  readonly page: number;
  /** Points from the top of the page. */
  readonly y: number;
}

/** A heading with what the outline needs of it. */
export interface HeadingPlace extends PrintedHeading {
  readonly destination: PDFArray;
  /** Its element in the structure tree, if Chromium named it. */
  readonly element: PDFRef | undefined;
}

interface Item {
  readonly title: string;
  readonly destination: PDFArray;
  readonly element: PDFRef | undefined;
}

/**
 * Finds where each heading was printed. Chromium lists the headings it printed, in document order, in its own outline;
 * what its items lack (true titles, ids) the document's list has, and what the list lacks (pages) they have.
 *
 * Chromium leaves out headings that show no text (empty, `display: none`, `visibility: hidden`, `aria-hidden`), so the
 * list must leave them out too.
 * @throws InternalError if the two lists do not agree, item by item
 */
export function placeHeadings(document: PDFDocument, headings: readonly DocumentHeading[]): HeadingPlace[] {
  const items = outlineItems(document);
  const pages = new Map(document.getPages().map((page, index) => [page.ref, { index, top: topOf(page) }]));
  const places = items.map((item, index): HeadingPlace => {
    const heading = headings[index];
    const times = heading ? timesPrinted(heading, item.title) : 0;
    if (!heading || times === 0) throw disagreement(items, headings, index);
    const destination = (times > 1 && destinationOfText(document, item)) || item.destination;
    const [page, , , y] = destination.asArray();
    const on = page instanceof PDFRef ? pages.get(page) : undefined;
    if (!on || !(y instanceof PDFNumber)) {
      throw new InternalError(`The heading “${heading.title}” was printed on no page.`);
    }
    return { id: heading.id, page: on.index, y: on.top - y.asNumber(), destination, element: item.element };
  });
  if (headings.length > items.length) throw disagreement(items, headings, items.length);
  return places;
}

/**
 * How often a title stands in Chromium's: twice where the heading touches two pages, be it with some of its words, 0 where it is
 * another title.
 */
function timesPrinted({ title, said = '' }: DocumentHeading, printed: string): number {
  const [expected, found] = [fold(title), fold(printed)];
  // A heading of signs alone, such as “* * *”, says too little to be told from another.
  if (expected === '') return found === fold(said) ? 1 : 0;
  const times = (found.length - fold(said).length) / expected.length;
  if (Number.isInteger(times) && times > 0 && fold(title.repeat(times) + said) === found) return times;
  const whole = fold(title + said);
  // How often it stands in a title that was cut off nobody knows, so its text is asked for its page.
  if (bytesOf(printed) >= CUT_OFF && bytesOf(title + said) > CUT_OFF) return holds(whole, found) ? 2 : 0;
  return holds(found, whole) && holds(fold((title + said).repeat(2)), found) ? 2 : 0;
}

/** Chromium ends a title with the letter that comes past this many bytes of UTF-8. */
const CUT_OFF = 1024;
const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** Whether a text has every letter of another, in the same order. */
function holds(all: string, some: string): boolean {
  let at = 0;
  for (const letter of some) {
    const next = all.indexOf(letter, at);
    if (next < 0) return false;
    at = next + 1;
  }
  return true;
}

/**
 * Where a heading really stands that Chromium put on two pages. It does so when a stroke of a letter reaches over the
 * edge, and then lets the destination be the first of the two, though all there is to see there is cut away. The page
 * with most of its text is the true one. A heading that is higher than its page is torn, and begins on the first of its
 * pages, whose text is not what reaches over from another.
 */
function destinationOfText(document: PDFDocument, { element, destination }: Item): PDFArray | undefined {
  const { context } = document;
  const dict = context.lookupMaybe(element, PDFDict);
  if (!dict) return undefined;
  const { marks } = marksUnder(context, dict);
  const parts: { text: string; place: PDFArray }[] = [];
  for (const page of new Set(marks.map((mark) => mark.page))) {
    const leaf = document.getPages().find(({ ref }) => ref === page);
    if (!leaf) continue;
    const wanted = new Set(marks.filter((mark) => mark.page === page).map(({ id }) => id));
    const shown = [...textOfMarks(contentOf(leaf), leaf.node.Resources(), wanted).values()];
    const text = shown.map((piece) => piece.text.replace(/\s/gu, '')).join('');
    if (!text) continue;
    const top = Math.max(...shown.map((piece) => piece.top));
    const place =
      leaf.ref === destination.get(0)
        ? destination
        : context.obj([leaf.ref, PDFName.of('XYZ'), destination.get(2), PDFNumber.of(top), PDFNumber.of(0)]);
    parts.push({ text, place });
  }
  const most = Math.max(...parts.map(({ text }) => text.length));
  const best = parts.find(({ text }) => text.length === most);
  return parts.find((part) => part === best || !holds(best?.text ?? '', part.text))?.place;
}

const topOf = (page: { getMediaBox(): { y: number; height: number } }) => {
  const { y, height } = page.getMediaBox();
  return y + height;
};

/** Chromium's own outline, flattened to document order. */
function outlineItems(document: PDFDocument): Item[] {
  const { context, catalog } = document;
  const items: Item[] = [];
  const seen = new Set<PDFObject>();
  const pending: PDFObject[] = [];
  const push = (object: PDFObject | undefined) => {
    if (object) pending.push(object);
  };
  push(catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)?.get(PDFName.of('First')));
  for (let next = pending.pop(); next; next = pending.pop()) {
    const item = context.lookup(next, PDFDict);
    if (seen.has(item)) throw new InternalError('The outline of the printed PDF runs in a circle.');
    seen.add(item);
    const element = item.get(PDFName.of('SE'));
    items.push({
      title: item.lookup(PDFName.of('Title'), PDFString, PDFHexString).decodeText(),
      destination: item.lookup(PDFName.of('Dest'), PDFArray),
      element: element instanceof PDFRef ? element : undefined,
    });
    push(item.get(PDFName.of('Next')));
    push(item.get(PDFName.of('First')));
  }
  return items;
}

/**
 * What is left of a title whichever way it was set: its letters and digits without case, marks and ligatures, and in no
 * order, since Chromium writes right-to-left words in the order in which they stand on the line.
 */
function fold(title: string): string {
  return [
    ...title
      .normalize('NFKD')
      .toUpperCase()
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]/gu, ''),
  ]
    .sort()
    .join('');
}

function disagreement(
  items: readonly Item[],
  headings: readonly DocumentHeading[],
  index: number,
): InternalError {
  const quote = (title: string | undefined) => (title === undefined ? 'nothing' : `“${title}”`);
  return new InternalError(
    `The document has ${headings.length} headings and the printed PDF ${items.length}; ` +
      `number ${index + 1} is ${quote(headings[index]?.title)} in the document and ${quote(items[index]?.title)} in print.`,
  );
}
