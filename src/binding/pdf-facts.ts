import { PDFArray, PDFDict, PDFHexString, PDFName, PDFRawStream, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { listFonts, type PrintedFont } from './pdf-fonts.js';
import { openPdf } from './pdf-open.js';
import { contentOf } from './pdf-pages.js';
import { decode } from './pdf-stream.js';
import { survey } from './pdf-survey.js';

const INCH = 72;

/** One page; lengths in inches. */
export interface PageFacts {
  /** Of the finished page, cut. */
  readonly width: number;
  readonly height: number;
  /** Of the whole sheet, with bleed and whatever lies around it. */
  readonly sheet: { readonly width: number; readonly height: number };
  /** From the edges of the finished page to what is printed; `undefined` where nothing is. */
  readonly margins:
    | { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
    | undefined;
  readonly coloured: boolean;
  readonly mixed: boolean;
  /** Pixels per inch of each image. */
  readonly images: readonly number[];
}

/** What a file is, as far as somebody who is to take it asks. */
export interface PdfFacts {
  readonly bytes: number;
  readonly pages: readonly PageFacts[];
  readonly fonts: readonly PrintedFont[];
  /** The book is bound on the right. */
  readonly rightToLeft: boolean;
  readonly bookmarks: boolean;
  /** Links, forms, comments: what can be pressed. */
  readonly annotations: number;
  readonly scripts: boolean;
  readonly tagged: boolean;
  readonly lang: string | undefined;
  readonly title: string | undefined;
  /** The standards that it says it meets: `PDF/UA-1`, `PDF/X-4`, `PDF/A-2u`. */
  readonly claims: readonly string[];
}

/**
 * Reads a finished PDF back.
 * @throws InternalError if the bytes are no whole PDF
 */
export async function factsOf(bytes: Uint8Array): Promise<PdfFacts> {
  const document = await openPdf(bytes);
  const { catalog, context } = document;
  const pages = document.getPages();
  const preferences = catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict);
  const metadata = catalog.lookup(PDFName.of('Metadata'));
  const xmp = metadata instanceof PDFRawStream ? Buffer.from(decode(metadata)).toString('utf8') : '';
  const value = (name: string): string | undefined => new RegExp(`<${name}>([^<]*)<`).exec(xmp)?.[1];
  const part = value('pdfaid:part');
  return {
    bytes: bytes.length,
    pages: pages.map((page): PageFacts => {
      const trim = page.getTrimBox();
      const media = page.getMediaBox();
      const { left, right, lowest, highest, ...painted } = survey(contentOf(page), page.node.Resources());
      const known =
        left !== undefined && right !== undefined && lowest !== undefined && highest
          ? {
              left: (left - trim.x) / INCH,
              right: (trim.x + trim.width - right) / INCH,
              // Capitals are about seven tenths as high as their size.
              top: (trim.y + trim.height - highest.baseline - highest.size * 0.7) / INCH,
              bottom: (lowest - trim.y) / INCH,
            }
          : undefined;
      return {
        width: trim.width / INCH,
        height: trim.height / INCH,
        sheet: { width: media.width / INCH, height: media.height / INCH },
        margins: known,
        ...painted,
      };
    }),
    fonts: listFonts(document),
    rightToLeft: preferences?.lookup(PDFName.of('Direction')) === PDFName.of('R2L'),
    bookmarks: catalog.has(PDFName.of('Outlines')),
    annotations: pages.reduce(
      (sum, { node }) => sum + (node.lookupMaybe(PDFName.of('Annots'), PDFArray)?.size() ?? 0),
      0,
    ),
    scripts: context
      .enumerateIndirectObjects()
      .some(([, one]) => one instanceof PDFDict && one.lookup(PDFName.of('S')) === PDFName.of('JavaScript')),
    tagged: catalog.get(PDFName.of('StructTreeRoot')) instanceof PDFRef,
    lang: catalog.lookupMaybe(PDFName.of('Lang'), PDFString, PDFHexString)?.decodeText(),
    title: document.getTitle(),
    claims: [
      ...(value('pdfuaid:part') ? [`PDF/UA-${value('pdfuaid:part')}`] : []),
      ...(value('pdfxid:GTS_PDFXVersion') ? [value('pdfxid:GTS_PDFXVersion') ?? ''] : []),
      ...(part ? [`PDF/A-${part}${(value('pdfaid:conformance') ?? '').toLowerCase()}`] : []),
    ],
  };
}
