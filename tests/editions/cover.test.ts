import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/build.js';
import type { Press } from '../../src/model/press.js';
import { memoryWorkshop } from '../../src/workshop/memory.js';
import { thisWorld } from '../../src/world.js';
import { readEan } from '../support/ean.js';
import { matterhorn } from '../support/matterhorn.js';
import { buildInMemory, checkInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { type Shape, shapesOf } from '../support/pdf-shapes.js';

/*
 * The whole cover, as the file that a printer gets. Lengths are points.
 */
let press: Press;
beforeAll(async () => {
  press = thisWorld().press();
  await press.version();
});
afterAll(() => press[Symbol.asyncDispose]());

const MM = 72 / 25.4;
const BLURB =
  'A town, a ladder, and the man who was the last to light its lamps by hand. For forty years he walked the same streets, and knew who was awake.';
const book = (cover: string, more = '', files: Record<string, string | Uint8Array> = {}) => ({
  'book.yaml': `title: The Lamp-Lighter
subtitle: A year of evenings
author: Ada Brook
lang: en
trim: 6x9
publisher: Lantern Press
description: ${BLURB}
isbn: {print: 978-3-16-148410-0}
${more}editions:
  cover: ${cover}
`,
  'a.md': '# One\n\nText.\n',
  ...files,
});

async function made(files: Record<string, string | Uint8Array>, editions = ['cover']) {
  const result = await buildInMemory(files, { editions }, press);
  const [path] = [...result.delivered.keys()].filter((name) => name.endsWith('-cover.pdf'));
  const bytes = path ? (result.delivered.get(path) as Uint8Array) : undefined;
  return { ...result, bytes, said: result.messages.map(({ ruleId, reason }) => `${ruleId}: ${reason}`) };
}

async function cover(files: Record<string, string | Uint8Array>) {
  const { bytes, said } = await made(files);
  if (!bytes) throw new Error(`nothing was made: ${said.join('; ')}`);
  const pdf = await inspectPdf(bytes);
  const [page] = pdf.pages;
  if (!page) throw new Error('no page');
  return { bytes, said, pdf, page, boxes: page.boxes, ...(await shapesOf(bytes)) };
}

/** The bars: what is filled with black and is as high as a bar. */
const barsIn = (filled: readonly Shape[]) =>
  filled
    .filter(({ colour, top, bottom }) => colour === '#000000' && bottom - top > 40)
    .sort((a, b) => a.left - b.left);

describe('the boxes of a cover are those of its printer, to a tenth of a point', () => {
  it.each([
    ['{printer: kdp, paper: cream, pages: 240}', [12.85, 9.25], 0.125],
    ['{printer: kdp, pages: 300}', [12.9256, 9.25], 0.125],
    ['{printer: kdp, binding: hardcover, paper: cream, pages: 240}', [14.3646, 10.4173], 15 / 25.4],
    ['{printer: lulu, pages: 240}', [12.85054, 9.25], 0.125],
    ['{printer: lulu, binding: hardcover, pages: 250}', [14.5625, 10.75], 0.75],
    ['{printer: ingram, paper: cream, pages: 240, spine: 0.545in}', [12.795, 9.25], 0.125],
    [
      '{printer: ingram, binding: hardcover, paper: cream, pages: 240, spine: 0.688in}',
      [14.568, 10.5],
      0.625,
    ],
    ['{printer: shop, pages: 200, spine: 11mm, trim: a5}', [(6 + 296 + 11) / 25.4, 216 / 25.4], 3 / 25.4],
  ] as const)('%s', async (options, [width, height], edge) => {
    const { boxes, pdf } = await cover(book(options));
    const whole = { x: 0, y: 0, width: width * 72, height: height * 72 };
    const cut = {
      x: edge * 72,
      y: edge * 72,
      width: (width - 2 * edge) * 72,
      height: (height - 2 * edge) * 72,
    };
    for (const [name, expected] of [
      ['media', whole],
      ['crop', whole],
      ['bleed', whole],
      ['trim', cut],
    ] as const)
      for (const side of ['x', 'y', 'width', 'height'] as const)
        expect(Math.abs((boxes[name]?.[side] ?? -1) - expected[side]), `${name} ${side}`).toBeLessThan(0.1);
    expect(pdf.pages).toHaveLength(1);
  });
});

describe('what stands on a cover', () => {
  it('stays within the safe margins, clear of spine and bar code', async () => {
    for (const design of ['frame', 'rules', 'label', 'block']) {
      const { texts, filled } = await cover(
        book('{printer: kdp, paper: cream, pages: 240}', `cover: {design: ${design}}\n`),
      );
      const [first] = barsIn(filled);
      expect(texts.length, design).toBeGreaterThan(7);
      // Bleed, back, spine and front of 6 × 9 in with a spine of 0.6 in; safe is a quarter of an inch, a sixteenth on the spine.
      const back = [9 + 18, 441 - 18] as const;
      const spine = [441 + 4.5, 441 + 43.2 - 4.5] as const;
      const front = [441 + 43.2 + 18, 441 + 43.2 + 432 - 18] as const;
      for (const { text, left, right, top, bottom, turned } of texts) {
        const middle = (left + right) / 2;
        const [from, to] = middle < 441 ? back : middle < 441 + 43.2 ? spine : front;
        expect(left, `${design}: ${text}`).toBeGreaterThanOrEqual(from);
        expect(right, `${design}: ${text}`).toBeLessThanOrEqual(to);
        expect(top, `${design}: ${text}`).toBeGreaterThanOrEqual(9 + 18);
        expect(bottom, `${design}: ${text}`).toBeLessThanOrEqual(9 + 648 - 18);
        // Read from the top, where English books have it so.
        expect(turned, text).toBe(from === spine[0] ? -90 : 0);
        if (from === back[0] && !/\d/.test(text ?? ''))
          expect(right < (first?.left ?? 0) || bottom < (first?.top ?? 0)).toBe(true);
      }
    }
  });

  it.each(['frame', 'rules', 'label', 'block'])(
    'has the publisher at the foot of its back (%s)',
    async (design) => {
      const { texts, filled } = await cover(
        book('{printer: kdp, pages: 240}', `cover: {design: ${design}}\n`),
      );
      const found = texts.find(({ text, right }) => text === 'Lantern Press' && right < 441);
      const [bar] = barsIn(filled);
      if (!found || !bar) throw new Error(texts.map(({ text }) => text).join('|'));
      expect(found.right).toBeLessThan(bar.left);
      expect(found.top).toBeGreaterThan(bar.top);
      // On a pattern it lies on paper.
      const under = filled.filter(
        ({ left, right, top, bottom }) =>
          left < found.left &&
          right > found.right &&
          top < found.top &&
          bottom > found.bottom &&
          bottom - top < 40,
      );
      expect(under).toHaveLength(design === 'label' ? 1 : 0);
    },
  );

  it('is text in fonts that are in the file, in the order in which it is read, tagged, without a flaw', async () => {
    const { page, pdf, bytes, said } = await cover(book('{printer: kdp, paper: cream, pages: 240}'));
    for (const words of [
      'Lamp-Lighter',
      'A year of evenings',
      'Ada Brook',
      'A town, a ladder',
      'Lantern Press',
      '978-3-16-148410-0',
    ])
      expect(page.text).toContain(words);
    expect(pdf.fonts.every(({ embedded }) => embedded)).toBe(true);
    expect(pdf.fonts.map(({ name }) => name.replace(/^.*\+|-.*$/g, '')).toSorted()[0]).toBe('EBGaramond');
    expect([pdf.title, pdf.lang, page.unmarked]).toEqual(['The Lamp-Lighter', 'en', 0]);
    expect((await matterhorn(bytes)).map(String)).toEqual([]);
    expect(said.filter((one) => !one.startsWith('metadata'))).toEqual([]);
  });

  it('is the same, byte by byte, when it is made again', async () => {
    const files = book('{printer: kdp, pages: 240}', 'cover: {design: label}\n');
    expect(Buffer.compare((await cover(files)).bytes, (await cover(files)).bytes)).toBe(0);
  });

  it('runs up the spine where that is the custom', async () => {
    const files = book('{printer: kdp, pages: 240}');
    const yaml = String(files['book.yaml']).replace('lang: en', 'lang: fr');
    const { texts } = await cover({ ...files, 'book.yaml': yaml });
    expect(texts.filter(({ turned }) => turned !== 0).map(({ turned }) => turned)).toEqual([90, 90]);
  });

  it('has its front on the left where it is read from the right, and the bar code beside the spine', async () => {
    const files = book('{printer: kdp, pages: 240}');
    const yaml = String(files['book.yaml'])
      .replace('lang: en', 'lang: he')
      .replace('The Lamp-Lighter', 'מדליק הפנסים');
    const { texts, filled, pdf } = await cover({ ...files, 'book.yaml': yaml });
    const [first] = barsIn(filled);
    const fold = (0.125 + 6 + 240 * 0.002252) * 72;
    expect((first?.left ?? 0) - fold).toBeGreaterThan(18);
    expect((first?.left ?? 0) - fold).toBeLessThan(18 + 60);
    const author = texts.filter(({ text, turned }) => text === 'Ada Brook' && !turned);
    expect(author.every(({ right }) => right < 441)).toBe(true);
    expect(texts.some(({ turned }) => turned === 90)).toBe(true);
    expect(pdf.viewerPreferences.Direction).toBe('R2L');
  });

  it('has no text on the spine of a thin book', async () => {
    for (const options of [
      '{printer: kdp, paper: cream, pages: 79}',
      '{printer: lulu, pages: 80}',
      '{printer: ingram, pages: 46, spine: 0.1in}',
    ]) {
      const { texts, said } = await cover(book(options));
      expect(texts.every(({ turned }) => turned === 0)).toBe(true);
      expect(said.some((one) => one.startsWith('spine-text-fits'))).toBe(true);
    }
    const { texts } = await cover(book('{printer: lulu, pages: 150}'));
    expect(texts.some(({ turned }) => turned !== 0)).toBe(true);
  });

  it('has marks where it is cut and folded, outside the bleed, if they are wanted', async () => {
    const { boxes } = await cover(book('{printer: shop, pages: 240, spine: 14mm, marks: true}'));
    expect(boxes.media.width).toBeCloseTo(12 * 72 + 20 * MM + 72, 1);
    expect(boxes.bleed).toMatchObject({ x: 36, y: 36 });
    expect(boxes.trim?.x).toBeCloseTo(36 + 3 * MM, 1);
    expect(boxes.trim?.width).toBeCloseTo(12 * 72 + 14 * MM, 1);
  });

  it('goes as far beyond the cut as a print shop asks', async () => {
    const ordered = (more: string) => cover(book(`{printer: shop, pages: 240, spine: 14mm${more}}`));
    for (const [more, bleed] of [
      ['', 3],
      [', bleed: 5mm', 5],
      [', bleed: 0mm', 0],
    ] as const) {
      const { boxes, filled, said } = await ordered(more);
      expect(boxes.media.width, more).toBeCloseTo(12 * 72 + (14 + 2 * bleed) * MM, 1);
      expect(boxes.media.height, more).toBeCloseTo(9 * 72 + 2 * bleed * MM, 1);
      expect(boxes.bleed?.width, more).toBeCloseTo(boxes.media.width, 1);
      expect(boxes.trim?.x, more).toBeCloseTo(bleed * MM, 1);
      expect(boxes.trim?.width, more).toBeCloseTo(12 * 72 + 14 * MM, 1);
      // The ground goes on to the edge of the sheet, and the bar code stays where it is on the cover.
      expect(Math.max(...filled.map(({ right }) => right))).toBeGreaterThan(boxes.media.width - 0.1);
      const [first] = barsIn(filled);
      const left = (first?.left ?? 0) - bleed * MM;
      expect(left, more).toBeGreaterThan(6 * 72 - 50 * MM);
      expect(left, more).toBeLessThan(6 * 72 - 42 * MM);
      expect(said.filter((one) => !one.startsWith('metadata-suffices'))).toEqual([]);
    }
  });
});

describe('the bar code', () => {
  it.each([
    ['{printer: kdp, pages: 240}', 1],
    ['{printer: lulu, binding: hardcover, pages: 240}', 1],
    ['{printer: ingram, pages: 240, spine: 14mm}', 0.8],
  ])('is that of the ISBN, black on white, in a size that is read: %s', async (options, scale) => {
    const { filled, page } = await cover(book(options));
    const bars = barsIn(filled);
    expect(readEan(bars.map(({ left, right }) => [left, right - left]))).toBe('9783161484100');
    const [first, last] = [bars[0], bars.at(-1)];
    const module = ((last?.right ?? 0) - (first?.left ?? 0)) / 95;
    expect((module / 72) * 25.4).toBeGreaterThan(0.33 * scale * 0.999);
    expect((module / 72) * 25.4).toBeLessThan(0.331);
    // Quiet zones of 11 and 7 modules are white (ISO/IEC 15420).
    const white = filled.find(
      ({ colour, left, right }) =>
        colour === '#ffffff' &&
        left <= (first?.left ?? 0) &&
        right >= (last?.right ?? 0) &&
        right - left < 150,
    );
    expect(((first?.left ?? 0) - (white?.left ?? 999)) / module).toBeGreaterThanOrEqual(11);
    expect(((white?.right ?? 0) - (last?.right ?? 999)) / module).toBeGreaterThanOrEqual(7);
    expect(page.text).toContain('ISBN 978-3-16-148410-0');
  });

  it('is not there without a number, and its place is free', async () => {
    const files = book('{printer: kdp, pages: 240}');
    const yaml = String(files['book.yaml']).replace(/isbn:.*\n/, '');
    const { filled, texts } = await cover({ ...files, 'book.yaml': yaml });
    expect(barsIn(filled)).toEqual([]);
    const place = { left: 441 - 18 - 144, top: 9 + 648 - 18 - 86.4 };
    for (const { left, right, bottom, text } of texts)
      if (left < 441 && right > place.left) expect(bottom, text).toBeLessThan(place.top);
  });
});

describe('an image of the author’s own', () => {
  const image = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#246' } })
      .png()
      .toBuffer();

  it('is the front, from fold to bleed, with its alternative text', async () => {
    const { pdf, said } = await cover(
      book('{printer: kdp, paper: cream, pages: 240}', 'cover: {src: c.png, alt: A lamp at dusk}\n', {
        'c.png': await image(1900, 2800),
      }),
    );
    expect(JSON.stringify(pdf.tags)).toContain('A lamp at dusk');
    expect(said.filter((one) => one.startsWith('cover'))).toEqual([]);
  });

  it('is told where it is coarse, or much of it is cut off', async () => {
    const coarse = await cover(
      book('{printer: kdp, pages: 240}', 'cover: c.png\n', { 'c.png': await image(900, 1350) }),
    );
    expect(coarse.said.filter((one) => one.startsWith('cover'))).toEqual([
      expect.stringMatching(/^cover-image-fine: The image c\.png has 1\d\d pixels an inch/),
    ]);
    const cut = await cover(
      book('{printer: kdp, pages: 240}', 'cover: c.png\n', { 'c.png': await image(2000, 3600) }),
    );
    expect(cut.said.filter((one) => one.startsWith('cover'))).toEqual([
      expect.stringMatching(/^cover-image-fine: .* another shape than the front, and 1\d % of it is cut off/),
    ]);
  });
});

describe('the number of pages', () => {
  const paragraph = `${'The harbour was older than the town. '.repeat(75)}\n\n`;
  const chapters = { 'a.md': `# One\n\n${paragraph.repeat(40)}` };
  // KDP prints nothing on the spine of a thinner one.
  const thick = { 'a.md': `# One\n\n${paragraph.repeat(125)}` };

  it('is that of the printed book of the same build', async () => {
    const { bytes, artifacts, said } = await made(book('{printer: kdp, paper: cream}', '', thick), [
      'print',
      'cover',
    ]);
    expect(said.filter((one) => /^(cover|spine)/.test(one))).toEqual([]);
    const pages = artifacts.find(({ edition }) => edition === 'print')?.pages ?? 0;
    expect(pages).toBeGreaterThan(80);
    const [page] = (await inspectPdf(bytes as Uint8Array)).pages;
    expect(page?.width).toBeCloseTo((12.25 + Math.ceil(pages / 2) * 2 * 0.0025) * 72, 1);
  });

  it('is an error where the author says another one', async () => {
    const { bytes, said } = await made(book('{printer: kdp, pages: 98}', '', chapters), ['print', 'cover']);
    expect(bytes).toBeUndefined();
    expect(said).toContainEqual(
      expect.stringMatching(
        /^cover-pages-agree: The cover is to be made for 98 pages, and the printed book has \d+/,
      ),
    );
  });

  it('is that of the last printed book, with a warning where the book has changed since', async () => {
    const workshop = (files: Record<string, string | Uint8Array>) =>
      Object.fromEntries(Object.entries(files).map(([name, content]) => [`book/${name}`, content]));
    const first = book('{printer: kdp, paper: cream}', '', chapters);
    const disk = memoryWorkshop(workshop(first), thisWorld().workshop.own);
    const run = async (editions: string[], shop = disk) => {
      const { messages, ok } = await build(
        { folder: 'book', output: 'out', editions },
        { workshop: shop, press: () => ({ ...press, [Symbol.asyncDispose]: async () => undefined }) },
      );
      return {
        ok,
        said: messages.map(({ ruleId }) => String(ruleId)).filter((id) => id.startsWith('cover')),
      };
    };
    expect(await run(['cover'])).toEqual({ ok: false, said: ['cover-pages-known'] });
    expect(await run(['print'])).toEqual({ ok: true, said: [] });
    expect(await run(['cover'])).toEqual({ ok: true, said: [] });
    const changed = memoryWorkshop(
      workshop({ ...first, 'a.md': `${chapters['a.md']}\nMore.\n` }),
      thisWorld().workshop.own,
    );
    const later = { ...changed, output: disk.output };
    expect(await run(['cover'], later)).toEqual({ ok: true, said: ['cover-pages-fresh'] });
  });
});

describe('what cannot be made is told', () => {
  it.each([
    ['{printer: kdp}', 'cover-pages-known', /octavo build -e print -e cover/],
    ['{printer: kdp, pages: 12}', 'cover-pages-printed', /24 to 828 pages .* this book has 12/],
    ['{printer: kdp, paper: cream, pages: 800}', 'cover-pages-printed', /24 to 776 pages/],
    [
      '{printer: ingram, pages: 300, spine: 4mm}',
      'spine-holds-pages',
      /4 mm is not that of 300 pages, which is from 9\.1/,
    ],
    [
      '{printer: kdp, pages: 300, spine: 12mm}',
      'spine-holds-pages',
      /which is 17\.2 mm by the printer's formula/,
    ],
    ['{pages: 300}', 'cover-printer-known', /kdp, ingram, lulu, shop/],
    ['{printer: ingram, pages: 300}', 'spine-known', /cover template/],
    ['{printer: lulu, paper: groundwood, pages: 300}', 'cover-order-fits', /white, cream, magazine/],
    ['{printer: kdp, pages: 300, marks: true}', 'cover-order-fits', /KDP refuses covers that have marks/],
    ['{printer: lulu, pages: 300, marks: true}', 'cover-order-fits', /Lulu refuses .* Leave “marks” out/],
    ['{printer: kdp, pages: 300, bleed: 5mm}', 'cover-order-fits', /goes 3\.18 mm beyond .* not 5 mm/],
    [
      '{printer: ingram, binding: hardcover, pages: 300, spine: 22mm, bleed: 3mm}',
      'cover-order-fits',
      /goes 15\.88 mm beyond .* not 3 mm Leave “bleed” out/,
    ],
  ])('%s', async (options, id, words) => {
    const { bytes, messages } = await made(book(options));
    expect(bytes).toBeUndefined();
    const [message] = messages.filter(({ fatal }) => fatal);
    expect(message?.ruleId).toBe(id);
    expect(`${message?.reason} ${(message as { remedy?: string } | undefined)?.remedy}`).toMatch(words);
    expect(messages.filter(({ fatal }) => fatal)).toHaveLength(1);
  });

  it.each([
    ['{printer: kpd}', /did you mean “kdp”\?/],
    ['{printer: kdp, paper: creme}', /did you mean “cream”\?/],
    ['{printer: kdp, pages: none}', /whole number/],
    ['{printer: kdp, spine: 14}', /with its unit/],
    ['{printer: kdp, binding: spiral}', /paperback or hardcover/],
  ])('in book.yaml: %s', async (options, words) => {
    const { messages } = await checkInMemory(book(options), { editions: ['cover'] });
    expect(messages.filter(({ fatal }) => fatal).map(({ ruleId }) => ruleId)).toEqual(['value-valid']);
    expect(messages.find(({ fatal }) => fatal)?.reason).toMatch(words);
  });

  it('and so is a description that does not fit the back', async () => {
    const files = book('{printer: kdp, pages: 240}');
    const yaml = String(files['book.yaml']).replace(BLURB, `${BLURB} `.repeat(40).trim());
    const { said, texts } = await cover({ ...files, 'book.yaml': yaml });
    expect(said).toContainEqual(expect.stringMatching(/^blurb-fits: .* its last \d+ characters/));
    expect(texts.every(({ bottom }) => bottom < 9 + 648 - 18)).toBe(true);
  });
});
