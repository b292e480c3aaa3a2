/*
 * Runs inside the page, sent there as its own source: it may use nothing but its arguments, the DOM and what was lent to the page.
 */
import type { SheetChanges } from './changes.js';
import type { takeBackNotes as takeBack } from './note-copies.js';
import type { sectionNotes as notesOf } from './section-notes.js';
import type { Behind, Late } from './told-notes.js';

declare const sheetChanges: SheetChanges;
declare const sectionNotes: typeof notesOf;
declare const takeBackNotes: typeof takeBack;

/** What came of the notes of some sections. */
export interface NotesPlaced {
  /** These sections, by their ids. */
  readonly sections: readonly string[];
  /** What stands behind the text of its section: a note that no page has room for, or all of them because of one. */
  readonly behind: readonly Behind[];
  /** Notes that begin on a page after the one of their call. */
  readonly late: readonly Late[];
  /** Whether gaps were changed for the lines of the page. */
  readonly aligned: boolean;
}

/**
 * Puts the notes of each section at the foot of the pages that call them, where they are called. Chromium breaks the pages, and
 * has no floats that go to their foot; so the end of a page is chosen: the last place where it may end with all the notes that
 * are called before it. There a block as wide as the text is floated in, which holds them and fills the page; what follows goes
 * on behind it, on the next one. No paragraph of the text is parted, and the page that was measured is the one that is printed.
 * A note that is longer than its room goes on at the foot of the next page, and so does one before which much of a page would stay
 * empty. Code is parted, because Chromium stretches no float within preserved lines. A box that leaves its notes no room is opened, so
 * that a page may end within it; where nothing can be opened, the notes follow at the foot of the next page that has one.
 *
 * It is done in the sections that were changed since it was done last (`changes.ts`). Whatever it did there before is taken back first,
 * but for boxes that it opened: so it may be called whenever the pages have changed, and it comes to an end. The notes themselves wait
 * at the end of their section; what is at the foot are copies, until `keepNotes` lets the originals go.
 * @param width of the text block, `gap` between two columns, in CSS pixels
 * @param aligning whether text is brought back onto the lines of its page before that page is ended (`grid.ts`)
 */
export function placeNotes(width: number, gap: number, aligning: boolean): NotesPlaced {
  const sheets = sheetChanges.take(width);
  for (const sheet of sheets) takeBackNotes(sheet);
  const placed = sheets.flatMap((sheet) => {
    const section = sheet.querySelector<HTMLElement>(':scope > section[data-footnotes]');
    if (!section) return [];
    // Meanwhile the browser need not go through all other sections whenever something in this one, whose size is given, is changed.
    sheet.style.contain = 'layout size';
    const notes = inSection(sheet, section);
    sheet.style.contain = '';
    return [notes];
  });
  sheetChanges.pass(sheets);
  return {
    sections: sheets.map(({ id }) => id),
    behind: placed.flatMap(({ behind }) => behind),
    late: placed.flatMap(({ late }) => late),
    aligned: placed.some(({ aligned }) => aligned),
  };

  function inSection(sheet: HTMLElement, section: HTMLElement): ReturnType<typeof notesOf> {
    const notes = sectionNotes(sheet, section, width, gap, aligning, false);
    if (notes.stand) return notes;
    takeBackNotes(sheet);
    const anew = sectionNotes(sheet, section, width, gap, aligning, true);
    return { ...anew, aligned: anew.aligned || notes.aligned };
  }
}
