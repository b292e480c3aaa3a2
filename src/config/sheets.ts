import type { EditionOptions } from '../model/config.js';
import type { Edition } from '../model/edition.js';
import type { At, Say } from '../model/notice.js';
import type { BookletOptions, NUpOptions } from '../model/sheets.js';
import { takersOf } from './edition-options.js';
import { booklet } from './keys-sheets.js';
import { valueValid } from './notices.js';
import { parsePaper } from './trim.js';

/** What of sheets is asked for besides what the book says. */
export interface SheetFlags {
  /** A paper that booklets are made for this time, of every edition that has pages. */
  readonly booklet?: string | undefined;
  /** `false` makes editions alone, and nothing that is printed of them. */
  readonly sheets?: boolean | undefined;
}

/** The options of an edition as they are read: nobody knows where they stand. */
type Written = Omit<EditionOptions, 'booklet' | 'nUp'> & {
  readonly booklet?: Omit<BookletOptions, 'at'> | undefined;
  readonly nUp?: Omit<NUpOptions, 'at'> | undefined;
};

/**
 * The options of every edition, with what is to be made of its pages: each says where it was asked for. That an edition has no
 * pages has been said, but not that a flag finds none.
 * @param made names of the editions that are made
 */
export function settleSheets(
  written: Readonly<Record<string, Written>>,
  made: readonly string[],
  known: readonly Edition[],
  flags: SheetFlags,
  say: Say,
  at: (...path: PropertyKey[]) => At,
  atFlags: At,
): Readonly<Record<string, EditionOptions>> {
  const options: Record<string, EditionOptions> = {};
  for (const [name, { booklet: folded, nUp: several, ...rest }] of Object.entries(written)) {
    const places = { booklet: at('editions', name, 'booklet'), nUp: at('editions', name, 'n-up') };
    options[name] = {
      ...rest,
      ...(folded && flags.sheets !== false ? { booklet: { ...folded, at: places.booklet } } : {}),
      ...(several && flags.sheets !== false ? { nUp: { ...several, at: places.nUp } } : {}),
    };
  }
  if (flags.booklet === undefined) return options;
  const paper = parsePaper(flags.booklet);
  const able = takersOf('booklet', known);
  const folding = made.filter((name) => able.includes(name));
  const refuse = (reason: string): void => say(valueValid, { key: '--booklet', reason }, atFlags);
  if (typeof paper === 'string') refuse(paper);
  else if (made.length && !folding.length) refuse(`wants an edition that has pages: ${able.join(', ')}`);
  else
    for (const name of folding) {
      const own = options[name]?.booklet ?? booklet.parse(flags.booklet);
      options[name] = { ...options[name], booklet: { ...own, paper, at: atFlags } };
    }
  return options;
}
