import { inBook } from '../config/book-file.js';
import type { CoverOrder } from '../config/cover-order.js';
import { evenPages, spineOf, WIDEST_SPINE } from '../config/wrap.js';
import type { EditionOptions } from '../model/config.js';
import type { Tools } from '../model/edition.js';
import type { Say } from '../model/notice.js';
import {
  coverPagesAgree,
  coverPagesFresh,
  coverPagesKnown,
  coverPagesPrinted,
  spineHoldsPages,
} from './notices-cover.js';

const INCH = 96;
const COVER = ['editions', 'cover'] as const;
/** So far from its formula a spine may be: what printers let pass, in inches. */
const TOLERANCE = 1 / 16;
/** No paper that books are printed on is thinner, and none thicker, a page; and boards add no more than this, in inches. */
const THINNEST = 0.0012;
const THICKEST = 0.006;
const BOARDS = 0.4;

/**
 * How many pages a cover is made for: those of the printed book of this build; of the last one, if nothing has changed; those that
 * its author says; of the last one, with a warning.
 * @returns `undefined` where that is not known or not to be, and is told
 */
export async function pagesOf(
  { pages: said }: EditionOptions,
  { paper, binding, printer, spec }: CoverOrder,
  { printed, ledger }: Pick<Tools, 'printed' | 'ledger'>,
): Promise<number | undefined> {
  const now = (await printed.known)?.pages;
  // Why the printed book was not made has been told.
  if (printed.made && now === undefined) return undefined;
  const last = now === undefined ? await printed.last() : undefined;
  const sure = now ?? (last?.same ? last.pages : undefined);
  const { say } = ledger;
  if (sure !== undefined && said !== undefined && evenPages(sure) !== evenPages(said)) {
    say(coverPagesAgree, { said, printed: sure }, inBook(...COVER, 'pages'));
    return undefined;
  }
  const pages = sure ?? said ?? last?.pages;
  if (pages === undefined) {
    say(coverPagesKnown, {}, inBook(...COVER));
    return undefined;
  }
  if (sure === undefined && said === undefined) say(coverPagesFresh, { pages }, inBook(...COVER));
  const [least = 0, most = 0] = spec.papers[paper]?.pages ?? [];
  if (evenPages(pages) >= least && pages <= most) return pages;
  say(
    coverPagesPrinted,
    { pages, least, most, printer, binding, paper },
    inBook(...COVER, sure === undefined && said !== undefined ? 'pages' : 'printer'),
  );
  return undefined;
}

/**
 * How wide the spine is, in inches: as its author has it from the printer, else by the printer's formula.
 * @returns `undefined` where it cannot be so wide, and is told
 */
export function holdSpine(
  { spine: said }: EditionOptions,
  { spec, paper }: CoverOrder,
  pages: number,
  say: Say,
): number | undefined {
  const formula = spineOf(spec, paper, pages);
  if (said === undefined) return formula;
  const spine = said / INCH;
  const count = evenPages(pages);
  const least = formula === undefined ? count * THINNEST : formula - TOLERANCE;
  const most =
    formula === undefined ? Math.min(WIDEST_SPINE, count * THICKEST + BOARDS) : formula + TOLERANCE;
  if (spine >= least && spine <= most) return spine;
  const expected =
    formula === undefined
      ? `from ${mm(least)} to ${mm(most)} mm`
      : `${mm(formula)} mm by the printer's formula`;
  say(spineHoldsPages, { spine: said, pages, expected }, inBook(...COVER, 'spine'));
  return undefined;
}

function mm(inches: number): string {
  return (inches * 25.4).toFixed(1);
}
