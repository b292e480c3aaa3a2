import { numbers } from './pdf-numbers.js';

/** A circle as a path: four curves, as near to one as Bézier's can be. What it is painted with comes behind it. */
export function circlePath(cx: number, cy: number, radius: number): string {
  const bend = radius * 0.5523;
  return [
    `${numbers(cx + radius, cy)} m`,
    `${numbers(cx + radius, cy + bend, cx + bend, cy + radius, cx, cy + radius)} c`,
    `${numbers(cx - bend, cy + radius, cx - radius, cy + bend, cx - radius, cy)} c`,
    `${numbers(cx - radius, cy - bend, cx - bend, cy - radius, cx, cy - radius)} c`,
    `${numbers(cx + bend, cy - radius, cx + radius, cy - bend, cx + radius, cy)} c`,
  ].join(' ');
}
