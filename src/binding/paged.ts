import { VFile } from 'vfile';
import { inBook } from '../config/book-file.js';
import { PRINTERS } from '../config/printers.js';
import type { Artifact } from '../model/artifact.js';
import type { TrimSize } from '../model/config.js';
import type { Tools } from '../model/edition.js';
import type { OpenSheet, Sheet } from '../model/press.js';
import type { Rendition, Section } from '../model/rendition.js';
import { geometryCss, marginsAround, roomBelow, sheetOf, textBlock } from '../press/layout/geometry.js';
import { findHidden } from '../press/layout/hidden.js';
import type { Settled } from '../press/layout/job.js';
import { requestInsideBook } from '../press/notices.js';
import { visit } from '../tree/visit.js';
import { hasDropCap } from '../typeset/drop-caps.js';
import { FIELD_FONT } from '../typeset/field-font.js';
import { claimsOf } from './claims.js';
import { Fields } from './fields.js';
import { platesOf, reportBleed } from './full-bleed.js';
import { documentOf } from './html.js';
import { inksFor } from './inks.js';
import { reportLayout } from './layout-reports.js';
import { lineLength } from './notices.js';
import type { Finish } from './pdf.js';
import type { EdgeLine } from './pdf-sheet-lines.js';
import { type GivePlate, platesFor } from './plates.js';
import { reportResolution } from './resolution.js';
import { textVerifier } from './text-whole.js';
import { settlePages } from './unprintable.js';
import { verifyPages } from './verify-pages.js';

/** Editions whose PDF opens as what is read on a screen, and not as what is printed. */
const FOR_SCREENS = new Set(['screen', 'archive', 'sample-pdf']);

/** An eye finds the next line with ease behind so many letters (Bringhurst, *The Elements of Typographic Style*, 2.1.2). */
const LONGEST_LINE = 75;
/** A text of short words has so many more where another has as many as it should: nobody is told of those. */
const MORE = 5;

/** What is set on pages: all of a book, or one handout. */
export interface Job {
  readonly sections: readonly Section[];
  readonly size: TrimSize;
  /** Name of the artifact, relative to the output folder. */
  readonly path: string;
  /** Title of the document, where it is not the book's. */
  readonly title?: string | undefined;
  /** A line at the foot of every page. */
  readonly foot: string;
  readonly folios: boolean;
  /** Sections that are made smaller, by their ids. */
  readonly scales?: ReadonlyMap<string, number> | undefined;
  /** Where pages begin is wanted. */
  readonly breaks?: boolean | undefined;
  /** What can be written in are fields of a form. */
  readonly fillable?: boolean | undefined;
  /** Of a cover: how far it goes beyond the cut, and how much paper with marks lies around that, in CSS pixels. */
  readonly beyond?: { readonly bleed: number; readonly slug: number } | undefined;
  /** Does what is left to do in the document before it is measured. */
  prepare?(sheet: OpenSheet): Promise<void>;
  /** Told what goes to print. */
  printing?(settled: Settled): void;
  /** Does what is to be done with the document when it is printed. */
  printed?(sheet: OpenSheet, settled: Settled): Promise<void>;
}

/** Lays out, prints, finishes and verifies one document. */
export async function bindPages(
  rendition: Rendition,
  job: Job,
  tools: Tools,
): Promise<{ artifact: Artifact; settled: Settled }> {
  const { metadata, page: setup, edition, options } = rendition;
  // They are begun before the browser is asked for.
  const plates = platesFor(rendition, tools);
  const scaled = job.sections.map(({ id }, index) => {
    const scale = job.scales?.get(id) ?? 1;
    return scale === 1
      ? ''
      : `body>section:nth-of-type(${index + 1})>*{zoom:${scale};--octavo-zoom:${scale}}`;
  });
  const { bleed = 0 } = options;
  const fields = job.fillable ? new Fields() : undefined;
  const html = documentOf(
    rendition,
    job.sections,
    `${geometryCss(job.size, setup.margins, setup.mirrored, bleed)}${scaled.join('')}`,
    fields,
  );
  await using sheet = await tools.press.open(sheetFor(rendition, html, plates, tools));
  await job.prepare?.(sheet);
  const settled = await settlePages(
    sheet,
    {
      sections: job.sections,
      size: job.size,
      setup,
      bleed,
      title: metadata.title,
      author: metadata.authors.map(({ name }) => name).join(', '),
      foot: job.foot,
      folios: job.folios,
      breaks: job.breaks ?? false,
      continued: rendition.words.index.continued,
    },
    rendition,
  );
  reportLayout(settled, job.sections, rendition, tools.ledger.say);
  reportResolution(settled, job.sections, rendition, tools.ledger.say);
  const { lineLength: letters = 0 } = settled;
  if (job.folios && letters > LONGEST_LINE + MORE)
    tools.ledger.say(lineLength, { letters, most: LONGEST_LINE }, inBook('trim'));
  reportBleed(job.sections, rendition, tools.ledger.say);
  job.printing?.(settled);
  const printed = sheet.print();
  // Why it failed is told to who waits for it, below: what comes before may take longer.
  printed.catch(() => undefined);
  // While the browser prints, the rules judge, the library is loaded, and all is made ready that the finishing needs.
  tools.meanwhile();
  const { finishPdf } = await import('./pdf.js');
  await using inks = await inksFor(rendition, tools);
  const claims = claimsOf(job.sections, settled, edition);
  const finish: Finish = {
    metadata: job.title ? { ...metadata, title: job.title } : metadata,
    labels: settled.pagination.pages.map((page) => page.label),
    outline: rendition.outline,
    headings: settled.headings,
    places: settled.places,
    rise: points(settled.rise),
    anchors: anchorsIn(job.sections),
    foot: points(
      sheetOf(job.size).height -
        textBlock(job.size, settled.margins).height -
        roomBelow(job.size, settled.margins),
    ),
    formulas: formulasIn(job.sections),
    size: { width: points(job.size.width), height: points(job.size.height) },
    bleed: points(job.beyond?.bleed ?? 0),
    slug: points(job.beyond?.slug ?? 0),
    mirrored: setup.mirrored,
    dropCaps: job.sections.some(({ tree }) => hasDropCap(tree)),
    screen: FOR_SCREENS.has(edition),
    form: fields?.all.length ? { fields: fields.all, font: await fieldFont(rendition) } : undefined,
    archive: claims.archive,
    ink: inks.ink,
    lines: edgeLines(settled, job.size),
    plates: platesOf(settled, job.size, setup, bleed, metadata.dir),
    surround: surroundOf(rendition),
    links: options.links,
    multipleOf: options.multipleOf,
    ua: claims.ua,
  };
  const verifyText = textVerifier(
    job.sections,
    edition,
    {
      styles: rendition.ownStyles,
      missing: settled.missing.flatMap(({ characters }) => characters).join(''),
      rightToLeft: metadata.dir === 'rtl',
      floated: settled.floated,
      overflows: ({ id }) => settled.overflows.some(({ section }) => section === id),
      cutOff: ({ id }) =>
        new Set(
          settled.overflows.flatMap(({ section, element, at, tall }) =>
            section === id && !tall ? [`${element} ${at}`] : [],
          ),
        ),
      behind: ({ id }) =>
        new Set(settled.notes.behind.flatMap(({ section, ids = [] }) => (section === id ? ids : []))),
      hidden: ({ id }) => sheet.run(findHidden, id),
    },
    tools.ledger,
  );
  const finished = await finishPdf(await printed, finish);
  claims.tell(tools.ledger.say);
  verifyPages(finished, settled, job, rendition, tools);
  await verifyText(finished.text);
  await job.printed?.(sheet, settled);
  const file = new VFile({ path: job.path, value: finished.bytes });
  return { artifact: { file, mediaType: 'application/pdf', edition, pages: finished.made }, settled };
}

async function fieldFont({ fonts }: Rendition): Promise<Uint8Array> {
  const read = fonts.get(FIELD_FONT);
  if (!read) throw new Error('a rendition with fields has the font that they are filled in with');
  return read();
}

/** Places that show nothing, such as those that an index leads to. */
function anchorsIn(sections: readonly Section[]): Set<string> {
  const anchors = new Set<string>();
  for (const { tree } of sections)
    visit(tree, { tagName: 'span' }, (node) => {
      if (node.type === 'element' && node.properties.id && !node.children.length)
        anchors.add(String(node.properties.id));
    });
  return anchors;
}

function formulasIn(sections: readonly Section[]): Set<string> {
  const formulas = new Set<string>();
  for (const { tree } of sections)
    visit(tree, { tagName: 'math' }, (node) => {
      if (node.type === 'element' && node.properties.alttext) formulas.add(String(node.properties.alttext));
    });
  return formulas;
}

/** What a print shop is to have around the pages; a cover draws its own marks, which know the folds. */
function surroundOf({ edition, options, metadata }: Rendition): Finish['surround'] {
  const { bleed = 0, marks = false, printer = '' } = options;
  if (edition === 'cover' || !(bleed || marks)) return undefined;
  const inside = PRINTERS[printer]?.inside;
  return {
    bleed: points(bleed),
    atSpine: inside && !inside.bleedAtSpine ? 0 : points(bleed),
    bound: metadata.dir === 'rtl' ? 'right' : 'left',
    marks,
  };
}

/** Lines over whole pages, from where they were measured. */
function edgeLines({ lines, margins }: Settled, size: TrimSize): EdgeLine[] {
  const foot = marginsAround(size, margins).bottom + textBlock(size, margins).height;
  return lines.map(({ page, kind, at }) => ({
    page,
    kind,
    at: typeof at === 'number' ? points(foot - at) : at,
  }));
}

/** CSS pixels as points, to a thousandth. */
function points(pixels: number): number {
  return Math.round(pixels * 750) / 1000;
}

function sheetFor(rendition: Rendition, html: string, plates: GivePlate, tools: Tools): Sheet {
  return {
    html,
    async resource(path) {
      const font = rendition.fonts.get(path);
      if (font) return { bytes: await font(), mediaType: path.endsWith('.ttf') ? 'font/ttf' : 'font/woff2' };
      const asset = rendition.assets.get(path);
      return asset && plates(asset);
    },
    refused: (url) =>
      tools.ledger.say(requestInsideBook, { url }, { file: new VFile({ path: rendition.edition }) }),
  };
}
