import { createHash } from 'node:crypto';
import { type PDFDocument, PDFHexString, PDFStreamWriter } from '@cantoo/pdf-lib';
import { InternalError } from './pdf-open.js';

/** As many hexadecimal digits as an identifier of 16 bytes has. */
const DIGITS = 32;

/**
 * Writes the document with object streams, which halve a tagged file, and with a trailer `/ID` (ISO 32000-1, 14.4):
 * the first half names the book for good, the second this very content. Same document, same bytes.
 * @param identifier the book's own identifier, a URI
 */
export async function savePdf({ context }: PDFDocument, identifier: string): Promise<Uint8Array> {
  // The second half is the hash of the file as it is with a blank in that place, which is then filled in.
  const blank = '0'.repeat(DIGITS);
  context.trailerInfo.ID = context.obj([PDFHexString.of(digest(identifier)), PDFHexString.of(blank)]);
  const bytes = await PDFStreamWriter.forContext(context, Number.POSITIVE_INFINITY).serializeToBuffer();
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = buffer.lastIndexOf(`<${blank}>`);
  if (at < 0) throw new InternalError('The trailer of the PDF was written without its identifier.');
  buffer.write(digest(bytes), at + 1, 'latin1');
  return bytes;
}

const digest = (content: string | Uint8Array) =>
  createHash('sha256').update(content).digest('hex').slice(0, DIGITS).toUpperCase();
