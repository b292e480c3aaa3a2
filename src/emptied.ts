import { hasSolutions } from './book/exercises.js';
import { bookHasSolutions, editionHasText, editionLeftOut } from './manuscript/notices.js';
import type { Book } from './model/book.js';
import type { ResolvedConfig } from './model/config.js';
import type { Edition } from './model/edition.js';
import type { At, Ledger } from './model/notice.js';
import { shownIn } from './typeset/shown.js';
import { showsNothing } from './typeset/shows-nothing.js';

/**
 * The editions that have something to show. One that is asked for by name and has nothing is a mistake; of those that are made of any book,
 * `areDefault`, it is left out, unless nothing remains.
 * @param askedAt where an edition is asked for
 */
export function editionsWithText(
  editions: readonly Edition[],
  book: Book,
  { profiles }: Pick<ResolvedConfig, 'profiles'>,
  areDefault: boolean,
  { say, count }: Pick<Ledger, 'say' | 'count'>,
  askedAt: (edition: string) => At,
): readonly Edition[] {
  for (const edition of editions)
    if (edition.key && !hasSolutions(shownIn(book, edition).chapters))
      say(bookHasSolutions, { edition: edition.name }, askedAt(edition.name));
  const empty = editions.filter((edition) => !edition.key && showsNothing(book, edition));
  const [first] = empty;
  if (!first || count('error')) return editions;
  const said = { editions: empty.map(({ name }) => name), profiles };
  const filled = editions.filter((edition) => !empty.includes(edition));
  const isLeftOut = areDefault && filled.some(({ shows }) => shows === 'chapters');
  say(isLeftOut ? editionLeftOut : editionHasText, said, askedAt(first.name));
  return isLeftOut ? filled : editions;
}
