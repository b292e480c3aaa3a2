import { describe, expect, it } from 'vitest';
import { orderOf } from '../../src/config/cover-order.js';
import type { CoverSpec } from '../../src/config/cover-spec.js';
import { PRINTERS } from '../../src/config/printers.js';
import { parseTrim } from '../../src/config/trim.js';
import { spineOf, wrapOf } from '../../src/config/wrap.js';
import type { EditionOptions, TrimSize } from '../../src/model/config.js';

/*
 * The size of covers against what printers publish: each number below is worked out by hand, from the page named, or was answered
 * by the printer's own calculator. Inches.
 */
const trim = (text: string): TrimSize => parseTrim(text) as TrimSize;
const specOf = (printer: string, binding: 'paperback' | 'hardcover'): CoverSpec => {
  const spec = PRINTERS[printer]?.bindings[binding];
  if (!spec) throw new Error(`${printer} has no ${binding}`);
  return spec;
};

interface Case {
  readonly paper: string;
  readonly pages: number;
  readonly trim: string;
  readonly spine: number;
  readonly width: number;
  readonly height: number;
}

const row = (
  paper: string,
  pages: number,
  size: string,
  spine: number,
  width: number,
  height: number,
): Case => ({ paper, pages, trim: size, spine, width, height });

/** The tables of printers are rounded to a thousandth of an inch, and so is what is made of them. */
function holds(spec: CoverSpec, one: Case): void {
  const spine = spineOf(spec, one.paper, one.pages) ?? Number.NaN;
  const { width, height } = wrapOf(spec, trim(one.trim), spine, 'ltr');
  expect(Math.abs(spine - one.spine)).toBeLessThan(0.00051);
  expect(Math.abs(width / 96 - one.width)).toBeLessThan(0.0011);
  expect(Math.abs(height / 96 - one.height)).toBeLessThan(0.0011);
}

describe('Amazon KDP', () => {
  // “Create a Paperback Cover”, https://kdp.amazon.com/en_US/help/topic/G201953020: pages × 0.002252 in (white, standard
  // colour), × 0.0025 in (cream), × 0.002347 in (premium colour); width = bleed + back + spine + front + bleed, bleed 0.125 in.
  it.each([
    row('white', 24, '5x8', 0.054048, 10.304048, 8.25),
    row('white', 300, '6x9', 0.6756, 12.9256, 9.25),
    row('cream', 240, '6x9', 0.6, 12.85, 9.25),
    row('cream', 776, '5.5x8.5', 1.94, 13.19, 8.75),
    row('standard-colour', 600, '8.5x11', 1.3512, 18.6012, 11.25),
    row('premium-colour', 100, '8.5x8.5', 0.2347, 17.4847, 8.75),
    // From the cover calculator, https://kdp.amazon.com/cover-calculator.
    row('groundwood', 240, '6x9', 0.564, 12.814, 9.25),
  ])('paperback, $paper, $pages pages of $trim', (one) => holds(specOf('kdp', 'paperback'), one));

  // The cover calculator: front 6.197 × 9.236 in of 6 × 9 in (5 and 6 mm more), wrap 0.591 in (15 mm), and spines of pages ×
  // paper + 4.8 mm: “240 cream = 20.04 mm”, “Full Cover 14.364 × 10.417 in”.
  it.each([
    row('cream', 240, '6x9', 0.789, 14.364, 10.4173),
    row('white', 76, '6x9', 0.3601, 13.935, 10.4173),
    row('white', 550, '5.5x8.5', 1.4276, 14.0025, 9.9173),
    row('premium-colour', 240, '7x10', 0.7523, 16.3272, 11.4173),
    row('cream', 300, '6.14x9.21', 0.939, 14.7938, 10.6273),
  ])('hardcover, $paper, $pages pages of $trim', (one) => holds(specOf('kdp', 'hardcover'), one));
});

describe('Lulu', () => {
  // “How is spine width calculated?”, https://help.api.lulu.com/en/support/solutions/articles/64000254616: pages / 444 + 0.06
  // in, or pages / 460 + 0.06 in for magazines; bleed 0.125 in (“Book Creation Guide”).
  it.each([
    row('white', 32, '5x8', 0.132072, 10.382072, 8.25),
    row('white', 240, '6x9', 0.600541, 12.850541, 9.25),
    row('cream', 444, '6x9', 1.06, 13.31, 9.25),
    row('cream', 800, 'a5', 1.861802, 13.765345, 8.517717),
    row('magazine', 92, 'letter', 0.26, 17.51, 11.25),
  ])('paperback, $paper, $pages pages of $trim', (one) => holds(specOf('lulu', 'paperback'), one));

  // The table on the same page; a casewrap is 0.75 in larger on all sides than the boards, which are 0.125 in wider and 0.25 in
  // higher than a page (“Creating Your Hardcover Casewrap Cover”). Two of them were reported by Lulu for real books: 392.112 ×
  // 273.05 mm for a spine of 1.6875 in, and 1094 × 774 pt for one of 104 pt (HoTT/book, cover-lulu-hardcover.tex).
  it.each([
    row('white', 24, '6x9', 0.25, 14, 10.75),
    row('white', 84, '5.5x8.5', 0.25, 13, 10.25),
    row('white', 140, '6x9', 0.5, 14.25, 10.75),
    row('white', 250, '6x9', 0.8125, 14.5625, 10.75),
    row('white', 500, '8.5x11', 1.375, 20.125, 12.75),
    row('white', 620, '6x9', 1.6875, 392.112 / 25.4, 273.05 / 25.4),
    row('white', 800, '6x9', 2.125, 15.875, 10.75),
  ])('hardcover, $pages pages of $trim', (one) => holds(specOf('lulu', 'hardcover'), one));
});

describe('IngramSpark', () => {
  // No formula of a spine is published. Authors say what https://myaccount.ingramspark.com/Portal/Tools/SpineCalculator answers;
  // these are such answers. What there is to hold is that Octavo makes none up, and the rest of the sheet, which “File Creation
  // Guide”, 24 August 2026, gives part by part.
  it.each(['paperback', 'hardcover'] as const)('has no spine of its own for a %s', (binding) => {
    const spec = specOf('ingram', binding);
    expect(Object.keys(spec.papers).length).toBeGreaterThan(3);
    for (const paper of Object.keys(spec.papers)) {
      expect(spineOf(spec, paper, 240), paper).toBeUndefined();
      expect(orderOf({ printer: 'ingram', binding, paper })).toMatchObject({ fault: 'spine' });
      expect(orderOf({ printer: 'ingram', binding, paper, spine: 0.5 * 96 })).toMatchObject({ paper });
    }
  });

  /** Bleed, back, spine, front, bleed. */
  const paperback = (width: number, spine: number): number => 0.125 + width + spine + width + 0.125;
  /** A board is 0.185 in narrower than a page; a gutter of 0.5 in lies on both sides of the spine, and 0.625 in is wrapped around. */
  const hardcover = (width: number, spine: number): number =>
    0.625 + (width - 0.185) + 0.5 + spine + 0.5 + (width - 0.185) + 0.625;

  it.each([
    ['paperback', '6x9', 0.545, paperback(6, 0.545), 0.125 + 9 + 0.125],
    ['paperback', '6x9', 0.099, paperback(6, 0.099), 0.125 + 9 + 0.125],
    ['paperback', '6x9', 0.629, paperback(6, 0.629), 0.125 + 9 + 0.125],
    ['paperback', '5.5x8.5', 1.487, paperback(5.5, 1.487), 0.125 + 8.5 + 0.125],
    ['paperback', '8.5x11', 2.078, paperback(8.5, 2.078), 0.125 + 11 + 0.125],
    // Boards are 0.25 in higher than a page.
    ['hardcover', '6x9', 0.688, hardcover(6, 0.688), 0.625 + 9.25 + 0.625],
    ['hardcover', '6x9', 0.25, hardcover(6, 0.25), 0.625 + 9.25 + 0.625],
    ['hardcover', '5.5x8.5', 0.688, hardcover(5.5, 0.688), 0.625 + 8.75 + 0.625],
    ['hardcover', '6x9', 2.125, hardcover(6, 2.125), 0.625 + 9.25 + 0.625],
    ['hardcover', '8.5x11', 1.188, hardcover(8.5, 1.188), 0.625 + 11.25 + 0.625],
  ] as const)('%s of %s, a spine of %d: the parts of the guide', (binding, size, spine, width, height) => {
    const wrap = wrapOf(specOf('ingram', binding), trim(size), spine, 'ltr');
    expect(wrap.width / 96).toBeCloseTo(width, 4);
    expect(wrap.height / 96).toBeCloseTo(height, 4);
    expect(wrap.spine / 96).toBeCloseTo(spine, 4);
  });
});

describe('a cover', () => {
  it('has its front on the right, and on the left where it is read from the right', () => {
    const spec = specOf('kdp', 'paperback');
    const left = wrapOf(spec, trim('6x9'), 0.5, 'ltr');
    const right = wrapOf(spec, trim('6x9'), 0.5, 'rtl');
    expect([left.back, left.fold, left.front].map((x) => x / 96)).toEqual([0.125, 6.125, 6.625]);
    expect([right.front, right.fold, right.back].map((x) => x / 96)).toEqual([0.125, 6.125, 6.625]);
  });

  it('counts leaves: an odd page has an empty one behind it', () => {
    const spec = specOf('kdp', 'paperback');
    expect(spineOf(spec, 'cream', 239)).toBe(spineOf(spec, 'cream', 240));
  });

  it('names a source of every figure, and has room for a bar code at 80 % with its quiet zones', () => {
    for (const { bindings } of Object.values(PRINTERS))
      for (const { sources, barcode } of Object.values(bindings)) {
        expect(sources.length).toBeGreaterThan(0);
        expect(barcode.width * 25.4).toBeGreaterThan(113 * 0.33 * 0.8);
        expect(barcode.height * 25.4).toBeGreaterThan(25.93 * 0.8 + 4);
      }
  });

  it.each([
    ['no printer', {}, { fault: 'printer' }],
    ['a printer that is none', { printer: 'x' }, { fault: 'printer' }],
    ['a binding that a printer lacks', { printer: 'shop', binding: 'hardcover' }, { fault: 'order' }],
    ['a paper that a printer lacks', { printer: 'lulu', paper: 'groundwood' }, { fault: 'order' }],
    ['marks that a printer refuses', { printer: 'kdp', marks: true }, { fault: 'order', key: 'marks' }],
    ['a bleed that a printer lacks', { printer: 'lulu', bleed: 0 }, { fault: 'order', key: 'bleed' }],
    ['no spine where none can be known', { printer: 'ingram' }, { fault: 'spine' }],
  ] as const)('is not ordered with %s', (_, options, fault) => {
    expect(orderOf(options)).toMatchObject(fault);
  });

  it('is ordered with the bleed that a print shop asks for, or with that of its printer', () => {
    const edgeOf = (options: EditionOptions) => {
      const order = orderOf(options);
      return 'fault' in order ? undefined : order.spec.edge * 25.4;
    };
    const millimetre = 96 / 25.4;
    expect(edgeOf({ printer: 'shop', spine: 40 })).toBeCloseTo(3);
    expect(edgeOf({ printer: 'shop', spine: 40, bleed: 5 * millimetre, marks: true })).toBeCloseTo(5);
    expect(edgeOf({ printer: 'kdp', bleed: 12, marks: false })).toBeCloseTo(3.175);
    expect(edgeOf({ printer: 'kdp', bleed: 3.2 * millimetre })).toBeCloseTo(3.175);
  });
});
