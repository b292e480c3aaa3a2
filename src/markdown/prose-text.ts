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
export function placeIn(
  { runs, node }: Prose,
  from: number,
  to: number,
  source: string,
): Position | undefined {
  let start = 0;
  for (const run of runs) {
    const { length } = typeof run === 'string' ? run : run.value;
    if (from < start + length || (from === start && !length)) {
      if (typeof run === 'string') break;
      const last = Math.min(to - start, run.value.length);
      return placesIn(run, offsetsOf(run, source), source)(from - start, last);
    }
    start += length;
  }
  return node.position;
}
