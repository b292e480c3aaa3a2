import {
  PDFBool,
  type PDFContext,
  type PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib';
import type { Metadata } from '../model/metadata.js';
import type { Edge } from '../model/sheets.js';
import type { Cell, Imposition, Side } from './imposition.js';
import { setInformation } from './pdf-information.js';
import { openPdf } from './pdf-open.js';
import { contentOf } from './pdf-pages.js';
import { dropUnreached } from './pdf-reach.js';
import { savePdf } from './pdf-save.js';
import { compressed } from './pdf-stream.js';
import { survey } from './pdf-survey.js';
import { type Beyond, type Insets, marksOf, type SheetLayout, type Size } from './sheet-layout.js';

/** Finished pages, about to be put on sheets. */
export interface OpenPages {
  readonly document: PDFDocument;
  /** Those that go on sheets. */
  readonly pages: readonly PDFPage[];
  /** Of the first page, as it is cut. */
  readonly size: Size;
  readonly insets: Insets;
  /** How far the first page goes on beyond where it is cut, in points. */
  readonly bleed: number;
}

/**
 * Opens a finished PDF and measures its pages.
 * @param written how many of them go on sheets
 * @throws InternalError if the bytes are no whole PDF
 */
export async function openPages(bytes: Uint8Array, written: number): Promise<OpenPages> {
  const document = await openPdf(bytes);
  const pages = document.getPages().slice(0, written);
  const [first] = pages;
  const { width = 0, height = 0 } = first?.getTrimBox() ?? {};
  // Where it is bound it may have none.
  const bleed = first ? first.getTrimBox().y - first.getBleedBox().y : 0;
  const insets = { x: width / 2, y: height / 2 };
  for (const page of pages) {
    const { left, right, lowest, highest } = survey(contentOf(page), page.node.Resources());
    const trim = page.getTrimBox();
    // A page that is painted to its edges, as a cover is, has no margins to keep.
    if (left === undefined || right === undefined || left - trim.x < 1) continue;
    insets.x = Math.min(insets.x, left - trim.x, trim.x + trim.width - right);
    if (lowest !== undefined) insets.y = Math.min(insets.y, lowest - trim.y);
    if (highest) insets.y = Math.min(insets.y, trim.y + trim.height - highest.baseline - highest.size);
  }
  return { document, pages, size: { width, height }, insets, bleed };
}

/** How pages are put on sheets. */
export interface Sheets {
  readonly imposition: Imposition;
  readonly layout: SheetLayout;
  /** The edge that the paper is turned over on. */
  readonly edge: Edge;
  /** Thickness of the paper, in points. */
  readonly thickness: number;
  readonly marks: boolean;
  /** How far pages are shown beyond the cut. */
  readonly beyond: Beyond;
  readonly metadata: Metadata;
}

/**
 * Writes pages on sheets. Each becomes a form (ISO 32000-1, 8.10) that is painted where it belongs, cut to its own part of the sheet
 * and, where no other page lies, to so much of its bleed as there is room for; fonts, images and everything else stay as they are, once. The file is for a printer, and claims
 * nothing: without tags, outline, links and labels.
 */
export async function imposePdf({ document, pages }: OpenPages, sheets: Sheets): Promise<Uint8Array> {
  const { context, catalog } = document;
  const forms: Form[] = [];
  for (const page of pages) forms.push(await formOf(page));
  const tree = context.nextRef();
  const kids: PDFRef[] = [];
  for (const side of sheets.imposition.sides) kids.push(await writeSide(context, tree, side, forms, sheets));
  context.assign(tree, context.obj({ Type: 'Pages', Kids: kids, Count: kids.length }));

  for (const [key] of catalog.entries()) if (key !== PDFName.of('Type')) catalog.delete(key);
  catalog.set(PDFName.of('Pages'), tree);
  setInformation(document, sheets.metadata, { ua: false, x: false, a: false });
  const duplex = sheets.edge === 'long' ? 'DuplexFlipLongEdge' : 'DuplexFlipShortEdge';
  const preferences = {
    DisplayDocTitle: PDFBool.True,
    PrintScaling: 'None',
    Duplex: sheets.imposition.doubleSided ? duplex : 'Simplex',
    PickTrayByPDFSize: PDFBool.True,
  };
  catalog.set(PDFName.of('ViewerPreferences'), context.obj(preferences));
  catalog.set(PDFName.of('PageLayout'), PDFName.of('SinglePage'));
  dropUnreached(context);
  return savePdf(document, sheets.metadata.identifier);
}

/** A page as it is painted: its form, which has its bleed, nothing where it is empty, and where it is cut. */
interface Form {
  readonly ref: PDFRef | undefined;
  readonly trim: Size & { readonly x: number; readonly y: number };
}

async function formOf(page: PDFPage): Promise<Form> {
  const { context } = page.doc;
  const trim = page.getTrimBox();
  const { x, y, width, height } = page.getBleedBox();
  const content = contentOf(page);
  if (!content.length) return { ref: undefined, trim };
  const contents = context.lookup(page.node.get(PDFName.of('Contents')));
  // One stream is taken as it is, without being packed anew.
  const form =
    contents instanceof PDFRawStream
      ? PDFRawStream.of(contents.dict.clone(context), contents.contents)
      : await compressed(context, content);
  const entries: [string, PDFObject | undefined][] = [
    ['Type', PDFName.of('XObject')],
    ['Subtype', PDFName.of('Form')],
    ['BBox', context.obj([x, y, x + width, y + height])],
    ['Resources', page.node.getInheritableAttribute(PDFName.of('Resources'))],
    ['Group', page.node.get(PDFName.of('Group'))],
  ];
  for (const [key, value] of entries) if (value) form.dict.set(PDFName.of(key), value);
  return { ref: context.register(form), trim };
}

async function writeSide(
  context: PDFContext,
  tree: PDFRef,
  side: Side,
  forms: readonly Form[],
  { layout, imposition, thickness, marks, beyond }: Sheets,
): Promise<PDFRef> {
  const { width, height } = layout.sheet;
  const shown: Record<string, PDFRef> = {};
  const content: string[] = [];
  for (const cell of side) {
    const form = cell.page === undefined ? undefined : forms[cell.page];
    if (!form?.ref) continue;
    const name = `P${(cell.page ?? 0) + 1}`;
    shown[name] = form.ref;
    content.push(painted(cell, form, name, layout, cell.shift * thickness, beyond));
  }
  if (marks) {
    const shiftOf = (cell: Cell | undefined): number => (cell?.shift ?? 0) * thickness;
    const folded = imposition.signatures.length > 0;
    content.push('0.25 w 0 G');
    const shifts = [shiftOf(side[0]), shiftOf(side.at(-1))] as const;
    for (const { from, to, fold } of marksOf(layout, folded, shifts, beyond))
      content.push(`${fold ? '[2 2] 0 d' : '[] 0 d'} ${numbers(...from)} m ${numbers(...to)} l S`);
  }
  const stream = await compressed(context, Buffer.from(content.join('\n')));
  const box = context.obj([0, 0, round(width), round(height)]);
  const page = context.obj({
    Type: 'Page',
    Parent: tree,
    MediaBox: box,
    Resources: context.obj({ XObject: context.obj(shown) }),
    Contents: context.register(stream),
  });
  return context.register(page);
}

/** A page in its cell, moved by so many points, and cut where another begins; where none does, its bleed is shown. */
function painted(
  cell: Cell,
  { trim }: Form,
  name: string,
  layout: SheetLayout,
  shift: number,
  beyond: Beyond,
): string {
  const { scale, left, bottom, rows, columns } = layout;
  const { width, height } = layout.cell;
  const x = left + cell.column * width;
  const y = bottom + (rows - 1 - cell.row) * height;
  const atLeft = cell.column === 0 ? beyond.x : 0;
  const atRight = cell.column === columns - 1 ? beyond.x : 0;
  const below = cell.row === rows - 1 ? beyond.y : 0;
  const above = cell.row === 0 ? beyond.y : 0;
  const cut = [
    x + Math.max(0, shift) - atLeft,
    y - below,
    width - Math.abs(shift) + atLeft + atRight,
    height + below + above,
  ];
  // A page of another size than the first lies in the middle of its cell.
  const [across, up] = [(width - trim.width * scale) / 2, (height - trim.height * scale) / 2];
  const from = [x + shift + across - trim.x * scale, y + up - trim.y * scale];
  const back = [x + shift + width - across + trim.x * scale, y + height - up + trim.y * scale];
  const place = cell.turned ? [-scale, 0, 0, -scale, ...back] : [scale, 0, 0, scale, ...from];
  return `q ${numbers(...cut)} re W n ${numbers(...place)} cm /${name} Do Q`;
}

/** To a millionth: smaller numbers would be written with an exponent, which PDF does not know. */
function round(value: number): number {
  return Math.round(value * 1_000_000) / 1_000_000;
}

function numbers(...values: readonly number[]): string {
  return values.map((value) => String(round(value) || 0)).join(' ');
}
