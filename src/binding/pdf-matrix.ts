/** A transformation, `[a b c d e f]` (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** The one that leaves everything where it is. */
export const UNIT: Matrix = [1, 0, 0, 1, 0, 0];

/**
 * One transformation after another (8.3.4).
 * @param first as the operands of an instruction have it
 */
export function times(first: readonly number[], [A, B, C, D, E, F]: Matrix): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = first;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}
