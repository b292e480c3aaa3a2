import type { Metadata } from '../model/metadata.js';
import { destinationsOf } from './pdf-destinations.js';
import { listFonts, type PrintedFont } from './pdf-fonts.js';
import { type DocumentHeading, type PrintedHeading, placeHeadings } from './pdf-headings.js';
import { setInformation, setViewing, type Viewing } from './pdf-information.js';
import { type PageLabel, setPageLabels } from './pdf-labels.js';
import { describeLinks } from './pdf-links.js';
import { openPdf } from './pdf-open.js';
import { type OutlineEntry, setOutline } from './pdf-outline.js';
import { markPages, type PageSize, setBoxes } from './pdf-pages.js';
import { type PrintedText, readingOrder, TextReader } from './pdf-reading.js';
import { savePdf } from './pdf-save.js';
import { mendStructure } from './pdf-tags.js';

export { InternalError } from './pdf-open.js';
export type { DocumentHeading, OutlineEntry, PageLabel, PrintedFont, PrintedHeading };

/** What a printed PDF is finished with. */
export interface Finish extends Viewing {
  readonly metadata: Metadata;
  /** One for each printed page, in order. */
  readonly labels: readonly PageLabel[];
  /** The outline that readers see. */
  readonly outline: readonly OutlineEntry[];
  /** Every heading of the document that shows text, in document order: more than the outline lists, as a rule. */
  readonly headings: readonly DocumentHeading[];
  /** What the formulas of the document say, as their alternative texts have it. */
  readonly formulas?: ReadonlySet<string> | undefined;
  /** The finished page, in points, which lies in the lower left corner of its sheet; the whole sheet unless given. */
  readonly size?: PageSize | undefined;
  /** It may claim PDF/UA-1. */
  readonly ua?: boolean | undefined;
  /** Some paragraph opens with a drop cap. */
  readonly dropCaps?: boolean | undefined;
  /** How far the sheet goes beyond the cut on each side, in points; 0 unless given. */
  readonly bleed?: number | undefined;
}

/** A finished PDF, with what has to be verified about it. */
export interface FinishedPdf {
  readonly bytes: Uint8Array;
  /** How many pages it has. */
  readonly pages: number;
  /** Where each heading was printed, in the order of `Finish.headings`. */
  readonly headings: readonly PrintedHeading[];
  /** The page, from 0, of what some link leads to, by its id. */
  readonly destinations: ReadonlyMap<string, number>;
  /** Every font in it, by name. */
  readonly fonts: readonly PrintedFont[];
  /** What was printed of each section, by its number. */
  readonly text: ReadonlyMap<number, PrintedText>;
}

/**
 * Finishes a PDF that Chromium printed (tagged, with an outline): says what book it is, labels its pages, gives it the
 * book's outline, sets the boxes that a printer needs, and mends its tags. What is on the pages does not change.
 * The result depends on nothing but the arguments; Chromium's dates are dropped.
 * @throws InternalError if the bytes are no whole PDF, or do not fit the headings, labels or outline
 */
export async function finishPdf(bytes: Uint8Array, finish: Finish): Promise<FinishedPdf> {
  const document = await openPdf(bytes);
  const pages = document.getPages();
  for (const page of pages) setBoxes(page, finish.size, finish.bleed ?? 0);
  const headings = placeHeadings(document, finish.headings);

  setPageLabels(document, finish.labels);
  setOutline(document, finish.outline, headings);
  const order = readingOrder(document);
  const links = mendStructure(document, finish.metadata.lang, finish.formulas ?? new Set());
  describeLinks(document, links, new Map(finish.headings.map(({ id, title }) => [id, title])));
  const reader = new TextReader();
  await markPages(pages, finish.dropCaps ?? false, reader);
  setInformation(document, finish.metadata, { ua: finish.ua ?? false });
  setViewing(document, finish.metadata, finish);

  return {
    bytes: await savePdf(document, finish.metadata.identifier),
    pages: pages.length,
    headings: headings.map(({ id, page, y }) => ({ id, page, y })),
    destinations: destinationsOf(document),
    fonts: listFonts(document),
    text: reader.sections(order),
  };
}

/**
 * How many pages a PDF has.
 * @throws InternalError if the bytes are no whole PDF
 */
export async function pageCount(bytes: Uint8Array): Promise<number> {
  return (await openPdf(bytes)).getPageCount();
}
