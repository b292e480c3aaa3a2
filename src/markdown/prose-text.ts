import type { Position } from 'unist';
import { offsetsOf, placesIn } from './places.js';
import type { Prose } from './prose.js';

/** The words of a prose as one text; what is no text stands in it as one sign that is neither a letter nor a space. */
export function wordsIn({ runs }: Prose): string {
  return runs.map((run) => (typeof run === 'string' ? run : run.value)).join('');
}

/** The same without what is not in its own language or is not to be read: of that every letter is such a sign. */
export function ownWordsIn({ runs }: Prose): string {
  return runs.map((run) => (typeof run === 'string' ? run.replace(/\S/g, '\ufffc') : run.value)).join('');
}

/** Where a stretch of that text begins, down to the character if that can be told, else where the prose stands. */
export function placeIn(prose: Prose, from: number, to: number, source: string): Position | undefined {
  return placesInProse(prose, source)(from, to);
}

/** Tells the places of stretches of that text, from its first to its last: a long paragraph with many of them is walked once. */
export function placesInProse(
  { runs, node }: Prose,
  source: string,
): (from: number, to: number) => Position | undefined {
  let [i, start] = [0, 0];
  let places: ReturnType<typeof placesIn> | undefined;
  return (from, to) => {
    for (let run = runs[i]; run !== undefined; run = runs[++i]) {
      const { length } = typeof run === 'string' ? run : run.value;
      if (from < start + length || (from === start && !length)) {
        if (typeof run === 'string') break;
        places ??= placesIn(run, offsetsOf(run, source), source);
        return places(from - start, Math.min(to - start, length));
      }
      start += length;
      places = undefined;
    }
    return node.position;
  };
}
