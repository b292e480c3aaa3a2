import { h, s } from 'hastscript';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { refusals } from '../../src/binding/epub/stores.js';
import { bindEpub } from '../../src/binding/epub.js';
import type { Asset } from '../../src/model/manuscript.js';
import type { Section } from '../../src/model/rendition.js';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';
import { fieldsOf, noise, picture } from '../support/pictures.js';
import { rendition, section, tools } from '../support/renditions.js';

const blank = (width: number, height: number, alpha = 1) =>
  sharp({ create: { width, height, channels: 4, background: { r: 20, g: 80, b: 160, alpha } } });
const asset = (path: string, bytes: Uint8Array, mediaType = 'image/png'): Asset => ({
  path,
  bytes,
  mediaType,
});

async function bind(sections: readonly Section[], more: Parameters<typeof rendition>[1] = {}) {
  const at = tools();
  const [artifact] = await bindEpub(rendition(sections, more), at);
  return { epub: await openEpub(artifact?.file.value as Uint8Array), said: at.said };
}

/** A chapter that shows images by their paths. */
const showing = (...paths: string[]) =>
  section('one', 'chapter', [h('h1', 'T'), ...paths.map((src) => h('p', h('img', { src, alt: '' })))]);

test('only the images that are shown are packed, under safe names of their own, byte by byte', async () => {
  const png = await blank(4, 4).png().toBuffer();
  const paths = ['Figs/Plan B (1).PNG', 'other/plan b 1.png', 'figs/ß.png', '图.png', 'unused.png'];
  const { epub, said } = await bind([showing(...paths.slice(0, 4), 'Figs/Plan B (1).PNG')], {
    assets: paths.map((path) => asset(path, png)),
  });
  const sources = epub.documents
    .get('one.xhtml')
    ?.all('img')
    .map(({ attributes }) => attributes.src);
  const names = ['images/plan-b-1.png', 'images/plan-b-1-2.png', 'images/file.png', 'images/file-2.png'];
  expect(sources).toEqual([...names, 'images/plan-b-1.png']);
  expect(epub.files.filter((name) => name.includes('images/'))).toEqual(
    names.map((name) => `OEBPS/${name}`).sort(),
  );
  expect(Buffer.from(epub.bytes.get('OEBPS/images/plan-b-1.png') ?? []).equals(png)).toBe(true);
  expect(said.filter((line) => line.startsWith('image-'))).toEqual([]);
});

test('alternative text arrives as it was, also where it is empty, with the size', async () => {
  const png = await blank(4, 4).png().toBuffer();
  const { epub } = await bind(
    [
      section('one', 'chapter', [
        h('img', { src: 'a.png', alt: '', width: 40, height: 30, loading: 'lazy' }),
        h('img', { src: 'a.png', alt: 'A "b" & <c>' }),
      ]),
    ],
    { assets: [asset('a.png', png)] },
  );
  expect(
    epub.documents
      .get('one.xhtml')
      ?.all('img')
      .map(({ attributes }) => attributes),
  ).toEqual([
    { src: 'images/a.png', alt: '', width: '40', height: '30', class: 'drawing' },
    { src: 'images/a.png', alt: 'A "b" & <c>', class: 'drawing' },
  ]);
});

test('the file name and the media type follow what the bytes are, not what the author called them', async () => {
  const { epub } = await bind([showing('photo.png')], {
    assets: [asset('photo.png', await blank(4, 4).jpeg().toBuffer())],
  });
  expect(epub.opf.manifest).toContainEqual(
    expect.objectContaining({ href: 'images/photo.jpg', 'media-type': 'image/jpeg' }),
  );
});

test.each([
  ['WebP with transparency', 'webp', 0.5, 'image/png'],
  ['WebP photograph', 'webp', undefined, 'image/jpeg'],
  ['AVIF photograph', 'avif', undefined, 'image/jpeg'],
  ['TIFF', 'tiff', undefined, 'image/jpeg'],
] as const)('%s becomes an image that every e-reader shows', async (_, format, alpha, mediaType) => {
  const image = blank(20, 10, alpha);
  const bytes = await (alpha === undefined ? image.removeAlpha() : image).toFormat(format).toBuffer();
  const { epub, said } = await bind([showing('a.x')], { assets: [asset('a.x', bytes)] });
  const item = epub.opf.manifest.find(({ href }) => href?.startsWith('images/'));
  expect(item?.['media-type']).toBe(mediaType);
  const facts = await sharp(epub.bytes.get(`OEBPS/${item?.href}`)).metadata();
  expect([facts.width, facts.height, `image/${facts.format}`]).toEqual([20, 10, mediaType]);
  expect(said).toContainEqual(expect.stringContaining('image-format-is-core a.x'));
});

test('an image above 3.2 megapixels or 1.5 MB is brought below both, and that is told', async () => {
  const { epub, said } = await bind([showing('large.jpg', 'heavy.png')], {
    assets: [
      asset('large.jpg', await blank(3000, 2000).jpeg().toBuffer()),
      asset('heavy.png', await noise(900, 900).png().toBuffer()),
    ],
  });
  const large = await sharp(epub.bytes.get('OEBPS/images/large.jpg')).metadata();
  expect(large.width * large.height).toBeLessThanOrEqual(3_200_000);
  expect(large.width * large.height).toBeGreaterThan(3_100_000);
  expect(large.width / large.height).toBeCloseTo(1.5, 2);
  // Nothing is seen through it, so it need not be a PNG.
  expect(epub.bytes.get('OEBPS/images/heavy.jpg')?.byteLength).toBeLessThanOrEqual(1_500_000);
  expect(said.filter((line) => line.startsWith('image-fits-e-readers'))).toHaveLength(2);
});

test('a photograph that lies on its side is turned upright, and none says where it was taken', async () => {
  const exif = { IFD0: { Copyright: 'SECRET' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } };
  const { epub } = await bind([showing('side.jpg', 'place.jpg')], {
    assets: [
      asset('side.jpg', await picture(6).jpeg().toBuffer()),
      asset('place.jpg', await picture().jpeg().withExif(exif).toBuffer()),
    ],
  });
  for (const name of ['side', 'place']) {
    const bytes = epub.bytes.get(`OEBPS/images/${name}.jpg`) ?? new Uint8Array();
    const { width, height, orientation, exif } = await sharp(bytes).metadata();
    expect([width, height, orientation, exif]).toEqual([96, 64, undefined, undefined]);
    expect(await fieldsOf(bytes)).toEqual(['red', 'green', 'blue', 'white']);
  }
});

test('an SVG stays an SVG, and a moving picture keeps its frames and leaves the hazard unknown', async () => {
  const svg = new TextEncoder().encode(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9000 9000"><rect width="9" height="9"/></svg>',
  );
  const frames = Buffer.concat([Buffer.alloc(8 * 8 * 3, 0), Buffer.alloc(8 * 8 * 3, 255)]);
  const gif = await sharp(frames, { raw: { width: 8, height: 16, channels: 3, pageHeight: 8 } })
    .gif()
    .toBuffer();
  const { epub } = await bind([showing('a.svg', 'b.gif')], {
    assets: [asset('a.svg', svg), asset('b.gif', gif)],
  });
  expect(epub.bytes.get('OEBPS/images/a.svg')).toEqual(svg);
  expect((await sharp(epub.bytes.get('OEBPS/images/b.gif')).metadata()).pages).toBe(2);
  expect(epub.meta('schema:accessibilityHazard')).toEqual(['unknown']);
});

test('an image that cannot be decoded is reported by its path', async () => {
  const { said } = await bind([showing('a.png')], {
    assets: [asset('a.png', new TextEncoder().encode('no image'))],
  });
  expect(said).toContainEqual('image-decodes a.png: The image a.png cannot be decoded.');
});

test('images in stylesheets and fonts are packed and named anew', async () => {
  const png = await blank(4, 4).png().toBuffer();
  const css =
    '@font-face { font-family: B; src: url("../fonts/B.woff2"); }\nhr { background: url(orn/Leaf.png) }';
  const { epub } = await bind([showing()], {
    assets: [asset('orn/Leaf.png', png)],
    styles: [{ path: 'a.css', css }],
    fonts: new Map([['../fonts/B.woff2', async () => new Uint8Array([1, 2, 3])]]),
  });
  const written = new TextDecoder().decode(epub.bytes.get('OEBPS/style.css'));
  expect(written).toContain('src: url("fonts/b.woff2")');
  expect(written).toContain('background: url("images/leaf.png")');
  expect(written).toContain('[hidden] { display: none; }');
  expect(epub.bytes.get('OEBPS/fonts/b.woff2')).toEqual(new Uint8Array([1, 2, 3]));
  expect(epub.opf.manifest).toContainEqual(
    expect.objectContaining({ href: 'fonts/b.woff2', 'media-type': 'font/woff2' }),
  );
});

const drawn = section(
  'front',
  'cover',
  [
    s('svg', { viewBox: '0 0 600 960', width: 600, height: 960, role: 'img', ariaLabel: 'A red door' }, [
      s('rect', { width: 600, height: 960, fill: '#c00' }),
      s('image', { href: 'door.png', x: 0, y: 0, width: 600, height: 480 }),
    ]),
  ],
  { title: 'Cover' },
);

test('a drawn cover becomes a JPEG of 1400 × 2240 with its label as alternative text', async () => {
  const door = asset('door.png', await blank(4, 4).png().toBuffer());
  const { epub } = await bind([drawn, section('one', 'chapter', [h('h1', 'T')])], { assets: [door] });
  const cover = epub.bytes.get('OEBPS/images/cover.jpg');
  const facts = await sharp(cover).metadata();
  expect([facts.format, facts.width, facts.height]).toEqual(['jpeg', 1400, 2240]);
  const { data } = await sharp(cover).resize(1, 2).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  expect(data[2]).toBeGreaterThan(120);
  expect(data[3]).toBeGreaterThan(170);
  expect(epub.documents.get('cover.xhtml')?.one('img').attributes).toEqual({
    src: 'images/cover.jpg',
    alt: 'A red door',
    role: 'doc-cover',
  });
  expect(epub.opf.manifest).toContainEqual({
    id: 'cover-image',
    href: 'images/cover.jpg',
    'media-type': 'image/jpeg',
    properties: 'cover-image',
  });
  expect(epub.meta('cover')).toEqual(['cover-image']);
  expect(epub.opf.spine[0]).toBe('cover.xhtml');
  expect(epub.files.filter((name) => name.includes('images/'))).toEqual(['OEBPS/images/cover.jpg']);
});

test('an image that the metadata name is the cover, scaled to fit, with its own alternative text', async () => {
  const photo = asset('c.png', await blank(3200, 3200, 0).png().toBuffer());
  const { epub } = await bind([drawn], {
    assets: [photo, asset('door.png', photo.bytes)],
    metadata: { cover: { src: 'c.png', alt: 'A sea' } },
  });
  const facts = await sharp(epub.bytes.get('OEBPS/images/cover.jpg')).metadata();
  expect([facts.width, facts.height]).toEqual([1400, 1400]);
  expect(epub.documents.get('cover.xhtml')?.one('img').attributes.alt).toBe('A sea');
});

test('a JPEG cover that fits keeps its bytes, and an image on the cover page will do', async () => {
  const bytes = await blank(800, 1280).jpeg().toBuffer();
  const onPage = section('c', 'cover', [h('p', h('img', { src: 'C.JPG', alt: 'Title' }))]);
  const { epub, said } = await bind([onPage], { assets: [asset('C.JPG', bytes)] });
  expect(Buffer.from(epub.bytes.get('OEBPS/images/cover.jpg') ?? []).equals(bytes)).toBe(true);
  expect(said).toEqual([]);
});

test('a book without a cover says so and has neither item nor page', async () => {
  const { epub, said } = await bind([section('one', 'chapter', [h('h1', 'T')])]);
  expect(said).toEqual(['epub-has-cover book.yaml: The EPUB has no cover image.']);
  expect(epub.opf.manifest.some((item) => item.properties === 'cover-image')).toBe(false);
  expect(epub.meta('cover')).toEqual([]);
});

test('what a store does not take is told, once, with the smallest limit and all who have one', async () => {
  const stores = [
    { name: 'Small', book: 100, image: 50, source: '' },
    { name: 'Large', book: 200, document: 80, source: '' },
  ];
  const images = [
    { href: 'images/a.png', bytes: 50 },
    { href: 'images/b.png', bytes: 51 },
  ];
  const documents = [{ href: 'one.xhtml', bytes: 81 }];
  expect(refusals({ book: 100, images: [], documents: [] }, stores)).toEqual([]);
  expect(refusals({ book: 201, images, documents }, stores)).toEqual([
    { what: 'The EPUB', bytes: 201, most: 100, stores: ['Small', 'Large'] },
    { what: 'images/b.png', bytes: 51, most: 50, stores: ['Small'] },
    { what: 'one.xhtml', bytes: 81, most: 80, stores: ['Large'] },
  ]);
});

test('a chapter whose pictures are more than a store loads at once is told', async () => {
  const noisy = await sharp({
    create: {
      width: 1500,
      height: 1500,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .jpeg({ quality: 75 })
    .toBuffer();
  const count = Math.ceil(10_500_000 / noisy.byteLength);
  // The same picture again is one file only; a name and a byte of its own make another.
  const assets = Array.from({ length: count }, (_, i) => asset(`n${i}.jpg`, noisy));
  const pictures = assets.map(({ path }) => h('img', { src: path, alt: 'Noise' }));
  const { said } = await bind([section('one', 'chapter', [h('h1', 'T'), h('p', pictures)])], { assets });
  expect(said.filter((line) => line.startsWith('epub-fits-stores'))).toEqual([
    expect.stringMatching(/one\.xhtml has 1\d(\.\d)? MB, and Kobo takes 10 MB at most/),
  ]);
});

test('a page of text in place of the cover is told at that page, and what helps is a key that there is', async () => {
  const files = { 'a.md': '# One\n\nText.\n', 'cover.md': 'A page of words.\n' };
  const head = 'title: T\nauthor: A\nlang: en\n';
  const { messages } = await buildInMemory({ ...files, 'book.yaml': head });
  const [told, ...others] = messages.filter(({ ruleId }) => ruleId === 'epub-has-cover');
  expect([told?.file, told?.fatal, others]).toEqual(['book/cover.md', false, []]);
  const [, source = '', alt = ''] = /(cover: \{src: )[^,]+(, alt: )/.exec(told?.remedy ?? '') ?? [];
  const image = { 'cover.png': await blank(1600, 2560).removeAlpha().png().toBuffer() };
  const mended = { ...files, ...image, 'book.yaml': `${head}${source}cover.png${alt}A lamp}\n` };
  const made = await buildInMemory(mended);
  expect(made.messages.map(String)).toEqual([]);
  const epub = await openEpub(made.delivered.get('out/t.epub') as Uint8Array);
  expect(epub.opf.manifest.map(({ properties }) => properties)).toContain('cover-image');
});

test('an image that is written out in the text is one of the book, wherever it is written', async () => {
  const data = async (width: number) => (await blank(width, 4).png().toBuffer()).toString('base64');
  const [one, two, three] = await Promise.all([40, 50, 60].map(data));
  // A photograph is longer than a paragraph may be.
  const long = (await noise(700, 700).png().toBuffer()).toString('base64');
  expect(long.length).toBeGreaterThan(1_000_000);
  const { delivered, messages } = await buildInMemory({
    'book.yaml': 'title: T\n',
    'all.md': `# One\n\n![A][a]\n\n![B](data:image/png;base64,${two})\n\n# Two\n\n![A][a] and <img alt="C" src="data:image/png;base64,${three}">\n\n![L][l]\n\n[a]: <data:image/png;base64,${one}>\n\n[l]: <data:image/png;base64,${long}>\n\n![S][s]\n\n[s]: data:image/svg+xml;charset="utf-8",%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20width='70'%20height='7'%3E%3Crect%20width='50%'%20height='7'/%3E%3C/svg%3E\n`,
  });
  expect(messages.map(({ ruleId, line }) => `${ruleId} ${line}`)).toEqual([]);
  const epub = await openEpub(delivered.get('out/t.epub') as Uint8Array);
  const sizes = ['one', 'two'].map((name) =>
    epub.documents
      .get(`${name}.xhtml`)
      ?.all('img')
      .map(({ attributes }) => attributes.width),
  );
  expect(sizes).toEqual([
    ['40', '50'],
    ['40', '60', '700', '70'],
  ]);
});
