import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import {
  PDFCatalog,
  type PDFContext,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { compressed } from './pdf-stream.js';

/** How many objects lie in one object stream: more compress better, fewer are quicker to reach. */
const PER_STREAM = 200;

/** Where an object is: at an offset of the file, or as the nth in an object stream. */
type Entry =
  | readonly [type: 1, offset: number, generation: number]
  | readonly [type: 2, stream: number, index: number];

/**
 * Writes the document, small objects in object streams (ISO 32000-1, 7.5.7), which halve a tagged file, and with a
 * trailer `/ID` (14.4): its first half names the book for good, the second this very content. Same document, same bytes.
 *
 * The library's own writer sorts each entry of the cross-reference table into a list, one by one: for the 100,000
 * objects of a tagged book that takes longer than everything else.
 * @param identifier the book's own identifier, a URI
 */
export async function savePdf({ context }: PDFDocument, identifier: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const entries = new Map<number, Entry>();
  let offset = 0;
  const write = (piece: Uint8Array) => {
    pieces.push(piece);
    offset += piece.length;
  };
  const writeObject = (ref: PDFRef, object: PDFObject) => {
    entries.set(ref.objectNumber, [1, offset, ref.generationNumber]);
    write(Buffer.from(`${ref.objectNumber} ${ref.generationNumber} obj\n`));
    write(bytesOf(object));
    write(Buffer.from('\nendobj\n'));
  };

  const header = new Uint8Array(context.header.sizeInBytes());
  context.header.copyBytesInto(header, 0);
  write(header);
  write(Buffer.from('\n'));

  const small: [PDFRef, PDFObject][] = [];
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    // Streams may not lie in streams, and some readers look for the catalog in the open.
    const large = object instanceof PDFStream || object instanceof PDFCatalog || ref.generationNumber > 0;
    if (large) writeObject(ref, object);
    else small.push([ref, object]);
  }
  let next = context.largestObjectNumber + 1;
  const streams: Promise<PDFRawStream>[] = [];
  for (let at = 0; at < small.length; at += PER_STREAM) {
    const group = small.slice(at, at + PER_STREAM);
    const number = next + streams.length;
    for (const [index, [ref]] of group.entries()) entries.set(ref.objectNumber, [2, number, index]);
    streams.push(objectStream(context, group));
  }
  for (const stream of streams) writeObject(PDFRef.of(next++), await stream);

  const start = offset;
  entries.set(next, [1, start, 0]);
  const id = [identifier, Buffer.concat(pieces)].map((content) => PDFHexString.of(digest(content)));
  const { Root, Info } = context.trailerInfo;
  const table = context.stream(deflateSync(tableOf(entries, next + 1)), {
    Type: 'XRef',
    Size: next + 1,
    W: [1, WIDTH, 2],
    Filter: 'FlateDecode',
    DecodeParms: { Predictor: 12, Columns: ROW },
    Root,
    Info,
    ID: context.obj(id),
  });
  writeObject(PDFRef.of(next), table);
  write(Buffer.from(`startxref\n${start}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(pieces));
}

function bytesOf(object: PDFObject): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
}

/** The objects one after another, after a list of their numbers and offsets. */
async function objectStream(
  context: PDFContext,
  group: readonly [PDFRef, PDFObject][],
): Promise<PDFRawStream> {
  let size = 0;
  const index = group.map(([ref, object]) => {
    const entry = `${ref.objectNumber} ${size}`;
    size += object.sizeInBytes() + 1;
    return entry;
  });
  const head = Buffer.from(`${index.join(' ')}\n`);
  // What is left between them are the ends of lines.
  const plain = Buffer.alloc(head.length + size, '\n');
  let at = head.copy(plain);
  for (const [, object] of group) at += object.copyBytesInto(plain, at) + 1;
  const stream = await compressed(context, plain);
  stream.dict.set(PDFName.of('Type'), PDFName.of('ObjStm'));
  stream.dict.set(PDFName.of('N'), PDFNumber.of(group.length));
  stream.dict.set(PDFName.of('First'), PDFNumber.of(head.length));
  return stream;
}

/** Bytes of an offset: enough for 4 GB. */
const WIDTH = 4;
/** Bytes of one line of the cross-reference table: type, offset, generation. */
const ROW = 1 + WIDTH + 2;

/**
 * The cross-reference table (7.5.8) of the objects 0 to `size - 1`, each line as its difference from the line before
 * (PNG's “up” predictor), which makes the regular table very small.
 */
function tableOf(entries: ReadonlyMap<number, Entry>, size: number): Uint8Array {
  const rows = Buffer.alloc(size * ROW);
  for (let number = 0; number < size; number++) {
    const [type, where, which] = entries.get(number) ?? [0, 0, 0xffff];
    rows.writeUInt8(type, number * ROW);
    rows.writeUInt32BE(where, number * ROW + 1);
    rows.writeUInt16BE(which, number * ROW + 1 + WIDTH);
  }
  const table = Buffer.alloc(size * (ROW + 1));
  for (let number = 0; number < size; number++) {
    table[number * (ROW + 1)] = 2;
    for (let column = 0; column < ROW; column++) {
      const above = number > 0 ? (rows[(number - 1) * ROW + column] ?? 0) : 0;
      table[number * (ROW + 1) + 1 + column] = (rows[number * ROW + column] ?? 0) - above;
    }
  }
  return table;
}

const digest = (content: string | Uint8Array) =>
  createHash('sha256').update(content).digest('hex').slice(0, 32);
