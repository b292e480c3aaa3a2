import type { TrimSize } from '../model/config.js';
import type { CoverSpec } from './cover-spec.js';

/** CSS pixels to the inch. */
const INCH = 96;

/** No spine is wider, in inches: books are bound in two volumes before that. */
export const WIDEST_SPINE = 4;

/** A whole cover, laid out flat, with the outside up; lengths in CSS pixels, from its upper left corner. */
export interface Wrap {
  /** With bleed, or with what is folded round the boards. */
  readonly width: number;
  readonly height: number;
  /** How much of it is cut off or folded round, on each side. */
  readonly edge: number;
  /** A front, or a back, with its hinge. */
  readonly face: { readonly width: number; readonly height: number };
  readonly spine: number;
  readonly hinge: number;
  readonly safe: number;
  /** Left edges of what lies side by side. A book that is read from the right has its front on the left. */
  readonly back: number;
  readonly fold: number;
  readonly front: number;
}

/** Pages are printed on both sides of leaves: an odd count has an empty one at the end. */
export function evenPages(pages: number): number {
  return Math.ceil(pages / 2) * 2;
}

/**
 * The width of a spine, in inches, as the printer's formula or table has it.
 * @returns `undefined` where the printer publishes neither
 */
export function spineOf(spec: CoverSpec, paper: string, pages: number): number | undefined {
  const count = evenPages(pages);
  const step = spec.spineSteps?.find(([most]) => count <= most);
  if (step) return step[1];
  const thick = spec.papers[paper]?.page;
  return thick === undefined ? undefined : count * thick + spec.spineAdds;
}

/**
 * The size and the places of a cover.
 * @param spine in inches
 */
export function wrapOf(spec: CoverSpec, trim: TrimSize, spine: number, dir: 'ltr' | 'rtl'): Wrap {
  const edge = spec.edge * INCH;
  const face = { width: trim.width + spec.more.width * INCH, height: trim.height + spec.more.height * INCH };
  const width = 2 * (edge + face.width) + spine * INCH;
  const fold = edge + face.width;
  const right = fold + spine * INCH;
  return {
    width,
    height: face.height + 2 * edge,
    edge,
    face,
    spine: spine * INCH,
    hinge: spec.hinge * INCH,
    safe: spec.safe * INCH,
    back: dir === 'rtl' ? right : edge,
    fold,
    front: dir === 'rtl' ? edge : right,
  };
}
