/*
 * Runs inside the page, lent to it under its own name: it may use nothing but its arguments, the DOM and what else was lent.
 */
import type { bestEnds as endsOf } from './best-ends.js';
import type { At, letterAt as letterOf } from './letter.js';
import type { FinishedLines, LineEnd } from './line-ends.js';
import type { linePlaces as placesOf } from './line-places.js';
import type { spaceWidth as widthOfSpace } from './space-width.js';

declare const letterAt: typeof letterOf;
declare const spaceWidth: typeof widthOfSpace;
declare const linePlaces: typeof placesOf;
declare const bestEnds: typeof endsOf;

/** Other ends of the lines of a block. */
export interface EvenLines {
  readonly ends: readonly LineEnd[];
  /** How far the letters of each line may reach, and where the last one of the block stands, in CSS pixels. */
  readonly edges: readonly number[];
  readonly right: number;
}

/**
 * Chooses where the lines of a justified block end, all of them together, where filling one after another has left wide spaces in
 * some, hyphens at the ends of more than three in a row, or a part of a word at the foot of a page. There are as many lines as before, and
 * what stood on a page stays there, but for the part of that word.
 * @param hyphen width of the hyphen that parts a word, in sizes of the letters
 * @returns nothing where the lines are as good as they can be, or where too little is known of them
 */
export function evenLines({ block, texts, ends }: FinishedLines, hyphen: number): EvenLines | undefined {
  const SOFT = '\u00ad';
  /** A space that is wide, in sizes of the letters. */
  const WIDE = 0.45;
  /** Hyphens in a row that nobody minds. */
  const ROW = 3;
  /** What measuring may be wrong by, in CSS pixels. */
  const SLACK = 0.25;

  const one = texts[0];
  const { fontSize, writingMode } = getComputedStyle(block);
  // Texts that adjoin would be one when lines are taken back.
  const adjoins = texts.some(({ previousSibling }) => previousSibling instanceof Text);
  if (!one || ends.length < 2 || adjoins || writingMode !== 'horizontal-tb') return undefined;
  const starts = [
    letterAt({ text: one, at: one.data.search(/[^\s\u00ad]/) }),
    ...ends.map(({ next }) => next),
  ];
  const size = Number.parseFloat(fontSize);
  const wider = ends.map((_, line) => widerIn(line));
  // The last line is not justified.
  if (!wider.every((by) => by > -SLACK) || Math.abs(widerIn(ends.length)) > SLACK) return undefined;
  const endsPage = ends.map(({ last, next }) => next.box.bottom < last.box.top);
  const hyphens = ends.map(({ last }) => isHyphen(last));
  const isTorn = ends.some(({ last }, line) => endsPage[line] && isSoft(last));
  const inRow = hyphens.some((_, i) => i >= ROW && hyphens.slice(i - ROW, i + 1).every(Boolean));
  if (!isTorn && !inRow && Math.max(...wider) + spaceWidth(one) <= WIDE * size) return undefined;
  const rooms = roomsOf();
  if (!rooms) return undefined;
  const { places, now } = linePlaces({ texts, ends, starts, wider, size, hyphen });
  if (now.length !== rooms.length) return undefined;
  const best = bestEnds({
    places,
    rooms: rooms.map((room) => (room + SLACK) / size),
    foots: footsOf(),
    now,
  });
  return best === now ? undefined : linesOf(best);

  function isSoft({ text, at }: At): boolean {
    return text.data[at + 1] === SOFT;
  }

  function isHyphen(at: At): boolean {
    return isSoft(at) || /[-‐]/.test(at.text.data[at.at] ?? '');
  }

  /** By how much a space in a line is wider than in its typeface, in CSS pixels; not a number where the line has none. */
  function widerIn(line: number): number {
    const [from, to] = [starts[line], ends[line]?.last];
    let isOn = false;
    for (const text of texts) {
      isOn ||= text === from?.text;
      if (isOn) {
        const begin = text === from?.text ? from.at : 0;
        const end = text === to?.text ? to.at + 1 : text.length;
        const at = text.data.slice(begin, end).search(/(?<=\S)[ \n](?=\S)/);
        if (at >= 0) return letterAt({ text, at: begin + at }).box.width - spaceWidth(text);
      }
      if (text === to?.text) break;
    }
    return Number.NaN;
  }

  /** The width of each line, in CSS pixels; nothing where they are not all alike. */
  function roomsOf(): number[] | undefined {
    const own = ends.map(({ last }, line) => last.box.right - (starts[line]?.box.left ?? 0));
    const full = Math.max(...own.slice(1));
    const indent = (starts[0]?.box.left ?? 0) - (starts[1]?.box.left ?? 0);
    const rooms = [endsPage[0] ? (own[0] ?? 0) : full - indent, ...ends.map(() => full)];
    const isAlike = ends.every(({ last }, line) => {
      const less = (rooms[line] ?? 0) - (own[line] ?? 0);
      return Math.abs(less) < (isSoft(last) ? size / 2 : 1);
    });
    return isAlike ? rooms : undefined;
  }

  /** What a page may end with: what it ends with, or what stands before the word that is parted there, if nothing else is in that. */
  function footsOf(): Map<number, ReadonlySet<number>> {
    const foots = new Map<number, ReadonlySet<number>>();
    const hasNotes = !!block.querySelector('.foot-notes');
    for (const [line, isLast] of endsPage.entries()) {
      const at = now[line];
      const end = places[at ?? -1];
      if (!isLast || at === undefined || !end) continue;
      const word = hasNotes ? -1 : places.findLastIndex(({ isSpace }, i) => i < at && isSpace);
      const begins = places[word]?.next;
      const isWhole = begins && begins.at > 0 && begins.text === end.next.text && isSoft(end.last);
      foots.set(line, new Set(isWhole ? [at, word] : [at]));
    }
    return foots;
  }

  /** Lines that end at these places. */
  function linesOf(best: readonly number[]): EvenLines {
    const chosen = best.slice(0, -1).flatMap((at) => places[at] ?? []);
    const edge = starts.at(-1)?.box.left ?? 0;
    const length = ((places.at(-1)?.end ?? 0) - (chosen.at(-1)?.begin ?? 0)) * size;
    return {
      edges: starts.map(({ box }, line) => box.left + (rooms?.[line] ?? 0)),
      ends: chosen.map(({ last, next }) => {
        const { box } = letterAt(next);
        return {
          last: letterAt(last),
          next: { ...next, box: new DOMRect(edge, box.top, box.width, box.height) },
        };
      }),
      right: edge + length,
    };
  }
}
