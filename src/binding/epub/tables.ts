import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { addClass, classesOf, hasClass, UNBROKEN } from '../../tree/classes.js';
import { elementsIn } from '../../tree/elements-in.js';
import { gridOf, rowsOf } from '../../tree/table-grid.js';
import { mayBreak, partTexts } from '../../typeset/part-text.js';
import { elements } from '../documents/rewrite.js';
import { DRAWN, ENDS, longestRuns, longestTexts, needs } from '../documents/table-columns.js';

/** How a table is set, by the number of its columns; `room` is what a line of a phone holds then, in letters. */
const SIZES = [
  { columns: 3, room: 36, gap: 2, className: undefined },
  { columns: 6, room: 42, gap: 2, className: 'small-type' },
  { columns: Number.POSITIVE_INFINITY, room: 52, gap: 1, className: 'smallest-type' },
] as const;
type Size = (typeof SIZES)[number];
/** So much larger a reader may have made the type. */
const ENLARGED = 1.5;
/** Words of fewer letters are not parted for that. */
const SHORT = 4;
/** Words that have to be broken into shorter pieces are easier to read in smaller type. */
const READABLE = 8;
/** Behind these a name is parted, if that is enough, and a number from its unit. */
const JOINTS = /(?<=[_./:])(?=\p{L})|(?<=[\u00a0\u202f])/u;

/**
 * Makes a table as narrow as a phone, whose screen cuts off what is wider: one of many columns is set in smaller type, and lines may
 * end within words and numbers that there is no room for all the same. What fits stays as it is.
 */
export function narrowTable(table: Element): Element {
  if (table.tagName !== 'table') return table;
  const narrow = narrowed(table);
  // In very large type a stylesheet asks how much room there is around it.
  const isSmall = SIZES.some(({ className }) => className && hasClass(narrow, className));
  return isSmall ? h('div', { className: ['many-columns'] }, narrow) : narrow;
}

function narrowed(table: Element): Element {
  const columns = longestRuns(table);
  const longest = Math.max(...columns);
  const mostIn = ({ gap, room }: { gap: number; room: number }): number => {
    let most = longest;
    while (most > 1 && needs(columns, gap, most) > room) most--;
    return most;
  };
  const [plain] = SIZES;
  if (needs(columns, plain.gap) <= plain.room) return enlarged(table, plain);
  const sizes = SIZES.slice(SIZES.findIndex((one) => columns.length <= one.columns));
  const size = sizes.find((one) => mostIn(one) >= Math.min(longest, READABLE)) ?? SIZES[2];
  const most = mostIn(size);
  // Sooner than a word a number is parted between its groups.
  if (most < longest && partNumbers(table, most)) return narrowed(table);
  if (size.className) addClass(table, size.className);
  if (most >= longest) return enlarged(table, size);
  openRuns(table, Math.floor(most));
  keepShares(table, columns, most, size);
  return table;

  /** In larger type words of a table may be parted that are whole in type of the usual size. */
  function enlarged(whole: Element, { gap, room }: Size): Element {
    const most = Math.max(SHORT - 1, Math.floor(mostIn({ gap, room: room / ENLARGED })));
    if (most < longest && !hasShares(whole)) {
      const open = openColumns(columns, longestTexts(whole), room - gap * (columns.length - 1), most);
      openRuns(whole, most, (column) => open[column] ?? false);
    }
    return whole;
  }
}

/**
 * The columns with words of more letters than there would be room for, that keep them whole all the same where the table fits: a browser
 * shares out what room there is by what all of a cell would take, and would leave a brief column beside sentences with a letter.
 */
function openColumns(
  longest: readonly number[],
  texts: readonly number[],
  room: number,
  most: number,
): readonly boolean[] {
  let open = longest.map((length) => length > most);
  for (;;) {
    const least = longest.map((length, i) => (open[i] ? 1 : length));
    const whole = longest.map((length, i) => Math.max(length, texts[i] ?? 0));
    const share = Math.min(1, (room - total(least)) / Math.max(1, total(whole) - total(least)));
    const keeps = longest.map((length, i) => {
      const [low = 0, high = 0] = [least[i], whole[i]];
      return low + (high - low) * share >= length;
    });
    if (open.every((one, i) => !one || keeps[i])) return open;
    open = open.map((one, i) => one && (keeps[i] ?? false));
  }
}

/**
 * Where lines may end anywhere a column could be left with one letter. It gets the share of the table that its letters have been
 * counted to need, and of what is left as much as it has text for; a width in letters would make a table wider than the screen in a wide
 * typeface. A column whose words are whole, and have a line for themselves, keeps them by itself.
 */
function keepShares(table: Element, columns: readonly number[], most: number, { room, gap }: Size): void {
  if (hasShares(table)) return;
  const least = columns.map((length) => Math.min(length, most) + gap);
  const wanted = longestTexts(table).map((length, i) => Math.max(0, length + gap - (least[i] ?? 0)));
  const left = Math.max(0, room + gap - total(least)) / Math.max(1, total(wanted));
  const shares = columns.map((length, i) => {
    const [own = 0, more = 0] = [least[i], wanted[i]];
    const share = (own + more * left) / (room + gap);
    return length > most || more > 0 ? { style: `width:${Math.round(share * 1000) / 10}%` } : {};
  });
  const group = h(
    'colgroup',
    shares.map((share) => h('col', share)),
  );
  const caption = table.children.findIndex(
    (child) => child.type === 'element' && child.tagName === 'caption',
  );
  table.children.splice(caption + 1, 0, group);
}

const total = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);

function hasShares(table: Element): boolean {
  return elementsIn(table).some(({ tagName }) => tagName === 'colgroup');
}

/** Lets lines end at the spaces of what was to stay on one and is longer than a number of letters; whether there is any. */
function partNumbers(within: Element, most: number): boolean {
  const long = [...elements(within)].filter((one) => hasClass(one, UNBROKEN) && textOf(one).length > most);
  for (const one of long) {
    const others = classesOf(one).filter((name) => name !== UNBROKEN);
    one.properties.className = others.length ? others : undefined;
  }
  return long.length > 0;
}

/** Lets lines end within what is longer than a number of letters: at its joints, and anywhere where these are too far apart. */
function openRuns(table: Element, most: number, isOpen: (column: number) => boolean = () => true): void {
  const long = new RegExp(`[^${ENDS}]{${most + 1},}`, 'gu');
  const cells = gridOf(rowsOf(table)).flatMap((row) => row.filter((_, column) => isOpen(column)));
  for (const cell of new Set(cells)) {
    if (!cell) continue;
    partNumbers(cell, most);
    const root: Root = { type: 'root', children: cell.children };
    partTexts(root, DRAWN, long, (run, text) =>
      run.split(JOINTS).flatMap((value, index): ElementContent[] => {
        const part = { ...text, value };
        const isLong = [...value].length > most;
        return [...(index ? [mayBreak()] : []), isLong ? h('span', { className: ['endless'] }, part) : part];
      }),
    );
  }
}
