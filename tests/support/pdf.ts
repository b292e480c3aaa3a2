import { decodePDFRawStream, PDFArray, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Font, fontsOf, plainName } from './pdf-fonts.js';
import { type Line, linesOf, type Piece } from './pdf-lines.js';
import { type Tag, tagged, tagsOf } from './pdf-tags.js';
import { getDocument, OPS } from './pdfjs.js';

export type { Font, Line, Tag };
export { tagged };

/** Points (1/72 in), from the top left of the sheet. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface InspectedPage {
  /** The page label: `iv`, `12`. */
  readonly label: string;
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly boxes: {
    readonly media: Box;
    readonly crop?: Box | undefined;
    readonly bleed?: Box | undefined;
    readonly trim?: Box | undefined;
  };
  /** From top to bottom; see `Line`. */
  readonly lines: readonly Line[];
  /** The lines, with a line feed between. */
  readonly text: string;
  /** The runs of text that the lines are made of, in the order of the file. */
  readonly pieces: readonly Piece[];
  /** How many painting operations are neither tagged nor marked as an artifact; 0 in an accessible PDF. */
  readonly unmarked: number;
}

export interface OutlineItem {
  readonly title: string;
  /** Index of the page it leads to, from 0, and that page's label. */
  readonly page: number;
  readonly label: string;
  /** Points from the top of the page. */
  readonly y: number;
  readonly children: readonly OutlineItem[];
}

export interface Link {
  /** Index of the page it stands on, from 0. */
  readonly page: number;
  readonly url?: string | undefined;
  /** Name of the destination, for a link within the document. */
  readonly dest?: string | undefined;
  /** What a screen reader says. */
  readonly contents: string;
  /** What can be clicked. */
  readonly area: Box;
}

export interface InspectedPdf {
  /** From the header: `1.7`. */
  readonly version: string;
  readonly title: string | undefined;
  readonly lang: string | undefined;
  readonly producer: string | undefined;
  readonly metadata: { readonly info: Readonly<Record<string, unknown>>; readonly xmp: string };
  /** The halves of the trailer's `/ID`, hexadecimal. */
  readonly id: readonly string[];
  /** `UseOutlines`, `TwoPageRight`. */
  readonly pageMode: string;
  readonly pageLayout: string;
  readonly viewerPreferences: Readonly<Record<string, unknown>>;
  readonly pages: readonly InspectedPage[];
  readonly outline: readonly OutlineItem[];
  /** The top of the structure tree, usually one `Document`. */
  readonly tags: readonly Tag[];
  readonly links: readonly Link[];
  /** Index of the page, from 0, by name of the destination. */
  readonly destinations: Readonly<Record<string, number>>;
  /** How far a destination is from the left and from the top of its page, by its name. */
  readonly positions: Readonly<Record<string, Pick<Box, 'x' | 'y'>>>;
  readonly fonts: readonly Font[];
}

/**
 * Reads a finished PDF back, with programs that had no part in making it: text, positions, outline, labels and links as
 * pdf.js shows them, and boxes, fonts and tags as they stand in the file. Pages are indexes from 0; lengths are points,
 * from the top left of the page.
 */
export async function inspectPdf(bytes: Uint8Array): Promise<InspectedPdf> {
  const file = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  // pdf.js takes the bytes away, so it gets its own; 1 = tell of errors and warnings, on the console.
  const shown = await getDocument({ data: bytes.slice(), verbosity: 1, useSystemFonts: false }).promise;
  try {
    const labels = (await shown.getPageLabels()) ?? [];
    const { info, metadata } = await shown.getMetadata();
    const pages: InspectedPage[] = [];
    const links: Link[] = [];
    const marked = new Map<string, string>();
    for (let index = 0; index < shown.numPages; index++) {
      const page = await shown.getPage(index + 1);
      pages.push(await inspectPage(page, file, labels[index] ?? '', marked));
      for (const link of await page.getAnnotations()) {
        if (link.subtype !== 'Link') continue;
        links.push({
          page: index,
          url: link.url,
          dest: link.dest ?? undefined,
          contents: link.contentsObj.str,
          area: areaOf(link.rect, pages[index]?.height ?? 0),
        });
      }
      page.cleanup();
    }
    const facts = info as Record<string, unknown>;
    const destinations: Record<string, number> = {};
    const positions: Record<string, Pick<Box, 'x' | 'y'>> = {};
    for (const [name, dest] of Object.entries((await shown.getDestinations()) as Record<string, unknown[]>)) {
      const page = await pageIndex(shown, dest);
      destinations[name] = page;
      positions[name] = { x: Number(dest[2]), y: (pages[page]?.height ?? 0) - Number(dest[3]) };
    }
    return {
      version: String(facts.PDFFormatVersion),
      title: textOf(facts.Title),
      producer: textOf(facts.Producer),
      lang: textOf(facts.Language),
      metadata: { info: facts, xmp: metadata ? xmpOf(file) : '' },
      id: shown.fingerprints.filter((half) => half !== null),
      pageMode: await shown.getPageMode(),
      pageLayout: await shown.getPageLayout(),
      viewerPreferences: ((await shown.getViewerPreferences()) ?? {}) as unknown as Record<string, unknown>,
      pages,
      outline: await outlineOf(shown, await shown.getOutline(), pages),
      tags: tagsOf(file, marked),
      links,
      destinations,
      positions,
      fonts: fontsOf(file),
    };
  } finally {
    await shown.loadingTask.destroy();
  }
}

function areaOf([left, bottom, right, top]: [number, number, number, number], height: number): Box {
  return { x: left, y: height - top, width: right - left, height: top - bottom };
}

/** The outline as indented lines, `Title … label`, for comparing at a glance. */
export function outlineText(items: readonly OutlineItem[], depth = 0): string[] {
  return items.flatMap((item) => [
    `${'  '.repeat(depth)}${item.title} … ${item.label}`,
    ...outlineText(item.children, depth + 1),
  ]);
}

async function inspectPage(
  page: PDFPageProxy,
  file: PDFDocument,
  label: string,
  marked: Map<string, string>,
): Promise<InspectedPage> {
  const leaf = file.getPage(page.pageNumber - 1);
  const media = leaf.getMediaBox();
  const top = media.y + media.height;
  const box = (name: string): Box | undefined => {
    const array = leaf.node.lookupMaybe(PDFName.of(name), PDFArray);
    if (!array) return undefined;
    const { x, y, width, height } = array.asRectangle();
    return { x: x - media.x, y: top - y - height, width, height };
  };
  // The list of operations comes first: only then are the names of the fonts known.
  const operations = await page.getOperatorList();
  const content = await page.getTextContent({ includeMarkedContent: true });
  const pieces: Piece[] = [];
  /** Ids of the marked content that is open, '' for a sequence that has none. */
  const open: string[] = [];
  for (const item of content.items) {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.id ?? '');
      continue;
    }
    const id = open.findLast((name) => name !== '');
    if (id) marked.set(id, (marked.get(id) ?? '') + item.str + (item.hasEOL ? ' ' : ''));
    const [a, b, , , x, y] = item.transform as number[] as [number, number, number, number, number, number];
    if (item.str === '') continue;
    pieces.push({
      text: item.str,
      x: x - media.x,
      y: top - y,
      width: item.width,
      size: Math.hypot(a, b),
      font: page.commonObjs.has(item.fontName) ? plainName(page.commonObjs.get(item.fontName).name).name : '',
      rtl: item.dir === 'rtl',
    });
  }
  const lines = linesOf(pieces);
  return {
    label,
    width: media.width,
    height: media.height,
    boxes: {
      media: { x: 0, y: 0, width: media.width, height: media.height },
      crop: box('CropBox'),
      bleed: box('BleedBox'),
      trim: box('TrimBox'),
    },
    lines,
    text: lines.map((line) => line.text).join('\n'),
    pieces,
    unmarked: unmarkedIn(operations),
  };
}

const PAINTING = new Set<number>([
  OPS.showText,
  OPS.showSpacedText,
  OPS.nextLineShowText,
  OPS.nextLineSetSpacingShowText,
  OPS.shadingFill,
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintSolidColorImageMask,
]);

function unmarkedIn({ fnArray, argsArray }: { fnArray: number[]; argsArray: unknown[][] }): number {
  let depth = 0;
  let count = 0;
  for (const [index, fn] of fnArray.entries()) {
    if (fn === OPS.beginMarkedContent || fn === OPS.beginMarkedContentProps) depth++;
    else if (fn === OPS.endMarkedContent) depth--;
    // A path is one operation together with what ends it; one that ends without paint only clips.
    const paints = fn === OPS.constructPath ? argsArray[index]?.[0] !== OPS.endPath : PAINTING.has(fn);
    if (paints && depth === 0) count++;
  }
  return count;
}

type PdfJsOutline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

async function outlineOf(
  shown: PDFDocumentProxy,
  items: PdfJsOutline,
  pages: readonly InspectedPage[],
): Promise<OutlineItem[]> {
  const result: OutlineItem[] = [];
  for (const item of items ?? []) {
    const dest = typeof item.dest === 'string' ? await shown.getDestination(item.dest) : item.dest;
    const page = await pageIndex(shown, dest ?? []);
    const on = pages[page];
    result.push({
      title: item.title,
      page,
      label: on?.label ?? '',
      y: (on?.height ?? 0) - Number(dest?.[3] ?? 0),
      children: await outlineOf(shown, item.items as PdfJsOutline, pages),
    });
  }
  return result;
}

/** Index of the page that a destination names, -1 if it names none. */
async function pageIndex(shown: PDFDocumentProxy, dest: readonly unknown[]): Promise<number> {
  const ref = dest[0];
  if (typeof ref !== 'object' || ref === null) return -1;
  return shown.getPageIndex(ref as Parameters<PDFDocumentProxy['getPageIndex']>[0]);
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

function xmpOf(file: PDFDocument): string {
  const stream = file.catalog.lookup(PDFName.of('Metadata'));
  return stream instanceof PDFRawStream ? new TextDecoder().decode(decodePDFRawStream(stream).decode()) : '';
}
