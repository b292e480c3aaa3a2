/** A stretch of an image file, from its first byte to behind its last. */
export interface Chunk {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Chunks of length, name, data and check sum, the last of them IEND (PNG 3rd edition, 5.2); ends where one is cut off. */
export function* pngChunks(bytes: Uint8Array): Generator<Chunk> {
  const view = viewOf(bytes);
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    yield { name, start: at, end };
    if (name === 'IEND') return;
    at = end;
  }
}

/**
 * Segments of a marker and what belongs to it, named by the marker in hexadecimal: `d8`, `e1`, … `d9` (ITU T.81, B.1). The
 * coded pixels belong to the scan before them. Ends where no marker stands.
 */
export function* jpegSegments(bytes: Uint8Array): Generator<Chunk> {
  const view = viewOf(bytes);
  let at = 0;
  while (at + 2 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      // Bytes of all ones may fill the room before a marker.
      at++;
      continue;
    }
    const alone = marker === 0xd8 || marker === 0xd9;
    if (!alone && at + 4 > bytes.length) return;
    let end = alone ? at + 2 : at + 2 + view.getUint16(at + 2);
    if (marker === 0xda) end = endOfScan(bytes, end);
    if (end > bytes.length) return;
    yield { name: marker.toString(16), start: at, end };
    if (marker === 0xd9) return;
    at = end;
  }
}

/** Coded pixels run to the next marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

/**
 * Blocks of a GIF: `head`, `image`, an extension by its label in hexadecimal (an application's with its name behind it:
 * `ff NETSCAPE2.0`), `end` (GIF89a, 17–27). Ends where a block is cut off.
 */
export function* gifBlocks(bytes: Uint8Array): Generator<Chunk> {
  let at = 13 + tableSize(bytes[10]);
  yield { name: 'head', start: 0, end: at };
  while (at < bytes.length) {
    const start = at;
    const kind = bytes[at];
    const label = bytes[at + 1] ?? 0;
    let name = 'end';
    if (kind === 0x2c) {
      name = 'image';
      at += 11 + tableSize(bytes[at + 9]);
    } else if (kind === 0x21) {
      name = label.toString(16);
      if (label === 0xff) name += ` ${String.fromCharCode(...bytes.subarray(at + 3, at + 14))}`;
      at += 2;
    } else if (kind !== 0x3b) return;
    if (name === 'end') {
      yield { name, start, end: at + 1 };
      return;
    }
    for (; bytes[at]; at += 1 + (bytes[at] ?? 0));
    if (++at > bytes.length) return;
    yield { name, start, end: at };
  }
}

/** Bytes of a table of colours, as the flags before it say. */
function tableSize(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Chunks of a name, a length and data, each padded to an even length (RIFF, as WebP has it). */
export function* webpChunks(bytes: Uint8Array): Generator<Chunk> {
  const view = viewOf(bytes);
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    yield { name: String.fromCharCode(...bytes.subarray(at, at + 4)), start: at, end };
    at = end;
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
