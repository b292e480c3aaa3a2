import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { thisWorld } from '../../src/world.js';
import { matterhorn } from '../support/matterhorn.js';
import { buildInMemory, checkInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { rulesOf } from '../support/pdf-rules.js';
import { qpdfFaults } from '../support/qpdf.js';

/*
 * Pages for a print shop: bleed and marks lie around them, and nothing on them moves.
 */
let press: Press;
beforeAll(async () => {
  press = thisWorld().press();
  await press.version();
});
afterAll(() => press[Symbol.asyncDispose]());

const MM = 72 / 25.4;
const book = (options: string) => ({
  'book.yaml': `title: Marks\nauthor: A\nlang: en\nchapter-start: any\neditions:\n  print: ${options}\n`,
  'a.md': '# One\n\nSome text.\n\n# Two\n\nMore text.\n',
});

async function printed(options: string): Promise<Uint8Array> {
  const made = await buildInMemory(book(options), { editions: ['print'] }, press);
  expect(made.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  return made.delivered.get('out/marks-print.pdf') as Uint8Array;
}

describe('paper around the pages', () => {
  it.each([
    ['{bleed: 3mm}', 3, 3],
    ['{bleed: 3mm, marks: true}', 3, 8],
    ['{bleed: 0.25in, marks: true}', 6.35, 11.35],
    ['{marks: true}', 0, 8],
  ])('%s is as wide as it is to be, and the pages are what they were', async (options, bleed, edge) => {
    const [plain, bytes] = [await printed('{}'), await printed(options)];
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    for (const page of document.getPages()) {
      expect(page.getTrimBox()).toEqual({ x: 0, y: 0, width: 432, height: 648 });
      for (const [box, by] of [
        [page.getBleedBox(), bleed],
        [page.getMediaBox(), edge],
        [page.getCropBox(), edge],
      ] as const) {
        expect(box.x).toBeCloseTo(-by * MM, 2);
        expect(box.y).toBeCloseTo(-by * MM, 2);
        expect(box.width).toBeCloseTo(432 + 2 * by * MM, 2);
        expect(box.height).toBeCloseTo(648 + 2 * by * MM, 2);
      }
    }
    const [before, after] = [await inspectPdf(plain), await inspectPdf(bytes)];
    expect(after.pages.map(({ text, label }) => [text, label])).toEqual(
      before.pages.map(({ text, label }) => [text, label]),
    );
    expect(await matterhorn(bytes)).toEqual([]);
    expect(await qpdfFaults(bytes)).toEqual([]);
  });

  it.each([
    ['kdp', 'ltr', 0],
    ['ingram', 'rtl', 0],
    ['lulu', 'ltr', 9],
  ])('is as %s asks it at the binding (%s)', async (printer, dir, atSpine) => {
    const files = book(`{printer: ${printer}, bleed: 3mm}\ndir: ${dir}`);
    const { delivered } = await buildInMemory(files, { editions: ['print'] }, press);
    const bytes = delivered.get('out/marks-print.pdf') as Uint8Array;
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(document.getPageCount()).toBeGreaterThan(3);
    for (const [index, page] of document.getPages().entries()) {
      const boundLeft = (index % 2 === 0) === (dir === 'ltr');
      // An eighth of an inch, of which 3 mm are a rounding.
      const [left, right] = boundLeft ? [atSpine, 9] : [9, atSpine];
      for (const box of [page.getMediaBox(), page.getCropBox(), page.getBleedBox()])
        expect([box.x, box.y, box.width, box.height].map((one) => Math.round(one * 100) / 100)).toEqual([
          0 - left,
          -9,
          432 + left + right,
          666,
        ]);
      expect(page.getTrimBox()).toEqual({ x: 0, y: 0, width: 432, height: 648 });
    }
    expect(await qpdfFaults(bytes)).toEqual([]);
  });

  it('has marks in line with the cut at every corner, off the bleed, and crosses in the middle of each side', async () => {
    const bytes = await printed('{bleed: 4mm, marks: true, ink: black}');
    const [page = []] = await rulesOf(bytes);
    const height = 648 + 2 * 9 * MM;
    const lines = page.map(({ left, top, width, height: high }) => {
      const low = height - top - high;
      return { left, right: left + width, low, high: low + high };
    });
    const at = (value: number, wanted: number): boolean => Math.abs(value - wanted) < 0.3;
    const [near, far] = [4 * MM, 9 * MM];
    for (const y of [0, 648]) {
      const flat = lines.filter(({ low, high }) => at(low, y) && at(high, y));
      expect(flat.some(({ left, right }) => at(left, -far) && at(right, -near))).toBe(true);
      expect(flat.some(({ left, right }) => at(left, 432 + near) && at(right, 432 + far))).toBe(true);
    }
    for (const x of [0, 432]) {
      const upright = lines.filter(({ left, right }) => at(left, x) && at(right, x));
      expect(upright.some(({ low, high }) => at(low, -far) && at(high, -near))).toBe(true);
      expect(upright.some(({ low, high }) => at(low, 648 + near) && at(high, 648 + far))).toBe(true);
    }
    const crosses = lines.filter(
      ({ left, right, low, high }) => at(right - left, 3 * MM) && at(high - low, 3 * MM),
    );
    expect(crosses).toHaveLength(4);
    // None of them reaches into the bleed.
    for (const { left, right, low, high } of lines.filter((one) => one.left < -1 || one.right > 433))
      expect(right <= -near + 0.3 || left >= 432 + near - 0.3 || high <= 0.3 || low >= 647.7).toBe(true);
    expect(Buffer.compare(bytes, await printed('{bleed: 4mm, marks: true, ink: black}'))).toBe(0);
  });
});

it.each([
  ['{bleed: 3}', /must be a length with its unit/],
  ['{bleed: 300mm}', /must be a length from 0mm to 25mm/],
  ['{bleed: wide}', /must be a length with its unit/],
  [
    '{printer: kdp, bleed: 5mm}',
    /“editions › print › bleed” must be 0.125in, for so much is cut off by Amazon KDP/,
  ],
  [
    '{printer: lulu, marks: true}',
    /“editions › print › marks” cannot be: Lulu refuses pages that have marks/,
  ],
])('is not made with %s', async (options, message) => {
  const { messages } = await checkInMemory(book(options), { editions: ['print'] });
  const faults = messages.filter(({ fatal }) => fatal);
  expect(faults).toHaveLength(1);
  expect(`${faults[0]?.reason}`).toMatch(message);
  expect(faults[0]?.line).toBe(6);
});
