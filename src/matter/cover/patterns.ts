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
    // Small diamonds, with a dot on either side.
    step: [84, 60],
    draw: (x, y) =>
      `M${x - 11} ${y}l11 -17l11 17l-11 17zM${x - 30} ${y}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0zM${x + 22} ${y}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z`,
  },
  {
    // Scales, as on a fish or a roof.
    step: [92, 46],
    draw: (x, y) =>
      `M${x - 46} ${y}a46 46 0 0 0 92 0h-6a40 40 0 0 1 -80 0zM${x - 24} ${y}a24 24 0 0 0 48 0h-5a19 19 0 0 1 -38 0z`,
  },
  {
    // Stars of four points.
    step: [90, 66],
    draw: (x, y) => `M${x} ${y - 24}q3 21 24 24q-21 3 -24 24q-3 -21 -24 -24q21 -3 24 -24z`,
  },
];

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
