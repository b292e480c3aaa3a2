import type { Piece } from './documents/copy.js';
import { lastAt } from './documents/last-at.js';

/** A place where what was printed is not what was to be printed. */
export interface Variant {
  /** The text that is not there, without spaces, or what comes next where there is too much. */
  readonly wanted: string;
  /** What stands there instead. */
  readonly printed: string;
  readonly fault: 'missing' | 'doubled' | 'moved' | 'other';
  /** The piece that it begins in, and behind how many letters of it. */
  readonly piece: Piece | undefined;
  readonly offset: number;
}

/** What may be otherwise without a fault. */
export interface Licence {
  /** Texts that a stylesheet hides. */
  readonly hidden: readonly string[];
  /** Texts that may stand again: heads of tables that go on. */
  readonly repeated: readonly string[];
}

/** So many letters know a place again. */
const KNOWN_BY = 24;
/** So many are enough to see what kind of variant it is. */
const LIKE = 12;
/** So many behind something hidden tell that it is what is missing. */
const SOON = 2;
/** So far a place is looked for that is lost. */
const REACH = 20_000;
/** So much may be otherwise in one text without a fault. */
const LICENCES = 10_000;
/** So many variants of one text are enough to be told. */
const ENOUGH = 3;

/**
 * Collates a print with its copy, letter by letter, in order: what is missing, doubled, moved or other. It takes as long as the
 * texts are, where they are the same.
 */
export function collate(copy: readonly Piece[], printed: string, licence: Licence = NONE): Variant[] {
  const wanted = copy.map(({ letters, most }) => (most === undefined ? letters : '')).join('');
  const starts: Start[] = [];
  const free: { at: number; most: number }[] = [];
  let length = 0;
  for (const piece of copy) {
    if (piece.most !== undefined) free.push({ at: length, most: piece.most });
    else {
      starts.push({ at: length, piece });
      length += piece.letters.length;
    }
  }
  const variants: Variant[] = [];
  let [i, j] = [0, 0];
  // What is licensed goes back a little to go on, so it is counted.
  let licences = licence.hidden.length + licence.repeated.length ? LICENCES : 0;
  for (let next = 0; variants.length < ENOUGH; ) {
    while ((free[next]?.at ?? Number.POSITIVE_INFINITY) < i) next++;
    const stop = free[next]?.at ?? wanted.length;
    const same = commonLength(wanted, i, stop, printed, j);
    i += same;
    j += same;
    if (i < stop) {
      const allowed = licences-- > 0 ? licensed(wanted, i, printed, j, licence) : undefined;
      const on = allowed ?? resync(wanted, i, printed, j);
      if (on.fault)
        variants.push({
          wanted: wanted.slice(i, Math.max(on.i, i + KNOWN_BY)),
          printed: printed.slice(j, on.j),
          fault: on.fault,
          ...placeOf(starts, i),
        });
      [i, j] = [on.i, on.j];
      continue;
    }
    if (next >= free.length) break;
    // Something that only the finished edition knows: the text goes on where what follows is found.
    let most = 0;
    for (; free[next]?.at === stop; next++) most += free[next]?.most ?? 0;
    j = skipFree(wanted, i, free[next]?.at ?? wanted.length, printed, j, most);
  }
  if (variants.length < ENOUGH && j < printed.length && !licence.repeated.includes(printed.slice(j))) {
    const rest = printed.slice(j);
    variants.push({
      wanted: '',
      printed: rest,
      fault: wanted.includes(rest.slice(0, KNOWN_BY)) ? 'doubled' : 'other',
      ...placeOf(starts, wanted.length),
    });
  }
  return variants;
}

interface Start {
  readonly at: number;
  readonly piece: Piece;
}

const NONE: Licence = { hidden: [], repeated: [] };

function commonLength(wanted: string, i: number, stop: number, printed: string, j: number): number {
  const most = Math.min(stop - i, printed.length - j);
  // Nearly always all of it.
  if (wanted.startsWith(printed.slice(j, j + most), i)) return most;
  let same = 0;
  while (same < most && wanted.charCodeAt(i + same) === printed.charCodeAt(j + same)) same++;
  return same;
}

function skipFree(wanted: string, i: number, stop: number, printed: string, j: number, most: number): number {
  if (i >= wanted.length) return printed.length - j <= most ? printed.length : j;
  const needle = wanted.slice(i, Math.min(stop, i + KNOWN_BY));
  if (!needle) return j;
  // A number at the end is there, though the one before it may be the same: “page 1, 1”.
  const end = printed.length - needle.length;
  const isLast = i + needle.length === wanted.length && /^\d+$/.test(needle);
  if (isLast && printed.endsWith(needle) && end >= j && end - j <= most) return end;
  const found = printed.slice(j, j + most + needle.length).indexOf(needle);
  return found < 0 ? j : j + found;
}

interface Onward {
  readonly i: number;
  readonly j: number;
  readonly fault?: Variant['fault'] | undefined;
}

/** Where both go on, if what differs is allowed to. What is allowed may begin with the very letters that follow it. */
function licensed(
  wanted: string,
  i: number,
  printed: string,
  j: number,
  { hidden, repeated }: Licence,
): Onward | undefined {
  for (const text of hidden)
    for (let back = 0; back < text.length && back <= i && back <= j; back++) {
      if (!wanted.startsWith(text, i - back)) continue;
      const after = wanted.slice(i - back + text.length, i - back + text.length + SOON);
      // Few letters, for what is hidden next may begin behind them.
      if (printed.startsWith(after, j - back)) return { i: i - back + text.length, j: j - back };
    }
  for (const text of repeated)
    for (let back = 0; back < text.length && back <= i && back <= j; back++) {
      if (!printed.startsWith(text, j - back)) continue;
      const after = wanted.slice(i - back, i - back + KNOWN_BY);
      if (printed.startsWith(after, j - back + text.length))
        return { i: i - back, j: j - back + text.length };
    }
  return undefined;
}

/** Where both go on together, behind a variant. */
function resync(wanted: string, i: number, printed: string, j: number): Onward {
  // From letters behind the first one that differs, for what changed places can begin alike, and a note begins with its number.
  for (let off = 0; off < REACH; off += Math.max(1, Math.floor(off / 4))) {
    if (i + off >= wanted.length && j + off >= printed.length) break;
    for (const size of [KNOWN_BY, LIKE]) {
      const missing = ahead(wanted, printed.slice(j + off, j + off + size), i);
      const extra = ahead(printed, wanted.slice(i + off, i + off + size), j);
      if (missing < 0 && extra < 0) continue;
      if (extra < 0 || (missing >= 0 && missing <= extra)) {
        const gone = wanted.slice(i, i + Math.min(missing, KNOWN_BY));
        const elsewhere = gone.length >= LEAST && printed.includes(gone);
        const fault = !NUMBER.test(printed.slice(j, j + off)) ? 'other' : elsewhere ? 'moved' : 'missing';
        return { i: i + missing, j: j + off, fault };
      }
      const more = printed.slice(j, j + extra);
      const places = [0, 1, 2, 3, 4].map((skip) => wanted.indexOf(more.slice(skip, skip + LIKE)));
      const known =
        places.some((place) => place >= 0) && extra >= LEAST && NUMBER.test(wanted.slice(i, i + off));
      const later = wanted.indexOf(more.slice(0, KNOWN_BY), i) >= 0;
      return { i: i + off, j: j + extra, fault: known ? (later ? 'moved' : 'doubled') : 'other' };
    }
  }
  return { i: wanted.length, j: printed.length, fault: j >= printed.length ? 'missing' : 'other' };
}

/** The number of a note, or nothing. */
const NUMBER = /^[\d.]*$/;
/** With so few letters it cannot be said what became of them. */
const LEAST = 4;

function ahead(text: string, needle: string, from: number): number {
  return needle ? text.slice(from, from + REACH).indexOf(needle) : -1;
}

function placeOf(starts: readonly Start[], place: number): Pick<Variant, 'piece' | 'offset'> {
  const start = lastAt(starts, ({ at }) => at, place);
  return { piece: start?.piece, offset: place - (start?.at ?? 0) };
}
