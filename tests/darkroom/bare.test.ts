import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { bare } from '../../src/darkroom/bare.js';
import { develop } from '../../src/darkroom/develop.js';
import { epub } from '../../src/editions/epub.js';
import { noise, picture } from '../support/pictures.js';

/** A segment of a JPEG. */
const segment = (marker: number, text: string): Buffer =>
  Buffer.from([
    0xff,
    marker,
    (text.length + 2) >> 8,
    (text.length + 2) & 0xff,
    ...Buffer.from(text, 'latin1'),
  ]);
/** A chunk of a PNG. */
function chunk(name: string, data: string): Buffer {
  const body = Buffer.from(name + data, 'latin1');
  const out = Buffer.alloc(8 + body.length);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), 4 + body.length);
  return out;
}
const insert = (bytes: Buffer, at: number, ...pieces: Buffer[]): Buffer =>
  Buffer.concat([bytes.subarray(0, at), ...pieces, bytes.subarray(at)]);
const pixels = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer();

describe('an image that is shown as it is keeps its pixels and nothing else', () => {
  test.each([{ progressive: false }, { progressive: true }])('JPEG, %j', async (options) => {
    const clean = await noise(120, 80).jpeg(options).toBuffer();
    const told = Buffer.concat([
      insert(
        clean,
        2,
        segment(0xe1, 'Exif\0\0SECRET'),
        segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0SECRET'),
        segment(0xed, 'Photoshop SECRET'),
        segment(0xe2, 'MPF\0SECRET'),
        segment(0xfe, 'SECRET'),
      ),
      Buffer.from('a film behind its end: SECRET'),
    ]);
    expect(Buffer.from(bare(told, 'jpeg') ?? []).equals(clean)).toBe(true);
    expect(bare(clean, 'jpeg')).toBe(clean);
  });

  test('JPEG with a place on earth', async () => {
    const bytes = await picture()
      .jpeg()
      .withExif({
        IFD0: { Copyright: 'SECRET' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
      })
      .toBuffer();
    const plate = await develop(bytes, epub.images);
    expect(bytes.includes('SECRET')).toBe(true);
    expect(Buffer.from(plate.bytes).includes('SECRET')).toBe(false);
    expect((await sharp(plate.bytes).metadata()).exif).toBeUndefined();
    expect(await pixels(plate.bytes)).toEqual(await pixels(bytes));
    expect(plate.changed).toBeUndefined();
  });

  test('PNG', async () => {
    const clean = await picture(1, true).png().withMetadata({}).toBuffer();
    const told = insert(
      clean,
      33,
      chunk('tEXt', 'Author\0SECRET'),
      chunk('eXIf', 'SECRET'),
      chunk('acTL', 'SECRET'),
    );
    const plate = bare(told, 'png') ?? new Uint8Array();
    expect(Buffer.from(plate).includes('SECRET')).toBe(false);
    expect(await pixels(plate)).toEqual(await pixels(clean));
    const again = bare(plate, 'png');
    expect(again).toBe(plate);
  });

  test('GIF, which keeps how often it plays', async () => {
    const frames = Buffer.concat([Buffer.alloc(8 * 8 * 3, 10), Buffer.alloc(8 * 8 * 3, 250)]);
    const clean = await sharp(frames, { raw: { width: 8, height: 16, channels: 3, pageHeight: 8 } })
      .gif({ loop: 3, delay: [120, 340] })
      .toBuffer();
    const comment = Buffer.from([0x21, 0xfe, 6, ...Buffer.from('SECRET'), 0]);
    const xmp = Buffer.from([0x21, 0xff, 11, ...Buffer.from('XMP DataXMP'), 6, ...Buffer.from('SECRET'), 0]);
    const end = clean.length - 1;
    const plate = bare(insert(clean, end, comment, xmp), 'gif') ?? new Uint8Array();
    expect(Buffer.from(plate).equals(clean)).toBe(true);
    expect(await sharp(plate).metadata()).toMatchObject({ pages: 2, loop: 3, delay: [120, 340] });
  });

  test('a file that is not built as it should is redrawn instead', async () => {
    const clean = await noise(40, 40).jpeg().toBuffer();
    expect(bare(clean.subarray(0, -2), 'jpeg')).toBeUndefined();
    expect(bare(new Uint8Array([0x47, 0x49, 0x46]), 'gif')).toBeUndefined();
    expect(bare(new Uint8Array(), 'png')).toBeUndefined();
    const odd = Buffer.concat([clean.subarray(0, 2), Buffer.from([0, 0]), clean.subarray(2)]);
    expect(bare(odd, 'jpeg')).toBeUndefined();
  });
});
