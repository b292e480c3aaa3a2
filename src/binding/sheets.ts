import { VFile } from 'vfile';
import { calledPaper } from '../config/trim.js';
import { printingInstructions } from '../matter/printing-instructions.js';
import type { Artifact } from '../model/artifact.js';
import type { TrimSize } from '../model/config.js';
import type { Tools } from '../model/edition.js';
import type { PageSetup, Rendition } from '../model/rendition.js';
import type { BookletOptions, NUpOptions, Printing } from '../model/sheets.js';
import {
  type Imposition,
  imposeBooklet,
  imposeCutStack,
  imposeInOrder,
  withBacksTurned,
} from './imposition.js';
import { pagesLegible } from './notices.js';
import { bindPages } from './paged.js';
import type { Sheets } from './pdf-imposition.js';
import { points } from './points.js';
import { bleedOn, layOutSheet, marksOf, type SheetLayout } from './sheet-layout.js';

/** The grids that so many pages can lie in; the first is taken where they are equal. */
const GRIDS: Readonly<Record<NUpOptions['pages'], readonly (readonly [columns: number, rows: number])[]>> = {
  2: [
    [2, 1],
    [1, 2],
  ],
  4: [[2, 2]],
  8: [
    [4, 2],
    [2, 4],
  ],
};

/** Below this scale text of a book is too small to be read at length: 11.5 pt become less than 7. */
const LEGIBLE = 0.6;

/** A finished PDF whose pages go on sheets. */
export interface Bound {
  readonly artifact: Artifact;
  /** How many pages there are without the empty ones that fill up the last sheet of a print shop: these sheets are filled up anew. */
  readonly written: number;
}

/**
 * Puts finished pages on the sheets that their edition wants, each with a page that says how to print them.
 * @param pagesFor the PDFs whose pages are wanted, each on sheets of its own
 */
export async function bindSheets(
  pagesFor: (options: BookletOptions | NUpOptions) => Promise<readonly Bound[]>,
  rendition: Rendition,
  tools: Tools,
): Promise<Artifact[]> {
  const { booklet, nUp } = rendition.options;
  const made: Artifact[] = [];
  for (const options of [booklet, nUp]) {
    if (!options) continue;
    for (const bound of await pagesFor(options))
      made.push(...(await bindSheet(bound, options, rendition, tools)));
  }
  return made;
}

async function bindSheet(
  { artifact, written }: Bound,
  options: BookletOptions | NUpOptions,
  rendition: Rendition,
  tools: Tools,
): Promise<Artifact[]> {
  const { edition, metadata, words } = rendition;
  const { paper, marks } = options;
  const kind = kindOf(options);
  tools.progress(`${edition}: on sheets of ${paper.name}`);
  const { openPages, imposePdf } = await import('./pdf-imposition.js');
  const { path, value } = artifact.file;
  const pages = await openPages(value as Uint8Array, written);
  const grids = 'pages' in options ? GRIDS[options.pages] : ([[2, 1]] as const);
  const layout = layOutSheet(
    pages.size,
    pages.insets,
    {
      width: points(paper.width),
      height: points(paper.height),
      margin: points(options.printerMargin),
      enlarge: options.enlarge,
    },
    grids,
  );
  const facts = { edition, paper: paper.name, percent: Math.round(layout.scale * 100) };
  if (layout.scale < LEGIBLE) tools.ledger.say(pagesLegible, facts, options.at);

  const upright = imposed(pages.pages.length, options, layout, metadata.dir === 'rtl');
  const edge = options.flip ?? layout.edge;
  const beyond = bleedOn(layout, marks ? pages.bleed : 0);
  const sheets: Sheets = {
    imposition: edge === layout.edge ? upright : withBacksTurned(upright),
    layout,
    edge,
    thickness: 'paperThickness' in options ? points(options.paperThickness) : 0,
    marks,
    beyond,
    metadata: { ...metadata, title: `${metadata.title} (${words.printing[kind]})` },
  };
  const stem = `${path.replace(/\.pdf$/, '')}-${nameOf(options)}-${paper.name.replace(/\s+/g, '')}`;
  const bytes = await imposePdf(pages, sheets);
  const made: Artifact = {
    file: new VFile({ path: `${stem}.pdf`, value: bytes }),
    mediaType: 'application/pdf',
    edition,
    pages: sheets.imposition.sides.length,
  };
  const { imposition } = sheets;
  const printing: Printing = {
    kind,
    file: made.file.basename ?? '',
    paper: calledPaper(paper),
    landscape: layout.sheet.width > layout.sheet.height,
    edge: imposition.doubleSided ? edge : undefined,
    sheets: imposition.sides.length / (imposition.doubleSided ? 2 : 1),
    blanks: imposition.blanks,
    percent: Math.round(layout.scale * 100),
    columns: layout.columns,
    rows: layout.rows,
    signatures: imposition.signatures,
    marks: marks && marksOf(layout, kind === 'booklet', [0, 0], beyond).some(({ fold }) => !fold),
  };
  return [made, await bindInstructions(printing, paper, `${stem}-printing.pdf`, rendition, tools)];
}

/** Sets the page that says how to print a file, in the language of the book. */
async function bindInstructions(
  printing: Printing,
  paper: TrimSize,
  path: string,
  rendition: Rendition,
  tools: Tools,
): Promise<Artifact> {
  const { metadata, words } = rendition;
  const section = printingInstructions(printing, metadata, words);
  const size = sheetToRead(paper);
  const page: PageSetup = {
    sizes: [size],
    margins: { top: MARGIN, bottom: MARGIN, inner: MARGIN, outer: MARGIN },
    mirrored: false,
    recto: false,
    heads: { verso: 'none', recto: 'none' },
    footNotes: false,
    floats: false,
  };
  const own: Rendition = { ...rendition, sections: [section], outline: [], page, options: {} };
  const title = `${metadata.title} (${words.printing[printing.kind]}: ${words.printing.title})`;
  const job = { sections: [section], size, path, title, foot: '', folios: false };
  return (await bindPages(own, job, tools)).artifact;
}

/** Of the page of instructions, in CSS pixels. */
const MARGIN = 80;
/** Wider paper than this, in CSS pixels, is halved to be read: A3 to A4, Tabloid to Letter. */
const WIDE = 900;

function sheetToRead({ name, width, height }: TrimSize): TrimSize {
  return width > WIDE ? { name, width: height / 2, height: width } : { name, width, height };
}

function kindOf(options: BookletOptions | NUpOptions): Printing['kind'] {
  return 'pages' in options ? (options.cutStack ? 'cutStack' : 'nUp') : 'booklet';
}

function nameOf(options: BookletOptions | NUpOptions): string {
  if (!('pages' in options)) return 'booklet';
  return `${options.pages}-up${options.cutStack ? '-cut-stack' : ''}`;
}

function imposed(
  pages: number,
  options: BookletOptions | NUpOptions,
  { columns, rows }: SheetLayout,
  rightToLeft: boolean,
): Imposition {
  if (!('pages' in options)) return imposeBooklet(pages, { ...options, rightToLeft });
  const grid = { columns, rows, doubleSided: options.doubleSided, rightToLeft };
  return options.cutStack ? imposeCutStack(pages, grid) : imposeInOrder(pages, grid);
}
