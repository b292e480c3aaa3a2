import type { TrimSize } from '../../model/config.js';
import type { OpenSheet } from '../../model/press.js';
import { FOOT_FOLIO_STYLE, footStyle } from './foot.js';
import { BESIDE, quote, textBlock } from './geometry.js';
import { RUNNING_STYLE, type Settled } from './job.js';
import { setStyle } from './page.js';
import { folioAlone } from './places.js';

/**
 * Takes a picture of the first page of a sheet that stands alone, as it was printed: where it was measured, with its margins
 * around it, and with what Chromium prints there and shows on no screen.
 * @param area what is seen of it, from its upper left corner, in CSS pixels; `scale` dots for each CSS pixel
 * @returns a PNG
 */
export async function pictureOfFirst(
  sheet: OpenSheet,
  size: TrimSize,
  area: { readonly width: number; readonly height: number },
  foot: string,
  { margins, pagination }: Settled,
  scale: number,
): Promise<Uint8Array> {
  const [first] = pagination.pages;
  const folio = first ? folioAlone(first, pagination, 1) : '';
  const { width, height } = textBlock(size, margins);
  const below = `position:absolute;left:${margins.inner}px;top:${margins.top + height}px`;
  await sheet.run(
    setStyle,
    RUNNING_STYLE,
    `body{width:${width}px;margin:${margins.top}px auto 0 ${margins.inner}px}body>.sheet{overflow-x:clip;padding-inline:${BESIDE}px;margin-inline:-${BESIDE}px}
body::before{content:${quote(foot)};${below};${footStyle(width)}}
body::after{content:${quote(folio)};${below};width:${width}px;${FOOT_FOLIO_STYLE}}`,
  );
  return sheet.picture(area, scale);
}
