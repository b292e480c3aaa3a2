import type { PageFacts, PdfFacts } from '../binding/pdf-facts.js';
import { type Demand, pagesWhere } from './check.js';

/*
 * What is asked of the pages of a file: their size, their number and their margins.
 */

/** Half a point: nobody cuts paper finer. */
const FINE = 0.5 / 72;

const inches = (length: number): string => `${Math.round(length * 1000) / 1000} in`;

/** The margins of a page at the binding and away from it: the first page is a recto. */
function sidesOf(facts: PdfFacts, index: number): { inner: number; outer: number } | undefined {
  const margins = facts.pages[index]?.margins;
  if (!margins) return undefined;
  const boundLeft = (index % 2 === 0) !== facts.rightToLeft;
  return boundLeft
    ? { inner: margins.left, outer: margins.right }
    : { inner: margins.right, outer: margins.left };
}

export const oneSize = (source?: string): Demand => ({
  id: 'one-size',
  wants: 'All pages are of one size',
  fails: (facts) => {
    const [first] = facts.pages;
    return pagesWhere(
      facts,
      ({ width, height }) =>
        Math.abs(width - (first?.width ?? 0)) > FINE || Math.abs(height - (first?.height ?? 0)) > FINE,
      'pages of another size',
    );
  },
  remedy: 'Give the edition one trim size.',
  source,
});

export const trimWithin = (
  least: readonly [number, number],
  most: readonly [number, number],
  source?: string,
): Demand => ({
  id: 'trim-size',
  wants: `The trim size is from ${least.join(' × ')} to ${most.join(' × ')} in`,
  fails: ({ pages: [page] }) => {
    if (!page) return { found: 'no pages' };
    const { width, height } = page;
    const fits =
      width >= least[0] - FINE &&
      width <= most[0] + FINE &&
      height >= least[1] - FINE &&
      height <= most[1] + FINE;
    return fits ? undefined : { found: `${inches(width)} × ${inches(height)}` };
  },
  remedy: 'Choose another “trim” in book.yaml: 5x8, 5.5x8.5 and 6x9 are printed everywhere.',
  source,
});

/** @param more what a bleed adds to the width and to the height of a page, in inches */
export const bleedAsAsked = (more: readonly [number, number], source?: string): Demand => ({
  id: 'bleed',
  wants: `Pages end where they are cut, or are ${more.join(' × ')} in larger for what runs off them`,
  fails: (facts) =>
    pagesWhere(
      facts,
      ({ width, height, sheet }) => {
        const [across, up] = [sheet.width - width, sheet.height - height];
        const none = Math.max(across, up) <= FINE;
        return !none && (Math.abs(across - more[0]) > FINE || Math.abs(up - more[1]) > FINE);
      },
      ([page]) => `sheets of ${inches(page?.sheet.width ?? 0)} × ${inches(page?.sheet.height ?? 0)}`,
    ),
  remedy: 'Name the “printer” under editions: print in book.yaml, and leave “marks” out.',
  source,
});

export const onePage = (source?: string): Demand => ({
  id: 'one-page',
  wants: 'The cover is one page: back, spine and front',
  fails: ({ pages: { length } }) => (length === 1 ? undefined : { found: `${length} pages` }),
  remedy: 'This is a fault of Octavo. Please report it.',
  source,
});

/** @param size of the whole sheet, in inches, and `pages` those of the book that it is the cover of */
export const coverSize = (
  size: { readonly width: number; readonly height: number },
  pages: number,
  source?: string,
): Demand => ({
  id: 'cover-size',
  wants: `The cover is ${inches(size.width)} × ${inches(size.height)}, as its ${pages} pages want it`,
  fails: ({ pages: [page] }) => {
    const { width, height } = page?.sheet ?? { width: 0, height: 0 };
    const fits = Math.abs(width - size.width) <= FINE && Math.abs(height - size.height) <= FINE;
    return fits ? undefined : { found: `${inches(width)} × ${inches(height)}` };
  },
  remedy:
    'Leave “spine”, “pages” and “marks” under editions: cover out, and make the cover along with the printed book.',
  source,
});

/** @param papers upright, in inches */
export const oneOfPapers = (
  papers: Readonly<Record<string, readonly [number, number]>>,
  source?: string,
): Demand => ({
  id: 'paper',
  wants: `Pages are of a size that printers hold: ${Object.keys(papers).join(', ')}`,
  fails: (facts) =>
    pagesWhere(
      facts,
      // A printer holds its paper one way, and turns what lies on its side.
      ({ width, height }) =>
        !Object.values(papers).some(
          ([short, long]) =>
            Math.abs(Math.min(width, height) - short) <= FINE * 2 &&
            Math.abs(Math.max(width, height) - long) <= FINE * 2,
        ),
      ([page]) => `${inches(page?.width ?? 0)} × ${inches(page?.height ?? 0)}`,
    ),
  remedy: 'Make handouts, or set “handout-paper” to a4 or letter.',
  source,
});

export const pageCount = (least: number, most: number, source?: string): Demand => ({
  id: 'page-count',
  wants: `There are from ${least} to ${most} pages`,
  fails: ({ pages: { length } }) =>
    length < least || length > most ? { found: `${length} pages` } : undefined,
  remedy: 'Change the trim size or the size of the type, or part the book.',
  source,
});

export const pagesInMultiples = (multiple: number, source?: string): Demand => ({
  id: 'multiple-of',
  wants: `The number of pages is a multiple of ${multiple}`,
  fails: ({ pages: { length } }) => (length % multiple ? { found: `${length} pages` } : undefined),
  remedy: `Say “multiple-of: ${multiple}” under editions: print in book.yaml.`,
  source,
});

/** The inner margin that a number of pages needs: the first that is not smaller. */
export const innerMargin = (
  steps: readonly (readonly [pages: number, inches: number])[],
  source?: string,
): Demand => ({
  id: 'inner-margin',
  wants:
    steps.length > 1
      ? `The inner margin is ${steps.map(([pages, least]) => `${least} in to ${pages} pages`).join(', ')}`
      : `The inner margin is ${steps[0]?.[1]} in at least`,
  fails: (facts) => {
    const least = steps.find(([pages]) => facts.pages.length <= pages)?.[1] ?? steps.at(-1)?.[1] ?? 0;
    const isNarrow = (_: PageFacts, index: number): boolean =>
      (sidesOf(facts, index)?.inner ?? Number.POSITIVE_INFINITY) < least - FINE;
    const narrowest = Math.min(...facts.pages.map((_, index) => sidesOf(facts, index)?.inner ?? 99));
    return pagesWhere(
      facts,
      isNarrow,
      `${inches(narrowest)} where ${facts.pages.length} pages need ${inches(least)}`,
    );
  },
  remedy: 'Set the token “margin-inner” higher in book.yaml.',
  source,
});

export const outerMargins = (least: number, source?: string): Demand => ({
  id: 'outer-margins',
  wants: `Nothing is printed nearer than ${least} in to the edges`,
  fails: (facts) =>
    pagesWhere(
      facts,
      ({ margins }, index) =>
        margins !== undefined &&
        Math.min(sidesOf(facts, index)?.outer ?? 99, margins.top, margins.bottom) < least - FINE,
      (pages) =>
        inches(
          Math.min(
            ...pages.flatMap(({ margins }) =>
              margins ? [margins.left, margins.right, margins.top, margins.bottom] : [],
            ),
          ),
        ),
    ),
  remedy: 'Set the tokens “margin-outer”, “margin-top” and “margin-bottom” higher in book.yaml.',
  source,
});
