import { type Chunk, gifBlocks, jpegSegments, pngChunks } from './chunks.js';

/** What draws, by format; all else (where and when a photograph was taken, by whom, thumbnails, comments) is no business of a reader's. */
const DRAWS: Readonly<
  Record<'jpeg' | 'png' | 'gif', { chunks(bytes: Uint8Array): Iterable<Chunk>; last: string; kept: RegExp }>
> = {
  // Everything but comments and what applications add, of which JFIF and Adobe’s say how colours are coded.
  jpeg: { chunks: jpegSegments, last: 'd9', kept: /^(?!e|fe)|^e0$|^ee$/ },
  // The frames of a moving PNG (fdAT) go with the rest: paper cannot show them, and most e-readers do not.
  png: {
    chunks: pngChunks,
    last: 'IEND',
    kept: /^(IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|sBIT|bKGD|pHYs)$/,
  },
  gif: { chunks: gifBlocks, last: 'end', kept: /^(head|image|end|f9|ff NETSCAPE2\.0|ff ANIMEXTS1\.0)$/ },
};

/**
 * An image without its metadata and what is hung on behind its end, each pixel as it was; the same array if there is
 * nothing to take out, `undefined` if the file is not built as its format demands.
 */
export function bare(bytes: Uint8Array, format: 'jpeg' | 'png' | 'gif'): Uint8Array | undefined {
  const { chunks, last, kept } = DRAWS[format];
  const all = [...chunks(bytes)];
  if (all.at(-1)?.name !== last) return undefined;
  const pieces = all
    .filter(({ name }) => kept.test(name))
    .map(({ start, end }) => bytes.subarray(start, end));
  // The signature of a PNG stands before its first chunk.
  if (format === 'png') pieces.unshift(bytes.subarray(0, 8));
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return length === bytes.length ? bytes : new Uint8Array(Buffer.concat(pieces));
}
