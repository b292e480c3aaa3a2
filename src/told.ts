import type { Book } from './model/book.js';
import type { Edition } from './model/edition.js';
import type { HandoutsToTell, MadeHandouts } from './model/handout.js';
import type { PrintedBook, PrintedPages } from './model/page-break.js';

/**
 * Editions that others need and nobody has asked for: they are made, and not delivered.
 * @param known every edition that there is
 */
export function helpersOf(book: Book, asked: readonly Edition[], known: readonly Edition[]): Edition[] {
  const brings = asked.some((edition) => edition.brings) && book.handouts.length > 0;
  if (!brings && !picturedIn(book, asked).size) return [];
  return known.filter((edition) => edition.name === 'handouts' && !asked.includes(edition));
}

/** What the printed edition tells the others, and they wait for. */
export function pagesOfPrint(
  editions: readonly Edition[],
  last: PrintedPages['last'],
): PrintedPages & { tell(book: PrintedBook | undefined): void } {
  const { tell, known } = telling<PrintedBook>();
  const made = editions.some(({ name }) => name === 'print');
  if (!made) tell(undefined);
  return { wanted: editions.some(({ medium }) => medium === 'reflowable'), tell, made, known, last };
}

/** What the handouts tell the editions that bring them along or show them. */
export function handoutsOfBuild(
  book: Book,
  editions: readonly Edition[],
): HandoutsToTell & { tell(made: MadeHandouts | undefined): void } {
  const { tell, known } = telling<MadeHandouts>();
  if (!editions.some(({ name }) => name === 'handouts')) tell(undefined);
  return { pictured: picturedIn(book, editions), tell, known };
}

/** The handouts that a chapter shows, in editions that have chapters. */
function picturedIn({ handouts }: Book, editions: readonly Edition[]): Set<string> {
  const seen = editions.some(({ shows }) => shows === 'chapters');
  return new Set(handouts.flatMap(({ id, small }) => (seen && small ? [id] : [])));
}

/** Something that is told once, and what waits for it. */
function telling<Told>(): { tell(told: Told | undefined): void; known: Promise<Told | undefined> } {
  let tell: (told: Told | undefined) => void = () => undefined;
  const known = new Promise<Told | undefined>((resolve) => {
    tell = resolve;
  });
  return { tell: (told) => tell(told), known };
}
