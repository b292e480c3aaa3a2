import type { EditionOptions } from '../model/config.js';
import type { Edition } from '../model/edition.js';
import type { At, Say } from '../model/notice.js';
import type { BookletOptions, NUpOptions } from '../model/sheets.js';
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
 * The options of every edition, with what is to be made of its pages: each says where it was asked for. An edition that has no
 * pages can have none.
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
  const isPaged = (name: string): boolean =>
    known.some((edition) => edition.name === name && edition.medium === 'paged');
  const paged = known.filter(({ medium }) => medium === 'paged').map(({ name }) => name);
  const refuse = (key: string, place: At): void =>
    say(valueValid, { key, reason: `wants an edition that has pages: ${paged.join(', ')}` }, place);
  const options: Record<string, EditionOptions> = {};
  for (const [name, { booklet: folded, nUp: several, ...rest }] of Object.entries(written)) {
    const places = { booklet: at('editions', name, 'booklet'), nUp: at('editions', name, 'n-up') };
    options[name] = {
      ...rest,
      ...(folded && flags.sheets !== false ? { booklet: { ...folded, at: places.booklet } } : {}),
      ...(several && flags.sheets !== false ? { nUp: { ...several, at: places.nUp } } : {}),
    };
    // That there is no such edition has been said.
    if (!known.some((edition) => edition.name === name) || isPaged(name)) continue;
    if (folded) refuse(`editions › ${name} › booklet`, places.booklet);
    if (several) refuse(`editions › ${name} › n-up`, places.nUp);
  }
  if (flags.booklet === undefined) return options;
  const paper = parsePaper(flags.booklet);
  if (typeof paper === 'string') say(valueValid, { key: '--booklet', reason: paper }, atFlags);
  else if (made.length && !made.some(isPaged)) refuse('--booklet', atFlags);
  else
    for (const name of made.filter(isPaged)) {
      const own = options[name]?.booklet ?? booklet.parse(flags.booklet);
      options[name] = { ...options[name], booklet: { ...own, paper, at: atFlags } };
    }
  return options;
}
