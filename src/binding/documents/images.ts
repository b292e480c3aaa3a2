import type { Element, Root } from 'hast';
import type { Darkroom, Plate } from '../../model/darkroom.js';
import type { Asset } from '../../model/manuscript.js';
import type { Rendition } from '../../model/rendition.js';
import { fileNames, stem } from './names.js';
import { elements } from './rewrite.js';

/** An image inside the package. */
export interface PackedImage {
  /** `images/plan-b.png`, relative to the package document. */
  readonly href: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Which attribute of an element names an image, if it shows one. */
export function imageAttribute(element: Element): 'src' | 'href' | 'xLinkHref' | undefined {
  if (element.tagName === 'img') return 'src';
  if (element.tagName !== 'image') return undefined;
  return element.properties.xLinkHref === undefined ? 'href' : 'xLinkHref';
}

/** Paths of the assets that trees show, in the order of first use. An address outside the book is a bug upstream: throws. */
export function imagesIn(trees: Iterable<Root>, assets: ReadonlyMap<string, Asset>): Set<string> {
  const paths = new Set<string>();
  for (const tree of trees) {
    for (const element of elements(tree)) {
      const attribute = imageAttribute(element);
      const source = attribute && element.properties[attribute];
      if (typeof source !== 'string' || source.startsWith('data:')) continue;
      if (!assets.has(source))
        throw new Error(`A bindery was given an image that is no asset of the book: ${source}`);
      paths.add(source);
    }
  }
  return paths;
}

/**
 * Makes the images fit for an edition and gives each a safe name of its own under `images/`.
 * @param tell what became of each; nothing, if it cannot be decoded
 */
export async function packImages(
  paths: Iterable<string>,
  { assets, images }: Pick<Rendition, 'assets' | 'images'>,
  darkroom: Darkroom,
  tell: (path: string, plate: Plate | undefined) => void,
): Promise<ReadonlyMap<string, PackedImage>> {
  const shown = [...new Set(paths)].flatMap((path) => assets.get(path) ?? []);
  const { density: _, leastDensity: __, ...target } = images;
  const plates = await Promise.all(
    shown.map((asset) => darkroom.develop(asset.bytes, target).catch(() => undefined)),
  );
  const name = fileNames(['cover.jpg']);
  const packed = new Map<string, PackedImage>();
  shown.forEach(({ path, bytes }, i) => {
    const plate = plates[i] ?? { bytes, mediaType: 'image/png', extension: 'png' };
    tell(path, plates[i]);
    const { mediaType, extension } = plate;
    packed.set(path, { href: `images/${name(stem(path), extension)}`, mediaType, bytes: plate.bytes });
  });
  return packed;
}
