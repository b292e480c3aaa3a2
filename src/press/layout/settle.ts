import { syllablesOf } from '../../language/hyphenator.js';
import { UNSPACED } from '../../language/scripts.js';
import type { OpenSheet } from '../../model/press.js';
import type { Margins } from '../../model/rendition.js';
import { layCards } from './cards.js';
import { watchSheets } from './changes.js';
import { fitContents } from './contents.js';
import { repeatEntries } from './continued.js';
import { giveRoomToDropCaps } from './drop-caps.js';
import { fitFigures } from './figures.js';
import { finish } from './finish.js';
import { type Crowded, fit } from './fit.js';
import { fitFormulas } from './fit-formulas.js';
import { floatFigures } from './floats.js';
import { COLUMN_GAP, geometryCss, textBlock } from './geometry.js';
import { alignLines, layAligned } from './grid.js';
import { partHeadingLines } from './heading-lines.js';
import { GEOMETRY_STYLE, type LayoutJob, type Settled } from './job.js';
import { mendLastLines } from './last-lines.js';
import { fillLast } from './last-page.js';
import { LENT } from './lent.js';
import { holdLoneItems } from './lone-items.js';
import { type Measured, measure } from './measure.js';
import { type NotesPlaced, placeNotes } from './notes.js';
import { setStyle, writeFolios } from './page.js';
import { gutterFor, type Pagination, paginate, withGutter } from './paginate.js';
import { pairPictures } from './picture-pairs.js';
import { headingsWithin, labelsOf, platesIn } from './places.js';
import { closeRoots } from './roots.js';
import { fitScales } from './scales.js';
import { holdSmallCaps } from './small-caps.js';
import { fitTitlePages } from './title-pages.js';
import { findTornWords, partTitleWords } from './title-words.js';
import { holdTorn } from './torn.js';
import { holdPages } from './unprintable.js';

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

/**
 * Settles everything that depends on page numbers: gutter, contents, notes, what is kept together. Then the document is finished, and can be
 * printed.
 */
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
  await sheet.run(pairPictures);
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
        await sheet.run(holdLoneItems),
        await sheet.run(fillLast, width, COLUMN_GAP),
        round < ALIGNING && (await aligned()),
      ].some(Boolean);
    pagination = paginate(job.sections, new Map(Object.entries(measured.pages)), {
      ...numbering,
      empty: measured.empty,
      rectos: new Set(isTurned ? measured.turned : []),
      within: headingsWithin(measured.headings),
      plates: platesIn(measured, job.folios),
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
  return finish(sheet, job, { measured, pagination, crowded, notes, margins });

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
