import { syllablesOf } from '../../language/hyphenator.js';
import { UNSPACED } from '../../language/scripts.js';
import type { OpenSheet } from '../../model/press.js';
import type { Margins } from '../../model/rendition.js';
import { findBreaks } from './breaks.js';
import { layCards } from './cards.js';
import { watchSheets } from './changes.js';
import { fitContents } from './contents.js';
import { repeatEntries } from './continued.js';
import { giveRoomToDropCaps } from './drop-caps.js';
import { extentsOf } from './extents.js';
import { fitFigures } from './figures.js';
import { finishLines } from './finished-lines.js';
import { type Crowded, fit } from './fit.js';
import { fitFormulas } from './fit-formulas.js';
import { findFloated, floatFigures } from './floats.js';
import { COLUMN_GAP, geometryCss, HEAD_STYLE, roomBelow, runningCss, textBlock } from './geometry.js';
import { findMissingGlyphs } from './glyphs.js';
import { alignLines, layAligned } from './grid.js';
import { partHeadingLines } from './heading-lines.js';
import { fitHeads } from './heads.js';
import { HANGING } from './hung-signs.js';
import { inspect } from './inspect.js';
import { GEOMETRY_STYLE, type LayoutJob, RUNNING_STYLE, type Settled } from './job.js';
import { mendLastLines } from './last-lines.js';
import { fillLast } from './last-page.js';
import { LENT } from './lent.js';
import { LINK_SCHEME, nameLinks } from './links.js';
import { type Measured, measure } from './measure.js';
import { keepNotes } from './note-copies.js';
import { type NotesPlaced, placeNotes } from './notes.js';
import { insertBlanks, setStyle, writeFolios } from './page.js';
import { findPageBlocks } from './page-blocks.js';
import { gutterFor, type Pagination, paginate, withGutter } from './paginate.js';
import { folioAlone, headingsWithin, labelsOf, placed } from './places.js';
import { closeRoots } from './roots.js';
import { ruleBoxes } from './ruling.js';
import { fitScales } from './scales.js';
import { showSceneBreaks } from './scene-breaks.js';
import { sheetLines } from './sheet-lines.js';
import { holdSmallCaps } from './small-caps.js';
import { fitTitlePages } from './title-pages.js';
import { findTornWords, partTitleWords } from './title-words.js';
import { holdTorn } from './torn.js';
import { holdPages, tallest, Unprintable } from './unprintable.js';

/** Contents that change their own length settle in two rounds; more than this is a book that swings. */
const ROUNDS = 7;
/** Paragraphs are mended in as many of them; what a mend has pushed to the next page is seen in the next round. */
const MENDING = 4;
/** Where notes stand a float is moved in each; more of them are a chapter of little but figures. */
const FLOATING = 48;
/** Text is brought back onto the lines of the page in as many: after that it is a block here and there. */
const ALIGNING = 3;

/** What keeps whole words. */
const TITLES = 'h1,h2,h3,h4,h5,h6,.halftitlepage p,.titlepage p,.toc-title';

/** Settles everything that depends on page numbers: gutter, contents, blanks, running heads. Then the document can be printed. */
export async function settle(sheet: OpenSheet, job: LayoutJob): Promise<Settled> {
  const { setup, size } = job;
  let margins = setup.margins;
  let measured: Measured | undefined;
  let pagination: Pagination | undefined;
  let written = '';
  const { mirrored, recto } = setup;
  const numbering = { mirrored, recto, heads: setup.heads, title: job.title, author: job.author };
  let notes: Pick<NotesPlaced, 'behind' | 'late'> = { behind: [], late: [] };
  /** Pages of a PDF for a screen are no sides of sheets. */
  const isTurned = mirrored || !job.folios;
  /** Gaps were changed since the browser laid all of it out. */
  let stale = false;
  await sheet.lend(LENT);
  await sheet.run(holdSmallCaps);
  await sheet.run(giveRoomToDropCaps);
  await sheet.run(closeRoots);
  // The gutter first, as far as it can be known: a text block of another width fits other things.
  if (setup.mirrored) {
    const { pages } = await sheet.run(measure, textBlock(size, margins).width, COLUMN_GAP);
    holdPages(pages);
    const counted = paginate(job.sections, new Map(Object.entries(pages)), numbering);
    await widen(withGutter(counted.pages.length, textBlock(size, margins).width));
  }
  let crowded: readonly Crowded[] = await fitted(margins);
  await sheet.run(watchSheets);
  let floating = setup.floats ? FLOATING : 0;
  for (let round = 0; round < ROUNDS; round++) {
    if (round >= ALIGNING && stale) {
      await sheet.run(layAligned);
      stale = false;
    }
    const { width, height } = textBlock(size, margins);
    const laid = await sheet.run(layCards, width, COLUMN_GAP, height, shift(width), isTurned);
    if (setup.footNotes) {
      const placed = await sheet.run(placeNotes, width, COLUMN_GAP, round < ALIGNING);
      notes = withNotes(notes, placed);
      stale ||= placed.aligned;
    }
    if (floating-- > 0 && (await sheet.run(floatFigures, width, COLUMN_GAP, height))) {
      round--;
      continue;
    }
    await sheet.run(repeatEntries, width, COLUMN_GAP, job.continued);
    measured = await sheet.run(measure, width, COLUMN_GAP);
    holdPages(measured.pages);
    const held =
      round < MENDING &&
      [
        await sheet.run(holdTorn, height, setup.footNotes),
        await sheet.run(fillLast, width, COLUMN_GAP),
        round < ALIGNING && (await aligned()),
      ].some(Boolean);
    pagination = paginate(job.sections, new Map(Object.entries(measured.pages)), {
      ...numbering,
      empty: measured.empty,
      rectos: new Set(isTurned ? measured.turned : []),
      within: headingsWithin(measured.headings),
      plates: platesIn(measured),
    });
    if (setup.mirrored && (await widen(pagination.pages.length))) {
      crowded = await fitted(margins);
      continue;
    }
    const labels = labelsOf(measured, pagination);
    const text = JSON.stringify([labels, measured.near, laid]);
    if (text === written && !held && !stale) break;
    await sheet.run(writeFolios, labels);
    written = text;
  }
  if (!measured || !pagination) throw new Error('nothing was measured');
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
  // Without the hyphens that are gone a paragraph may part its lines at other words.
  const extents = job.folios ? {} : await sheet.run(extentsOf);
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
    blocks: new Map(Object.entries(blocks)),
    lines: lines.map(inDocument),
    plates: platesIn(measured).map((place) => inDocument(place).page),
    breaks: begins.map(({ page, ...begin }) => ({
      ...begin,
      label: pagination.pages[(first.get(begin.section) ?? 0) + page]?.label ?? '',
    })),
  };

  /** No picture covers a sheet that stands alone: office printers leave an edge. */
  function platesIn({ plates }: Measured): Measured['plates'] {
    return job.folios ? plates : [];
  }

  /** Gives a book of so many pages its gutter; only ever wider, so that two page counts cannot chase each other. */
  async function widen(pages: number): Promise<boolean> {
    const inner = setup.margins.inner + gutterFor(pages);
    if (inner <= margins.inner) return false;
    margins = { ...margins, inner };
    await sheet.run(setStyle, GEOMETRY_STYLE, geometryCss(size, margins, setup.mirrored, job.bleed));
    return true;
  }

  /** By how much the right margin is wider than the left; facing pages are each other's mirror. */
  function shift(width: number): number {
    const left = Math.round(margins.inner);
    return mirrored ? 0 : size.width - 2 * left - width;
  }

  async function aligned(): Promise<boolean> {
    const changed = await sheet.run(alignLines, textBlock(size, margins).width, COLUMN_GAP);
    stale ||= changed;
    return changed;
  }

  async function hyphenateTitles(): Promise<void> {
    const torn = await sheet.run(findTornWords, TITLES, UNSPACED);
    const marked = await Promise.all(
      torn.map(async (one) => ({ ...one, marked: await syllablesOf(one.word, one.lang) })),
    );
    if (marked.length) await sheet.run(partTitleWords, marked);
  }

  async function fitted(within: Margins): Promise<Crowded[]> {
    const { width, height } = textBlock(size, within);
    await sheet.run(fitFormulas);
    const broken = await sheet.run(fit, width, height, setup.floats);
    await sheet.run(fitScales);
    await sheet.run(fitTitlePages, width, COLUMN_GAP);
    await sheet.run(fitContents, width, COLUMN_GAP);
    await hyphenateTitles();
    await sheet.run(partHeadingLines);
    await sheet.run(mendLastLines);
    // Sheets that stand alone have a size of their own, and tell what does not fit.
    if (job.folios) await sheet.run(fitFigures, height, setup.footNotes);
    await aligned();
    return broken;
  }
}

/** What is known of the notes of all sections, when some of them were placed anew. */
function withNotes(
  known: Pick<NotesPlaced, 'behind' | 'late'>,
  { sections, behind, late }: NotesPlaced,
): Pick<NotesPlaced, 'behind' | 'late'> {
  const others = <Called extends { section: string }>(calls: readonly Called[]): Called[] =>
    calls.filter(({ section }) => !sections.includes(section));
  return { behind: [...others(known.behind), ...behind], late: [...others(known.late), ...late] };
}
