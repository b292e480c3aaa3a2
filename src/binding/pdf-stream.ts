import { promisify } from 'node:util';
import { deflate, deflateSync, inflateSync } from 'node:zlib';
import { decodePDFRawStream, type PDFContext, PDFName, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { InternalError } from './internal-error.js';

const FILTER = PDFName.of('Filter');
const FLATE = PDFName.of('FlateDecode');

/** The plain bytes of a stream. Node's zlib is ten times as fast as the library's inflate, which takes what is left. */
export function decode(stream: PDFObject | undefined): Uint8Array {
  if (!(stream instanceof PDFRawStream)) throw new InternalError('The printed PDF lacks a stream.');
  const filter = stream.dict.lookup(FILTER);
  if (!filter) return stream.contents;
  if (filter === FLATE && !stream.dict.has(PDFName.of('DecodeParms'))) return inflateSync(stream.contents);
  return decodePDFRawStream(stream).decode();
}

/** Puts other bytes into a stream, compressed; its dictionary (resources, boxes) stays. */
export function replace(stream: PDFRawStream, plain: Uint8Array): void {
  stream.dict.set(FILTER, FLATE);
  stream.dict.delete(PDFName.of('DecodeParms'));
  stream.updateContents(deflateSync(plain));
}

const deflated = promisify<Uint8Array, Uint8Array>(deflate);

/** A new stream, compressed beside what goes on here: several at once are done on as many threads. */
export async function compressed(context: PDFContext, plain: Uint8Array): Promise<PDFRawStream> {
  return context.stream(await deflated(plain), { Filter: 'FlateDecode' });
}
