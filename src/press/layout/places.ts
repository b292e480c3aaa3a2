/*
 * What is known when sections are measured and pages are counted.
 */
import type { Measured, MeasuredHeading } from './measure.js';
import type { Page, Pagination } from './paginate.js';

/** A heading with its page in the document, from 0. */
export type PlacedHeading = MeasuredHeading & { readonly sheetPage: number };

/** The folio of a sheet: none if there is one page and on one that is empty, “2 / 3” of one handout, and its page in a pack of several. */
export function folioAlone(page: Page, { pages }: Pagination, sections: number): string {
  if (pages.length === 1 || !page.folio) return '';
  return sections > 1 ? page.folio : `${page.folio} / ${pages.length}`;
}

/** Headings that running heads name within a section, by its id: all of the two upper levels but its own title. */
export function headingsWithin(headings: readonly MeasuredHeading[]): Map<string, MeasuredHeading[]> {
  const found = new Map<string, MeasuredHeading[]>();
  for (const heading of headings) {
    const own = found.get(heading.section);
    if (!own) found.set(heading.section, heading.level === 2 ? [heading] : []);
    else if (heading.level <= 2) own.push(heading);
  }
  return found;
}

/** What a page is called, by the id of whatever is referred to by its page. */
export function labelsOf(measured: Measured, pagination: Pagination): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const [id, index] of pagination.first) labels[id] = pagination.pages[index]?.label ?? '';
  for (const [id, { section, page }] of Object.entries(measured.places))
    labels[id] = pagination.pages[(pagination.first.get(section) ?? 0) + page]?.label ?? '';
  return labels;
}

/** Every heading with its page in the document, from 0. */
export function placed(measured: Measured, pagination: Pagination): PlacedHeading[] {
  return measured.headings.map((heading) => ({
    ...heading,
    sheetPage: (pagination.first.get(heading.section) ?? 0) + heading.page,
  }));
}

/** Pictures that cover a page: none on sheets that stand alone, for office printers leave an edge. */
export function platesIn({ plates }: Measured, isBook: boolean): Measured['plates'] {
  return isBook ? plates : [];
}
