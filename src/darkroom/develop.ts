import sharp, { type Metadata, type Sharp } from 'sharp';
import type { ImageTarget, Plate } from '../model/darkroom.js';
import { bare } from './bare.js';
import { webpChunks } from './chunks.js';

const PLATES = {
  jpeg: { mediaType: 'image/jpeg', extension: 'jpg' },
  png: { mediaType: 'image/png', extension: 'png' },
  gif: { mediaType: 'image/gif', extension: 'gif' },
  svg: { mediaType: 'image/svg+xml', extension: 'svg' },
} as const;

/** A damaged image is said so when it is read; from there on, decoders make of it what they can. */
const READ = { failOn: 'error' } as const;
/** Each time that an image is too heavy it is drawn again at so much of its width. */
const SHRINK = 0.8;
const SMALLEST = 0.05;

/**
 * Makes an image fit for its place. One that fits keeps its pixels and loses its metadata. Else it is redrawn: turned
 * upright, in sRGB, eight bits deep, scaled down; as PNG what was drawn or has see-through parts, as JPEG what is a
 * photograph or would be too heavy otherwise. Same image, same target, same bytes. Rejects where it cannot be decoded.
 */
export async function develop(bytes: Uint8Array, target: ImageTarget): Promise<Plate> {
  const facts = await sharp(bytes, READ).metadata();
  const { format } = facts;
  if (format === 'svg' && target.formats.includes(format)) return { bytes, ...PLATES.svg };
  const scale = scaleOf(facts, target);
  const most = target.bytes ?? Number.POSITIVE_INFINITY;
  let light = true;
  if ((format === 'jpeg' || format === 'png' || format === 'gif') && target.formats.includes(format)) {
    const plain = isPlain(facts) && (!target.grey || facts.space === 'b-w') ? bare(bytes, format) : undefined;
    light = (plain ?? bytes).byteLength <= most;
    if (plain && light && scale === 1) return { bytes: plain, ...PLATES[format] };
  }
  const plate = await redraw(bytes, facts, target, scale);
  return { ...plate, changed: scale < 1 || !light ? 'size' : 'format' };
}

/** By how much it has to be scaled down; 1 if it fits. A drawing is scaled to its box, up or down. */
function scaleOf(facts: Metadata, { box, pixels = Number.POSITIVE_INFINITY }: ImageTarget): number {
  const { width, height } = sizeOf(facts);
  const inside = box ? Math.min(box.width / width, box.height / height) : 1;
  if (facts.format === 'svg') return inside;
  return Math.min(1, inside, Math.sqrt(pixels / (width * height)));
}

/** Width and height as they are seen; of one frame, if it moves. */
function sizeOf({ autoOrient, pageHeight }: Metadata): { width: number; height: number } {
  return { width: autoOrient.width, height: pageHeight ?? autoOrient.height };
}

/** Whether its pixels mean to every program what they mean to ours. */
function isPlain({ space, depth, orientation = 1, icc }: Metadata): boolean {
  const known = space === 'srgb' || space === 'b-w';
  // A profile names itself in ASCII or UTF-16.
  const standard = !icc || /sRGB/.test(icc.toString('latin1').replaceAll('\0', ''));
  return known && depth === 'uchar' && orientation === 1 && standard;
}

async function redraw(
  bytes: Uint8Array,
  facts: Metadata,
  target: ImageTarget,
  scale: number,
): Promise<Plate> {
  const most = target.bytes ?? Number.POSITIVE_INFINITY;
  const { width, height } = sizeOf(facts);
  const drawing = facts.format === 'svg' ? { density: densityOf(facts, scale) } : {};
  let format = await formatFor(bytes, facts, target);
  for (let shrink = scale; ; ) {
    const image = sharp(bytes, { ...READ, ...drawing, animated: format === 'gif' })
      .autoOrient()
      .toColourspace(target.grey || facts.space === 'b-w' || facts.space === 'grey16' ? 'b-w' : 'srgb')
      .resize({ width: whole(width * shrink), height: whole(height * shrink), fit: 'fill' });
    const drawn = await encoded(image, format, facts, target).toBuffer();
    if (drawn.byteLength <= most || shrink < SMALLEST) return { bytes: drawn, ...PLATES[format] };
    if (format === 'png' && (await mayBeJpeg(bytes, facts, target))) format = 'jpeg';
    else shrink *= SHRINK;
  }
}

/** Never a pixel more than there is room for. */
function whole(length: number): number {
  return Math.max(1, Math.floor(length + 1e-6));
}

/** So many dots an inch that a drawing has the pixels it will be shown with. */
function densityOf({ density = 72 }: Metadata, scale: number): number {
  return Math.max(1, Math.min(100_000, density * scale));
}

async function formatFor(
  bytes: Uint8Array,
  facts: Metadata,
  target: ImageTarget,
): Promise<'jpeg' | 'png' | 'gif'> {
  const { format, pages = 1 } = facts;
  if (format === 'gif' && pages > 1 && target.formats.includes('gif')) return 'gif';
  if (!target.formats.includes('png')) return 'jpeg';
  const drawn =
    format === 'png' || format === 'gif' || format === 'svg' || (format === 'webp' && isLossless(bytes));
  return drawn || !(await mayBeJpeg(bytes, facts, target)) ? 'png' : 'jpeg';
}

/** A JPEG has no see-through parts; many an image could have some and has none. */
async function mayBeJpeg(
  bytes: Uint8Array,
  { hasAlpha }: Metadata,
  { formats }: ImageTarget,
): Promise<boolean> {
  return formats.includes('jpeg') && (!hasAlpha || (await sharp(bytes, READ).stats()).isOpaque);
}

/** A WebP whose pixels are coded as a drawing's are. */
function isLossless(bytes: Uint8Array): boolean {
  return [...webpChunks(bytes)].some(({ name }) => name === 'VP8L');
}

/** Every setting that decides about the bytes is named here. */
function encoded(image: Sharp, format: 'jpeg' | 'png' | 'gif', facts: Metadata, target: ImageTarget): Sharp {
  if (format === 'gif') return image.gif({ effort: 7, dither: 1 });
  // Few colours are kept few where weight counts.
  const palette = Boolean(facts.isPalette) && target.bytes !== undefined;
  if (format === 'png') return image.png({ compressionLevel: 6, palette });
  const chromaSubsampling = target.quality >= 90 ? '4:4:4' : '4:2:0';
  return image
    .flatten({ background: '#fff' })
    .jpeg({ quality: target.quality, chromaSubsampling, mozjpeg: false, progressive: false });
}
