import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { openImage } from '../../src/darkroom/open.js';
import { noise, picture } from '../support/pictures.js';

const FORMATS = ['jpeg', 'png', 'webp', 'avif', 'gif'] as const;

describe('size and kind are read from what is in the file', () => {
  test.each(FORMATS)('%s', async (format) => {
    const bytes = await picture().toFormat(format).toBuffer();
    expect(await openImage(bytes)).toEqual({
      kind: 'image',
      mediaType: `image/${format}`,
      width: 96,
      height: 64,
      doubtful: false,
    });
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('upright, whatever orientation %i says', async (orientation) => {
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const bytes = await picture(orientation).toFormat(format).toBuffer();
      expect(await openImage(bytes)).toMatchObject({ width: 96, height: 64 });
    }
  });
});

test.each([
  ['%PDF-1.7\n1 0 obj\n', 'it is a PDF, and no image'],
  ['%!PS-Adobe-3.0 EPSF-3.0\n', 'it is PostScript, and no image'],
  ['BM\x46\0\0\0\0\0\0\0', 'its format (bmp) is not one that books can show'],
  ['<html>', 'it is broken, or no image at all'],
])('what is no image is called what it is: %j', async (begins, reason) => {
  expect(await openImage(Buffer.from(begins, 'latin1'))).toMatchObject({ kind: 'unreadable', reason });
});

describe('what is damaged is known before it is set', () => {
  test.each(FORMATS)('a %s that is cut short, anywhere', async (format) => {
    const bytes = await noise(160, 120).toFormat(format).toBuffer();
    for (const part of [0.3, 0.6, 0.9, 0.99])
      expect(await openImage(bytes.subarray(0, Math.floor(bytes.length * part)))).toMatchObject({
        kind: 'unreadable',
      });
  });

  test('a PNG with a wrong check sum, but not where it does not matter', async () => {
    const bytes = await noise(60, 60).png().toBuffer();
    const idat = bytes.indexOf('IDAT');
    const bad = Buffer.from(bytes);
    bad.writeUInt8((bad[idat + 600] ?? 0) ^ 0xff, idat + 600);
    expect(await openImage(bad)).toEqual({
      kind: 'unreadable',
      reason: 'it is damaged: its check sums are wrong',
    });
    const text = Buffer.from([0, 0, 0, 2, ...Buffer.from('tEXta\0'), 1, 2, 3, 4]);
    const harmless = Buffer.concat([bytes.subarray(0, 33), text, bytes.subarray(33)]);
    expect(await openImage(harmless)).toMatchObject({ kind: 'image' });
  });

  test('a WebP with other bytes in its middle', async () => {
    const bytes = await noise(160, 120).webp().toBuffer();
    bytes.fill(7, bytes.length >> 1, (bytes.length >> 1) + 2000);
    const opened = await openImage(bytes);
    expect(opened).toEqual({
      kind: 'unreadable',
      reason: 'it is damaged, and some of its pixels cannot be read',
    });
  });

  test('a JPEG whose coded pixels end early, though its end is marked', async () => {
    const bytes = await noise(160, 120).jpeg().toBuffer();
    const short = Buffer.concat([bytes.subarray(0, bytes.length >> 1), bytes.subarray(-2)]);
    expect(await openImage(short)).toMatchObject({ kind: 'image', doubtful: true });
  });

  test('formats of other trades are called by their names', async () => {
    const brands = Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1');
    expect(await openImage(brands)).toMatchObject({ remedy: 'Export it as JPEG.' });
    expect(
      await openImage(
        await sharp(await picture().png().toBuffer())
          .tiff()
          .toBuffer(),
      ),
    ).toMatchObject({
      reason: 'its format (tiff) is not one that books can show',
    });
  });
});
