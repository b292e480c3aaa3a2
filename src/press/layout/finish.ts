import type { OpenSheet } from '../../model/press.js';
import { findBreaks } from './breaks.js';
import { extentsOf, turnedIn } from './extents.js';
import { finishLines } from './finished-lines.js';
import { findFloated } from './floats.js';
import { COLUMN_GAP, HEAD_STYLE, roomBelow, runningCss, textBlock } from './geometry.js';
import { findMissingGlyphs } from './glyphs.js';
import { fitHeads } from './heads.js';
import { HANGING } from './hung-signs.js';
import { inspect } from './inspect.js';
import { type LayoutJob, RUNNING_STYLE, type Settled } from './job.js';
import { LINK_SCHEME, nameLinks } from './links.js';
import type { Measured } from './measure.js';
import { keepNotes } from './note-copies.js';
import { insertBlanks, setStyle } from './page.js';
import { findPageBlocks } from './page-blocks.js';
import { folioAlone, placed, platesIn } from './places.js';
import { ruleBoxes } from './ruling.js';
import { showSceneBreaks } from './scene-breaks.js';
import { sheetLines } from './sheet-lines.js';
import { tallest, Unprintable } from './unprintable.js';

/** What is known of a document whose pages change no more. */
type Known = Pick<Settled, 'pagination' | 'crowded' | 'notes' | 'margins'> & { readonly measured: Measured };

/** Finishes a document whose pages are settled: lines, running heads and blanks, and all that is told about it. */
export async function finish(
  sheet: OpenSheet,
  job: LayoutJob,
  { measured, pagination, crowded, notes, margins }: Known,
): Promise<Settled> {
  const { setup, size } = job;
  const { first } = pagination;
  const inDocument = <Place extends { section: string; page: number }>(place: Place): Place => ({
    ...place,
    page: (first.get(place.section) ?? 0) + place.page,
  });
  const { width } = textBlock(size, margins);
  if (setup.footNotes) await sheet.run(keepNotes);
  const headings = placed(measured, pagination);
  await sheet.run(
    nameLinks,
    LINK_SCHEME,
    headings.map(({ id }) => id),
  );
  await sheet.run(showSceneBreaks, width, COLUMN_GAP);
  const { overflows, images, measure: lineLength } = await sheet.run(inspect, width, COLUMN_GAP);
  const high = await sheet.run(tallest);
  if (high) throw new Unprintable(high);
  const missing = await sheet.run(findMissingGlyphs);
  // Before text is changed: what is measured behind that has all of the book laid out again.
  const full = pagination.pages.map(({ head }) => head);
  const heads = job.folios ? await sheet.run(fitHeads, full, width, HEAD_STYLE) : [];
  await sheet.run(ruleBoxes);
  await sheet.run(finishLines, width, HANGING);
  // Lines that cannot be held may end elsewhere without the hyphens that are gone.
  const extents = job.folios ? {} : await sheet.run(extentsOf);
  const turned = job.folios ? [] : await sheet.run(turnedIn);
  const blocks = job.folios ? {} : await sheet.run(findPageBlocks, width, COLUMN_GAP);
  const begins = job.breaks ? await sheet.run(findBreaks, width, COLUMN_GAP) : [];
  const lines = await sheet.run(sheetLines, width, COLUMN_GAP);
  await sheet.run(insertBlanks, pagination.blanksBefore);
  const pages = job.folios
    ? pagination.pages.map((page, i) => ({ ...page, head: heads[i] ?? '' }))
    : pagination.pages.map((page) => ({
        ...page,
        head: '',
        folio: folioAlone(page, pagination, job.sections.length),
      }));
  await sheet.run(setStyle, RUNNING_STYLE, runningCss(pages, job.foot, width, roomBelow(size, margins)));
  return {
    pagination,
    headings,
    places: new Map(
      Object.entries(measured.places).map(([id, { section, page }]) => [
        id,
        (first.get(section) ?? 0) + page,
      ]),
    ),
    rise: measured.rise,
    overflows: overflows.map(inDocument),
    images: images.map(inDocument),
    lineLength,
    missing,
    crowded,
    notes: { behind: notes.behind.map(inDocument), late: notes.late.map(inDocument) },
    floated: setup.floats ? await sheet.run(findFloated) : [],
    margins,
    extents: new Map(Object.entries(extents)),
    turned: new Set(turned),
    blocks: new Map(Object.entries(blocks)),
    lines: lines.map(inDocument),
    plates: platesIn(measured, job.folios).map((place) => inDocument(place).page),
    breaks: begins.map(({ page, ...begin }) => ({
      ...begin,
      label: pagination.pages[(first.get(begin.section) ?? 0) + page]?.label ?? '',
    })),
  };
}
