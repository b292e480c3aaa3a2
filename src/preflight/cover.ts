import type { CoverOrder } from '../config/cover-order.js';
import { spineOf, wrapOf } from '../config/wrap.js';
import type { TrimSize } from '../model/config.js';
import type { Target } from './check.js';
import { fontsEmbedded, imagesFine, nothingRuns, nothingToPress } from './file-demands.js';
import { coverSize, onePage } from './page-demands.js';

const INCH = 96;

/**
 * What a printer asks of the cover of a book.
 * @param pages of the printed book
 * @param spine as its author has it from the printer, in CSS pixels, where the printer publishes no formula
 */
export function coverTarget(
  id: string,
  { printer, spec, paper, binding }: CoverOrder,
  trim: TrimSize,
  pages: number,
  spine: number | undefined,
): Target {
  const { width, height } = wrapOf(spec, trim, spineOf(spec, paper, pages) ?? (spine ?? 0) / INCH, 'ltr');
  const [source] = spec.sources;
  return {
    id,
    name: `${printer}, the cover of a ${binding}`,
    edition: 'cover',
    demands: [
      onePage(source),
      coverSize({ width: width / INCH, height: height / INCH }, pages, source),
      fontsEmbedded(source),
      imagesFine(300, source),
      nothingToPress(source),
      nothingRuns(),
    ],
  };
}
