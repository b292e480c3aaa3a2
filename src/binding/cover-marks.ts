import type { Element } from 'hast';
import { s } from 'hastscript';
import type { Wrap } from '../config/wrap.js';

/** From the bleed to a mark, and how long a mark is, in CSS pixels. */
const GAP = 6;
const LENGTH = 24;

/** Marks where a cover is cut, and, broken, where it is folded: outside the bleed, on the paper around. */
export function foldMarks(wrap: Wrap, slug: number, top: number): Element {
  const { width, height, edge, fold, spine } = wrap;
  const across = (x: number): string =>
    `M${slug + x} ${top - GAP}v${-LENGTH}M${slug + x} ${top + height + GAP}v${LENGTH}`;
  const down = (y: number): string =>
    `M${slug - GAP} ${top + y}h${-LENGTH}M${slug + width + GAP} ${top + y}h${LENGTH}`;
  const stroke = { fill: 'none', stroke: '#000000', strokeWidth: 0.35 };
  return s('g', { className: ['marks'], ariaHidden: 'true' }, [
    s('path', {
      ...stroke,
      d: `${across(edge)}${across(width - edge)}${down(edge)}${down(height - edge)}`,
    }),
    s('path', { ...stroke, strokeDasharray: '4 2', d: `${across(fold)}${across(fold + spine)}` }),
  ]);
}
