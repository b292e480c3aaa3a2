import type { Element } from 'hast';
import { s } from 'hastscript';
import type { Area } from './design.js';

/** Draws a small figure again and again over an area, each row half a step aside. */
type Pattern = (area: Area, colour: string) => Element[];

/** Figures as paths around a point; they are one path each, so that a printer's machine has little to do. */
const figures: readonly { readonly step: readonly [number, number]; draw(x: number, y: number): string }[] = [
  {
    // Leaves in pairs on a stem.
    step: [96, 74],
    draw: (x, y) =>
      `M${x} ${y}q-22 -4 -26 -26q22 4 26 26zM${x} ${y}q22 -4 26 -26q-22 4 -26 26zM${x - 2} ${y - 4}h4v26h-4z`,
  },
  {
    // Small diamonds, with a smaller one on either side.
    step: [84, 60],
    draw: (x, y) => `M${x - 11} ${y}l11 -17l11 17l-11 17z${lozenge(x - 26, y)}${lozenge(x + 26, y)}`,
  },
  {
    // Scales, as on a fish or a roof.
    step: [92, 46],
    draw: (x, y) => `${crescent(x, y, 46, 40)}${crescent(x, y, 24, 19)}`,
  },
  {
    // Stars of four points.
    step: [90, 66],
    draw: (x, y) => `M${x} ${y - 24}q3 21 24 24q-21 3 -24 24q-3 -21 -24 -24q21 -3 24 -24z`,
  },
];

/** A small square on its corner. */
function lozenge(x: number, y: number): string {
  return `M${x - 5} ${y}l5 -5l5 5l-5 5z`;
}

/** How far the handles of a quarter of a circle reach, in radii. */
const HANDLE = 0.5523;

/** The lower half of a ring. Curves and not arcs: a browser writes an arc into a PDF as dozens of pieces. */
function crescent(x: number, y: number, outer: number, inner: number): string {
  const half = (r: number, sign: 1 | -1): string => {
    const k = r * HANDLE;
    const near = r - k;
    return `c0 ${k} ${sign * near} ${r} ${sign * r} ${r}c${sign * k} 0 ${sign * r} ${-near} ${sign * r} ${-r}`;
  };
  return `M${x - outer} ${y}${half(outer, 1)}h${inner - outer}${half(inner, -1)}z`;
}

export const PATTERNS: readonly [Pattern, ...Pattern[]] = figures.map(
  ({ step: [across, down], draw }): Pattern =>
    (area, fill) => {
      const figuresDrawn: string[] = [];
      // Rows and columns are counted from the origin, so that the pattern lies alike on every size.
      for (let row = Math.floor(area.y / down) - 1; row * down <= area.y + area.height + down; row++)
        for (
          let column = Math.floor(area.x / across) - 1;
          column * across <= area.x + area.width + across;
          column++
        )
          figuresDrawn.push(draw((column + (row & 1) / 2) * across, row * down));
      return [s('path', { d: figuresDrawn.join(''), fill })];
    },
) as [Pattern, ...Pattern[]];
