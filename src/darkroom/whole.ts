import { crc32 } from 'node:zlib';
import { pngChunks } from './chunks.js';

/**
 * What is wrong with an image file, by the marks that its format sets against damage: a file that was cut short in copying
 * shows as half a picture, and opens without a complaint. Not one pixel is unpacked.
 * @param mediaType what its header says it is
 */
export function damageIn(bytes: Uint8Array, mediaType: string): string | undefined {
  const whole = WHOLE[mediaType]?.(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (whole === false) return 'it is cut short';
  return mediaType === 'image/png' && !sumsAreTrue(bytes)
    ? 'it is damaged: its check sums are wrong'
    : undefined;
}

/** Every chunk ends with a check sum of its name and data; those whose name begins with a capital are needed to show it. */
function sumsAreTrue(bytes: Uint8Array): boolean {
  for (const { start, end, name } of pngChunks(bytes)) {
    const sum = new DataView(bytes.buffer, bytes.byteOffset + end - 4).getUint32(0);
    if (/^[A-Z]/.test(name) && crc32(bytes.subarray(start + 4, end - 4)) !== sum) return false;
  }
  return true;
}

const WHOLE: Readonly<Record<string, (bytes: Uint8Array, view: DataView) => boolean>> = {
  'image/png': (bytes) => [...pngChunks(bytes)].at(-1)?.name === 'IEND',
  /** Segments of marker and length up to the first scan, then an end-of-image marker (ITU T.81, B.1). */
  'image/jpeg'(bytes, view) {
    let at = 2;
    while (at + 4 <= bytes.length && bytes[at + 1] !== 0xda) {
      if (bytes[at] !== 0xff) return false;
      at += bytes[at + 1] === 0xff ? 1 : 2 + view.getUint16(at + 2);
    }
    for (; at + 1 < bytes.length; at++) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
    return false;
  },
  /** A trailer of one semicolon (GIF89a, 27), which some programs pad. */
  'image/gif'(bytes) {
    let end = bytes.length;
    while (end > 0 && bytes[end - 1] === 0) end--;
    return bytes[end - 1] === 0x3b;
  },
  /** A RIFF container says how long it is. */
  'image/webp': (bytes, view) => bytes.length >= 12 && view.getUint32(4, true) + 8 <= bytes.length,
  /** Boxes that say how long they are, one after the other (ISO 14496-12, 4.2); 0 means to the end. */
  'image/avif'(bytes, view) {
    let at = 0;
    while (at + 8 <= bytes.length) {
      const size = view.getUint32(at);
      if (size === 0) return true;
      at += size === 1 && at + 16 <= bytes.length ? Number(view.getBigUint64(at + 8)) : size;
      if (size > 1 && size < 8) return false;
    }
    return at === bytes.length;
  },
};
