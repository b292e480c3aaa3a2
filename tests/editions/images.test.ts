import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, bytesOf, desk, octavoJson, put, type Run } from '../support/desk.js';
import { openEpub } from '../support/epub.js';
import { epubcheck } from '../support/epubcheck.js';
import { type SetImage, setImages, storedImages } from '../support/pdf-images.js';
import { fieldsOf, noise, picture } from '../support/pictures.js';

/*
 * A book of images of every kind, as its author builds it: what is in the finished files.
 */
const LARGE = { width: 2400, height: 1600 };
const SECRET = { IFD0: { Copyright: 'SECRET' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } };

/** In the order in which the chapter shows them. */
const images: Readonly<Record<string, Uint8Array>> = {
  'large.jpg': await picture(1, false, LARGE).jpeg().withExif(SECRET).toBuffer(),
  'plain.jpg': await picture(1, false, { width: 900, height: 600 }).jpeg().toBuffer(),
  ...Object.fromEntries(
    await Promise.all(
      [2, 3, 4, 5, 6, 7, 8].map(async (orientation) => [
        `turned-${orientation}.jpg`,
        await picture(orientation, false, { width: 900, height: 600 }).jpeg().toBuffer(),
      ]),
    ),
  ),
  'ink.jpg': await picture(1, false, { width: 900, height: 600 }).toColourspace('cmyk').jpeg().toBuffer(),
  'photo.webp': await picture(1, false, LARGE).webp().toBuffer(),
  'photo.avif': await picture(1, false, LARGE).avif({ effort: 0 }).toBuffer(),
  'large.png': await picture(1, false, LARGE).png().toBuffer(),
  'veil.png': await picture(1, true, { width: 900, height: 600 }).png().toBuffer(),
  'still.gif': await picture(1, false, { width: 900, height: 600 }).gif().toBuffer(),
};
const names = Object.keys(images);
const chapter = `# Pictures\n\n${names.map((name) => `![What ${name} shows](images/${name})`).join('\n\n')}\n`;

let folder: string;
let answer: Answer & Run;
beforeAll(async () => {
  folder = await desk();
  await put(join(folder, 'book'), {
    'book.yaml': 'title: Pictures\nauthor: Nobody\ncover: images/cover.png\ntrim: 6x9\n',
    'a.md': chapter,
    'images/cover.png': await noise(1200, 3000).png().toBuffer(),
    ...Object.fromEntries(Object.entries(images).map(([name, bytes]) => [`images/${name}`, bytes])),
  });
  answer = await octavoJson(folder, ['build', 'book', '-e', 'print', '-e', 'screen', '-e', 'epub']);
});
const made = (name: string): Promise<Uint8Array> => bytesOf(folder, 'dist', name);

it('there is nothing to say about it, but for a cover that is no shape of a book', () => {
  const said = answer.messages.filter(({ severity }) => severity !== 'info').map(({ id }) => id);
  expect([answer.code, new Set(said)]).toEqual([0, new Set(['cover-image-size'])]);
});

describe.each([
  ['print', 'pictures-print.pdf', 350],
  ['screen', 'pictures.pdf', 220],
] as const)('the %s PDF', (edition, name, most) => {
  let set: readonly SetImage[];
  let stored: Awaited<ReturnType<typeof storedImages>>;
  beforeAll(async () => {
    const bytes = await made(name);
    const all = await setImages(bytes);
    // The cover comes first where there is one.
    set = edition === 'screen' ? all.slice(1) : all;
    stored = await storedImages(bytes);
  });

  it('shows each image once, with as many pixels as can be seen, and never with more than it has', async () => {
    expect(set).toHaveLength(names.length);
    for (const [i, image] of set.entries()) {
      expect(image.density, names[i]).toBeLessThanOrEqual(most + 1);
      // As wide as the text block, which is 466 CSS pixels in this trim size, more or less.
      expect(image.width, names[i]).toBeGreaterThan(300);
      expect(image.width / image.height, names[i]).toBeCloseTo(1.5, 1);
      const facts = await sharp(images[names[i] ?? '']).metadata();
      const { width } = facts.autoOrient;
      expect(image.pixels, names[i]).toBeLessThanOrEqual(width);
      if (width === LARGE.width) expect(image.density, names[i]).toBeGreaterThan(most - 2);
      else if (edition === 'print') expect(image.pixels, names[i]).toBe(width);
    }
  });

  it('keeps photographs as JPEGs of its own making, upright, and drawings without loss', async () => {
    const photographs = stored.filter(({ filter }) => filter === '/DCTDecode');
    expect(photographs).toHaveLength(2 + 7 + 1 + 2);
    for (const { bytes } of photographs) {
      const { exif, icc, space, orientation } = await sharp(bytes).metadata();
      expect([exif, icc, space, orientation]).toEqual([undefined, undefined, 'srgb', undefined]);
      expect(await fieldsOf(bytes)).toEqual(['red', 'green', 'blue', 'white']);
    }
    expect(new Set(stored.map(({ filter }) => filter))).toEqual(new Set(['/DCTDecode', '/FlateDecode']));
  });

  it('gives a photograph that needs no change to the reader bit by bit', () => {
    if (edition === 'print')
      expect(
        stored.some(({ bytes }) => Buffer.from(bytes).equals(images['plain.jpg'] ?? new Uint8Array())),
      ).toBe(true);
    for (const { bytes } of stored) expect(Buffer.from(bytes).includes('SECRET')).toBe(false);
  });
});

it('the cover of the screen PDF is the whole page', async () => {
  const [cover] = await setImages(await made('pictures.pdf'));
  expect(cover?.page).toBe(0);
  // 1200 × 3000 on 6 × 9 in: as high as the page.
  expect(cover?.height).toBeCloseTo(648, 0);
  expect(cover?.width).toBeCloseTo(648 * 0.4, 0);
  expect(cover?.density).toBeLessThanOrEqual(221);
});

describe('the EPUB', () => {
  it('holds only what every e-reader shows, within its limits, and is valid', async () => {
    const bytes = await made('pictures.epub');
    const epub = await openEpub(bytes);
    const items = epub.opf.manifest.filter((item) => item.href?.startsWith('images/'));
    expect(items).toHaveLength(names.length + 1);
    for (const item of items) {
      const image = epub.bytes.get(`OEBPS/${item.href}`) ?? new Uint8Array();
      const { mediaType, width, height, exif, space } = await sharp(image).metadata();
      expect(mediaType).toBe(item['media-type']);
      expect(['image/jpeg', 'image/png', 'image/gif']).toContain(mediaType);
      expect([exif, space]).toEqual([undefined, 'srgb']);
      expect(Buffer.from(image).includes('SECRET')).toBe(false);
      if (item.properties === 'cover-image')
        expect([mediaType, width, height]).toEqual(['image/jpeg', 896, 2240]);
      else {
        expect(width / height).toBeCloseTo(1.5, 2);
        expect(width * height).toBeLessThanOrEqual(3_200_000);
        expect(image.byteLength).toBeLessThanOrEqual(1_500_000);
        expect(await fieldsOf(image), item.href).toEqual(['red', 'green', 'blue', 'white']);
      }
    }
    const [verdict] = await epubcheck(bytes);
    expect(verdict).toMatchObject({ errors: [], warnings: [] });
  });
});

it('a second build gives the same bytes', async () => {
  const files = ['pictures-print.pdf', 'pictures.pdf', 'pictures.epub'];
  const before = await Promise.all(files.map(made));
  await octavoJson(folder, ['build', 'book', '-o', 'again', '-e', 'print', '-e', 'screen', '-e', 'epub']);
  for (const [i, file] of files.entries())
    expect(
      Buffer.from(await bytesOf(folder, 'again', file)).equals(before[i] ?? new Uint8Array()),
      file,
    ).toBe(true);
});

describe('an image with too few pixels', () => {
  it('is told with its place, its density and what to do, where it is printed and not elsewhere', async () => {
    const folder = await desk();
    await put(join(folder, 'book'), {
      'a.md': `# A

![coarse](coarse.png)

![fine](coarse.png){width=50%}

Text with ![a small star](icon.png) in it.

![a wave](drawing.svg)
`,
      'coarse.png': await picture(1, false, { width: 400, height: 300 }).png().toBuffer(),
      'icon.png': await picture(1, false, { width: 24, height: 24 }).png().toBuffer(),
      'drawing.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="90"><rect width="9" height="9"/></svg>',
    });
    const print = await octavoJson(folder, ['build', 'book', '-e', 'print']);
    expect(print.code).toBe(0);
    expect(print.messages).toMatchObject([
      { id: 'image-resolution', severity: 'warning', line: 3, column: 1 },
    ]);
    expect(print.messages[0]?.message).toContain('coarse.png has 96 pixels an inch');
    expect(JSON.stringify(print.messages[0])).toContain('1250 pixels wide, or set it smaller: {width=55%}');
    const screen = await octavoJson(folder, ['build', 'book', '-e', 'screen']);
    expect(screen.messages).toEqual([]);
  });
});

describe('an image with a length for its width', () => {
  const WIDTHS = ['5cm', '30mm', '2in', '150pt', '300px'] as const;
  const POINTS = [141.7, 85, 144, 150, 225];
  const shown = (width: string): string => `![A disc](disc.png "Of ${width}"){width=${width}}`;

  it('is as wide in print and in the EPUB, alone, beside another and in a line, and no wider than the text', async () => {
    const folder = await desk();
    await put(join(folder, 'book'), {
      'book.yaml': 'title: Widths\nauthor: A\nlang: en\ntrim: 6x9\n',
      'a.md': `# A

Text.

${WIDTHS.map(shown).join('\n\n')}

${shown('30mm')} ${shown('2in')}

Text with ![a disc](disc.png){width=1cm} in it.

${shown('60cm')}
`,
      'disc.png': await picture(1, false, { width: 900, height: 600 }).png().toBuffer(),
    });
    const built = await octavoJson(folder, ['build', 'book', '-e', 'print', '-e', 'epub']);
    expect(built.messages.filter(({ id }) => id !== 'image-resolution')).toEqual([]);
    const widths = (await setImages(await bytesOf(folder, 'dist', 'widths-print.pdf'))).map(
      ({ width }) => width,
    );
    const expected = [...POINTS, 85, 144, 28.3];
    expect(widths).toHaveLength(expected.length + 1);
    for (const [i, points] of expected.entries()) expect(Math.abs((widths[i] ?? 0) - points)).toBeLessThan(1);
    const text = (6 - 0.7 - 0.65) * 72;
    expect(Math.abs((widths.at(-1) ?? 0) - text)).toBeLessThan(3);

    const bytes = await bytesOf(folder, 'dist', 'widths.epub');
    const tree = (await openEpub(bytes)).documents.get('a.xhtml');
    expect(tree?.all('img').map(({ attributes }) => Number(attributes.width))).toEqual([
      189, 113, 192, 200, 300, 113, 192, 38, 2268,
    ]);
    expect(await epubcheck(bytes)).toMatchObject([{ errors: [], warnings: [] }]);
  });
});
