import sharp from 'sharp';
import { damageIn } from './whole.js';

/** Pixels that one image may unpack to: 100 megapixels are a metre of print at 250 dpi. */
const MOST_PIXELS = 100_000_000;

const TYPES: Readonly<Record<string, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  heif: 'image/avif',
};

/** An image that has been looked at; its size is that of the image as it is seen, upright. */
export type Opened =
  | {
      readonly kind: 'image';
      readonly mediaType: string;
      readonly width: number;
      readonly height: number;
      /** It can be shown, and its decoder complains: some of it may be grey or shifted. */
      readonly doubtful: boolean;
    }
  | { readonly kind: 'drawing' }
  | { readonly kind: 'too-large'; readonly width: number; readonly height: number; readonly frames: number }
  | { readonly kind: 'unreadable'; readonly reason: string; readonly remedy?: string };

/**
 * Opens an image without believing its name, and unpacks it once, so that one that is damaged is found before it is set.
 * What is too large is known by its header alone.
 */
export async function openImage(bytes: Uint8Array): Promise<Opened> {
  const stranger = STRANGERS.find(({ is }) => is(headOf(bytes)));
  if (stranger) return { kind: 'unreadable', ...stranger.what };
  try {
    const facts = await sharp(bytes, { limitInputPixels: false }).metadata();
    // A drawing that is known by its content alone: behind white space, compressed, in another encoding.
    if (facts.format === 'svg') return { kind: 'drawing' };
    const mediaType = TYPES[facts.format ?? ''];
    if (!mediaType)
      return {
        kind: 'unreadable',
        reason: `its format (${facts.format}) is not one that books can show`,
      };
    const damage = damageIn(bytes, mediaType);
    if (damage) return { kind: 'unreadable', reason: damage };
    const { width, height } = facts.autoOrient;
    const frames = facts.pages ?? 1;
    if (width * height * frames > MOST_PIXELS) return { kind: 'too-large', width, height, frames };
    const sound = await decodes(bytes, facts.width, 'warning');
    if (!sound && !(await decodes(bytes, facts.width, 'error')))
      return { kind: 'unreadable', reason: 'it is damaged, and some of its pixels cannot be read' };
    return { kind: 'image', mediaType, width, height, doubtful: !sound };
  } catch {
    return { kind: 'unreadable', reason: 'it is broken, or no image at all' };
  }
}

/** Whether every pixel can be unpacked; JPEG and WebP do it at an eighth of the size, in a fraction of the time. */
async function decodes(bytes: Uint8Array, width: number, failOn: 'warning' | 'error'): Promise<boolean> {
  const small = sharp(bytes, { failOn, sequentialRead: true }).resize({
    width: Math.ceil(width / 8),
    kernel: 'nearest',
  });
  return small
    .raw()
    .toBuffer()
    .then(
      () => true,
      () => false,
    );
}

const EXPORT = 'Export it as SVG, or as PNG with 300 pixels an inch.';

/** What files begin with that are shown as pictures elsewhere, and what to make of them. */
const STRANGERS: readonly { is(head: string): boolean; what: { reason: string; remedy?: string } }[] = [
  // The same container as AVIF, by the brands that its first box names (ISO 23008-12, B.4).
  {
    is: (head) => head.startsWith('ftyp', 4) && /hei[cxms]|hev[cxms]/.test(head) && !/avi[fs]/.test(head),
    what: {
      reason: 'it is HEIC, a format of cameras that few programs can show',
      remedy: 'Export it as JPEG.',
    },
  },
  {
    is: (head) => head.startsWith('%PDF'),
    what: { reason: 'it is a PDF, and no image', remedy: EXPORT },
  },
  {
    is: (head) => head.startsWith('%!PS'),
    what: { reason: 'it is PostScript, and no image', remedy: EXPORT },
  },
  {
    is: (head) => head.startsWith('BM'),
    what: { reason: 'its format (bmp) is not one that books can show' },
  },
];

function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 64)).toString('latin1');
}
