/** Numbers as a content stream has them, to a thousandth of a point. */
export function numbers(...values: readonly number[]): string {
  return values.map((value) => Math.round(value * 1000) / 1000).join(' ');
}

/** A straight line, drawn with the pen that is set. */
export function straightLine(x1: number, y1: number, x2: number, y2: number): string {
  return `${numbers(x1, y1)} m ${numbers(x2, y2)} l S`;
}
