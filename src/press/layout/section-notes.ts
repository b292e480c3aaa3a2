/*
 * Runs inside the page, lent to it under its own name: it may use nothing but its arguments, the DOM and what else was lent.
 */
import type { layAnew as anew } from './anew.js';
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
import type {
  copyNotes as copy,
  NoteCopy,
  showOriginals as show,
  takeBackNotes as take,
} from './note-copies.js';
import type { pageEnds as endsOf } from './page-ends.js';
import type { pageFeet as feetOf, PageFoot } from './page-feet.js';
import type { stretchOf as stretched } from './stretch.js';
import type { Called, Late, SectionNotes } from './told-notes.js';

declare const layAnew: typeof anew;
declare const columnsOf: typeof columnsIn;
declare const lineGrid: typeof gridOf;
declare const setGaps: typeof setAll;
declare const copyNotes: typeof copy;
declare const showOriginals: typeof show;
declare const takeBackNotes: typeof take;
declare const wholeAround: typeof whole;
declare const noteBlock: typeof block;
declare const noteHeights: typeof heights;
declare const pageEnds: typeof endsOf;
declare const callsUpTo: typeof callsTo;
declare const endChoices: typeof choices;
declare const pageFeet: typeof feetOf;
declare const stretchOf: typeof stretched;

/**
 * Puts the notes of a section at the feet of its pages, from the first page to the last. A page is brought back onto its lines before
 * it is ended: what that moves behind it has no notes yet.
 * @param section that its notes wait in
 * @param width of the text block, `gap` between two columns, in CSS pixels
 * @param aligning whether lines are brought back
 * @param whole lays out all of the section all the time
 */
export function sectionNotes(
  sheet: HTMLElement,
  section: HTMLElement,
  width: number,
  gap: number,
  aligning: boolean,
  whole: boolean,
): SectionNotes {
  /** So many lines of text stand above the rest of a note, and on the last page of a section. */
  const [LEAST, LAST] = [2, 4];
  const columns = columnsOf(sheet, width, gap);
  const late: Late[] = [];
  let aligned = false;
  const calledIn = ({ call }: NoteCopy): Called => {
    const rect = call.getClientRects()[0];
    return { section: sheet.id, at: call.dataset.called ?? '', page: rect ? columns.of(rect) : 0 };
  };
  const copies = copyNotes(sheet, section);
  const [opening] = copies.notes;
  if (!opening) return { stand: true, behind: [], late, aligned };
  if (!copies.all) return { stand: true, behind: [calledIn(opening)], late, aligned };
  section.hidden = true;
  const { height } = sheet.getBoundingClientRect();
  const leading = Number.parseFloat(getComputedStyle(sheet).lineHeight);
  const all = copies.notes.flatMap(({ bodies }) => bodies);
  const block = noteBlock(all, width, columns.rightToLeft);
  const { notes, homeless, rule, line, part } = noteHeights(sheet, copies.notes, block);
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
    if (first && !rect) return giveUp(first);
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
    const room = { height, rule, line, carried: carried.height, mayDefer };
    const choices = endChoices(there, calls, room, bare.get(page));
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
      if (!alone.kept.length)
        return giveUp(notes.find(({ bodies }) => bodies.some(({ id }) => id === head?.id)) ?? opening);
      if (goesOn(alone, page, isBeyond ? undefined : last)) continue;
    }
    passOn(calls);
    ended = page;
  }
  stretch.open();
  if (!feet.stand()) return { stand: false, behind: [], late: [], aligned };
  align(Number.POSITIVE_INFINITY);
  const behind = homeless.map((note) => ({ ...calledIn(note), ids: note.bodies.map(({ id }) => id) }));
  return { stand: true, behind, late, aligned };

  /** Brings text back onto its lines up to a page, and tells whether anything moved. */
  function align(page: number): boolean {
    const moved = grid ? setGaps(grid.upTo(page)) : false;
    aligned ||= moved;
    return moved;
  }

  /** All notes of the section stay behind its text, because of one. */
  function giveUp(note: NoteCopy): SectionNotes {
    stretch.open();
    takeBackNotes(sheet);
    return { stand: true, behind: [calledIn(note)], late, aligned };
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

  function tell(note: Note): void {
    const id = note.bodies[0]?.id ?? '';
    const box = note.call.closest('tr') ?? wholeAround(note.call, sheet);
    if (!told.has(id)) late.push({ ...calledIn(note), boxed: Boolean(box) });
    told.add(id);
  }
}
