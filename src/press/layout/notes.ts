/*
 * Runs inside the page, sent there as its own source: it may use nothing but its arguments, the DOM and what was lent to the page.
 */

import type { layAnew as anew } from './anew.js';
import type { SheetChanges } from './changes.js';
import type { columnsOf as columnsIn } from './columns.js';
import type {
  callsUpTo as callsTo,
  endChoices as choices,
  EndChoice,
  NoteCall,
  TextToMove,
} from './end-choices.js';
import type { lineGrid as gridOf, setGaps as setAll } from './grid.js';
import type { wholeAround as whole } from './keeps.js';
import type {
  noteBlock as block,
  CarriedNotes,
  noteHeights as heights,
  Note,
  PartedNotes,
} from './note-blocks.js';
import type * as copying from './note-copies.js';
import type { pageEnds as endsOf } from './page-ends.js';
import type { pageFeet as feetOf, PageFoot } from './page-feet.js';
import type { stretchOf as stretched } from './stretch.js';

declare const sheetChanges: SheetChanges;
declare const layAnew: typeof anew;
declare const columnsOf: typeof columnsIn;
declare const copyNotes: typeof copying.copyNotes;
declare const showOriginals: typeof copying.showOriginals;
declare const takeBackNotes: typeof copying.takeBackNotes;
declare const wholeAround: typeof whole;
declare const noteBlock: typeof block;
declare const noteHeights: typeof heights;
declare const pageEnds: typeof endsOf;
declare const callsUpTo: typeof callsTo;
declare const endChoices: typeof choices;
declare const pageFeet: typeof feetOf;
declare const lineGrid: typeof gridOf;
declare const setGaps: typeof setAll;
declare const stretchOf: typeof stretched;

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

/** Where a note is called. */
interface Called {
  readonly section: string;
  /** `line:column` */
  readonly at: string;
  /** Page of its section, from 0. */
  readonly page: number;
}

interface Late extends Called {
  /** Whether what it is called in is not parted: a table, a figure or a box. */
  readonly boxed: boolean;
}

interface Behind extends Called {
  /** Ids of the note and of those that it calls; without them all notes of the section stand there. */
  readonly ids?: readonly string[];
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
 *
 * A page is brought back onto its lines before it is ended: what that moves behind it has no notes yet.
 * @param width of the text block, `gap` between two columns, in CSS pixels
 * @param aligning whether lines are brought back
 */
export function placeNotes(width: number, gap: number, aligning: boolean): NotesPlaced {
  /** So many lines of text stand above the rest of a note, and on the last page of a section. */
  const [LEAST, LAST] = [2, 4];
  const behind: Behind[] = [];
  const late: Late[] = [];
  let aligned = false;
  const sheets = sheetChanges.take(width);
  for (const sheet of sheets) takeBackNotes(sheet);
  for (const sheet of sheets) {
    const section = sheet.querySelector<HTMLElement>(':scope > section[data-footnotes]');
    const told = late.length;
    if (section && !placeIn(sheet, section, false)) {
      takeBackNotes(sheet);
      late.length = told;
      placeIn(sheet, section, true);
    }
  }
  sheetChanges.pass(sheets);
  return { sections: sheets.map(({ id }) => id), behind, late, aligned };

  /**
   * @param whole lays out all of the section all the time
   * @returns whether the notes stand where they were put once all of it is laid out
   */
  function placeIn(sheet: HTMLElement, section: HTMLElement, whole: boolean): boolean {
    const columns = columnsOf(sheet, width, gap);
    const calledIn = ({ call }: copying.NoteCopy): Called => {
      const rect = call.getClientRects()[0];
      return { section: sheet.id, at: call.dataset.called ?? '', page: rect ? columns.of(rect) : 0 };
    };
    const copies = copyNotes(sheet, section);
    const [opening] = copies.notes;
    if (!opening) return true;
    if (!copies.all) {
      behind.push(calledIn(opening));
      return true;
    }
    section.hidden = true;
    const { height } = sheet.getBoundingClientRect();
    const leading = Number.parseFloat(getComputedStyle(sheet).lineHeight);
    const bodies = copies.notes.flatMap((note) => note.bodies);
    const { notes, homeless, rule, line, part } = noteHeights(
      sheet,
      copies.notes,
      noteBlock(bodies, width, columns.rightToLeft),
    );
    if (homeless.length) showOriginals(section, homeless);
    const ends = pageEnds(sheet, columns);
    const feet = pageFeet(sheet, columns, ends, width);
    const grid = aligning ? lineGrid(sheet, columns) : undefined;
    const stretch = stretchOf(sheet, columns, whole ? 0 : notes.length);

    let next = 0;
    /** What goes on from the page before. */
    const nothing: CarriedNotes = { bodies: [], height: 0 };
    let carried = nothing;
    /** The page that was ended last, and what was put there. */
    let ended = -1;
    let last: HTMLElement | undefined;
    /** Takes that back, so that the page is ended anew, and so many lines of its text go over to the next one. */
    let moveText: ((lines: number) => void) | undefined;
    /** Pages that left the next one nothing but the rest of a note. */
    const bare = new Map<number, TextToMove>();
    /** Ids of notes that do not begin on the page of their call. */
    const told = new Set<string>();

    while (next < notes.length || carried.bodies.length) {
      const first = notes[next];
      if (first) stretch.reach(first.call);
      const rect = first?.call.getClientRects()[0];
      if (first && !rect) {
        giveUp(first);
        return true;
      }
      const page = carried.bodies.length || !rect ? ended + 1 : Math.max(columns.of(rect), ended + 1);
      stretch.turnTo(page, first?.call);
      if (align(page)) {
        // Where the browser broke the page before, it may let nothing come that has room there.
        const now = first?.call.getClientRects()[0];
        if (rect && now && columns.of(rect) === page && columns.of(now) > page) layAnew([sheet]);
        continue;
      }
      const { ends: there, over, shut } = ends.on(page);
      if (over) {
        over.dataset.opened = '';
        continue;
      }
      const calls = callsUpTo(page, notes, next, columns);
      const mayDefer = !shut && !(carried.bodies.length && last);
      const choices = endChoices(
        there,
        calls,
        { height, rule, line, carried: carried.height, mayDefer },
        bare.get(page),
      );
      if (choices.some((choice) => endsPage(choice, page))) continue;
      if (shut) {
        shut.dataset.opened = '';
        continue;
      }
      const isBeyond = !there.length && ends.isBeyond(page);
      if (carried.bodies.length && (isBeyond || (there.length && last))) {
        if (moveText && !bare.has(ended)) {
          moveText(isBeyond ? LAST : LEAST);
          continue;
        }
        // A page of notes alone: too much goes on, or there is no more text.
        const alone = part(carried.bodies, height - rule - 1);
        const [head] = carried.bodies;
        if (!alone.kept.length) {
          giveUp(notes.find(({ bodies }) => bodies.some(({ id }) => id === head?.id)) ?? opening);
          return true;
        }
        if (goesOn(alone, page, isBeyond ? undefined : last)) continue;
      }
      passOn(calls);
      ended = page;
    }
    stretch.open();
    if (!feet.stand()) return false;
    align(Number.POSITIVE_INFINITY);
    for (const note of homeless) behind.push({ ...calledIn(note), ids: note.bodies.map(({ id }) => id) });
    return true;

    /** Brings text back onto its lines up to a page, and tells whether anything moved. */
    function align(page: number): boolean {
      const moved = grid ? setGaps(grid.upTo(page)) : false;
      aligned ||= moved;
      return moved;
    }

    /** All notes of the section stay behind its text, because of one. */
    function giveUp(note: copying.NoteCopy): void {
      stretch.open();
      takeBackNotes(sheet);
      behind.push(calledIn(note));
    }

    /** Ends a page with its notes, and takes that back if they do not stand there as they should. */
    function endsPage({ end, own, most, needed, mayDefer }: EndChoice, page: number): boolean {
      const all = [...carried.bodies, ...own.flatMap(({ bodies }) => bodies)];
      const { kept, rest } = needed > most ? part(all, most) : { kept: all, rest: nothing };
      const later = new Set(
        rest.bodies.flatMap(({ id, dataset }) => (dataset.resumed === undefined ? [id] : [])),
      );
      if (!mayDefer && own.some(({ bodies: [first] }) => first && later.has(first.id))) return false;
      if (!own.length && !kept.length && needed) return false;
      const foot = feet.end(kept, end, page);
      if (!foot) return false;
      if (!foot.fills || !isRight(foot.holder, own, page)) {
        foot.undo();
        return false;
      }
      const was = { next, carried, ended, last };
      next += own.length;
      turnTo(foot, rest);
      if (!mayDefer)
        moveText = (lines) => {
          foot.undo();
          ({ next, carried, ended, last } = was);
          grid?.goBack(page);
          bare.set(page, { bottom: end.bottom, least: (lines - 0.5) * leading });
        };
      for (const note of own) if (note.bodies.some(({ id }) => later.has(id))) tell(note);
      return true;
    }

    /** Whether the notes stand on their page, and those that are called there, and no others. */
    function isRight(holder: HTMLElement, own: readonly Note[], page: number): boolean {
      // Lines may break otherwise around what was put in between; then a further call may have come to this page.
      const following = notes[next + own.length]?.call.getClientRects()[0];
      return (
        !(following && columns.of(following) <= page) &&
        own.every(({ call }) => {
          const at = call.getClientRects()[0];
          return at && columns.of(at) <= page;
        }) &&
        feet.holds(holder)
      );
    }

    /** Puts a page of notes alone behind the block that ends the one before it, or behind all text; tells whether it is one. */
    function goesOn({ kept, rest }: PartedNotes, page: number, before: HTMLElement | undefined): boolean {
      const foot = before ? feet.follow(kept, before, page) : feet.close(kept, section);
      if (foot.fills) turnTo(foot, rest);
      else foot.holder.remove();
      return foot.fills;
    }

    /** Goes on behind a page that has its notes. */
    function turnTo(foot: PageFoot, rest: CarriedNotes): void {
      feet.keep(foot.holder);
      ended = foot.page;
      last = foot.holder;
      carried = rest;
      moveText = undefined;
    }

    /** Nothing holds notes on a page: they follow on the next one, and it ends where it does without them. */
    function passOn(calls: readonly NoteCall[]): void {
      const own = calls.map(({ note }) => note);
      carried = {
        bodies: [...carried.bodies, ...own.flatMap(({ bodies }) => bodies)],
        height: own.reduce((sum, note) => sum + note.height, carried.height),
      };
      for (const note of own) tell(note);
      next += own.length;
      last = undefined;
      moveText = undefined;
    }

    function isBoxed({ call }: Note): boolean {
      return Boolean(call.closest('tr') ?? wholeAround(call, sheet));
    }

    function tell(note: Note): void {
      const id = note.bodies[0]?.id ?? '';
      if (!told.has(id)) late.push({ ...calledIn(note), boxed: isBoxed(note) });
      told.add(id);
    }
  }
}
