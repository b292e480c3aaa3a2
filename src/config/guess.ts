import { closest, distance } from 'fastest-levenshtein';

/** The word that was probably meant, if one is near enough: at most a third of its letters are wrong. */
export function guess(word: string, known: readonly string[]): string | undefined {
  if (!known.length) return undefined;
  const best = closest(word.toLowerCase(), [...known]);
  return distance(word.toLowerCase(), best) <= Math.max(1, Math.floor(best.length / 3)) ? best : undefined;
}
