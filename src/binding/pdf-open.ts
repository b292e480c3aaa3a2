import { ParseSpeeds, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { InternalError } from './internal-error.js';

/** The end-of-file mark must stand in the last kilobyte (ISO 32000-1, annex H.3, note 18). */
const TAIL = 1024;

/**
 * Parses the bytes of a PDF, strictly: the reader would mend a broken file in silence, and half a book would be bound.
 * @throws InternalError if it is no PDF, was cut short, is encrypted, or has an object that cannot be read
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (latin1.toString('latin1', 0, 5) !== '%PDF-') {
    throw new InternalError(`The browser printed ${bytes.length} bytes that are not a PDF.`);
  }
  if (latin1.lastIndexOf('%%EOF') < bytes.length - TAIL) {
    throw new InternalError(`The printed PDF was cut short after ${bytes.length} bytes.`);
  }
  let document: PDFDocument;
  try {
    document = await PDFDocument.load(bytes, {
      updateMetadata: false,
      throwOnInvalidObject: true,
      parseSpeed: ParseSpeeds.Fastest,
    });
  } catch (cause) {
    throw new InternalError('The printed PDF cannot be read.', { cause });
  }
  // The library finds out that there is no catalog or no page tree only when it needs one.
  const catalog = document.context.lookup(document.context.trailerInfo.Root);
  if (!(catalog instanceof PDFDict) || !(catalog.lookup(PDFName.of('Pages')) instanceof PDFDict)) {
    throw new InternalError('The printed PDF has no pages.');
  }
  return document;
}
