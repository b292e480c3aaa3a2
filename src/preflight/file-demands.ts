import type { PageFacts, PdfFacts } from '../binding/pdf-facts.js';
import type { Demand, Failing } from './check.js';

/** Half a point: nobody cuts paper finer. */
const FINE = 0.5 / 72;

const inches = (length: number): string => `${Math.round(length * 1000) / 1000} in`;

/** The pages of a kind; nothing where there are none. */
function pagesWhere(
  facts: PdfFacts,
  isSo: (page: PageFacts, index: number) => boolean,
  found: string | ((pages: readonly PageFacts[]) => string),
): Failing | undefined {
  const pages = facts.pages.flatMap((page, index) => (isSo(page, index) ? [index + 1] : []));
  if (!pages.length) return undefined;
  const own = pages.map((page) => facts.pages[page - 1] as PageFacts);
  return { found: typeof found === 'string' ? found : found(own), pages };
}

/** The margins of a page at the binding and away from it: the first page is a recto. */
function sidesOf(facts: PdfFacts, index: number): { inner: number; outer: number } | undefined {
  const margins = facts.pages[index]?.margins;
  if (!margins) return undefined;
  const boundLeft = (index % 2 === 0) !== facts.rightToLeft;
  return boundLeft
    ? { inner: margins.left, outer: margins.right }
    : { inner: margins.right, outer: margins.left };
}

export const fontsEmbedded = (source?: string): Demand => ({
  id: 'fonts-embedded',
  wants: 'Every font is in the file',
  fails: ({ fonts }) => {
    const bad = fonts.filter(({ embedded, type }) => !embedded || type === 'Type 3');
    return bad.length
      ? { found: bad.map(({ name, type }) => `${name || 'a font'} (${type})`).join(', ') }
      : undefined;
  },
  remedy: 'Use a theme of Octavo, or static TrueType fonts.',
  source,
});

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

export const imagesFine = (least: number, source?: string): Demand => ({
  id: 'image-resolution',
  wants: `Images have ${least} pixels per inch`,
  fails: (facts) =>
    pagesWhere(
      facts,
      ({ images }) => images.some((one) => one < least * 0.99),
      (pages) => `${Math.floor(Math.min(...pages.flatMap(({ images }) => images)))} pixels per inch`,
    ),
  remedy: 'Use images with more pixels, or show them smaller ({width=50%}).',
  source,
});

export const nothingToPress = (source?: string): Demand => ({
  id: 'nothing-to-press',
  wants: 'There are no bookmarks, links, forms or comments',
  fails: ({ bookmarks, annotations }) =>
    bookmarks || annotations
      ? {
          found: [...(bookmarks ? ['bookmarks'] : []), ...(annotations ? [`${annotations} links`] : [])].join(
            ' and ',
          ),
        }
      : undefined,
  remedy: 'Say “links: false” under editions: print in book.yaml.',
  source,
});

export const blackIsBlack = (source?: string): Demand => ({
  id: 'black-ink',
  wants: 'Black text is black ink alone',
  fails: (facts) => pagesWhere(facts, ({ mixed }) => mixed, 'black that is mixed of colours'),
  remedy: 'Build the edition print, which writes greys as black ink.',
  source,
});

export const onlyGreys = (source?: string): Demand => ({
  id: 'greys',
  wants: 'Everything is black or grey',
  fails: (facts) => pagesWhere(facts, ({ coloured }) => coloured, 'colours'),
  remedy: 'Say “ink: black” under editions: print in book.yaml; for a book in colour let it be as it is.',
  source,
});

export const noLargerThan = (megabytes: number, source?: string): Demand => ({
  id: 'file-size',
  wants: `The file has ${megabytes} MB at most`,
  fails: ({ bytes }) =>
    bytes > megabytes * 1_000_000 ? { found: `${Math.ceil(bytes / 1_000_000)} MB` } : undefined,
  remedy: 'Use fewer or smaller images.',
  source,
});

export const nothingRuns = (source?: string): Demand => ({
  id: 'no-scripts',
  wants: 'Nothing in the file runs',
  fails: ({ scripts }) => (scripts ? { found: 'scripts' } : undefined),
  remedy: 'This is a fault of Octavo. Please report it.',
  source,
});

export const claims = (standard: string, remedy: string, source?: string): Demand => ({
  id: standard.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
  wants: `The file says that it is ${standard}`,
  fails: (facts) =>
    facts.claims.includes(standard) ? undefined : { found: facts.claims.join(', ') || 'no standard named' },
  remedy,
  source,
});

export const searchable = (source?: string): Demand => ({
  id: 'text-searchable',
  wants: 'Text can be searched, copied and read aloud',
  fails: ({ fonts }) => {
    const mute = fonts.filter(({ toUnicode }) => !toUnicode);
    return mute.length ? { found: mute.map(({ name }) => name).join(', ') } : undefined;
  },
  remedy: 'Use a theme of Octavo, or another build of the font.',
  source,
});

export const saysWhatItIs = (source?: string): Demand => ({
  id: 'title-and-language',
  wants: 'The file has a title, a language and tags',
  fails: ({ title, lang, tagged }) => {
    const lacking = [
      ...(title ? [] : ['no title']),
      ...(lang ? [] : ['no language']),
      ...(tagged ? [] : ['no tags']),
    ];
    return lacking.length ? { found: lacking.join(', ') } : undefined;
  },
  remedy: 'Give the book a “title” and a “lang” in book.yaml.',
  source,
});

export const hasBookmarks = (from: number, source?: string): Demand => ({
  id: 'bookmarks',
  wants: `A file of more than ${from} pages has bookmarks`,
  fails: ({ pages, bookmarks }) => (pages.length > from && !bookmarks ? { found: 'none' } : undefined),
  remedy: 'Give the chapters headings, and leave “links: false” out.',
  source,
});
