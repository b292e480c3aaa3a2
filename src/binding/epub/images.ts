import type { Element, Root } from 'hast';
import { VFile } from 'vfile';
import type { Asset } from '../../model/manuscript.js';
import type { Say } from '../../model/notice.js';
import { imageDecodes, imageFitsEReaders, imageFormatIsCore } from '../notices-epub.js';
import { fileNames, stem } from './names.js';
import { forEReaders, type Picture } from './raster.js';
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
        throw new Error(`The EPUB bindery was given an image that is no asset of the book: ${source}`);
      paths.add(source);
    }
  }
  return paths;
}

/** Makes the images fit for e-readers and gives each a safe name of its own under `images/`. */
export async function packImages(
  paths: Iterable<string>,
  assets: ReadonlyMap<string, Asset>,
  say: Say,
): Promise<ReadonlyMap<string, PackedImage>> {
  const name = fileNames(['cover.jpg']);
  const packed = new Map<string, PackedImage>();
  for (const path of paths) {
    const asset = assets.get(path);
    if (!asset) continue;
    const picture = await suited(asset, say);
    const { bytes, mediaType, extension } = picture;
    packed.set(path, { href: `images/${name(stem(path), extension)}`, mediaType, bytes });
  }
  return packed;
}

async function suited(asset: Asset, say: Say): Promise<Pick<Picture, 'bytes' | 'mediaType' | 'extension'>> {
  const at = { file: new VFile({ path: asset.path }) };
  try {
    const picture = await forEReaders(asset.bytes);
    const { path } = asset;
    if (picture.changed === 'size') {
      say(imageFitsEReaders, { path, bytes: picture.bytes.byteLength }, at);
    }
    if (picture.changed === 'format') say(imageFormatIsCore, { path, mediaType: picture.mediaType }, at);
    return picture;
  } catch {
    say(imageDecodes, { path: asset.path }, at);
    return { bytes: asset.bytes, mediaType: 'image/png', extension: 'png' };
  }
}
