import type { Element } from 'hast';
import { s } from 'hastscript';
import type { Chosen } from './choose.js';
import { type CoverText, type Faces, type Front, WIDTH } from './design.js';
import { outlined } from './paint.js';

/** How far text stays from the sides of a front, in its unit. */
const MARGIN = 110;
/** As high as this, or higher, and a front has room for everything in its full size. */
const FULL = 1450;

/**
 * A front of a size, as a design sees it; only the proportion matters.
 * @param safe how far text has to stay from the sides, in the unit of the size
 */
export function frontOf(
  text: CoverText,
  size: { readonly width: number; readonly height: number },
  { colours }: Chosen,
  faces: Faces,
  safe = 0,
): Front {
  const height = (WIDTH * size.height) / size.width;
  const margin = Math.max(MARGIN, (safe * WIDTH) / size.width);
  return { text, height, scale: Math.min(1, height / FULL), margin, colours, faces };
}

/** Draws a front from the metadata, as a picture of its own with all text as outlines. */
export function drawCover(
  text: CoverText,
  size: { readonly width: number; readonly height: number },
  alt: string,
  chosen: Chosen,
  faces: Faces,
): Element {
  const front = frontOf(text, size, chosen, faces);
  const { design, colours, seed } = chosen;
  const { shapes, passages } = design.front(front);
  const height = Math.round(front.height);
  const area = { x: 0, y: 0, width: WIDTH, height };
  return s(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${height}`,
      width: WIDTH,
      height,
      role: 'img',
      ariaLabel: alt,
    },
    [...design.ground(area, colours, seed), ...shapes, ...passages.flatMap((one) => outlined(one, text.dir))],
  );
}
