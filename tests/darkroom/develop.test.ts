import sharp from 'sharp';
import { describe, expect, it, test } from 'vitest';
import { openDarkroom } from '../../src/darkroom/darkroom.js';
import { develop } from '../../src/darkroom/develop.js';
import { epub } from '../../src/editions/epub.js';
import type { ImageTarget } from '../../src/model/darkroom.js';
import { thisWorld } from '../../src/world.js';
import { fieldsOf, noise, picture, UPRIGHT } from '../support/pictures.js';

const PAPER: ImageTarget = { formats: ['svg', 'jpeg', 'png'], quality: 92, box: { width: 600, height: 900 } };
const READER: ImageTarget = epub.images;
const ALL = ['red', 'green', 'blue', 'white'];

describe.each([1, 2, 3, 4, 5, 6, 7, 8])('held as orientation %i says', (orientation) => {
  // The container of AVIF turns its pixels itself, and GIF knows no orientation.
  it.each(['jpeg', 'png', 'webp'] as const)(
    'a %s is upright, and says nothing of it any more',
    async (format) => {
      const bytes = await picture(orientation).toFormat(format).toBuffer();
      for (const target of [PAPER, READER]) {
        const plate = await develop(bytes, target);
        const facts = await sharp(plate.bytes).metadata();
        expect([facts.width, facts.height]).toEqual([UPRIGHT.width, UPRIGHT.height]);
        expect([facts.orientation, facts.exif]).toEqual([undefined, undefined]);
        expect(await fieldsOf(plate.bytes)).toEqual(ALL);
      }
    },
  );
});

describe('each format becomes one that is shown', () => {
  const png = 'image/png';
  const jpeg = 'image/jpeg';
  test.each([
    ['jpeg', false, {}, jpeg, jpeg],
    ['png', false, {}, png, png],
    ['png', true, {}, png, png],
    ['webp', false, {}, jpeg, jpeg],
    ['webp', false, { lossless: true }, png, png],
    ['webp', true, {}, png, png],
    ['avif', false, {}, jpeg, jpeg],
    ['avif', true, {}, png, png],
    ['gif', false, {}, png, 'image/gif'],
  ] as const)('%s, see-through: %s, %j', async (format, seeThrough, options, onPaper, onReader) => {
    const bytes = await picture(1, seeThrough).toFormat(format, options).toBuffer();
    for (const [target, mediaType] of [
      [PAPER, onPaper],
      [READER, onReader],
    ] as const) {
      const plate = await develop(bytes, target);
      const facts = await sharp(plate.bytes).metadata();
      expect([plate.mediaType, facts.mediaType]).toEqual([mediaType, mediaType]);
      expect([facts.width, facts.height]).toEqual([96, 64]);
      if (format !== 'gif') expect(facts.hasAlpha).toBe(seeThrough);
      expect(await fieldsOf(plate.bytes)).toEqual(ALL);
      if (seeThrough) expect((await sharp(plate.bytes).stats()).channels[3]?.mean).toBeCloseTo(128, 0);
    }
  });

  test('a channel for what is seen through that is full is no reason for a PNG', async () => {
    const full = await picture().ensureAlpha().webp({ quality: 70 }).toBuffer();
    expect(await sharp(full).metadata()).toMatchObject({ hasAlpha: false });
    const avif = await noise(40, 40).ensureAlpha(1).avif({ effort: 0 }).toBuffer();
    expect((await develop(avif, PAPER)).mediaType).toBe('image/jpeg');
  });

  test('four colours of ink, sixteen bits and other profiles become sRGB of eight', async () => {
    const cases = [
      await picture().toColourspace('cmyk').jpeg().toBuffer(),
      await picture().toColourspace('rgb16').png().toBuffer(),
      await picture().withIccProfile('p3').jpeg().toBuffer(),
    ];
    for (const bytes of cases) {
      const plate = await develop(bytes, PAPER);
      const { space, depth, icc } = await sharp(plate.bytes).metadata();
      expect([space, depth, icc]).toEqual(['srgb', 'uchar', undefined]);
      expect(await fieldsOf(plate.bytes)).toEqual(ALL);
      expect(plate.changed).toBe('format');
    }
    const grey = await noise(30, 20).toColourspace('grey16').png().toBuffer();
    expect(await sharp((await develop(grey, PAPER)).bytes).metadata()).toMatchObject({
      space: 'b-w',
      depth: 'uchar',
    });
  });

  test('a drawing stays a drawing, and is drawn where none is wanted', async () => {
    const svg = new TextEncoder().encode(
      '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="90"><rect width="60" height="90" fill="#d02020"/></svg>',
    );
    expect((await develop(svg, PAPER)).bytes).toBe(svg);
    const drawn = await develop(svg, { formats: ['jpeg'], quality: 88, box: { width: 1600, height: 2400 } });
    expect(await sharp(drawn.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1600, height: 2400 });
  });
});

describe('size', () => {
  test('no more pixels than there is room for, and never one more than there were', async () => {
    const wide = await develop(await noise(1500, 300).jpeg().toBuffer(), PAPER);
    expect(await sharp(wide.bytes).metadata()).toMatchObject({ width: 600, height: 120 });
    const high = await develop(await noise(300, 1800).png().toBuffer(), PAPER);
    expect(await sharp(high.bytes).metadata()).toMatchObject({ format: 'png', width: 150, height: 900 });
    const turned = await develop(
      await picture(6, false, { width: 1200, height: 800 }).jpeg().toBuffer(),
      PAPER,
    );
    expect(await sharp(turned.bytes).metadata()).toMatchObject({ width: 600, height: 400 });
    expect(await fieldsOf(turned.bytes)).toEqual(ALL);
    const small = await picture().jpeg({ quality: 60 }).withMetadata({}).toBuffer();
    expect(await sharp((await develop(small, PAPER)).bytes).metadata()).toMatchObject({
      width: 96,
      height: 64,
    });
  });

  test('a drawing that is too heavy as PNG becomes a JPEG before it is made smaller', async () => {
    const heavy = await noise(900, 900).png().toBuffer();
    expect(heavy.byteLength).toBeGreaterThan(1_500_000);
    const lighter = await develop(heavy, READER);
    expect(lighter).toMatchObject({ mediaType: 'image/jpeg', changed: 'size' });
    expect(lighter.bytes.byteLength).toBeLessThanOrEqual(1_500_000);
    expect(await sharp(lighter.bytes).metadata()).toMatchObject({ width: 900, height: 900 });
    // What is seen through cannot.
    const veil = await develop(await noise(900, 900).ensureAlpha(0.5).png().toBuffer(), READER);
    expect(veil.mediaType).toBe('image/png');
    expect(veil.bytes.byteLength).toBeLessThanOrEqual(1_500_000);
  });

  test('a moving picture keeps its frames on an e-reader and shows its first on paper', async () => {
    const frames = Buffer.concat([Buffer.alloc(8 * 8 * 3, 10), Buffer.alloc(8 * 8 * 3, 250)]);
    const gif = await sharp(frames, { raw: { width: 8, height: 16, channels: 3, pageHeight: 8 } })
      .gif({ loop: 3 })
      .toBuffer();
    const moving = await develop(gif, READER);
    expect(await sharp(moving.bytes).metadata()).toMatchObject({ format: 'gif', pages: 2, loop: 3 });
    const still = await develop(gif, PAPER);
    expect(await sharp(still.bytes).metadata()).toMatchObject({ format: 'png', width: 8, height: 8 });
    expect((await sharp(still.bytes).stats()).channels[0]?.max).toBeLessThan(60);
  });
});

describe('the same bytes', () => {
  test('each time, and once for each target', async () => {
    const bytes = await noise(1300, 900).webp().toBuffer();
    for (const target of [PAPER, READER]) {
      const [once, again] = [await develop(bytes, target), await develop(bytes, target)];
      expect(Buffer.from(again.bytes).equals(once.bytes)).toBe(true);
    }
    const darkroom = openDarkroom(thisWorld().workshop.own);
    expect(darkroom.develop(bytes, PAPER)).toBe(darkroom.develop(bytes, { ...PAPER }));
    expect(darkroom.develop(bytes, READER)).not.toBe(darkroom.develop(bytes, PAPER));
    const many = await Promise.all(
      Array.from({ length: 9 }, (_, i) =>
        darkroom.develop(bytes, { ...PAPER, box: { width: 50 + i, height: 500 } }),
      ),
    );
    const widths = await Promise.all(many.map(async (plate) => (await sharp(plate.bytes).metadata()).width));
    expect(widths).toEqual([50, 51, 52, 53, 54, 55, 56, 57, 58]);
  });

  test('what cannot be decoded is refused, and the next one is not', async () => {
    const darkroom = openDarkroom(thisWorld().workshop.own);
    const bad = Array.from({ length: 5 }, (_, i) => darkroom.develop(new Uint8Array([i]), PAPER));
    for (const one of await Promise.allSettled(bad)) expect(one.status).toBe('rejected');
    const plate = await darkroom.develop(await picture().png().toBuffer(), PAPER);
    expect(plate.mediaType).toBe('image/png');
  });
});
