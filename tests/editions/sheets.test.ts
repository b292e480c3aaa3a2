import { readFile } from 'node:fs/promises';
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFPage, PDFRawStream } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import type { BuildRequest } from '../../src/request.js';
import { thisWorld } from '../../src/world.js';
import { bytesOf as plain } from '../support/matterhorn/objects.js';
import { matterhorn } from '../support/matterhorn.js';
import { buildInMemory, checkInMemory } from '../support/memory.js';
import { type InspectedPage, type InspectedPdf, inspectPdf } from '../support/pdf.js';
import { type SetImage, setImages } from '../support/pdf-images.js';
import { linesOf } from '../support/pdf-lines.js';
import { noise } from '../support/pictures.js';

/*
 * Booklets, several pages to a side and piles to be cut, as they are made of a real book: what stands where on their sheets.
 */
let press: Press;
beforeAll(async () => {
  press = thisWorld().press();
  await press.version();
});
afterAll(() => press[Symbol.asyncDispose]());

const MM = 72 / 25.4;
const A4 = { long: 297 * MM, short: 210 * MM };

const paragraphs = Array.from(
  { length: 90 },
  (_, i) => `A line that says it is the one with number ${i + 1}.`,
);
const book = (options: string, keys = ''): Record<string, string> => ({
  'book.yaml': `title: Sheets\nauthor: A\n${keys}trim: a5\nchapter-start: any\neditions:\n  ${options}\n`,
  'a.md': `# First\n\n${paragraphs.join('\n\n')}\n\nSee [the second](b.md).\n\n\`\`\`js\nconst a = 1;\n\`\`\`\n`,
  'b.md': '# Second\n\nThe end.\n',
  'handouts/h.md': '# One to hand out\n\nText.\n',
  'handouts/i.md': '# Two to hand out\n\nText.\n',
});

async function made(
  files: Record<string, string | Uint8Array>,
  request: BuildRequest = { editions: ['print'] },
) {
  const { messages, delivered, artifacts } = await buildInMemory(files, request, press);
  expect(messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  const bytes = (name: string): Uint8Array => {
    const found = delivered.get(`out/${name}`);
    if (!found) throw new Error(`${name} was not made, but ${[...delivered.keys()].join(', ')}`);
    return found;
  };
  return { messages, artifacts, bytes, pdf: (name: string) => inspectPdf(bytes(name)) };
}

/** The lines of a part of a sheet, in points from its left and its top. */
function linesIn(
  page: InspectedPage | undefined,
  [x, y]: readonly [number, number],
  [width, height]: readonly [number, number],
) {
  if (!page) throw new Error('there is no such sheet');
  const inside = page.pieces.filter(
    (one) => one.x >= x && one.x < x + width && one.y >= y && one.y < y + height,
  );
  return linesOf(inside);
}

const textOf = (lines: readonly { text: string }[]): string => lines.map(({ text }) => text).join('\n');

/** The straight lines that are drawn on a page, each as from and to, in points from its lower left corner. */
async function strokesOf(bytes: Uint8Array, index: number): Promise<number[][]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const stream = document.getPage(index).node.lookup(PDFName.of('Contents'));
  if (!(stream instanceof PDFRawStream)) throw new Error('a page is empty');
  return [
    ...Buffer.from(plain(stream))
      .toString('latin1')
      .matchAll(/(\S+) (\S+) m (\S+) (\S+) l S/g),
  ].map((numbers) => numbers.slice(1).map(Number));
}

/** What is seen of a picture on a side: as much as its page and the cell of that page leave of it. */
function shownOf(sheet: PDFPage, { left, low, width, height }: SetImage) {
  const stream = sheet.node.lookup(PDFName.of('Contents'));
  if (!(stream instanceof PDFRawStream)) throw new Error('a page is empty');
  const forms = sheet.node.Resources()?.lookup(PDFName.of('XObject'), PDFDict);
  const cells = Buffer.from(plain(stream))
    .toString('latin1')
    .matchAll(/q (\S+) (\S+) (\S+) (\S+) re W n (\S+) 0 0 \S+ (\S+) (\S+) cm \/(\S+) Do Q/g);
  const [x, y] = [left + width / 2, low + height / 2];
  for (const cell of cells) {
    const [cx = 0, cy = 0, cw = 0, ch = 0, scale = 1, dx = 0, dy = 0] = cell.slice(1, 8).map(Number);
    if (x < cx || x > cx + cw || y < cy || y > cy + ch) continue;
    const form = forms?.lookup(PDFName.of(cell[8] ?? ''));
    if (!(form instanceof PDFRawStream)) throw new Error('a page is no form');
    const box = form.dict.lookup(PDFName.of('BBox'), PDFArray).asRectangle();
    const { x: bx, y: by, width: bw, height: bh } = box;
    const [xs, ys] = [
      [dx + bx * scale, dx + (bx + bw) * scale],
      [dy + by * scale, dy + (by + bh) * scale],
    ] as const;
    return {
      left: Math.max(left, cx, Math.min(...xs)),
      right: Math.min(left + width, cx + cw, Math.max(...xs)),
      low: Math.max(low, cy, Math.min(...ys)),
      high: Math.min(low + height, cy + ch, Math.max(...ys)),
    };
  }
  throw new Error('a picture lies in no cell');
}

describe('a booklet', () => {
  const OPTIONS = 'print: { booklet: { paper: a4, sheets-per-signature: 2, paper-thickness: 0.3mm } }';
  const CREEP = 0.3 * MM;
  let single: InspectedPdf;
  let sheets: InspectedPdf;
  let bytes: Uint8Array;
  let all: Awaited<ReturnType<typeof made>>;
  beforeAll(async () => {
    all = await made(book(OPTIONS));
    bytes = all.bytes('sheets-print-booklet-a4.pdf');
    [single, sheets] = [await all.pdf('sheets-print.pdf'), await inspectPdf(bytes)];
  });

  it('is made beside the edition, with a page of instructions', () => {
    expect(all.artifacts.map(({ path, edition }) => [path, edition])).toEqual([
      ['sheets-print.pdf', 'print'],
      ['sheets-print-booklet-a4.pdf', 'print'],
      ['sheets-print-booklet-a4-printing.pdf', 'print'],
    ]);
    expect(all.artifacts.map(({ pages }) => pages)).toEqual([single.pages.length, sheets.pages.length, 1]);
  });

  it('has two pages on each side of paper that lies on its side', () => {
    const count = single.pages.length;
    expect(count).toBeGreaterThan(8);
    expect(sheets.pages).toHaveLength(Math.ceil(count / 4) * 2);
    for (const { width, height } of sheets.pages) {
      expect(width).toBeCloseTo(A4.long, 1);
      expect(height).toBeCloseTo(A4.short, 1);
    }
  });

  it('has every page in its half, in its own size, as far towards the fold as the paper around it is thick', () => {
    const half = A4.long / 2;
    const [page] = single.pages;
    const places = Math.ceil(single.pages.length / 4) * 4;
    const seen: number[] = [];
    let first = 0;
    let sheet = 0;
    // Signatures of two sheets, the last of which may be one: eight pages, or four.
    while (first < places) {
      const length = Math.min(8, places - first);
      for (let around = 0; around < length / 4; around++, sheet++) {
        const outer = [first + length - 1 - 2 * around, first + 2 * around];
        const inner = [first + 1 + 2 * around, first + length - 2 - 2 * around];
        for (const [side, numbers] of [outer, inner].entries())
          for (const [column, number] of numbers.entries()) {
            const lines = linesIn(sheets.pages[sheet * 2 + side], [column * half, 0], [half, A4.short]);
            const own = single.pages[number];
            expect(textOf(lines)).toBe(own?.text ?? '');
            const shift = (column ? -1 : 1) * around * CREEP;
            const left = half + (column - 1) * (page?.width ?? 0) + shift;
            for (const [at, line] of lines.entries()) {
              expect(line.x).toBeCloseTo((own?.lines[at]?.x ?? 0) + left, 1);
              expect(line.y).toBeCloseTo(own?.lines[at]?.y ?? 0, 1);
              expect(line.size).toBeCloseTo(own?.lines[at]?.size ?? 0, 1);
            }
            seen.push(number);
          }
      }
      first += length;
    }
    expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: places }, (_, number) => number));
  });

  it('claims nothing, leads nowhere, and has what the pages need once', async () => {
    const { catalog, context } = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(catalog.keys().map(String).sort()).toEqual(
      ['/Lang', '/Metadata', '/PageLayout', '/Pages', '/Type', '/ViewerPreferences'].sort(),
    );
    expect([sheets.links, sheets.outline, sheets.tags]).toEqual([[], [], []]);
    expect(sheets.metadata.xmp).not.toMatch(/pdfuaid|pdfaid|pdfxid/);
    expect(sheets.title).toBe('Sheets (Booklet)');
    expect(sheets.viewerPreferences).toMatchObject({ PrintScaling: 'None', Duplex: 'DuplexFlipShortEdge' });
    expect(sheets.fonts).toEqual(single.fonts);
    expect(bytes.length).toBeLessThan(all.bytes('sheets-print.pdf').length);
    const kinds = context
      .enumerateIndirectObjects()
      .flatMap(([, one]) =>
        one instanceof PDFRawStream ? [String(one.dict.lookup(PDFName.of('Subtype')))] : [],
      );
    const painted = single.pages.filter(({ text }) => text);
    expect(kinds.filter((kind) => kind === '/Form')).toHaveLength(painted.length);
  });

  it('is the same every time', async () => {
    const again = await made(book(OPTIONS));
    for (const name of ['sheets-print-booklet-a4.pdf', 'sheets-print-booklet-a4-printing.pdf'])
      expect(Buffer.compare(again.bytes(name), all.bytes(name))).toBe(0);
  });

  it('leaves the edition itself as it is', async () => {
    const without = await made(book('print: {}'));
    expect(Buffer.compare(without.bytes('sheets-print.pdf'), all.bytes('sheets-print.pdf'))).toBe(0);
  });

  it('comes with a page that says how, and can be read by everybody', async () => {
    const printing = all.bytes('sheets-print-booklet-a4-printing.pdf');
    const pdf = await inspectPdf(printing);
    const text = pdf.pages.map((page) => page.text.replace(/\s+/g, ' ')).join(' ');
    expect(text).toContain('File: sheets-print-booklet-a4.pdf');
    expect(text).toContain(`Sheets: ${sheets.pages.length / 2}`);
    expect(text).toContain(`Empty pages: ${Math.ceil(single.pages.length / 4) * 4 - single.pages.length}`);
    expect(text).toContain('Size of the pages: 100%');
    expect(text).toContain('flip the paper on its short edge');
    expect(text).toContain('These sheets belong together: 1–2, 3');
    expect(text).not.toContain('staples');
    expect(await matterhorn(printing)).toEqual([]);
  });
});

it('a booklet of smaller pages has marks where to cut and to fold', async () => {
  const all = await made({
    ...book('print: { booklet: a3 }'),
    'a.md': '# First\n\nText.\n',
  });
  const bytes = all.bytes('sheets-print-booklet-a3.pdf');
  const { width, height } = (await inspectPdf(bytes)).pages[0] ?? { width: 0, height: 0 };
  const strokes = await strokesOf(bytes, 0);
  const [w, h] = [148 * MM, 210 * MM];
  const [left, right] = [width / 2 - w, width / 2 + w];
  const [bottom, top] = [(height - h) / 2, (height + h) / 2];
  expect(strokes).toHaveLength(10);
  for (const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] of strokes) {
    const on = x1 === x2 ? [left, width / 2, right] : [bottom, top];
    const at = x1 === x2 ? x1 : y1;
    expect(Math.min(...on.map((line) => Math.abs(line - at)))).toBeLessThan(0.1);
    const beside = [x1, x2].every((x) => x < left - 3 || x > right + 3);
    expect(beside || [y1, y2].every((y) => y < bottom - 3 || y > top + 3)).toBe(true);
  }
  const none = await made({
    ...book('print: { booklet: { paper: a3, marks: false } }'),
    'a.md': '# First\n\nText.\n',
  });
  expect(await strokesOf(none.bytes('sheets-print-booklet-a3.pdf'), 0)).toEqual([]);
});

it('a booklet has the last page that was written on its back, though empty ones were added for a print shop', async () => {
  const all = await made({
    ...book('print: { multiple-of: 4, booklet: { paper: a4, back-cover: true } }'),
    'a.md': '# First\n\nText.\n',
  });
  const [single, sheets] = [await all.pdf('sheets-print.pdf'), await all.pdf('sheets-print-booklet-a4.pdf')];
  const written = single.pages.findLastIndex(({ text }) => text);
  expect(single.pages.length % 4).toBe(0);
  expect(written).toBeLessThan(single.pages.length - 1);
  expect(sheets.pages).toHaveLength(single.pages.length / 2);
  const back = linesIn(sheets.pages[0], [0, 0], [A4.long / 2, A4.short]);
  expect(textOf(back)).toBe(single.pages[written]?.text);
  const printing = await all.pdf('sheets-print-booklet-a4-printing.pdf');
  expect(printing.pages[0]?.text).toContain(`Empty pages: ${single.pages.length - 1 - written}`);
});

describe('pictures that run off their pages', () => {
  const TRIM = { width: 148 * MM, height: 210 * MM };

  it.each([
    ['booklet: { paper: a3, paper-thickness: 0.3mm }', 'booklet-a3', 3, 0.3],
    ['booklet: { paper: a3, paper-thickness: 0.3mm, flip: long }', 'booklet-a3', 3, 0.3],
    ['n-up: { pages: 2, paper: a3, cut-stack: true }', '2-up-cut-stack-a3', 3, 0],
    // Nothing says where to cut, or there is no room.
    ['booklet: { paper: a3, paper-thickness: 0mm, marks: false }', 'booklet-a3', 0, 0],
    ['booklet: { paper: a4, paper-thickness: 0mm }', 'booklet-a4', 0, 0],
  ])('go on beyond the cut, but not over the fold or another page: %s', async (options, name, mm, thick) => {
    const photo = await noise(700, 1000).jpeg().toBuffer();
    const picture = '![Sand](p.jpg){.full-bleed}\n\n';
    const { bytes } = await made({
      ...book(`print: { bleed: 3mm, ${options} }`),
      'a.md': `# First\n\n${picture.repeat(4)}`,
      'p.jpg': photo,
    });
    const pdf = bytes(`sheets-print-${name}.pdf`);
    const file = await PDFDocument.load(pdf, { updateMetadata: false });
    const images = await setImages(pdf);
    expect(images).toHaveLength(4);
    const columns = new Set<number>();
    for (const image of images) {
      const sheet = file.getPage(image.page);
      const [fold, middle] = [sheet.getWidth() / 2, sheet.getHeight() / 2];
      const column = image.left + image.width / 2 < fold ? 0 : 1;
      columns.add(column);
      const { left, right, low, high } = shownOf(sheet, image);
      const [outer, inner] = column ? [right - fold, left - fold] : [fold - left, fold - right];
      const creep = Math.floor(image.page / 2) * thick;
      expect(outer / MM).toBeCloseTo(148 - creep + mm, 1);
      expect(inner).toBeCloseTo(0, 1);
      for (const reach of [high - middle, middle - low])
        expect(reach).toBeCloseTo(TRIM.height / 2 + mm * MM, 0);
      for (const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] of await strokesOf(pdf, image.page))
        for (const [x, y] of [
          [x1, y1],
          [x2, y2],
        ] as const)
          expect(x > left + 0.1 && x < right - 0.1 && y > low + 0.1 && y < high - 0.1).toBe(false);
    }
    expect(columns.size).toBe(2);
  });
});

it('a booklet that is read from the right begins on the left half, and is told of in its language', async () => {
  const all = await made(book('print: { booklet: letter }', 'dir: rtl\nlang: de\n'));
  const [single, sheets] = [
    await all.pdf('sheets-print.pdf'),
    await all.pdf('sheets-print-booklet-letter.pdf'),
  ];
  const [page] = sheets.pages;
  const half = (page?.width ?? 0) / 2;
  const tall = page?.height ?? 0;
  expect(textOf(linesIn(page, [0, 0], [half, tall]))).toBe(single.pages[0]?.text);
  expect(textOf(linesIn(sheets.pages[1], [half, 0], [half, tall]))).toBe(single.pages[1]?.text);
  const printing = (await all.pdf('sheets-print-booklet-letter-printing.pdf')).pages[0];
  expect(printing?.text).toContain('über die kurze Kante gewendet');
  expect(printing?.width).toBeCloseTo(8.5 * 72, 1);
});

describe('several pages to a side', () => {
  it('are in order, row by row', async () => {
    const all = await made(book('print: { n-up: 4 }'));
    const [single, sheets] = [await all.pdf('sheets-print.pdf'), await all.pdf('sheets-print-4-up-a4.pdf')];
    expect(sheets.pages[0]?.width).toBeCloseTo(A4.short, 1);
    const [w, h] = [A4.short / 2, A4.long / 2];
    for (const [index, page] of single.pages.entries()) {
      const place = index % 4;
      const lines = linesIn(
        sheets.pages[Math.floor(index / 4)],
        [(place % 2) * w, Math.floor(place / 2) * h],
        [w, h],
      );
      expect(textOf(lines)).toBe(page.text);
      for (const [at, line] of lines.entries())
        expect(line.size).toBeCloseTo((page.lines[at]?.size ?? 0) * Math.SQRT1_2, 1);
    }
  });

  it('are cut and stacked, and turn upside down on the back where the printer turns paper the other way', async () => {
    const all = await made(book('print: { n-up: { pages: 2, cut-stack: true, flip: long, paper: a4 } }'));
    const [single, sheets] = [
      await all.pdf('sheets-print.pdf'),
      await all.pdf('sheets-print-2-up-cut-stack-a4.pdf'),
    ];
    const half = A4.long / 2;
    const leaves = Math.ceil(single.pages.length / 2);
    const count = Math.ceil(leaves / 2);
    expect(sheets.pages).toHaveLength(count * 2);
    for (let sheet = 0; sheet < count; sheet++)
      for (const column of [0, 1]) {
        const leaf = column * count + sheet;
        const on = (side: number) =>
          linesIn(sheets.pages[sheet * 2 + side], [column * half, 0], [half, A4.short]);
        expect(textOf(on(0))).toBe(single.pages[leaf * 2]?.text ?? '');
        // What is flip the paper on its long edge has its left still at the left, and its head at the foot.
        const back = single.pages[leaf * 2 + 1];
        const upended = (back?.lines ?? []).map(({ y }) => A4.short - y).reverse();
        expect(on(1)).toHaveLength(upended.length);
        for (const [at, { y }] of on(1).entries()) expect(y).toBeCloseTo(upended[at] ?? 0, 1);
      }
    expect(sheets.viewerPreferences).toMatchObject({ Duplex: 'DuplexFlipLongEdge' });
    const text = (await all.pdf('sheets-print-2-up-cut-stack-a4-printing.pdf')).pages[0]?.text.replace(
      /\s+/g,
      ' ',
    );
    expect(text).toContain('flip the paper on its long edge');
    expect(text).toContain('Cut the whole pile at once into 2 smaller ones.');
  });

  it('are made of the pack of handouts that is on the paper', async () => {
    const all = await made(book('handouts: { n-up: { pages: 2, paper: letter, double-sided: false } }'), {
      editions: ['handouts'],
    });
    const sheets = await all.pdf('handouts/sheets-handouts-letter-2-up-letter.pdf');
    expect(sheets.pages).toHaveLength(1);
    // The contents of the pack are on no sheet: they would shift each front behind a back.
    expect(sheets.pages[0]?.text).toMatch(/One to hand out[\s\S]*Two to hand out/);
    expect(sheets.pages[0]?.text).not.toContain('Handouts');
    expect(sheets.viewerPreferences).toMatchObject({ Duplex: 'Simplex' });
    const printing = await all.pdf('handouts/sheets-handouts-letter-2-up-letter-printing.pdf');
    expect(printing.pages[0]?.text).toContain('Print on one side only.');
  });
});

it('handouts that lie on their side have sheets of their own', async () => {
  const all = await made(
    {
      ...book('handouts: { booklet: a4, n-up: { pages: 2, paper: a4 } }', 'handout-paper: [letter, a4]\n'),
      'handouts/i.md': '---\norientation: landscape\n---\n\n# Two to hand out\n\nText.\n',
    },
    { editions: ['handouts'] },
  );
  const sheets = all.artifacts.map(({ path }) => path).filter((path) => /booklet|2-up/.test(path));
  expect(sheets.filter((path) => !path.endsWith('-printing.pdf'))).toEqual([
    'handouts/sheets-handouts-a4-booklet-a4.pdf',
    'handouts/sheets-handouts-a4-landscape-booklet-a4.pdf',
    'handouts/sheets-handouts-a4-2-up-a4.pdf',
    'handouts/sheets-handouts-a4-landscape-2-up-a4.pdf',
  ]);
  for (const path of sheets.filter((one) => !one.endsWith('-printing.pdf'))) {
    const text = (await all.pdf(path)).pages.map((page) => page.text).join('\n');
    const [own, other] = path.includes('landscape') ? ['Two', 'One'] : ['One', 'Two'];
    expect(text).toContain(`${own} to hand out`);
    expect(text).not.toContain(`${other} to hand out`);
    const printing = await all.pdf(path.replace('.pdf', '-printing.pdf'));
    expect(printing.pages[0]?.text.replace(/\s+/g, '')).toContain(path.replace('handouts/', ''));
  }
});

it('a handout that has backs of its own opens on a front, whatever lies before it', async () => {
  const card = '::::card\nAsked.\n\n:::back\nAnswered.\n:::\n::::\n';
  const all = await made(
    {
      ...book('handouts: { n-up: { pages: 2, cut-stack: true, paper: a4 } }', 'handout-paper: a4\n'),
      'handouts/i.md': `---\npages: 2\n---\n\n# Two to hand out\n\n:::::cards\n${card}:::::\n`,
    },
    { editions: ['handouts'] },
  );
  const { pages } = await all.pdf('handouts/sheets-handouts-a4-2-up-cut-stack-a4.pdf');
  expect(pages).toHaveLength(2);
  const half = (side: number, column: number): string =>
    textOf(linesIn(pages[side], [(column * A4.long) / 2, 0], [A4.long / 2, A4.short]));
  expect(half(0, 0)).toContain('One to hand out');
  expect(half(0, 1)).toMatch(/Two to hand out[\s\S]*Asked\./);
  expect(half(1, 0)).toContain('Answered.');
  // Behind a handout of one page there is nothing but the line at the foot.
  expect(half(1, 1)).toBe('Sheets');
});

describe('cards, as the handbook has them made', () => {
  const COLUMNS = 4;
  const [w, h] = [A4.long / COLUMNS, A4.short / 2];
  const cards = ['Ant', 'Bee', 'Crane', 'Deer', 'Eel'];
  /** What the card at a place of a side is called. */
  const nameAt = (page: InspectedPage | undefined, column: number, row: number): string | undefined =>
    linesIn(page, [column * w, row * h], [w, h])[0]?.text;

  it('have every front in front of its back', async () => {
    const chapter = await readFile('docs/handbook/printing.md', 'utf8');
    const recipe = /```yaml\n(handout-paper:[\s\S]*?)```/.exec(chapter)?.[1];
    const faces = cards.flatMap((name, index) => [
      [`handouts/${index}-a.md`, `# ${name}\n\nAsked.\n`],
      [`handouts/${index}-b.md`, `# ${name} behind\n\nAnswered.\n`],
    ]);
    const all = await made(
      {
        'book.yaml': `title: Cards\nauthor: A\n${recipe}`,
        'a.md': '# First\n\nText.\n',
        ...Object.fromEntries(faces),
      },
      { editions: ['handouts'] },
    );
    const sheets = all.artifacts.find(({ path }) => path.endsWith('-8-up-cut-stack-a4.pdf'));
    const [front, back, ...others] = (await all.pdf(sheets?.path ?? '')).pages;
    expect(others).toEqual([]);
    expect(front?.width).toBeCloseTo(A4.long, 1);
    for (const [index, name] of cards.entries()) {
      const [column, row] = [index % COLUMNS, Math.floor(index / COLUMNS)];
      expect(nameAt(front, column, row)).toBe(name);
      // Paper that lies on its side is turned over the short edge: what was at the left is at the right.
      expect(nameAt(back, COLUMNS - 1 - column, row)).toBe(`${name} behind`);
    }
    expect(`${front?.text}${back?.text}`).not.toContain('Handouts');
  });
});

describe('bad input', () => {
  it.each([
    [
      'print: { booklet: a9 }',
      '“editions › print › booklet” is “a9”, which is no paper; say one of a4, a3, letter',
    ],
    ['print: { booklet: true }', '“editions › print › booklet” must be a paper'],
    ['print: { booklet: { marks: true } }', '“editions › print › booklet › paper” must be a paper'],
    ['print: { booklet: { paper: a4, sheets-per-signature: 0 } }', 'must be a whole number from 1 to 20'],
    [
      'print: { booklet: { paper: a4, paper-thickness: 3mm } }',
      'must be a length such as 0.1mm, from 0 to 0.5mm',
    ],
    ['print: { booklet: { paper: a4, paper-thickness: thin } }', 'must be a length such as 0.1mm'],
    ['print: { booklet: { paper: a4, flip: left } }', 'must be long or short'],
    ['print: { booklet: { paper: a4, sheets-per-signatur: 4 } }', '“sheets-per-signatur” is not a key'],
    ['print: { booklet: { paper: 1in x 2in } }', 'each side must be between 2 and 40 inches'],
    ['print: { n-up: 3 }', '“editions › print › n-up” must be 2, 4 or 8'],
    ['print: { n-up: { paper: a4 } }', '“editions › print › n-up › pages” must be 2, 4 or 8'],
    ['print: { n-up: { pages: 4, cut-stack: maybe } }', 'must be true or false'],
    [
      'epub: { booklet: a4 }',
      'does nothing in this edition; it is for print, large-print, teacher, answer-key, screen, handouts, sample-pdf, archive',
    ],
    ['web: { n-up: 4 }', '“editions › web › n-up” does nothing in this edition'],
    ['cover: { booklet: a4 }', '“editions › cover › booklet” does nothing in this edition'],
  ])('%s is told at its place', async (options, reason) => {
    const files = book(options);
    const { messages } = await checkInMemory(files, { editions: ['epub'] });
    const faults = messages.filter(({ fatal }) => fatal);
    expect(faults.map((fault) => [fault.line, fault.reason])).toEqual([[6, expect.stringContaining(reason)]]);
  });

  it('a flag that names no paper, or no edition that has pages, is told', async () => {
    const files = book('print:');
    const said = async (request: BuildRequest) =>
      (await checkInMemory(files, request)).messages.map(({ reason }) => reason);
    expect(await said({ editions: ['print'], booklet: 'a9' })).toEqual([
      expect.stringContaining('“--booklet” is “a9”, which is no paper'),
    ]);
    expect(await said({ editions: ['epub'], booklet: 'a4' })).toEqual([
      expect.stringContaining('“--booklet” wants an edition that has pages'),
    ]);
    // A cover is printed by a printer, and folded round a book.
    expect(await said({ editions: ['cover'], booklet: 'a4' })).toContainEqual(
      expect.stringContaining('“--booklet” wants an edition that has pages'),
    );
    expect(await said({ editions: ['epub', 'print'], booklet: 'a4' })).toEqual([]);
  });

  it('pages that become too small to be read are told at their line, with their scale', async () => {
    const { messages } = await made(book('print: { n-up: 8 }'));
    expect(messages.map(({ ruleId, line, column, reason }) => [ruleId, line, column, reason])).toEqual([
      [
        'pages-legible',
        6,
        18,
        'The pages of the edition print are shown at 50 % of their size on a4, and will be hard to read',
      ],
    ]);
  });
});

it('a flag makes booklets for this time, with what the book says of them', async () => {
  const all = await made(book('print: { booklet: { paper: a3, paper-thickness: 0mm } }'), {
    editions: ['print', 'screen'],
    booklet: 'a4',
  });
  expect(all.artifacts.map(({ path }) => path).filter((path) => !path.endsWith('-printing.pdf'))).toEqual([
    'sheets-print.pdf',
    'sheets-print-booklet-a4.pdf',
    'sheets.pdf',
    'sheets-booklet-a4.pdf',
  ]);
});

it('who checks an edition for a printer is told of the edition alone', async () => {
  const all = await made(book('print: { booklet: a4 }'), { editions: ['print'], sheets: false });
  expect(all.artifacts.map(({ path }) => path)).toEqual(['sheets-print.pdf']);
});
