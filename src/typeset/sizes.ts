import { lengthOf } from './tokens.js';

/** How a size grows with what it goes by; it shrinks as that does. */
type Growth = (ratio: number) => number;
const alike: Growth = (ratio) => ratio;
/** The title of a chapter is large enough beside large text. */
const half: Growth = (ratio) => (ratio > 1 ? (1 + ratio) / 2 : ratio);

/** What goes by the size of the text, and by the distance of its lines, in a book that says no more. */
const BY: Readonly<Record<string, Readonly<Record<string, Growth>>>> = {
  'text-size': {
    'note-size': alike,
    'code-size': alike,
    'table-size': alike,
    'title-size': half,
    'title-leading': half,
    'section-size': alike,
    'subsection-size': alike,
    'head-size': alike,
  },
  leading: { 'note-leading': alike },
};
/** Lines lie evenly in whole pixels of a browser, in points. */
const PIXEL = 0.75;

/**
 * The sizes of a theme, in proportion to the text that a book asks for: notes are never larger than it, nor the titles of sections smaller.
 * @param theme the tokens without those of the book
 * @param own the tokens of the book
 */
export function sizesBeside(
  theme: ReadonlyMap<string, string>,
  own: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const sizes = new Map<string, string>();
  for (const [measure, others] of Object.entries(BY)) {
    const ratio = lengthOf(own, measure, 0) / lengthOf(theme, measure, 1);
    if (ratio === 0 || ratio === 1) continue;
    for (const [name, growth] of Object.entries(others)) {
      const points = lengthOf(theme, name, 0) * growth(ratio) * PIXEL;
      const step = name.endsWith('leading') ? PIXEL : 0.1;
      if (points && !own.has(name))
        sizes.set(name, `${Number((Math.round(points / step) * step).toFixed(2))}pt`);
    }
  }
  return sizes;
}
