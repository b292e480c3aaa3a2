import type { Separation } from '../model/darkroom.js';
import type { Metadata } from '../model/metadata.js';
import type { Shown } from './documents/copy.js';
import { destinationsOf, mendDestinations, shortenDestinations } from './pdf-destinations.js';
import { listFonts, type PrintedFont } from './pdf-fonts.js';
import { type Form, makeForm } from './pdf-form.js';
import { type DocumentHeading, type PrintedHeading, placeHeadings } from './pdf-headings.js';
import { setInformation, setViewing, type Viewing } from './pdf-information.js';
import { BLACK, COLOUR } from './pdf-ink.js';
import { inkResources } from './pdf-ink-resources.js';
import { BLACK_INK, SCREEN, setIntent } from './pdf-intent.js';
import { type PageLabel, setPageLabels } from './pdf-labels.js';
import { joinAreas } from './pdf-link-areas.js';
import { placeLinks } from './pdf-link-places.js';
import { describeLinks, showLinksInPrint } from './pdf-links.js';
import { openPdf } from './pdf-open.js';
import { type OutlineEntry, setOutline } from './pdf-outline.js';
import { markPages, type PageSize, padPages, setBoxes } from './pdf-pages.js';
import { leaveOutLinks } from './pdf-plain.js';
import { type Plate, spreadPlates } from './pdf-plates.js';
import { TextReader } from './pdf-reading.js';
import { readingOrder } from './pdf-reading-order.js';
import { savePdf } from './pdf-save.js';
import { separatedInk } from './pdf-separation.js';
import { drawSheetLines, type EdgeLine } from './pdf-sheet-lines.js';
import { type Surround, surroundPages } from './pdf-surround.js';
import { mendStructure } from './pdf-tags.js';
import { nameUnnamed } from './pdf-unnamed.js';

export { InternalError } from './internal-error.js';
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
  /** The page, from 0, of everything that a number refers to, by its id. */
  readonly places?: ReadonlyMap<string, number> | undefined;
  /** How far one of these begins above its page at most, in points; 0 unless given. */
  readonly rise?: number | undefined;
  /** Ids of anchors that show nothing. */
  readonly anchors?: ReadonlySet<string> | undefined;
  /**
   * The foot of the text as destinations have it, which Chromium counts from the upper edge of the sheet instead of that of the text:
   * what is left of the sheet's height, in points; 0 unless given.
   */
  readonly foot?: number | undefined;
  /** What the formulas of the document say, as their alternative texts have it. */
  readonly formulas?: ReadonlySet<string> | undefined;
  /** The finished page, in points, which lies in the lower left corner of its sheet; the whole sheet unless given. */
  readonly size?: PageSize | undefined;
  /** `black` for nothing else, `colour` for greys in black, or the inks of a press; as Chromium has it unless given. */
  readonly ink?: 'black' | 'colour' | PressInks | undefined;
  /** `false` leaves the outline and links out. */
  readonly links?: boolean | undefined;
  /** Empty pages are added to the end until there is a multiple of so many. */
  readonly multipleOf?: number | undefined;
  /** Paper around the finished pages, for a print shop. */
  readonly surround?: Omit<Surround, 'fourInks'> | undefined;
  /** What can be filled in. */
  readonly form?: Form | undefined;
  /** It is to be PDF/A-2u, and nothing speaks against it but what the file shows. */
  readonly archive?: boolean | undefined;
  /** It may claim PDF/UA-1. */
  readonly ua?: boolean | undefined;
  /** Some paragraph opens with a drop cap. */
  readonly dropCaps?: boolean | undefined;
  /** Lines over whole pages, to fold or to cut at. */
  readonly lines?: readonly EdgeLine[] | undefined;
  /** Pictures that cover their pages. */
  readonly plates?: readonly Plate[] | undefined;
  /** How far the sheet goes beyond the cut on each side, in points; 0 unless given. */
  readonly bleed?: number | undefined;
  /** How much paper lies around that, for marks, in points; 0 unless given. */
  readonly slug?: number | undefined;
}

/** The four inks of a press. */
export interface PressInks {
  readonly separation: Separation;
  readonly profile: Uint8Array;
  /** What the profile calls itself. */
  readonly name: string;
}

/** A finished PDF, with what has to be verified about it. */
export interface FinishedPdf {
  readonly bytes: Uint8Array;
  /** How many pages were printed. */
  readonly pages: number;
  /** How many there are, with the empty ones at the end. */
  readonly made: number;
  /** How many gradients and images are still in red, green and blue where there was to be black alone, or four inks. */
  readonly coloured: number;
  /** Where each heading was printed, in the order of `Finish.headings`. */
  readonly headings: readonly PrintedHeading[];
  /** The page, from 0, of what some link leads to, by its id. */
  readonly destinations: ReadonlyMap<string, number>;
  /** Every font in it, by name. */
  readonly fonts: readonly PrintedFont[];
  /** What was printed of each section, by its number. */
  readonly text: ReadonlyMap<number, Shown>;
}

/**
 * Finishes a PDF that Chromium printed (tagged, with an outline): says what book it is, labels its pages, gives it the
 * book's outline, sets the boxes that a printer needs, and mends its tags. What is on the pages does not change.
 * The result depends on nothing but the arguments; Chromium's dates are dropped.
 * @throws InternalError if the bytes are no whole PDF, or do not fit the headings, labels or outline
 */
export async function finishPdf(bytes: Uint8Array, finish: Finish): Promise<FinishedPdf> {
  const document = await openPdf(bytes);
  const printed = document.getPageCount();
  if (finish.multipleOf) padPages(document, finish.multipleOf);
  const pages = document.getPages();
  for (const page of pages) setBoxes(page, finish.size, finish.bleed ?? 0, finish.slug ?? 0);
  const headings = placeHeadings(document, finish.headings);
  mendDestinations(document, finish.places ?? new Map(), finish.anchors ?? new Set(), finish);
  placeLinks(document, headings);
  const destinations = destinationsOf(document);
  setPageLabels(document, [...finish.labels, ...pages.slice(printed).map(() => '')]);
  setOutline(document, finish.links === false ? [] : finish.outline, headings);
  const order = readingOrder(document);
  const met = mendStructure(document, finish.metadata.lang, finish.formulas ?? new Set());
  const fonts = listFonts(document);
  const links = finish.form ? await makeForm(document, met, finish.form) : met;
  if (finish.links === false) leaveOutLinks(document, links);
  else
    describeLinks(
      document,
      joinAreas(document, links),
      new Map(finish.headings.map(({ id, title }) => [id, title])),
    );
  shortenDestinations(document);
  const reader = new TextReader();
  const press = typeof finish.ink === 'object' ? finish.ink : undefined;
  const ink = press
    ? await separatedInk(document, press.separation)
    : finish.ink && (finish.ink === 'black' ? BLACK : COLOUR);
  await markPages(pages, { dropCaps: finish.dropCaps ?? false, ink }, reader);
  const coloured = ink ? await inkResources(document, ink, press?.separation) : 0;
  const x = ink !== undefined && ink.inks !== 3 && finish.links === false && !coloured;
  const kept = fonts.every(({ embedded, toUnicode, type }) => embedded && toUnicode && type !== 'Type 3');
  const a = (finish.archive ?? false) && kept;
  if (a) showLinksInPrint(document);
  if (x || a) setIntent(document, a ? SCREEN : (press ?? BLACK_INK));
  setInformation(document, finish.metadata, { ua: finish.ua ?? false, x: x && !a, a });
  setViewing(document, finish.metadata, finish);
  nameUnnamed(document);
  drawSheetLines(document, finish.lines ?? []);
  spreadPlates(document, finish.plates ?? [], finish.surround?.bleed ?? 0);
  if (finish.surround) surroundPages(document, { ...finish.surround, fourInks: press !== undefined });

  return {
    bytes: await savePdf(document, finish.metadata.identifier),
    pages: printed,
    made: pages.length,
    coloured,
    headings: headings.map(({ id, page, y }) => ({ id, page, y })),
    destinations,
    fonts,
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
