import type { TrimSize } from '../model/config.js';
import type { Say } from '../model/notice.js';
import type { Margins, Rendition, Section } from '../model/rendition.js';
import { plateBox, textBlock } from '../press/layout/geometry.js';
import type { Settled } from '../press/layout/job.js';
import { imageResolution } from './notices.js';

const INCH = 96;

/** Tells of each image that has too few pixels for the size that it was set in; an icon or ornament, under an inch, has not. */
export function reportResolution(
  { images, pagination, plates, margins: set }: Settled,
  sections: readonly Section[],
  { assets, edition, images: { leastDensity }, page: { sizes, margins }, options }: Rendition,
  say: Say,
): void {
  if (!leastDensity) return;
  const covered = new Set(plates);
  for (const { section, src, at, width: across, height, page } of images) {
    const file = sections.find(({ id }) => id === section)?.file;
    const asset = assets.get(decodeURIComponent(src.slice(1)));
    if (!file || !asset?.width || asset.mediaType === 'image/svg+xml') continue;
    const width = across * (covered.has(page) ? enlargement(sizes, set, options.bleed ?? 0) : 1);
    const density = Math.floor((asset.width / width) * INCH);
    if (density >= leastDensity || Math.max(width, height) < INCH) continue;
    const [line, column] = at.split(':').map(Number);
    const label = pagination.pages[page]?.label ?? '';
    const block = Math.max(...sizes.map((size) => textBlock(size, margins).width));
    const enough = Math.floor((asset.width / leastDensity) * INCH);
    say(
      imageResolution,
      {
        path: asset.path,
        density,
        edition,
        page: label,
        pixels: Math.ceil((width / INCH) * 2 * leastDensity),
        // What covers its page cannot be set smaller.
        percent: covered.has(page) ? 0 : Math.floor((enough / block) * 20) * 5,
      },
      { file, node: line && column ? { line, column } : undefined },
    );
  }
}

/** How much larger the finished PDF shows a page that a picture covers. */
function enlargement(sizes: readonly TrimSize[], margins: Margins, bleed: number): number {
  const [size] = sizes;
  return size ? (size.width + 2 * bleed) / plateBox(size, textBlock(size, margins), bleed).width : 1;
}
