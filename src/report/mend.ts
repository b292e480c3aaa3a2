import type { Point } from 'unist';
import type { Mend } from '../model/notice.js';

/**
 * A text with changes made to it. Of two that overlap only the first is made: what is left of the other is told of again.
 * Line ends stay as they are.
 */
export function mended(text: string, mends: readonly Mend[]): string {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)];
  const offsetOf = ({ line, column }: Point): number => (starts[line - 1] ?? text.length) + column - 1;
  const changes = mends
    .map(({ place, text: by }) => ({ from: offsetOf(place.start), to: offsetOf(place.end), by }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  let [result, at] = ['', 0];
  for (const { from, to, by } of changes) {
    if (from < at || to > text.length) continue;
    result += text.slice(at, from) + by;
    at = to;
  }
  return result + text.slice(at);
}
