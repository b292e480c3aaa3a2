import type { Edge } from '../model/sheets.js';

/** Width and height, in points. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How near the text of any page comes to its edges: to the left or the right, and to the top or the bottom, in points. */
export interface Insets {
  readonly x: number;
  readonly y: number;
}

/** What pages are laid out on. */
export interface Paper extends Size {
  /** What its printer leaves white at each edge, in points. */
  readonly margin: number;
  /** Pages may be larger than they are. */
  readonly enlarge: boolean;
}

/** How a sheet is parted, in points from its lower left corner. */
export interface SheetLayout {
  readonly sheet: Size;
  readonly columns: number;
  readonly rows: number;
  /** How large a page is shown; 1 is its own size. */
  readonly scale: number;
  /** A page as it is shown; pages lie edge to edge in the middle of the sheet. */
  readonly cell: Size;
  readonly left: number;
  readonly bottom: number;
  /** What the printer leaves white at each edge. */
  readonly margin: number;
  /** The edge over which the paper is turned if heads are to stay up. */
  readonly edge: Edge;
}

/** Closer than this to its own size, a page has it: sizes are rounded to thousandths of a point. */
const EQUAL = 5e-4;

/**
 * Lays pages out on paper, upright or on its side, in whichever of the grids they are largest. A page is never larger than its share
 * of the paper, nor, unless it is told to be, than itself. White edges of pages do for the white that a printer leaves; only text is kept
 * out of it.
 * @param grids columns and rows
 */
export function layOutSheet(
  page: Size,
  insets: Insets,
  paper: Paper,
  grids: readonly (readonly [columns: number, rows: number])[],
): SheetLayout {
  const [short, long] = [Math.min(paper.width, paper.height), Math.max(paper.width, paper.height)];
  let best: SheetLayout | undefined;
  for (const [columns, rows] of grids)
    for (const sheet of [
      { width: short, height: long },
      { width: long, height: short },
    ]) {
      const most = Math.min(
        sheet.width / (columns * page.width),
        sheet.height / (rows * page.height),
        (sheet.width / 2 - paper.margin) / ((columns * page.width) / 2 - insets.x),
        (sheet.height / 2 - paper.margin) / ((rows * page.height) / 2 - insets.y),
      );
      const scale = paper.enlarge ? most : most > 1 - EQUAL ? 1 : most;
      const cell = { width: page.width * scale, height: page.height * scale };
      const layout: SheetLayout = {
        sheet,
        columns,
        rows,
        scale,
        cell,
        left: (sheet.width - columns * cell.width) / 2,
        bottom: (sheet.height - rows * cell.height) / 2,
        margin: paper.margin,
        edge: sheet.height >= sheet.width ? 'long' : 'short',
      };
      if (!best || isBetter(layout, best)) best = layout;
    }
  if (!best) throw new Error('there is no grid to lay pages out in');
  return best;
}

/** Pages are larger, or as large with more room around them, which marks have then. */
function isBetter(one: SheetLayout, other: SheetLayout): boolean {
  if (Math.abs(one.scale - other.scale) > EQUAL) return one.scale > other.scale;
  return Math.min(one.left, one.bottom) > Math.min(other.left, other.bottom) + 1;
}

/** How far pages go on beyond where they are cut, in points: at the left and the right of all pages of a side, and above and below. */
export interface Beyond {
  readonly x: number;
  readonly y: number;
}

/**
 * How much of the bleed of its pages a sheet has room for. Marks come first, for a bleed is of no use where nobody sees where to cut: the
 * shortest of them finds its place between the bleed and what the printer leaves white.
 * @param bleed of the pages in their own size, in points
 */
export function bleedOn({ scale, left, bottom, margin }: SheetLayout, bleed: number): Beyond {
  const within = (room: number): number => Math.max(0, Math.min(bleed * scale, room - margin - LEAST));
  return { x: within(left), y: within(bottom) };
}

/** A straight line, in points from the lower left corner of the sheet. */
export interface Mark {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  /** Here is folded, and not cut. */
  readonly fold: boolean;
}

/** A mark keeps off the page, so that none of it is left when that is cut. */
const OFF = 4;
const LENGTH = 11;
/** A shorter one nobody sees, and a narrower strip nobody cuts off. */
const LEAST = 4;

/**
 * Marks at the pages of a side: where to cut, in line with the edges of the pages, and where to fold. They lie outside the pages and their
 * bleed where the printer reaches; where there is no such room, a mark to cut at lies on the line itself, and none says where to fold: that is the
 * middle of the paper.
 * @param folded the paper is folded between its columns
 * @param shifts how far the pages of the first column and of the last are moved to the right, in points
 * @param beyond how far the pages go on beyond the cut
 */
export function marksOf(
  layout: SheetLayout,
  folded: boolean,
  shifts: readonly [number, number],
  beyond: Beyond,
): Mark[] {
  const { sheet, columns, rows, cell } = layout;
  const marks: Mark[] = [];
  for (let column = 0; column <= columns; column++) {
    const fold = folded && column === 1;
    // Along the edge of the paper nothing is cut.
    if (column % columns === 0 && layout.left < LEAST) continue;
    const shift = column === 0 ? shifts[0] : column === columns ? shifts[1] : 0;
    const x = layout.left + column * cell.width + shift;
    for (const [from, to] of stretches(layout.bottom, sheet.height, layout.margin, fold, beyond.y))
      marks.push({ from: [x, from], to: [x, to], fold });
  }
  for (let row = 0; row <= rows; row++) {
    if (row % rows === 0 && layout.bottom < LEAST) continue;
    const y = layout.bottom + row * cell.height;
    for (const [from, to] of stretches(layout.left, sheet.width, layout.margin, false, beyond.x))
      marks.push({ from: [from, y], to: [to, y], fold: false });
  }
  return marks;
}

/** Where along its line a mark is drawn: once at each end of a length of paper that the pages leave so much room on. */
function stretches(
  room: number,
  paper: number,
  margin: number,
  fold: boolean,
  beyond: number,
): (readonly [from: number, to: number])[] {
  const off = Math.max(OFF, beyond);
  const length = Math.min(LENGTH, room - off - margin);
  if (length < LEAST && fold) return [];
  const from = length < LEAST ? Math.max(room, margin) : room - off;
  const to = length < LEAST ? from + LENGTH : from - length;
  return [
    [from, to],
    [paper - from, paper - to],
  ];
}
