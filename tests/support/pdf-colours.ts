import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { bytesOf } from './matterhorn/objects.js';

/** The colours that are painted with, and the spaces of the images. */
export async function coloursOf(bytes: Uint8Array): Promise<{ painted: Set<string>; images: string[] }> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const painted = new Set<string>();
  const contents = document.getPages().map(({ node }) => node.lookup(PDFName.of('Contents')));
  for (const [, object] of document.context.enumerateIndirectObjects())
    if (object instanceof PDFRawStream && object.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Form'))
      contents.push(object);
  for (const stream of contents)
    if (stream instanceof PDFRawStream)
      for (const [colour] of Buffer.from(bytesOf(stream))
        .toString('latin1')
        .matchAll(/(?:[\d.]+ ){1,4}(?:rg|RG|g|G|k|K)(?=\s)/g))
        painted.add(colour);
  const images = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFRawStream && object.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image')
        ? [String(object.dict.lookup(PDFName.of('ColorSpace')))]
        : [],
    );
  return { painted, images };
}

/** Black, white or between, as ink (`.5 g`) or as light (`.5 .5 .5 rg`). */
export function isGrey(colour: string): boolean {
  return /^[\d.]+ g$/i.test(colour) || /^([\d.]+) \1 \1 rg$/i.test(colour);
}
