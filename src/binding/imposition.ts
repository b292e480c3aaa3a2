/** A place for a page on one side of a sheet. */
export interface Cell {
  /** From the left and from the top, from 0, as the side lies before its reader. */
  readonly column: number;
  readonly row: number;
  /** Which page lies here, from 0; `undefined` for an empty one. */
  readonly page: number | undefined;
  /** It stands on its head. */
  readonly turned: boolean;
  /** How far it is moved to the right (to the left, if negative), in thicknesses of the paper. */
  readonly shift: number;
}

/** One side of a sheet; all of its places, row by row. */
export type Side = readonly Cell[];

/** Which page lies where. Where the paper is printed on both sides, fronts and backs take turns. */
export interface Imposition {
  readonly columns: number;
  readonly rows: number;
  readonly doubleSided: boolean;
  readonly sides: readonly Side[];
  /** How many sheets are folded together, signature by signature; nothing where nothing is folded. */
  readonly signatures: readonly number[];
  /** How many pages are empty. */
  readonly blanks: number;
}

/** Pages on a folded sheet: two on each side. */
const ON_A_SHEET = 4;
/** So many sheets can be folded at once and stapled with an office stapler: sixty pages. */
const STAPLED = 15;
/** Thicker books are folded in sections of sixteen pages, as binders do. */
const SECTION = 4;

/**
 * How many sheets each signature has: as few signatures as there can be, and all of them of one thickness, give or take a sheet,
 * the thicker ones first. A sheet is alone only where no more than two may lie together.
 * @param sheets of the whole book
 * @param most sheets that may be folded together; all of them up to fifteen, else four, unless given
 */
export function signaturesOf(sheets: number, most = sheets <= STAPLED ? STAPLED : SECTION): number[] {
  const count = Math.ceil(sheets / most);
  const least = Math.floor(sheets / count);
  const thicker = sheets % count;
  return Array.from({ length: count }, (_, index) => least + (index < thicker ? 1 : 0));
}

/** How a book is folded. */
export interface Folding {
  readonly sheetsPerSignature?: number | undefined;
  /** The book is bound on the right. */
  readonly rightToLeft: boolean;
  /** The last page is the back of the book: what is empty lies before it. */
  readonly backCover: boolean;
}

/**
 * A book of sheets that are folded once, those of a signature into each other: front to back, the outermost sheet first, signature
 * by signature. What is wanting to four pages on each sheet is empty at the end.
 *
 * Creep: each sheet that lies within others is pushed out of the fold by their paper, so its outer edge stands out by one thickness for
 * each of them, and is cut off. Its pages are moved towards the fold by as much: thickness × sheets around it.
 */
export function imposeBooklet(
  pages: number,
  { rightToLeft, backCover, sheetsPerSignature }: Folding,
): Imposition {
  const sheets = Math.max(1, Math.ceil(pages / ON_A_SHEET));
  const places = sheets * ON_A_SHEET;
  const pageAt = (place: number): number | undefined => {
    if (backCover && place === places - 1) return pages - 1;
    return place < (backCover ? pages - 1 : pages) ? place : undefined;
  };
  const signatures = signaturesOf(sheets, sheetsPerSignature);
  const sides: Side[] = [];
  let first = 0;
  for (const thickness of signatures) {
    const last = first + thickness * ON_A_SHEET - 1;
    for (let around = 0; around < thickness; around++) {
      const facing = (left: number, right: number): Side =>
        (rightToLeft ? [right, left] : [left, right]).map((place, column) => ({
          column,
          row: 0,
          page: pageAt(place),
          turned: false,
          shift: column ? -around || 0 : around,
        }));
      const outer = first + 2 * around;
      const inner = last - 2 * around;
      sides.push(facing(inner, outer), facing(outer + 1, inner - 1));
    }
    first = last + 1;
  }
  return { columns: 2, rows: 1, doubleSided: true, sides, signatures, blanks: places - pages };
}

/** A sheet that is parted into columns and rows. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly doubleSided: boolean;
  /** Rows are read from the right. */
  readonly rightToLeft: boolean;
}

/** Pages in reading order, row by row, side by side. */
export function imposeInOrder(pages: number, grid: Grid): Imposition {
  const many = grid.columns * grid.rows;
  const sheetful = grid.doubleSided ? 2 * many : many;
  const full = Math.max(1, Math.ceil(pages / sheetful)) * (sheetful / many);
  return imposed(grid, pages, full, (side, place) => side * many + place);
}

/**
 * Pages for a pile of sheets that is cut: each place of the sheet becomes a pile of its own, and these piles, laid upon each other row by
 * row, are in order. Of double-sided leaves the back lies behind its front, however the paper is turned.
 */
export function imposeCutStack(pages: number, grid: Grid): Imposition {
  const many = grid.columns * grid.rows;
  const faces = grid.doubleSided ? 2 : 1;
  const leaves = Math.max(1, Math.ceil(pages / faces));
  const sheets = Math.ceil(leaves / many);
  return imposed(grid, pages, sheets * faces, (side, place) => {
    const face = side % faces;
    const row = Math.floor(place / grid.columns);
    const column = place % grid.columns;
    // What is turned like the page of a book has its left on the right.
    const front = face ? row * grid.columns + grid.columns - 1 - column : place;
    return (front * sheets + Math.floor(side / faces)) * faces + face;
  });
}

/** @param pageAt the page of a place, which are counted in reading order */
function imposed(
  { columns, rows, doubleSided, rightToLeft }: Grid,
  pages: number,
  sides: number,
  pageAt: (side: number, place: number) => number,
): Imposition {
  const places = sides * columns * rows;
  return {
    columns,
    rows,
    doubleSided,
    sides: Array.from({ length: sides }, (_, side) =>
      Array.from({ length: columns * rows }, (_, place): Cell => {
        const row = Math.floor(place / columns);
        const column = place % columns;
        const page = pageAt(side, rightToLeft ? row * columns + columns - 1 - column : place);
        return { column, row, page: page < pages ? page : undefined, turned: false, shift: 0 };
      }),
    ),
    signatures: [],
    blanks: places - pages,
  };
}

/** The same for a printer that turns the paper over the other edge: its backs are printed upside down. */
export function withBacksTurned(imposition: Imposition): Imposition {
  const { columns, rows, sides } = imposition;
  const turn = (side: Side): Side =>
    side
      .map((cell) => ({
        ...cell,
        column: columns - 1 - cell.column,
        row: rows - 1 - cell.row,
        turned: true,
        shift: -cell.shift || 0,
      }))
      .reverse();
  return { ...imposition, sides: sides.map((side, index) => (index % 2 ? turn(side) : side)) };
}
