/*
 * Runs inside the page: each function is lent to it under its own name, and may use nothing but its arguments.
 */
import type { Columns } from './columns.js';
import type { Note } from './note-blocks.js';
import type { PageEnd } from './page-ends.js';

/** A place where a page may end, with the notes that it then has to hold. */
export interface EndChoice {
  readonly end: PageEnd;
  readonly own: readonly Note[];
  /** Room for notes, in CSS pixels. */
  readonly most: number;
  readonly needed: number;
  /** Notes may begin on the next page. */
  readonly mayDefer?: boolean;
}

/** A note that is called on a page, with the height of the line that it is called in, in CSS pixels. */
export interface NoteCall {
  readonly note: Note;
  readonly middle: number;
}

/** The calls on a page, and those that were passed by, which stand above it: of these notes, from the one that is next. */
export function callsUpTo(page: number, notes: readonly Note[], next: number, columns: Columns): NoteCall[] {
  const calls: NoteCall[] = [];
  for (let i = next; i < notes.length; i++) {
    const note = notes[i];
    const at = note?.call.getClientRects()[0];
    if (!note || !at || columns.of(at) > page) break;
    const middle = columns.of(at) === page ? columns.middle(at) : Number.NEGATIVE_INFINITY;
    calls.push({ note, middle });
  }
  return calls;
}

/**
 * How far down a page text went that left nothing for the next one but the rest of a note, and how much of it is to go over, in CSS
 * pixels.
 */
export interface TextToMove {
  readonly bottom: number;
  readonly least: number;
}

/**
 * Where a page may end with its notes, the best place first: the last one that has room for all of them, or, where much would stay
 * empty, one where the last of them goes on on the next page.
 * @param page its height, and that of the rule above the notes, of one line of them, and of what goes on from the page before, in CSS
 * pixels; whether no page is to be without its notes
 * @param toMove text that is to stand above the rest of a note on the next page: ends that leave it some come first
 */
export function endChoices(
  ends: readonly PageEnd[],
  calls: readonly NoteCall[],
  page: {
    readonly height: number;
    readonly rule: number;
    readonly line: number;
    readonly carried: number;
    readonly mayDefer: boolean;
  },
  toMove: TextToMove | undefined,
): EndChoice[] {
  const TRIES = 8;
  /** So many lines may stay empty above the notes before a note is parted. */
  const EMPTY = 3;
  /** So many lines of a note stand on either side at least. */
  const LEAST = 2;
  const { line, carried } = page;
  const choices = ends.flatMap((end): EndChoice[] => {
    const own = calls.filter(({ middle }) => middle <= end.bottom).map(({ note }) => note);
    // A call that stands higher than one before it (side by side) has its note not before that one's.
    if (!end.legal || !own.every((note, i) => note === calls[i]?.note)) return [];
    const needed = carried + own.reduce((sum, { height }) => sum + height, 0);
    const most = page.height - 0.5 - end.bottom - (needed ? page.rule : 0);
    return most < 0 ? [] : [{ end, own, most, needed }];
  });
  const whole = choices.filter(({ needed, most }) => needed <= most);
  // Every note begins on its page.
  const parts = choices.filter(({ own, needed, most }) => {
    const height = own.at(-1)?.height ?? 0;
    return height > 2 * LEAST * line && needed > most && needed - height + LEAST * line <= most;
  });
  const best = whole.at(-1);
  const empty = best ? best.most - best.needed : page.height;
  const further = parts.at(-1);
  const moving = toMove ? choices.filter((choice) => movesText(choice, toMove)) : [];
  const goesOn = further && (!best || (empty > EMPTY * line && further.end.bottom > best.end.bottom + line));
  // At one end a line of the note ends with a hyphen, or it goes on with one line; at another it can be parted.
  const parting = parts.slice(-TRIES).reverse();
  // Nothing is put where no note is, and the page ends there anyway.
  if (best && !best.needed && best.end === ends.at(-1)) return goesOn ? parting : [];
  // No page without its notes: then they begin on the next one.
  const deferred = page.mayDefer ? choices.filter(({ needed, most }) => needed > most) : [];
  return [
    ...moving.slice(-TRIES).reverse(),
    ...(goesOn ? parting : []),
    ...whole.slice(-TRIES).reverse(),
    ...(goesOn ? [] : parting),
    ...deferred.slice(0, 2).map((choice) => ({ ...choice, mayDefer: true })),
  ];

  /** Whether an end leaves enough text for the next page, which has room for it with the rest of the notes, and half a page for this one. */
  function movesText(choice: EndChoice, { bottom, least }: TextToMove): boolean {
    if (!whole.includes(choice) && !parts.includes(choice)) return false;
    const moved = bottom - choice.end.bottom;
    const kept = Math.min(choice.needed, choice.most);
    const called = calls.reduce(
      (sum, { note, middle }) => sum + (middle <= bottom ? note.height : 0),
      carried,
    );
    return (
      moved >= least &&
      moved + called - kept + page.rule < page.height - 1 &&
      choice.end.bottom + kept > page.height / 2
    );
  }
}
