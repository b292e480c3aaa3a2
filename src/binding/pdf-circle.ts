/** A circle as a path: four curves, as near to one as Bézier's can be. What it is painted with comes behind it. */
export function circlePath(cx: number, cy: number, radius: number): string {
  const bend = radius * 0.5523;
  const at = (...points: number[]): string =>
    points.map((point) => Math.round(point * 1000) / 1000).join(' ');
  return [
    `${at(cx + radius, cy)} m`,
    `${at(cx + radius, cy + bend, cx + bend, cy + radius, cx, cy + radius)} c`,
    `${at(cx - bend, cy + radius, cx - radius, cy + bend, cx - radius, cy)} c`,
    `${at(cx - radius, cy - bend, cx - bend, cy - radius, cx, cy - radius)} c`,
    `${at(cx + bend, cy - radius, cx + radius, cy - bend, cx + radius, cy)} c`,
  ].join(' ');
}
