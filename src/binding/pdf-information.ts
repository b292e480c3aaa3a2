import { PDFBool, PDFDict, type PDFDocument, PDFHeader, PDFName, PDFRef } from '@cantoo/pdf-lib';
import type { Metadata } from '../model/metadata.js';
import { type Claims, keywordsOf, xmpPacket } from './pdf-xmp.js';

/** How a viewer shows the book when it is opened. */
export interface Viewing {
  /** Pages face each other, rectos outside. */
  readonly mirrored: boolean;
  /** Made to be read on a screen rather than printed. */
  readonly screen: boolean;
}

const CREATOR = 'Octavo';

/**
 * Says what the book is, in the information dictionary and in XMP alike. Chromium leaves its user agent and the hour
 * of printing there; both are replaced, so that the file tells nothing of the machine it was made on.
 */
export function setInformation(document: PDFDocument, metadata: Metadata, claims: Claims): void {
  const { context, catalog } = document;
  const producer = producerOf(document);
  const modified = new Date(metadata.modified);
  const { Info: old } = context.trailerInfo;
  if (old instanceof PDFRef) context.delete(old);
  context.trailerInfo.Info = context.register(context.obj({}));
  document.setTitle(metadata.title);
  if (metadata.authors.length > 0) document.setAuthor(metadata.authors.map(({ name }) => name).join('; '));
  if (metadata.description) document.setSubject(metadata.description);
  const keywords = keywordsOf(metadata);
  if (keywords) document.setKeywords([keywords]);
  document.setCreator(CREATOR);
  document.setProducer(producer);
  document.setCreationDate(modified);
  document.setModificationDate(modified);
  if (claims.x)
    context.lookup(context.trailerInfo.Info, PDFDict).set(PDFName.of('Trapped'), PDFName.of('False'));
  document.setLanguage(metadata.lang);
  // Not compressed, so that tools which look for the packet alone find it.
  const packet = context.stream(xmpPacket(metadata, { creator: CREATOR, producer }, claims), {
    Type: 'Metadata',
    Subtype: 'XML',
  });
  catalog.set(PDFName.of('Metadata'), context.register(packet));
  context.header = PDFHeader.forVersion(1, 7);
}

/** The name of the library that wrote the pages, as Chromium gives it: `Skia/PDF m147`. */
function producerOf(document: PDFDocument): string {
  return /^Skia\/PDF m\d+$/.exec(document.getProducer() ?? '')?.[0] ?? 'Skia/PDF';
}

/** Sets what a viewer does on opening (ISO 32000-1, 7.7.2 and 12.2): the title in the window, the spread, true size. */
export function setViewing(document: PDFDocument, metadata: Metadata, { mirrored, screen }: Viewing): void {
  const { context, catalog } = document;
  const rtl = metadata.dir === 'rtl';
  const preferences = context.obj({ DisplayDocTitle: PDFBool.True });
  if (rtl) preferences.set(PDFName.of('Direction'), PDFName.of('R2L'));
  if (!screen) preferences.set(PDFName.of('PrintScaling'), PDFName.of('None'));
  if (mirrored && !screen) preferences.set(PDFName.of('Duplex'), PDFName.of('DuplexFlipLongEdge'));
  catalog.set(PDFName.of('ViewerPreferences'), preferences);
  // The first page is a recto: the right one, or the left one where the book is bound on the right.
  const spread = rtl ? 'TwoPageLeft' : 'TwoPageRight';
  catalog.set(PDFName.of('PageLayout'), PDFName.of(mirrored ? spread : screen ? 'OneColumn' : 'SinglePage'));
}
