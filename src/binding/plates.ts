import { VFile } from 'vfile';
import type { ImageTarget } from '../model/darkroom.js';
import type { Tools } from '../model/edition.js';
import type { Asset } from '../model/manuscript.js';
import type { Rendition } from '../model/rendition.js';
import type { TrimSize } from '../model/trim-size.js';
import { textBlock } from '../press/layout/geometry.js';
import { FULL_BLEED, hasClass } from '../tree/classes.js';
import { visit } from '../tree/visit.js';
import { atHome } from './drawing.js';
import { nearlyFills } from './nearly-fills.js';
import { imageDecodes } from './notices-epub.js';

const INCH = 96;
const DRAWING = 'image/svg+xml';

/** In pixels. */
type Box = NonNullable<ImageTarget['box']>;

/** Gives an image as the press is to have it. */
export type GivePlate = (asset: Asset) => Promise<Pick<Asset, 'bytes' | 'mediaType'>>;

/**
 * Lets the images of a paged edition be made ready while the browser starts. Chromium writes a JPEG into the PDF as it is,
 * with the place where it was taken; unpacks one that lies on its side, that is CMYK or WebP, to twenty times its bytes; and
 * prints whichever frame of a moving picture it has come to. What it is given here is none of these, and has no more pixels
 * than the text block, or on a cover the page, can show: the largest, where there are several papers.
 */
export function platesFor(rendition: Rendition, { darkroom, ledger }: Tools): GivePlate {
  const { assets, sections, page, images } = rendition;
  const { density = Number.POSITIVE_INFINITY, leastDensity: _, ...needs } = images;
  const pixels = (length: number): number => Math.ceil((length * density) / INCH);
  const largest = (sizes: readonly { width: number; height: number }[]) => ({
    width: pixels(Math.max(...sizes.map(({ width }) => width))),
    height: pixels(Math.max(...sizes.map(({ height }) => height))),
  });
  const inText = largest(page.sizes.map((size) => textBlock(size, page.margins)));
  const onCover = largest(page.sizes);
  const shown = new Set<string>();
  /** Those that are on a page of their own, and of these those that are cut to its shape. */
  const covers = new Set<string>();
  const filling = new Set<string>();
  for (const { tree, role } of sections)
    visit(tree, 'element', ({ tagName, properties: { src } }, _, parent) => {
      if (tagName !== 'img' || typeof src !== 'string') return;
      shown.add(src);
      if (role === 'cover') covers.add(src);
      if (parent?.type === 'element' && hasClass(parent, FULL_BLEED)) filling.add(src);
    });
  const give: GivePlate = async (asset) => {
    if (asset.mediaType === DRAWING) return atHome(asset, rendition);
    const { path, bytes, mediaType } = asset;
    const fills = filling.has(path) || (covers.has(path) && page.sizes.some((size) => isOf(asset, size)));
    const box = fills ? filledBy(asset, onCover) : covers.has(path) ? onCover : inText;
    return darkroom.develop(bytes, { ...needs, ...(images.density ? { box } : {}) }).catch(() => {
      ledger.say(imageDecodes, { path }, { file: new VFile({ path }) });
      return { bytes, mediaType };
    });
  };
  for (const path of shown) {
    const asset = assets.get(path);
    if (asset && asset.mediaType !== DRAWING) void give(asset);
  }
  return give;
}

/** Whether a cover has nearly the shape of its page, and is cut to it. */
function isOf({ width, height }: Asset, size: TrimSize): boolean {
  return Boolean(width && height && nearlyFills({ width, height }, size));
}

/** What an image is scaled down to that fills a box and is cut to its shape: it is larger than the box on two sides. */
function filledBy({ width, height }: Asset, box: Box): Box {
  if (!width || !height) return box;
  const scale = Math.max(box.width / width, box.height / height);
  return { width: width * scale, height: height * scale };
}
