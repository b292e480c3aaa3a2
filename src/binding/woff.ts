import { inflateSync } from 'node:zlib';

/** Lengths in bytes of the headers of both formats, and of what each says of a table. */
const WOFF = { header: 44, entry: 20 } as const;
const SFNT = { header: 12, entry: 16 } as const;
const SIGNATURE = 0x774f4646;

/**
 * Unpacks a font: a WOFF is a TrueType or OpenType font with its tables compressed one by one (W3C, WOFF File Format 1.0).
 * @throws if it is none
 */
export function unpackWoff(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.readUInt32BE(0) !== SIGNATURE) throw new Error('the font is no WOFF');
  const count = file.readUInt16BE(12);
  const head = Buffer.alloc(SFNT.header + SFNT.entry * count);
  head.writeUInt32BE(file.readUInt32BE(4), 0);
  head.writeUInt16BE(count, 4);
  const power = Math.floor(Math.log2(count));
  head.writeUInt16BE(16 * 2 ** power, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(16 * count - 16 * 2 ** power, 10);
  const tables: Buffer[] = [head];
  let offset = head.length;
  for (let i = 0; i < count; i++) {
    const from = WOFF.header + WOFF.entry * i;
    const [at, packed, length] = [4, 8, 12].map((field) => file.readUInt32BE(from + field));
    const stored = file.subarray(at, (at ?? 0) + (packed ?? 0));
    const table = packed === length ? stored : inflateSync(stored);
    const to = SFNT.header + SFNT.entry * i;
    file.copy(head, to, from, from + 4);
    head.writeUInt32BE(file.readUInt32BE(from + 16), to + 4);
    head.writeUInt32BE(offset, to + 8);
    head.writeUInt32BE(table.length, to + 12);
    // Tables begin at multiples of four.
    tables.push(table, Buffer.alloc(-table.length & 3));
    offset += table.length + (-table.length & 3);
  }
  return new Uint8Array(Buffer.concat(tables));
}
