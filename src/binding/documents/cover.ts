import type { Element, Root } from 'hast';
import { toXast } from 'hast-util-to-xast';
import { VFile } from 'vfile';
import type { ImageTarget } from '../../model/darkroom.js';
import type { Tools } from '../../model/edition.js';
import type { Asset } from '../../model/manuscript.js';
import type { Metadata } from '../../model/metadata.js';
import type { Rendition } from '../../model/rendition.js';
import { imageDecodes } from '../notices-epub.js';
import { imageAttribute, type PackedImage } from './images.js';
import { elements, rewrite } from './rewrite.js';
import { xmlText } from './xml.js';

/** The picture on the shelf and on the first page. */
export interface Cover extends PackedImage {
  readonly alt: string;
}

/**
 * The cover as a picture. Without one, or if it cannot be decoded (which is told): `undefined`.
 * @param target how large, and in which format
 */
export async function developCover(
  source: CoverSource,
  { title, cover }: Metadata,
  target: ImageTarget,
  { darkroom, ledger }: Pick<Tools, 'darkroom' | 'ledger'>,
): Promise<Cover | undefined> {
  const alt = [cover?.alt, source.alt, title].find((text) => text) ?? '';
  try {
    const { bytes, mediaType } = await darkroom.develop(source.bytes, target);
    return { href: 'images/cover.jpg', mediaType, bytes, alt };
  } catch {
    ledger.say(imageDecodes, { path: source.path }, { file: new VFile({ path: source.path }) });
    return undefined;
  }
}

/** What a cover is made from. */
export interface CoverSource {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly alt?: string;
}

/** The image that the metadata names, else the drawing or the image on the cover page. */
export function coverSource({ metadata, assets, sections }: Rendition): CoverSource | undefined {
  const section = sections.find(({ role }) => role === 'cover');
  const named = metadata.cover && assets.get(metadata.cover.src);
  if (named) return named;
  for (const node of section ? elements(section.tree) : []) {
    if (node.tagName === 'svg') {
      return { path: 'cover.svg', bytes: standalone(node, assets), ...label(node) };
    }
    if (node.tagName === 'img' && typeof node.properties.src === 'string') {
      const asset = assets.get(node.properties.src);
      if (asset) return { path: asset.path, bytes: asset.bytes, ...label(node) };
    }
  }
  return undefined;
}

function label({ properties: { alt, ariaLabel } }: Element): { alt?: string } {
  const text = alt ?? ariaLabel;
  return typeof text === 'string' ? { alt: text } : {};
}

/** An inline drawing as a file of its own, with the images it shows inside it. */
function standalone(svg: Element, assets: ReadonlyMap<string, Asset>): Uint8Array {
  const [drawing] = rewrite([svg], (node) => {
    if (node.type !== 'element') return [node];
    const attribute = imageAttribute(node);
    const source = attribute && node.properties[attribute];
    const asset = typeof source === 'string' ? assets.get(source) : undefined;
    if (!attribute || !asset) return [node];
    const href = `data:${asset.mediaType};base64,${Buffer.from(asset.bytes).toString('base64')}`;
    return [{ ...node, properties: { ...node.properties, [attribute]: href } }];
  });
  const tree: Root = { type: 'root', children: drawing ? [drawing] : [] };
  for (const node of elements(tree))
    if (node.tagName === 'svg') node.properties.xmlnsXLink = 'http://www.w3.org/1999/xlink';
  return new TextEncoder().encode(xmlText(toXast(tree, { space: 'svg' })));
}
