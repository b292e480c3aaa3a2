import type { Element } from 'hast';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { contrast, readColour } from '../../src/matter/cover/colours.js';
import { type CoverText, type Passage, WIDTH } from '../../src/matter/cover/design.js';
import { DESIGNS } from '../../src/matter/cover/designs.js';
import { frontOf } from '../../src/matter/cover/draw.js';
import { barsOf, eanOf, MODULES } from '../../src/matter/cover/ean.js';
import { openFaces } from '../../src/matter/cover/faces.js';
import { diskWorkshop } from '../../src/workshop/disk.js';
import { thisMachine } from '../../src/workshop/machine.js';
import { readEan } from '../support/ean.js';
import { checkInMemory } from '../support/memory.js';

const { own } = diskWorkshop(thisMachine());
const SIZES = { '6 × 9': [576, 864], square: [816, 816], wide: [1056, 816], pocket: [408, 660] } as const;

const TEXTS: Readonly<Record<string, Omit<CoverText, 'dir' | 'lang'> & Partial<CoverText>>> = {
  'of a usual length': { title: 'The Lamp-Lighter', subtitle: 'A year of evenings', author: 'Ada Brook' },
  'as long as a page': {
    title: 'An Enquiry into the Causes and Consequences of Everything That Has Ever Been Written '.repeat(5),
    subtitle: 'With an appendix on lamps, a glossary of the terms in use, and seventeen maps '.repeat(4),
    author: 'Ada Brook, Jan de Wit, Rosa Klein, Tom Hale, Konstantin Aleksandrovich Benckendorff and Others',
    publisher: 'The Society for the Diffusion of Knowledge on Small Lighthouses',
  },
  'of one word': {
    title: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk',
    author: 'Ö. Größe',
    lang: 'de',
  },
  'without an author': { title: 'Anonymous', author: '' },
  'in Chinese': {
    title: '点灯人与他最后一个冬天的漫长夜晚以及黎明',
    subtitle: '一年的夜晚',
    author: '阿达',
    lang: 'zh',
  },
  'in Arabic': { title: 'مصباح المدينة القديمة', author: 'آدا بروك', lang: 'ar', dir: 'rtl' },
};

/** From where to where a line goes, in the unit of the front, as far as its typeface is known. */
function reachOf(
  { face, size, x, anchor, tracking }: Passage,
  text: string,
  dir: 'ltr' | 'rtl',
): [number, number] {
  const width = face.width(text, size, tracking);
  const left = anchor === 'middle' ? x - width / 2 : dir === 'rtl' ? x - width : x;
  return [left, left + width];
}

describe.each(Object.values(DESIGNS))('the design $name', (design) => {
  it('has colours that are told apart, whichever the title gets', () => {
    for (const colours of design.palettes)
      for (const { ink, on, least } of design.reads)
        expect(contrast(colours[ink], colours[on]), `${colours[ink]} on ${colours[on]}`).toBeGreaterThan(
          least + 0.5,
        );
  });

  it.each(Object.entries(TEXTS))(
    'keeps a text %s within its margins, and apart from each other',
    async (_, given) => {
      const text: CoverText = { lang: 'en', dir: 'ltr', publisher: 'Lantern Press', ...given };
      const faces = await openFaces(design, own);
      for (const [name, [width, height]] of Object.entries(SIZES)) {
        const colours = design.palettes[0];
        if (!colours) throw new Error('a design without colours');
        const front = frontOf(text, { width, height }, { design, colours, seed: 1 }, faces, 48);
        const { passages } = design.front(front);
        const reaches: { part: string; top: number; bottom: number }[] = [];
        for (const passage of passages) {
          for (const line of passage.lines) {
            const [left, right] = reachOf(passage, line.text, text.dir);
            expect(left, `${name}: ${line.text}`).toBeGreaterThanOrEqual(front.margin - 1);
            expect(right, `${name}: ${line.text}`).toBeLessThanOrEqual(WIDTH - front.margin + 1);
          }
          const [first, last] = [passage.lines[0], passage.lines.at(-1)];
          if (!first || !last) continue;
          reaches.push({
            part: passage.part,
            top: first.y - passage.size * 0.7,
            bottom: last.y + passage.size * 0.25,
          });
        }
        reaches.sort((a, b) => a.top - b.top);
        for (const [index, { part, top }] of reaches.entries())
          expect(top, `${name}: ${part} is over what is above it`).toBeGreaterThanOrEqual(
            reaches[index - 1]?.bottom ?? 60,
          );
        expect(reaches.at(-1)?.bottom, name).toBeLessThanOrEqual(front.height - 60);
      }
    },
  );

  it('is drawn alike for the same title', async () => {
    const faces = await openFaces(design, own);
    const colours = design.palettes[0];
    if (!colours) throw new Error('a design without colours');
    const drawn = () => {
      const text: CoverText = { title: 'A', author: 'B', lang: 'en', dir: 'ltr' };
      const front = frontOf(text, { width: 576, height: 864 }, { design, colours, seed: 3 }, faces);
      const area = { x: 0, y: 0, width: WIDTH, height: 1500 };
      return JSON.stringify([
        design.ground(area, colours, 3),
        design.front(front).shapes,
      ] satisfies (readonly Element[])[]);
    };
    expect(drawn()).toBe(drawn());
  });
});

describe('colours', () => {
  it('are read as authors write them', () => {
    expect(['#abc', ' #A1b2C3', 'red', '#12', 'rgb(1,2,3)'].map(readColour)).toEqual([
      '#aabbcc',
      '#a1b2c3',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('stand apart as WCAG has it', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(contrast('#ff0000', '#ff0000')).toBe(1);
  });
});

describe('a bar code', () => {
  it.each([
    ['978-3-16-148410-0', '9783161484100'],
    ['9780306406157', '9780306406157'],
    ['979-10-90636-07-1', '9791090636071'],
    // The number of a book before 2007.
    ['0-306-40615-2', '9780306406157'],
    ['0-8044-2957-X', '9780804429573'],
  ])('of %s says %s when it is read', (isbn, ean) => {
    expect(eanOf(isbn)).toBe(ean);
    const bars = barsOf(ean);
    expect(readEan(bars.map(({ at, width }) => [at, width]))).toBe(ean);
    expect(bars.at(-1)?.at).toBe(MODULES - 1);
    expect(bars.filter(({ guard }) => guard)).toHaveLength(6);
  });
});

const plain = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#246' } })
    .png()
    .toBuffer();

describe('a cover is told', () => {
  const book = (yaml: string, files = {}) => ({
    'book.yaml': `title: T\nauthor: A\nlang: en\n${yaml}`,
    'a.md': '# One\n\nText.\n',
    ...files,
  });
  const said = async (yaml: string, files = {}) =>
    (await checkInMemory(book(yaml, files), { editions: ['epub'] })).messages
      .filter(({ ruleId }) => String(ruleId).startsWith('cover'))
      .map(({ ruleId, reason }) => `${ruleId}: ${reason}`);

  it('nothing of colours that Octavo chooses, or that can be read', async () => {
    expect(await said('')).toEqual([]);
    expect(await said('tokens: {cover-ground: "#123", cover-ink: "#fff"}\n')).toEqual([]);
  });

  it('which colours cannot be told apart, once', async () => {
    expect(
      await said('cover: {design: frame}\ntokens: {cover-ground: "#999999", cover-ink: "#777777"}\n'),
    ).toEqual([
      'cover-contrast: On the cover cover-ink and cover-ground stand apart by 1.5 to 1, and 4.5 to 1 is the least at which they can be read',
    ]);
    // A title is large, and needs less.
    expect(
      await said(
        'cover: {design: rules}\ntokens: {cover-ground: "#ffffff", cover-ink: "#000", cover-accent: "#8a8a8a"}\n',
      ),
    ).toEqual([]);
  });

  it('that a colour cannot be read', async () => {
    expect(await said('tokens: {cover-ground: crimson}\n')).toEqual([
      expect.stringMatching(/^cover-colour-reads: The token “cover-ground” is “crimson”/),
    ]);
  });

  it('that there is no such design', async () => {
    expect(await said('tokens: {cover-design: baroque}\n')).toEqual([
      expect.stringMatching(/^cover-design-known: .* “baroque”/),
    ]);
    expect(await said('theme: modern\n')).toEqual([]);
  });

  it('that an image is too small for stores, or has not the shape of a book', async () => {
    expect(await said('cover: c.png\n', { 'c.png': await plain(700, 1100) })).toEqual([
      expect.stringMatching(/^cover-image-size: The cover c\.png has 700 × 1100 pixels, and stores/),
    ]);
    expect(await said('cover: c.png\n', { 'c.png': await plain(2000, 1500) })).toEqual([
      expect.stringMatching(/^cover-image-size: .*not the shape of a book/),
    ]);
    expect(await said('cover: c.png\n', { 'c.png': await plain(1600, 2560) })).toEqual([]);
  });
});
