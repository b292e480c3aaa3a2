import type { Element, Root } from 'hast';
import { toXast } from 'hast-util-to-xast';
import { VFile } from 'vfile';
import type { ImageTarget } from '../../model/darkroom.js';
import type { Tools } from '../../model/edition.js';
import type { Asset } from '../../model/manuscript.js';
import type { Rendition, Section } from '../../model/rendition.js';
import { epubHasCover, imageDecodes } from '../notices-epub.js';
import { element } from './document.js';
import { imageAttribute, type PackedImage } from './images.js';
import { elements, rewrite } from './rewrite.js';
import { xmlText } from './xml.js';

/** What every shop and every e-reader takes for a cover. */
const SHELF: ImageTarget = { formats: ['jpeg'], quality: 88, box: { width: 1600, height: 2560 } };

/** The picture on the shelf and on the first page. */
export interface Cover extends PackedImage {
  readonly alt: string;
}

/**
 * The cover as a JPEG: the image that the metadata names, else the drawing or the image on the cover page. A drawing is
 * rendered, for e-readers that show SVG covers wrongly (Kobo) and shops that take none. Without any of them: `undefined`.
 */
export async function bindCover(
  rendition: Rendition,
  { darkroom, ledger }: Pick<Tools, 'darkroom' | 'ledger'>,
): Promise<Cover | undefined> {
  const { metadata, assets, sections } = rendition;
  const section = sections.find(({ role }) => role === 'cover');
  const source = coverSource(metadata.cover?.src, section, assets);
  if (!source) {
    ledger.say(epubHasCover, {}, { file: new VFile({ path: 'book.yaml' }) });
    return undefined;
  }
  const alt = [metadata.cover?.alt, source.alt, metadata.title].find((text) => text) ?? '';
  try {
    const { bytes, mediaType } = await darkroom.develop(source.bytes, SHELF);
    return { href: 'images/cover.jpg', mediaType, bytes, alt };
  } catch {
    ledger.say(imageDecodes, { path: source.path }, { file: new VFile({ path: source.path }) });
    return undefined;
  }
}

/** The cover page: nothing but the picture. */
export function coverElement(cover: Cover, section: Section): Element {
  const image = element('img', { src: cover.href, alt: cover.alt, role: 'doc-cover' });
  const properties = {
    id: section.id,
    className: ['cover'],
    'epub:type': 'cover',
    ariaLabel: section.title || undefined,
  };
  return element('section', properties, [image]);
}

interface Source {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly alt?: string;
}

function coverSource(
  path: string | undefined,
  section: Section | undefined,
  assets: ReadonlyMap<string, Asset>,
): Source | undefined {
  const named = path === undefined ? undefined : assets.get(path);
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
