import { PRINTERS } from '../config/printers.js';
import type { TrimSize } from '../model/config.js';
import type { Say } from '../model/notice.js';
import type { PageSetup, Rendition, Section } from '../model/rendition.js';
import { marginsAround, plateBox, textBlock } from '../press/layout/geometry.js';
import type { Settled } from '../press/layout/job.js';
import { FULL_BLEED, hasClass } from '../tree/classes.js';
import { visit } from '../tree/visit.js';
import { PRINTED } from './inks.js';
import { bleedThere } from './notices.js';
import type { Plate } from './pdf-plates.js';
import { points } from './points.js';

/**
 * Where on its page each picture was set that is to cover it, in points from the lower left corner.
 * @param bleed in CSS pixels
 * @param dir a book that is read from the right begins on a left page
 */
export function platesOf(
  { plates, margins }: Pick<Settled, 'plates' | 'margins'>,
  size: TrimSize,
  { mirrored }: PageSetup,
  bleed: number,
  dir: 'ltr' | 'rtl',
): Plate[] {
  const block = textBlock(size, margins);
  const around = marginsAround(size, margins);
  const { width, height } = plateBox(size, block, bleed);
  return [...new Set(plates)].map((page) => {
    const isLeft = mirrored && (page % 2 === 1) !== (dir === 'rtl');
    return {
      page,
      left: points(isLeft ? around.outer : around.inner),
      low: points(around.bottom + block.height - height),
      width: points(width),
      height: points(height),
    };
  });
}

/** Tells of each picture that is to run off a page that is cut without a bleed: a knife that misses by a hair leaves white. */
export function reportBleed(
  sections: readonly Section[],
  { edition, options }: Pick<Rendition, 'edition' | 'options'>,
  say: Say,
): void {
  if (options.bleed || !PRINTED.has(edition)) return;
  const { name: printer, inside } = PRINTERS[options.printer ?? ''] ?? {};
  const asked = printer && inside ? { printer, bleed: `${inside.bleed}in` } : undefined;
  for (const { tree, file } of sections)
    if (file)
      visit(tree, { tagName: 'figure' }, (node) => {
        if (node.type === 'element' && hasClass(node, FULL_BLEED))
          say(bleedThere, { edition, asked }, { file, node });
      });
}
