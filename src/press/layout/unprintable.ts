/*
 * What would keep a browser busy for hours: it is found before it is printed. `tallest` runs inside the page, sent there as its own source.
 */

/** So many pages can be printed within the limits of time and memory that there are; no book has as many. */
const MOST = 20_000;

/** Where a document is that cannot be printed. */
export interface Spot {
  readonly section: string;
  /** `line:column` in the author's file, if known. */
  readonly at: string;
  /** How many pages are there; not said where there is no end to them. */
  readonly pages?: number;
}

/** A document cannot be printed, for it has too many pages, or something in it goes over too many. */
export class Unprintable extends Error {
  override readonly name = 'Unprintable';
  constructor(readonly spot: Spot) {
    super(`${spot.section} has ${spot.pages ?? 'endless'} pages`);
  }
}

/** Gives up a document that has too many pages, at the section that has most of them. */
export function holdPages(pages: Readonly<Record<string, number>>): void {
  const counts = Object.entries(pages).sort(([, a], [, b]) => b - a);
  const [longest] = counts;
  if (longest && counts.reduce((sum, [, count]) => sum + count, 0) > MOST)
    throw new Unprintable({ section: longest[0], at: '', pages: longest[1] });
}

/**
 * What goes on below its page, for it is not parted, over so many others that more than its height must be wrong; or whose frame is
 * as high as its page, so that there is never room for it, and the browser begins one page after the other.
 */
export function tallest(): Spot | undefined {
  const TOO_MANY = 20;
  for (const sheet of document.querySelectorAll<HTMLElement>('body > .sheet:not(.cover)')) {
    const height = sheet.clientHeight;
    // What a stylesheet hides has no height at all.
    if (height && sheet.offsetHeight >= height * 2) return { section: sheet.id, at: '' };
    if (sheet.scrollHeight <= height * TOO_MANY) continue;
    const high = [...sheet.querySelectorAll<HTMLElement>('[data-at]')].findLast((element) =>
      [...element.getClientRects()].some((box) => box.height > height * TOO_MANY),
    );
    return {
      section: sheet.id,
      at: high?.dataset.at ?? '',
      pages: Math.ceil(sheet.scrollHeight / height),
    };
  }
  return undefined;
}
