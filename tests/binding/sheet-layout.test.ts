import { describe, expect, it } from 'vitest';
import { bleedOn, layOutSheet, marksOf } from '../../src/binding/sheet-layout.js';
import { PAPERS, TRIM_SIZES } from '../../src/config/trim.js';

const GRIDS = [
  [[2, 1]],
  [
    [2, 1],
    [1, 2],
  ],
  [[2, 2]],
  [
    [4, 2],
    [2, 4],
  ],
] as const;
const MARGIN = 14;
const INSETS = { x: 30, y: 25 };
const NO_BLEED = { x: 0, y: 0 };
const points = ({ width, height }: { width: number; height: number }) => ({
  width: width * 0.75,
  height: height * 0.75,
});
const named = (name: string) => {
  const found = [...PAPERS, ...TRIM_SIZES].find((one) => one.name === name);
  if (!found) throw new Error(`no ${name}`);
  return points(found);
};
const lay = (trim: string, paper: string, grids: (typeof GRIDS)[number] = GRIDS[0], enlarge = false) =>
  layOutSheet(named(trim), INSETS, { ...named(paper), margin: MARGIN, enlarge }, grids);

describe('pages on a sheet', () => {
  it.each([
    ['a5', 'a4', 1],
    ['5.5x8.5', 'letter', 1],
    ['a4', 'a3', 1],
    ['letter', 'tabloid', 1],
    ['5x8', 'a4', 1],
    ['6x9', 'a4', 595.276 / 648],
    ['a4', 'a4', 595.276 / 841.89],
  ])('of %s on %s are shown at %d', (trim, paper, scale) => {
    expect(lay(trim, paper).scale).toBeCloseTo(scale, 3);
  });

  it('of any size lie on any paper, are no larger than they are, and their text is printed', () => {
    for (const trim of TRIM_SIZES)
      for (const paper of PAPERS)
        for (const grids of GRIDS)
          for (const enlarge of [false, true]) {
            const { sheet, scale, cell, left, bottom, columns, rows, edge } = lay(
              trim.name,
              paper.name,
              grids,
              enlarge,
            );
            if (!enlarge) expect(scale).toBeLessThanOrEqual(1);
            expect(left).toBeGreaterThan(-0.1);
            expect(bottom).toBeGreaterThan(-0.1);
            expect(2 * left + columns * cell.width).toBeCloseTo(sheet.width);
            expect(2 * bottom + rows * cell.height).toBeCloseTo(sheet.height);
            expect(left + INSETS.x * scale).toBeGreaterThan(MARGIN - 0.1);
            expect(bottom + INSETS.y * scale).toBeGreaterThan(MARGIN - 0.1);
            const room = Math.min(
              left,
              bottom,
              left + INSETS.x * scale - MARGIN,
              bottom + INSETS.y * scale - MARGIN,
            );
            if (scale < 1 || enlarge) expect(room).toBeCloseTo(0);
            expect(edge).toBe(sheet.width > sheet.height ? 'short' : 'long');
          }
  });

  it('lie on upright paper where they are as large there', () => {
    expect(lay('a5', 'a4', GRIDS[2]).sheet.height).toBeGreaterThan(lay('a5', 'a4', GRIDS[2]).sheet.width);
    expect(lay('a5', 'a4', GRIDS[1])).toMatchObject({ columns: 2, rows: 1, edge: 'short' });
    expect(lay('a5', 'a4', GRIDS[3])).toMatchObject({ columns: 4, rows: 2, edge: 'short' });
  });

  it('are made smaller for a printer that leaves much white', () => {
    const { scale, left } = layOutSheet(
      named('a5'),
      { x: 20, y: 20 },
      { ...named('a4'), margin: 40, enlarge: false },
      GRIDS[0],
    );
    expect(scale).toBeLessThan(1);
    expect(left + 20 * scale).toBeGreaterThan(39.9);
  });
});

describe('marks', () => {
  it('lie off the pages where there is room, within what is printed', () => {
    const layout = lay('a5', 'a3', GRIDS[1]);
    const marks = marksOf(layout, false, [0, 0], NO_BLEED);
    const { left, bottom, cell, sheet } = layout;
    const [right, top] = [left + 2 * cell.width, bottom + cell.height];
    // Three lines down and two across, each at both ends.
    expect(marks).toHaveLength(10);
    for (const { from, to } of marks)
      for (const [x, y] of [from, to]) {
        expect(x < left - 3 || x > right + 3 || y < bottom - 3 || y > top + 3).toBe(true);
        expect(Math.min(x, sheet.width - x, y, sheet.height - y)).toBeGreaterThanOrEqual(MARGIN);
      }
  });

  it('lie off the bleed of the pages, which leaves room for them', () => {
    const layout = lay('a5', 'a3');
    const beyond = bleedOn(layout, 9);
    expect(beyond).toEqual({ x: 9, y: 9 });
    const { left, bottom, cell } = layout;
    const [right, top] = [left + 2 * cell.width, bottom + cell.height];
    for (const { from, to } of marksOf(layout, true, [0, 0], beyond))
      for (const [x, y] of [from, to])
        expect(x <= left - 9 || x >= right + 9 || y <= bottom - 9 || y >= top + 9).toBe(true);
    expect(bleedOn({ ...layout, scale: 0.5 }, 9)).toEqual({ x: 4.5, y: 4.5 });
    // Of ten points that the printer reaches four are for the marks.
    const narrow = { ...layout, left: MARGIN + 10 };
    expect(bleedOn(narrow, 9)).toEqual({ x: 6, y: 9 });
    const [beside] = marksOf(narrow, true, [0, 0], { x: 6, y: 9 }).filter(
      ({ from, to }) => from[1] === to[1],
    );
    expect([beside?.from[0], beside?.to[0]]).toEqual([MARGIN + 4, MARGIN]);
    expect(bleedOn({ ...layout, left: MARGIN }, 9).x).toBe(0);
  });

  it('say where to fold, and move with the pages to where is cut', () => {
    const layout = lay('5x8', 'a3');
    const marks = marksOf(layout, true, [3, -3], NO_BLEED);
    const folds = marks.filter(({ fold }) => fold);
    expect(folds.map(({ from }) => from[0])).toEqual([layout.sheet.width / 2, layout.sheet.width / 2]);
    const cuts = new Set(
      marks.filter(({ fold, from, to }) => !fold && from[0] === to[0]).map(({ from }) => from[0]),
    );
    expect([...cuts]).toEqual([layout.left + 3, layout.left + 2 * layout.cell.width - 3]);
  });

  it('are left out where pages reach the edges of the paper', () => {
    expect(marksOf(lay('5.5x8.5', 'letter'), true, [0, 0], NO_BLEED)).toEqual([]);
  });

  it('lie on the line where there is no room beside it', () => {
    const layout = lay('6x9', 'a4');
    expect(layout.bottom).toBeCloseTo(0);
    expect(
      marksOf(layout, true, [0, 0], NO_BLEED).map(({ from, to }) => [from[0] === to[0], from[1] > 0]),
    ).toEqual(Array(4).fill([true, true]));
  });
});
