import sharp, { type Metadata, type Sharp } from 'sharp';

/** What e-readers and shops take for one image. */
const MAX_PIXELS = 4_000_000;
const MAX_BYTES = 1_500_000;
/** Cover size that every shop accepts, in pixels. */
const COVER = { width: 1600, height: 2560 };

/** An image that an e-reader can show. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/svg+xml';
  readonly extension: 'png' | 'jpg' | 'gif' | 'svg';
  /** Why it is not the author's file, byte by byte. */
  readonly changed?: 'format' | 'size' | undefined;
}

const CORE = {
  jpeg: { mediaType: 'image/jpeg', extension: 'jpg' },
  png: { mediaType: 'image/png', extension: 'png' },
  gif: { mediaType: 'image/gif', extension: 'gif' },
  svg: { mediaType: 'image/svg+xml', extension: 'svg' },
} as const;

/**
 * The image as it is where e-readers can show it, else redrawn: other formats than JPEG, PNG, GIF and SVG, more than
 * 4 megapixels or 1.5 MB, CMYK, and photographs that lie on their side. What is redrawn keeps no metadata and is the same
 * bytes each time. Rejects where the bytes are no image that can be decoded.
 */
export async function forEReaders(bytes: Uint8Array): Promise<Picture> {
  const facts = await sharp(bytes).metadata();
  const core = Object.hasOwn(CORE, facts.format) ? CORE[facts.format as keyof typeof CORE] : undefined;
  const pixels = facts.format === 'svg' ? 0 : facts.width * (facts.pageHeight ?? facts.height);
  const large = pixels > MAX_PIXELS || bytes.byteLength > MAX_BYTES;
  const odd = !core || facts.space === 'cmyk' || (facts.orientation ?? 1) !== 1;
  if (core && !large && !odd) return { bytes, ...core };
  return { ...(await redraw(bytes, facts, pixels)), changed: large ? 'size' : 'format' };
}

async function redraw(bytes: Uint8Array, facts: Metadata, pixels: number): Promise<Picture> {
  const animated = facts.format === 'gif' && (facts.pages ?? 1) > 1;
  const scale = Math.min(1, Math.sqrt(MAX_PIXELS / Math.max(pixels, 1)));
  for (let shrink = scale; ; shrink *= 0.8) {
    const image = sharp(bytes, { animated })
      .autoOrient()
      .toColourspace('srgb')
      .resize({ width: Math.max(1, Math.floor(orientedWidth(facts) * shrink)) });
    const picture = await encoded(image, animated, facts);
    if (picture.bytes.byteLength <= MAX_BYTES || shrink < 0.05) return picture;
  }
}

async function encoded(image: Sharp, animated: boolean, facts: Metadata): Promise<Picture> {
  if (animated) return { bytes: await image.gif().toBuffer(), ...CORE.gif };
  const drawn = facts.hasAlpha || facts.format === 'png' || facts.format === 'gif' || facts.format === 'svg';
  if (drawn)
    return {
      bytes: await image.png({ compressionLevel: 9, palette: facts.isPalette }).toBuffer(),
      ...CORE.png,
    };
  return { bytes: await image.jpeg({ quality: 85 }).toBuffer(), ...CORE.jpeg };
}

/** Width in pixels as the viewer sees it. */
function orientedWidth(facts: Metadata): number {
  return (facts.orientation ?? 1) >= 5 ? facts.height : facts.width;
}

/**
 * A cover for shops and shelves: a JPEG that fits 1600 × 2560 pixels, on white. A JPEG that needs no change keeps its
 * bytes; drawings are rendered at that size.
 */
export async function coverPicture(bytes: Uint8Array): Promise<Picture> {
  const facts = await sharp(bytes).metadata();
  if (facts.format === 'jpeg') {
    const picture = await forEReaders(bytes);
    if (!picture.changed && facts.width <= COVER.width && facts.height <= COVER.height) return picture;
  }
  const drawing = facts.format === 'svg';
  const fit = Math.min(COVER.width / facts.width, COVER.height / facts.height);
  const density = drawing ? Math.max(1, Math.min(100_000, (facts.density ?? 72) * fit)) : undefined;
  const image = sharp(bytes, density === undefined ? {} : { density })
    .autoOrient()
    .toColourspace('srgb')
    .flatten({ background: '#fff' })
    .resize({ ...COVER, fit: 'inside', withoutEnlargement: !drawing });
  return { bytes: await image.jpeg({ quality: 88 }).toBuffer(), ...CORE.jpeg, changed: 'format' };
}
