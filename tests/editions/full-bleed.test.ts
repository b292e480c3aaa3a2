import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { thisWorld } from '../../src/world.js';
import { openEpub } from '../support/epub.js';
import { matterhorn } from '../support/matterhorn.js';
import { buildInMemory, checkInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { setImages } from '../support/pdf-images.js';
import { noise } from '../support/pictures.js';
import { qpdfFaults } from '../support/qpdf.js';

/*
 * Pictures that cover their pages: each has one of its own, reaches to its edges, and beyond them where there is a bleed.
 */
let press: Press;
let photo: Uint8Array;
beforeAll(async () => {
  press = thisWorld().press();
  await press.version();
  photo = await noise(1600, 2000).jpeg().toBuffer();
});
afterAll(() => press[Symbol.asyncDispose]());

const MM = 72 / 25.4;
const TEXT =
  '# One\n\nSome text.\n\n![Sand](p.jpg){.full-bleed}\n\nText behind.\n\n![Sand](p.jpg){.full-bleed}\n';

const book = (editions: string, text = TEXT) => ({
  'book.yaml': `title: Plates\nauthor: A\nlang: en\nhandout-paper: a4\nchapter-start: any\n${editions}`,
  'a.md': text,
  'p.jpg': photo,
});

async function made(editions: string, name: string, edition = name) {
  const { delivered, messages } = await buildInMemory(book(editions), { editions: [edition] }, press);
  const bytes = delivered.get(`out/plates${name === 'screen' ? '' : `-${name}`}.pdf`) as Uint8Array;
  return { bytes, messages: messages.map(String) };
}

describe('a picture that covers its page', () => {
  it.each([
    ['print', 'editions:\n  print: { bleed: 3mm, marks: true }\n', 3],
    ['print', 'editions:\n  print: { bleed: 0.125in }\n', 3.175],
    ['large-print', 'editions:\n  large-print: { bleed: 3mm }\n', 3],
    ['screen', '', 0],
  ])('reaches as far as it is to in %s: %s', async (edition, editions, bleed) => {
    const { bytes, messages } = await made(editions, edition);
    expect(messages).toEqual([]);
    const images = await setImages(bytes);
    expect(images).toHaveLength(2);
    const file = await PDFDocument.load(bytes, { updateMetadata: false });
    const { pages } = await inspectPdf(bytes);
    for (const { page, left, low, width, height, density } of images) {
      const trim = file.getPage(page).getTrimBox();
      // As far as the bleed on every side; one of its sides has the very length, and of the other what is over is cut.
      for (const [side, wanted] of [
        [trim.x - left, bleed],
        [trim.y - low, bleed],
        [left + width - trim.x - trim.width, bleed],
        [low + height - trim.y - trim.height, bleed],
      ] as const) {
        expect(side / MM).toBeGreaterThanOrEqual(wanted - 0.02);
      }
      expect(
        Math.min(width / (trim.width + 2 * bleed * MM), height / (trim.height + 2 * bleed * MM)),
      ).toBeLessThan(1.01);
      // It is not made of the pixels that a smaller one would need.
      expect(density).toBeGreaterThan(100);
      // Neither folio nor head, though the page is counted.
      expect(pages[page]?.text).toBe('');
      expect(pages[page]?.label).toMatch(/^\d+$/);
    }
    expect(pages.some(({ text }) => text.includes('Text behind.'))).toBe(true);
    expect(await matterhorn(bytes)).toEqual([]);
    expect(await qpdfFaults(bytes)).toEqual([]);
  });

  it('keeps its pixels where it is wider than the page, and most of it is cut off', async () => {
    const files = {
      ...book('editions:\n  print: { bleed: 3mm }\n'),
      'p.jpg': await noise(3600, 1800).jpeg().toBuffer(),
    };
    const { delivered } = await buildInMemory(files, { editions: ['print'] }, press);
    const [image] = await setImages(delivered.get('out/plates-print.pdf') as Uint8Array);
    // 1800 pixels, 9 inches and twice the bleed high.
    expect(image?.density).toBeGreaterThan(190);
  });

  it('stands on left pages and on right ones', async () => {
    const { bytes } = await made('editions:\n  print: { bleed: 3mm }\n', 'print');
    const sides = (await setImages(bytes)).map(({ page }) => page % 2);
    expect(new Set(sides).size).toBe(1);
    const text = `# One\n\n![Sand](p.jpg){.full-bleed}\n\n![Sand](p.jpg){.full-bleed}\n`;
    const { delivered } = await buildInMemory(
      book('editions:\n  print: { bleed: 3mm }\n', text),
      { editions: ['print'] },
      press,
    );
    const [first, second] = await setImages(delivered.get('out/plates-print.pdf') as Uint8Array);
    expect((second?.page ?? 0) - (first?.page ?? 0)).toBe(1);
    expect(second?.left).toBeCloseTo(first?.left ?? 0, 0);
  });

  const LONG =
    'The lamp was lit early because evening came down the stairs before anyone had thought of it. ';
  it.each([
    [
      'lets text that goes on fill the page before it',
      `${LONG.repeat(9)}\n\n`.repeat(8),
      '',
      'Before, Behind 1, plate 2',
    ],
    [
      'stands where it is to be `here`',
      `${LONG.repeat(9)}\n\n`.repeat(8),
      ' .here',
      'Before 1, plate 2, Behind 3',
    ],
    [
      'stays with its text where that is brief',
      '![Sand](p.jpg){.full-bleed}\n',
      '',
      'Before 1, plate 2, Behind 3',
    ],
    [
      'does not come between a heading and its text',
      `## Two\n\n${LONG.repeat(90)}\n`,
      '',
      'Before 1, plate 2, Behind 3',
    ],
  ])('%s', async (_, more, here, expected) => {
    const text = `# One\n\nBefore. ${LONG}\n\n![Sand](p.jpg){.full-bleed${here}}\n\nBehind. ${LONG.repeat(4)}\n\n${more}`;
    const { delivered } = await buildInMemory(
      book('editions:\n  print: { bleed: 3mm }\n', text),
      { editions: ['print'] },
      press,
    );
    const bytes = delivered.get('out/plates-print.pdf') as Uint8Array;
    const { pages } = await inspectPdf(bytes);
    const start = pages.findIndex(({ label }) => label === '1');
    const plate = (await setImages(bytes))[0]?.page ?? 0;
    const on = (word: string) => pages.findIndex((page) => page.text.includes(word)) - start + 1;
    const order = on('Before.') === on('Behind.') ? 'Before, Behind 1' : 'Before 1';
    expect(
      [
        order,
        `plate ${plate - start + 1}`,
        ...(order.includes('Behind') ? [] : [`Behind ${on('Behind.')}`]),
      ].join(', '),
    ).toBe(expected);
  });

  it('is told of at its line where paper is cut without a bleed', async () => {
    const { messages } = await made('', 'print');
    expect(messages).toEqual([
      expect.stringMatching(/a\.md:5:1: This picture covers its page, and the edition print has no bleed/),
      expect.stringMatching(/a\.md:9:1: This picture covers/),
    ]);
    const asked = book('editions:\n  print: { printer: kdp }\n');
    const { messages: again } = await buildInMemory(asked, { editions: ['print'] }, press);
    expect(JSON.stringify(again[0])).toContain('“bleed: 0.125in” under editions: print: so much is asked');
  });

  it('stays on its sheet in a handout', async () => {
    const files = { ...book(''), 'handouts/h.md': '# H\n\n![Sand](../p.jpg){.full-bleed}\n' };
    const { delivered, messages } = await buildInMemory(files, { editions: ['handouts'] }, press);
    expect(messages.map(String)).toEqual([]);
    const [image] = await setImages(delivered.get('out/handouts/h-a4.pdf') as Uint8Array);
    expect(image?.left).toBeGreaterThan(20);
  });

  it('is a page of the printed book for an e-reader, too, though it has moved to the end of its chapter', async () => {
    const text = `# One\n\nSome text.\n\n![Sand](p.jpg){.full-bleed}\n\nText behind.\n`;
    const { delivered } = await buildInMemory(book('', text), { editions: ['print', 'epub'] }, press);
    const print = delivered.get('out/plates-print.pdf') as Uint8Array;
    const { pages } = await inspectPdf(print);
    const [image] = await setImages(print);
    const before = pages[(image?.page ?? 0) - 1];
    expect(before?.text).toMatch(/Text behind\./);
    const epub = await openEpub(delivered.get('out/plates.epub') as Uint8Array);
    const labels = epub.nav.pages.map(({ label }) => label);
    const plate = pages[image?.page ?? 0]?.label;
    expect(labels).toContain(plate);
    expect(labels.indexOf(plate ?? '')).toBe(labels.indexOf(before?.label ?? '') + 1);
  });

  it('is where it is to be in a book that is read from the right', async () => {
    const files = {
      ...book('editions:\n  print: { bleed: 3mm }\n'),
      'a.md': `# One\n\n![Sand](p.jpg){.full-bleed}\n\n![Sand](p.jpg){.full-bleed}\n`,
    };
    files['book.yaml'] = files['book.yaml'].replace(
      'lang: en',
      'lang: en\ndir: rtl\ntokens: { margin-inner: 30mm }',
    );
    const { delivered } = await buildInMemory(files, { editions: ['print'] }, press);
    const bytes = delivered.get('out/plates-print.pdf') as Uint8Array;
    const images = await setImages(bytes);
    expect(images).toHaveLength(2);
    for (const { left, width } of images) {
      expect(left).toBeLessThan(-3 * MM + 0.1);
      expect(left + width).toBeGreaterThan(432 + 3 * MM - 0.1);
    }
  });

  it.each([
    ['in a callout', '> [!NOTE]\n> ![Sand](p.jpg){.full-bleed}'],
    [
      'in a callout, under a condition',
      '> [!NOTE]\n> :::when{edition=print}\n> ![Sand](p.jpg){.full-bleed}\n> :::',
    ],
    ['beside another', '![Sand](p.jpg){.full-bleed}\n![Sand](p.jpg){.full-bleed}'],
    ['with a number', '![Sand](p.jpg){.full-bleed #fig-sand}'],
  ])('is told where it can have no page: %s', async (_, text) => {
    const { messages } = await checkInMemory(book('', `# One\n\n${text}\n\nText.\n`));
    expect(messages.map(String)[0]).toMatch(/a\.md:[345]:\d+: .*full-bleed/);
  });

  it('has a page under conditions, one in another', async () => {
    const text = `::::when{edition=print}\n:::when{edition="print, epub"}\n![Sand](p.jpg){.full-bleed}\n:::\n::::`;
    const { messages } = await checkInMemory(book('', `# One\n\n${text}\n\nText.\n`));
    expect(messages.map(String)).toEqual([]);
  });

  it('has no words below it', async () => {
    const { messages } = await checkInMemory(book('', '# One\n\n![Sand](p.jpg "Dunes"){.full-bleed}\n'));
    expect(messages.map(String)).toEqual([expect.stringMatching(/a\.md:3:1: .*full-bleed.*/)]);
  });
});
