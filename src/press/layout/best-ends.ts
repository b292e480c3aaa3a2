/*
 * Runs inside the page, lent to it under its own name: it may use nothing but its arguments.
 */

/** Where a line may end; in one endless line of all the text, with spaces as wide as in the typeface. */
export interface LinePlace {
  /** How far the text before it and behind it reaches, in sizes of the letters. */
  readonly end: number;
  readonly begin: number;
  /** About the same; the others may have to be measured. */
  readonly near: number;
  /** How many spaces stand before it, and how many with the one that is lost there. */
  readonly spaces: number;
  readonly spacesWith: number;
  /** Whether a hyphen stands there, written or not. */
  readonly isHyphen: boolean;
}

/** The lines that text is to be parted into. */
export interface LinesToFill {
  /** The last one is the end of the text. */
  readonly places: readonly LinePlace[];
  /** The width of each line, in sizes of the letters. */
  readonly rooms: readonly number[];
  /** The places, by their number, that a line has to choose from, where a page ends with it. */
  readonly foots: ReadonlyMap<number, ReadonlySet<number>>;
  /** The places that the lines end at now. */
  readonly now: readonly number[];
}

/**
 * Finds the places at which lines end best, all of them together: what speaks against them is the least that can be had (after
 * D. E. Knuth and M. F. Plass, “Breaking Paragraphs into Lines”, 1981, but no space is narrower than the typeface has it).
 * @returns the number of a place for each line; those of now where nothing is better
 */
export function bestEnds({ places, rooms, foots, now }: LinesToFill): readonly number[] {
  /** Spaces are by so much wider in a line that 1 speaks against; twice as much is eight times as bad. In sizes of the letters. */
  const STRETCH = 0.2;
  const [PARTED, AGAIN, MANY] = [0.25, 0.5, 4];
  /** A word that goes on on the next page, or in the last line, and a last line that is brief. */
  const [AT_FOOT, INTO_LAST, BRIEFLY] = [4, 3, 4];
  /** Hyphens in a row that nobody minds. */
  const ROW = 3;
  /** A last line that is brief, in sizes of the letters. */
  const BRIEF = 3;
  /** A line is filled by so much of it at least, without its stretched spaces; and a space that a line of one word would need to have. */
  const [FILLED, LONE] = [0.75, 0.3];
  /** How far a place may be from where it is thought to be, in sizes of the letters. */
  const ABOUT = 4;
  /** What is not worth it. */
  const LEAST = 0.5;

  /** Lines up to a place, the hyphens in a row that they end with, and what speaks against them. */
  interface Path {
    readonly at: number;
    readonly row: number;
    readonly cost: number;
    readonly before?: Path;
  }
  const lines = rooms.length;
  const start: Path = { at: -1, row: 0, cost: 0 };

  const lengthOf = (from: number, at: number): number =>
    (places[at]?.end ?? 0) - (from < 0 ? 0 : (places[from]?.begin ?? 0));
  const rowBehind = ({ row }: Path, at: number): number => (places[at]?.isHyphen ? row + 1 : 0);
  const costOf = (before: Path, line: number, at: number, row: number): number => {
    const length = lengthOf(before.at, at);
    if (line === lines - 1)
      return before.cost + (before.row ? INTO_LAST : 0) + (length < BRIEF ? BRIEFLY : 0);
    const hyphens = (row ? PARTED : 0) + (row > 1 ? AGAIN : 0) + (row > ROW ? MANY : 0);
    const spaces = (places[at]?.spaces ?? 0) - (places[before.at]?.spacesWith ?? 0);
    const wider = Math.max(0, (rooms[line] ?? 0) - length) / Math.max(LONE, spaces) / STRETCH;
    return before.cost + hyphens + wider * wider * wider + (row && foots.has(line) ? AT_FOOT : 0);
  };

  const end = places[places.length - 1]?.end ?? 0;
  /** All that the lines behind one can hold. */
  const behind = rooms.map((_, line) => rooms.slice(line + 1).reduce((sum, room) => sum + room, 0));

  let paths = [start];
  for (let line = 0; line < lines && paths.length; line++) {
    const isLast = line === lines - 1;
    const room = rooms[line] ?? 0;
    const foot = foots.get(line);
    const best: Path[] = [];
    for (const before of paths) {
      const begin = before.at < 0 ? 0 : (places[before.at]?.begin ?? 0);
      const least = Math.max(begin + FILLED * room, end - (behind[line] ?? 0));
      for (let at = isLast ? places.length - 1 : before.at + 1; at < places.length - (isLast ? 0 : 1); at++) {
        const place = places[at] as LinePlace;
        if (!isLast && (place.near < least - ABOUT || foot?.has(at) === false)) continue;
        if (place.near - begin > room + 2 * ABOUT || place.end - begin > room) break;
        if (!isLast && place.end < least) continue;
        const row = rowBehind(before, at);
        const cost = costOf(before, line, at, row);
        const key = at * (ROW + 2) + Math.min(row, ROW + 1);
        if (cost < (best[key]?.cost ?? Number.POSITIVE_INFINITY)) best[key] = { at, row, cost, before };
      }
    }
    paths = best.filter(Boolean);
  }
  const isNow = now.reduce((before: Path, at, line) => {
    const row = rowBehind(before, at);
    return { at, row, cost: costOf(before, line, at, row), before };
  }, start);
  let best: Path | undefined;
  for (const path of paths) if (path.cost < (best?.cost ?? isNow.cost - LEAST)) best = path;
  const ends: number[] = [];
  for (let path = best; path?.before; path = path.before) ends.unshift(path.at);
  return best ? ends : now;
}
