import { closest, distance } from 'fastest-levenshtein';

/** The word that was probably meant, if one is near enough: at most two in five of its letters are wrong. */
export function guess(word: string, known: readonly string[]): string | undefined {
  if (!known.length) return undefined;
  const best = closest(word.toLowerCase(), [...known]);
  const letters = (one: string): string => [...one.toLowerCase()].sort().join('');
  // Two letters that have changed places are one slip, and would count as two.
  const wrong = distance(word.toLowerCase(), best) / (letters(word) === letters(best) ? 2 : 1);
  return wrong < best.length && wrong <= Math.max(1, Math.round(best.length * 0.4)) ? best : undefined;
}

/** The file that was probably meant: of the same name in another folder or with an ending, else one with a path like it, else one with a name like it. */
export function guessFile(path: string, known: readonly string[]): string | undefined {
  const nameOf = (one: string): string => one.slice(one.lastIndexOf('/') + 1).toLowerCase();
  const stemOf = (one: string): string => nameOf(one).replace(/\.[^.]*$/, '');
  const namesakes = [nameOf, stemOf].map((of) => known.filter((one) => of(one) === of(path)));
  const only = namesakes.find((found) => found.length === 1)?.[0];
  if (only) return only;
  // An ending that all have in common makes no two names alike.
  const bare = (one: string): string => one.replace(/\.[^./]*$/, '');
  const meant = guess(bare(path), known.map(bare));
  if (meant !== undefined) return known.find((one) => bare(one) === meant);
  const namesake = guess(stemOf(path), known.map(stemOf));
  return known.find((one) => stemOf(one) === namesake);
}
