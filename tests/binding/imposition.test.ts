import { afterEach, describe, expect, it } from 'vitest';
import {
  type Cell,
  type Imposition,
  imposeBooklet,
  imposeCutStack,
  imposeInOrder,
  signaturesOf,
  withBacksTurned,
} from '../../src/binding/imposition.js';

/*
 * Sheets are printed, turned over, folded, cut and stacked here as paper is, and then read. Nothing of that knows how the pages were put
 * on them.
 */
const COUNTS = Array.from({ length: 200 }, (_, index) => index + 1);

/** How the printer turns the paper over: like the page of a book, or like that of a calendar on the wall. */
type Turn = 'book' | 'calendar';

/** A piece of paper with a page on both faces. */
interface Leaf {
  readonly front: Cell;
  readonly back: Cell | undefined;
}

/** The piece of each sheet at a place of its front, with what is printed behind it, which must not stand on its head. */
function pieces(imposition: Imposition, turn: Turn): Map<string, Leaf>[] {
  const { columns, rows, sides, doubleSided } = imposition;
  const step = doubleSided ? 2 : 1;
  if (sides.length % step) throw new Error('a sheet has no back');
  return Array.from({ length: sides.length / step }, (_, sheet) => {
    const found = new Map<string, Leaf>();
    for (const front of sides[sheet * step] ?? []) {
      const behind = doubleSided
        ? sides[sheet * step + 1]?.find(({ column, row }) =>
            turn === 'book'
              ? column === columns - 1 - front.column && row === front.row
              : column === front.column && row === rows - 1 - front.row,
          )
        : undefined;
      if (front.turned || (doubleSided && behind?.turned !== (turn === 'calendar')))
        throw new Error('a page stands on its head');
      found.set(`${front.column},${front.row}`, { front, back: behind });
    }
    if (found.size !== columns * rows) throw new Error('a place of a sheet is not there');
    return found;
  });
}

/** Folds each signature, lays them behind one another and turns the pages. */
function folded(imposition: Imposition, turn: Turn, rightToLeft = false): (number | undefined)[] {
  const sheets = pieces(imposition, turn);
  const read: (number | undefined)[] = [];
  for (const count of imposition.signatures) {
    const signature = sheets.splice(0, count);
    // The half that comes first is the right one of the outer side, or the left one where the book is bound on the right.
    const [first, second] = rightToLeft ? ['0,0', '1,0'] : ['1,0', '0,0'];
    const opening = signature.map((sheet) => sheet.get(first));
    const closing = signature.map((sheet) => sheet.get(second)).reverse();
    for (const leaf of opening) read.push(leaf?.front.page, leaf?.back?.page);
    // Behind the fold its inner side is read first.
    for (const leaf of closing) read.push(leaf?.back?.page, leaf?.front.page);
  }
  if (sheets.length) throw new Error('a sheet is in no signature');
  return read;
}

/** Cuts the pile, lays the smaller ones upon each other and turns the leaves. */
function stacked(imposition: Imposition, turn: Turn, rightToLeft = false): (number | undefined)[] {
  const sheets = pieces(imposition, turn);
  const { columns, rows, doubleSided } = imposition;
  const read: (number | undefined)[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      for (const sheet of sheets) {
        const leaf = sheet.get(`${rightToLeft ? columns - 1 - column : column},${row}`);
        read.push(leaf?.front.page, ...(doubleSided ? [leaf?.back?.page] : []));
      }
  return read;
}

/** Of many books those that are not read as they should be. */
const wrong: { pages: number; read: readonly (number | undefined)[] }[] = [];
function holds(
  pages: number,
  read: readonly (number | undefined)[],
  wanted: readonly (number | undefined)[],
): void {
  if (JSON.stringify(read) !== JSON.stringify(wanted)) wrong.push({ pages, read });
}
afterEach(() => expect(wrong.splice(0)).toEqual([]));

const pagesThen = (pages: number, length: number): (number | undefined)[] =>
  Array.from({ length }, (_, place) => (place < pages ? place : undefined));

describe('a booklet', () => {
  it.each([undefined, 1, 2, 3, 4, 5, 8])(
    'of 1 to 200 pages is in order, with %s sheets to a signature',
    (most) => {
      for (const pages of COUNTS)
        for (const rightToLeft of [false, true]) {
          const upright = imposeBooklet(pages, { sheetsPerSignature: most, rightToLeft, backCover: false });
          for (const [turn, imposition] of [
            ['book', upright],
            ['calendar', withBacksTurned(upright)],
          ] as const) {
            const read = folded(imposition, turn, rightToLeft);
            holds(pages, read, pagesThen(pages, Math.ceil(pages / 4) * 4));
          }
          expect(upright.blanks).toBe(Math.ceil(pages / 4) * 4 - pages);
        }
    },
  );

  it('keeps its back cover at the back, and is empty before it', () => {
    for (const pages of COUNTS) {
      const read = folded(imposeBooklet(pages, { rightToLeft: false, backCover: true }), 'book');
      expect(read.at(-1)).toBe(pages - 1);
      expect(read.slice(0, -1)).toEqual(pagesThen(pages - 1, read.length - 1));
    }
  });

  it('has no page further out than another when it is folded', () => {
    for (const pages of COUNTS)
      for (const imposition of [
        imposeBooklet(pages, { rightToLeft: false, backCover: false }),
        withBacksTurned(imposeBooklet(pages, { rightToLeft: true, backCover: false, sheetsPerSignature: 7 })),
      ]) {
        let sheet = 0;
        for (const count of imposition.signatures)
          for (let around = 0; around < count; around++, sheet++)
            for (const side of imposition.sides.slice(sheet * 2, sheet * 2 + 2))
              for (const { column, shift } of side) {
                const towardsFold = column === 0 ? shift : -shift;
                // The paper stands out by what lies around it; its pages do not.
                expect(around - towardsFold).toBe(0);
              }
      }
  });

  it('is folded in signatures of one thickness, and none is a sheet alone that need not be', () => {
    for (let sheets = 1; sheets <= 200; sheets++)
      for (const most of [undefined, 1, 2, 3, 4, 6, 20]) {
        const signatures = signaturesOf(sheets, most);
        expect(signatures.reduce((sum, one) => sum + one, 0)).toBe(sheets);
        expect(Math.max(...signatures) - Math.min(...signatures)).toBeLessThanOrEqual(1);
        expect(Math.max(...signatures)).toBeLessThanOrEqual(most ?? 15);
        if (sheets > 1 && (most ?? 3) > 2) expect(Math.min(...signatures)).toBeGreaterThan(1);
      }
    expect(signaturesOf(15)).toEqual([15]);
    expect(signaturesOf(17)).toEqual([4, 4, 3, 3, 3]);
    expect(signaturesOf(5, 4)).toEqual([3, 2]);
  });
});

const GRIDS = [
  [2, 1],
  [1, 2],
  [2, 2],
  [4, 2],
  [2, 4],
] as const;

describe.each(GRIDS)('%s columns and %s rows', (columns, rows) => {
  const grids = [true, false].flatMap((doubleSided) =>
    [false, true].map((rightToLeft) => ({ columns, rows, doubleSided, rightToLeft })),
  );

  it('are read row by row', () => {
    for (const grid of grids)
      for (const pages of COUNTS) {
        const { sides, blanks } = imposeInOrder(pages, grid);
        const read = sides.flatMap((side) =>
          side
            .toSorted(
              (a, b) => a.row - b.row || (grid.rightToLeft ? b.column - a.column : a.column - b.column),
            )
            .map(({ page }) => page),
        );
        holds(pages, read, pagesThen(pages, read.length));
        expect(blanks).toBe(read.length - pages);
        expect(blanks).toBeLessThan(columns * rows * (grid.doubleSided ? 2 : 1));
      }
  });

  it('are in order when they are cut and stacked, with the backs behind their fronts', () => {
    for (const grid of grids)
      for (const pages of COUNTS) {
        const upright = imposeCutStack(pages, grid);
        const ways = grid.doubleSided
          ? ([
              ['book', upright],
              ['calendar', withBacksTurned(upright)],
            ] as const)
          : ([['book', upright]] as const);
        for (const [turn, imposition] of ways) {
          const read = stacked(imposition, turn, grid.rightToLeft);
          holds(pages, read, pagesThen(pages, read.length));
          expect(imposition.blanks).toBe(read.length - pages);
          expect(imposition.blanks).toBeLessThan(columns * rows * (grid.doubleSided ? 2 : 1));
        }
      }
  });
});
