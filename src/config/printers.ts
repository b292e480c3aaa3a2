import type { CoverSpec, Printer } from './cover-spec.js';

const MM = 1 / 25.4;
const fixed = (safe: number): CoverSpec['spineSafe'] => ({ narrow: safe, wide: safe, from: 0 });

const KDP = {
  cover: '“Create a Paperback Cover”, https://kdp.amazon.com/en_US/help/topic/G201953020',
  case: '“Create a Hardcover Cover”, https://kdp.amazon.com/en_US/help/topic/GDTKFJPNQCBTMRV6',
  calculator: 'https://kdp.amazon.com/cover-calculator',
  code: '“Barcodes”, https://kdp.amazon.com/en_US/help/topic/G5HDYGP4BXLX4RUW',
  pages: '“Print Options”, https://kdp.amazon.com/en_US/help/topic/G201834180',
};
const LULU = {
  spine:
    '“How is spine width calculated?”, https://help.api.lulu.com/en/support/solutions/articles/64000254616-how-is-spine-width-calculated-',
  guide: '“Book Creation Guide”, https://assets.lulu.com/media/guides/en/lulu-book-creation-guide.pdf',
  case: '“Creating Your Hardcover Casewrap Cover”, https://help.lulu.com/en/support/solutions/articles/64000308572-creating-your-hardcover-casewrap-cover',
};
const INGRAM =
  '“File Creation Guide”, 24 August 2026, https://www.ingramspark.com/hubfs/downloads/file-creation-guide.pdf';

/** Lulu's spines of hardcovers: the last page count of each step, and inches. */
const LULU_STEPS: CoverSpec['spineSteps'] = [
  [84, 0.25],
  [140, 0.5],
  [168, 0.625],
  [194, 0.6875],
  [222, 0.75],
  [250, 0.8125],
  [278, 0.875],
  [306, 0.9375],
  [334, 1],
  [360, 1.0625],
  [388, 1.125],
  [416, 1.1875],
  [444, 1.25],
  [472, 1.3125],
  [500, 1.375],
  [528, 1.4375],
  [556, 1.5],
  [582, 1.5625],
  [610, 1.625],
  [638, 1.6875],
  [666, 1.75],
  [694, 1.8125],
  [722, 1.875],
  [750, 1.9375],
  [778, 2],
  [799, 2.0625],
  [800, 2.125],
];

/**
 * Printers, and what they ask of a cover and of the pages in it. Read in November 2026: Lulu's table of spines in a copy of its own page; the rest at
 * second hand, in transcriptions of the pages named that were made in August and September 2026 and agree. KDP's hardcover is
 * what its calculator answers, for it publishes no formula of one; IngramSpark publishes no spine at all.
 */
export const PRINTERS: Readonly<Record<string, Printer>> = {
  kdp: {
    name: 'Amazon KDP',
    inside: { links: false, bleed: 0.125 },
    refusesMarks: true,
    bindings: {
      paperback: {
        edge: 0.125,
        more: { width: 0, height: 0 },
        hinge: 0,
        safe: 0.25,
        papers: {
          white: { pages: [24, 828], page: 0.002252 },
          cream: { pages: [24, 776], page: 0.0025 },
          groundwood: { pages: [24, 812], page: 0.00235 },
          'standard-colour': { pages: [72, 600], page: 0.002252 },
          'premium-colour': { pages: [24, 828], page: 0.002347 },
        },
        spineAdds: 0,
        spineTextFrom: 80,
        spineSafe: fixed(0.0625),
        barcode: { width: 2, height: 1.2, fromSpine: 0.25, fromBottom: 0.25 },
        sources: [KDP.cover, KDP.code, KDP.pages, KDP.calculator],
      },
      hardcover: {
        edge: 15 * MM,
        more: { width: 5 * MM, height: 6 * MM },
        hinge: 10 * MM,
        safe: 0.25,
        papers: {
          white: { pages: [76, 550], page: 0.002252 },
          cream: { pages: [76, 550], page: 0.0025 },
          'premium-colour': { pages: [76, 550], page: 0.002347 },
        },
        spineAdds: 4.8 * MM,
        spineTextFrom: 80,
        spineSafe: fixed(0.0625),
        barcode: { width: 2, height: 1.2, fromSpine: 0.25, fromBottom: 0.375 },
        sources: [KDP.calculator, KDP.case],
      },
    },
  },
  ingram: {
    name: 'IngramSpark',
    inside: { links: false, multipleOf: 2, bleed: 0.125, halfInch: true },
    bindings: {
      paperback: {
        edge: 0.125,
        more: { width: 0, height: 0 },
        hinge: 0,
        safe: 0.25,
        papers: {
          white: { pages: [18, 1200] },
          cream: { pages: [18, 1050] },
          groundwood: { pages: [18, 900] },
          'standard-colour': { pages: [18, 1200] },
          'premium-colour': { pages: [18, 900] },
        },
        spineAdds: 0,
        spineTextFrom: 48,
        spineSafe: { narrow: 0.03125, wide: 0.0625, from: 0.35 },
        barcode: { width: 1.75, height: 1, fromSpine: 0.25, fromBottom: 0.25 },
        sources: [INGRAM],
      },
      hardcover: {
        edge: 0.625,
        // A board is narrower than a page, and stands half an inch from the spine.
        more: { width: -0.185 + 0.5, height: 0.25 },
        hinge: 0.5,
        safe: 0.25,
        papers: {
          white: { pages: [18, 1200] },
          cream: { pages: [18, 1050] },
          groundwood: { pages: [18, 900] },
          'premium-colour': { pages: [18, 900] },
        },
        spineAdds: 0,
        spineTextFrom: 48,
        spineSafe: { narrow: 0.03125, wide: 0.0625, from: 0.35 },
        barcode: { width: 1.75, height: 1, fromSpine: 0.25, fromBottom: 0.25 },
        sources: [INGRAM],
      },
    },
  },
  lulu: {
    name: 'Lulu',
    inside: { bleed: 0.125, bleedAtSpine: true, halfInch: true },
    refusesMarks: true,
    bindings: {
      paperback: {
        edge: 0.125,
        more: { width: 0, height: 0 },
        hinge: 0,
        safe: 0.5,
        papers: {
          white: { pages: [32, 800], page: 1 / 444 },
          cream: { pages: [32, 800], page: 1 / 444 },
          magazine: { pages: [32, 800], page: 1 / 460 },
        },
        spineAdds: 0.06,
        spineTextFrom: 81,
        spineSafe: fixed(0.125),
        barcode: { width: 2, height: 1.2, fromSpine: 0.5, fromBottom: 0.5 },
        sources: [LULU.spine, LULU.guide],
      },
      hardcover: {
        edge: 0.75,
        more: { width: 0.125, height: 0.25 },
        hinge: 0.25,
        safe: 0.5,
        papers: { white: { pages: [24, 800] }, cream: { pages: [24, 800] } },
        spineAdds: 0,
        spineSteps: LULU_STEPS,
        spineTextFrom: 81,
        spineSafe: fixed(0.125),
        barcode: { width: 2, height: 1.2, fromSpine: 0.5, fromBottom: 0.5 },
        sources: [LULU.spine, LULU.case],
      },
    },
  },
  shop: {
    name: 'a print shop',
    asksForBleed: true,
    bindings: {
      paperback: {
        edge: 3 * MM,
        more: { width: 0, height: 0 },
        hinge: 0,
        safe: 5 * MM,
        papers: { white: { pages: [2, 3000] }, cream: { pages: [2, 3000] } },
        spineAdds: 0,
        spineTextFrom: 48,
        spineSafe: fixed(1.5 * MM),
        // EAN-13 at its full size, with its quiet zones and a line above it (ISO/IEC 15420).
        barcode: { width: 42 * MM, height: 31 * MM, fromSpine: 8 * MM, fromBottom: 8 * MM },
        sources: ['what print shops use to ask; yours has the last word'],
      },
    },
  },
};

/** Every paper that some printer has. */
export const PAPERS: readonly string[] = [
  ...new Set(
    Object.values(PRINTERS).flatMap(({ bindings }) =>
      Object.values(bindings).flatMap(({ papers }) => Object.keys(papers)),
    ),
  ),
];
