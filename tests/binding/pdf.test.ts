import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Finish, type FinishedPdf, finishPdf, InternalError, pageCount } from '../../src/binding/pdf.js';
import type { Metadata } from '../../src/model/metadata.js';
import { type InspectedPdf, inspectPdf, outlineText, type Tag, tagged } from '../support/pdf.js';
import { HEADINGS, HTML, machinePress, PAGE, print } from '../support/pdf-document.js';

const metadata: Metadata = {
  title: 'The Lighthouse & <Other> Tales',
  written: { title: 'The Lighthouse & <Other> Tales' },
  authors: [
    { name: 'Ann Author', role: 'aut' },
    { name: 'Bo Wright', role: 'aut' },
  ],
  contributors: [{ name: 'Ilse Maler', role: 'ill' }],
  lang: 'en-GB',
  dir: 'ltr',
  description: 'A “book” of tests',
  date: '2024-04-30',
  modified: '2024-05-01T12:00:00Z',
  isbn: {},
  identifier: 'urn:uuid:5b7f1c1e-1111-5222-8333-444455556666',
  subjects: ['Sea stories'],
  keywords: ['sea', 'light'],
  license: 'CC-BY-4.0',
  slug: 'lighthouse',
};

const outline = [
  {
    title: 'A title so long that it wraps over three lines of the page',
    id: 'one',
    children: [
      {
        title: 'A second heading that also wraps over two lines because it is so long',
        id: 'sub',
        children: [],
      },
    ],
  },
  {
    title: 'Two',
    id: 'two',
    children: [
      { title: 'Two', id: 'again', children: [{ title: 'Straße & “Fjord”', id: 'straße', children: [] }] },
    ],
  },
  { title: 'The last page', id: 'no-heading', page: 1, children: [] },
];

const said: string[] = [];
const listen = (...words: unknown[]) => void said.push(words.join(' '));
let printed: [Uint8Array, Uint8Array];
let before: InspectedPdf;
let finished: FinishedPdf;
let after: InspectedPdf;
let finish: Finish;

beforeAll(async () => {
  await using press = machinePress();
  const first = await print(press, HTML);
  // Chromium dates a PDF to the second: the second one has another date.
  await new Promise((resolve) => setTimeout(resolve, 1100));
  printed = [first, await print(press, HTML)];
  before = await inspectPdf(first);
  finish = {
    metadata,
    labels: before.pages.map((_, index) => ['i', 'ii', '1'][index] ?? String(index - 1)),
    outline,
    headings: HEADINGS,
    mirrored: true,
    screen: false,
    bleed: 9,
  };
  finished = await finishPdf(first, finish);
  vi.spyOn(console, 'warn').mockImplementation(listen);
  vi.spyOn(console, 'log').mockImplementation(listen);
  after = await inspectPdf(finished.bytes);
}, 60_000);

afterAll(() => vi.restoreAllMocks());

describe('what the press leaves wanting', () => {
  // If one of these fails, Chromium has learnt something, and the mending of it can go.
  test('titles without a space where they wrap, painting without a mark, figures in figures, a user agent', () => {
    expect(before.outline[0]?.title).not.toBe(HEADINGS[0]?.title);
    expect(before.pages.every((page) => page.unmarked > 0)).toBe(true);
    expect(tagged(tagged(before.tags, 'Figure'), 'Figure').length).toBeGreaterThan(
      tagged(before.tags, 'Figure').length,
    );
    expect(before.links.every((link) => link.contents === '')).toBe(true);
    expect(before.metadata.info.Creator).not.toBe('Octavo');
  });
});

describe('what must not change', () => {
  test('every line stands where it stood', () => {
    expect(after.pages.map((page) => page.lines)).toEqual(before.pages.map((page) => page.lines));
    expect(before.pages[0]?.text).toContain('emphasis');
  });

  test('the tags say the same text in the same order', () => {
    const text = after.tags.map((tag) => tag.text).join('');
    // But for the head of the table, which is said once, however often it stands.
    const said = before.tags.map((tag) => tag.text).join('');
    expect(said).toContain('Key Key Key Value Value Value ');
    expect(text).toBe(said.replace('Key Key Key Value Value Value ', 'Key Value '));
    expect(text).toContain('key 39 value 39');
  });

  test('a table keeps its rows, and its head once', () => {
    const shape = (pdf: InspectedPdf) =>
      tagged(pdf.tags, 'TR').map((row) => row.children.map((cell) => cell.role));
    expect(shape(after)).toEqual(shape(before));
    expect(tagged(after.tags, 'TH')).toHaveLength(3);
  });
});

describe('navigation', () => {
  test('the outline has true titles, its levels, and the pages of the headings', () => {
    const page = (text: string) => after.pages.find((p) => p.text.includes(text))?.label;
    expect(outlineText(after.outline)).toEqual([
      'A title so long that it wraps over three lines of the page … i',
      `  A second heading that also wraps over two lines because it is so long … ${page('A second heading')}`,
      'Two … 1',
      `  Two … ${page('The same title again.')}`,
      `    Straße & “Fjord” … ${page('STRASSE')}`,
      'The last page … ii',
    ]);
    expect(after.pageMode).toBe('UseOutlines');
  });

  test('every heading is reported where it is printed', () => {
    expect(finished.headings.map(({ id }) => id)).toEqual(HEADINGS.map(({ id }) => id));
    const start = ['A title so long', 'A second heading', 'Two', 'Two', 'STRASSE'];
    for (const [index, { page, y }] of finished.headings.entries()) {
      const line = after.pages[page]?.lines.find((l) => l.text.startsWith(start[index] ?? '?') && l.y > y);
      expect(line?.y, start[index]).toBeLessThan(y + 30);
    }
  });

  test('pages have labels', () => {
    expect(after.pages.map(({ label }) => label)).toEqual(finish.labels);
    expect(finished.pages).toBe(after.pages.length);
  });

  test('every link says its text, or where it leads', () => {
    expect(after.links.map(({ contents }) => contents)).toEqual([
      'link to the outside',
      'link to Two',
      'link that is so long that it has to wrap over the end of its line',
      'link that is so long that it has to wrap over the end of its line',
      // The line and the picture in it can be clicked apart.
      'A way out',
      'A way out',
      'https://example.org/he',
      '1',
      'Back',
    ]);
    expect(after.links.map(({ url, dest }) => url ?? dest)).toEqual(
      before.links.map(({ url, dest }) => url ?? dest),
    );
    expect(after.destinations).toEqual(before.destinations);
  });
});

describe('what it says of itself', () => {
  test('information and XMP agree, and tell nothing of the machine', () => {
    expect(after.metadata.info).toMatchObject({
      Title: metadata.title,
      Author: 'Ann Author; Bo Wright',
      Subject: 'A “book” of tests',
      Keywords: 'sea, light',
      Creator: 'Octavo',
      CreationDate: 'D:20240501120000Z',
      ModDate: 'D:20240501120000Z',
    });
    expect(after.producer).toMatch(/^Skia\/PDF m\d+$/);
    const { xmp } = after.metadata;
    expect(xmp).toContain('The Lighthouse &#x26; &#x3C;Other> Tales');
    expect(xmp).toContain('<rdf:li>Bo Wright</rdf:li>');
    expect(xmp).toContain('<rdf:li>Ilse Maler</rdf:li>');
    expect(xmp).toContain(`<dc:identifier>${metadata.identifier}</dc:identifier>`);
    expect(xmp).toContain('<xmp:CreateDate>2024-05-01T12:00:00Z</xmp:CreateDate>');
    expect(xmp).toContain(
      '<xmpRights:WebStatement>https://creativecommons.org/licenses/by/4.0/</xmpRights:WebStatement>',
    );
    expect(xmp).not.toContain('pdfuaid');
    expect(Buffer.from(finished.bytes).toString('latin1')).not.toMatch(/Mozilla|HeadlessChrome|Linux/);
  });

  test('language, title in the window, spreads, version', () => {
    expect(after).toMatchObject({ lang: 'en-GB', version: '1.7', pageLayout: 'TwoPageRight' });
    expect(after.viewerPreferences).toMatchObject({ DisplayDocTitle: true, PrintScaling: 'None' });
    expect(after.id).toHaveLength(2);
  });

  test('the sheet is cut inside its bleed', () => {
    for (const { boxes } of after.pages) {
      const sheet = { x: 0, y: 0, ...PAGE };
      expect(boxes).toMatchObject({ media: sheet, crop: sheet, bleed: sheet });
      expect(boxes.trim).toEqual({ x: 9, y: 9, width: PAGE.width - 18, height: PAGE.height - 18 });
    }
  });

  test('fonts are listed', () => {
    const garamond = finished.fonts.filter(({ name }) => name.startsWith('EBGaramond'));
    expect(garamond.map(({ name }) => name)).toEqual([
      'EBGaramond-Bold',
      'EBGaramond-Italic',
      'EBGaramond-Regular',
    ]);
    for (const font of garamond)
      expect(font).toMatchObject({ type: 'TrueType', embedded: true, subset: true, toUnicode: true });
    expect(finished.fonts.map(({ name }) => name)).toEqual(after.fonts.map(({ name }) => name).sort());
  });
});

describe('accessibility', () => {
  test('everything painted is tagged or an artifact', () => {
    expect(after.pages.map(({ unmarked }) => unmarked)).toEqual(after.pages.map(() => 0));
  });

  test('list items have a body', () => {
    const items = tagged(after.tags, 'LI');
    expect(items.length).toBeGreaterThan(6);
    for (const item of items) expect(item.children.map(({ role }) => role)).toEqual(['Lbl', 'LBody']);
    expect(items.map((item) => tagged(item.children, 'LBody')[0]?.text.trim())).toContain('tinted');
  });

  test('a figure is an image with its text; what groups is no figure', () => {
    const figures = tagged(after.tags, 'Figure');
    expect(figures.map(({ alt }) => alt)).toEqual(['A red dot', 'A way out']);
    const holders = tagged(after.tags, 'Div').map((tag: Tag) => tag.children.map(({ role }) => role));
    expect(holders).toContainEqual(['Figure', 'Caption']);
    expect(holders).toContainEqual(['Table', 'Caption']);
  });

  test('cells name their heads, whatever the browser has numbered before', () => {
    const heads = new Map(tagged(after.tags, 'TH').map(({ id, text }) => [id, text.trim().split(' ')[0]]));
    expect([...heads.keys()]).toEqual(['node00000001', 'node00000002', 'node00000003']);
    const [, row] = tagged(after.tags, 'TR');
    expect(row?.children.map(({ headers }) => headers?.map((id) => heads.get(id)))).toEqual([
      ['Key'],
      ['Value'],
    ]);
  });

  test('note references are links', () => {
    expect(tagged(after.tags, 'Link').map(({ text }) => text.trim())).toEqual(
      expect.arrayContaining(['1', 'Back']),
    );
  });
});

describe('sound and repeatable', () => {
  test('readers open it without a word', () => {
    expect(said).toEqual([]);
  });

  test('two printings give the same bytes', async () => {
    expect(Buffer.compare(...printed)).not.toBe(0);
    const again = await finishPdf(printed[1], finish);
    expect(Buffer.compare(again.bytes, finished.bytes)).toBe(0);
  });

  test('and so does one whose heads Chromium counted from elsewhere', async () => {
    const elsewhere = Buffer.from(
      Buffer.from(printed[0])
        .toString('latin1')
        .replace(/node(\d{8})/g, (_, id) => `node${String(Number(id) + 7).padStart(8, '0')}`),
      'latin1',
    );
    expect(Buffer.compare(printed[0], elsewhere)).not.toBe(0);
    const again = await finishPdf(elsewhere, finish);
    expect(Buffer.compare(again.bytes, finished.bytes)).toBe(0);
  });

  test('another book has another ID', async () => {
    const other = await finishPdf(printed[0], { ...finish, metadata: { ...metadata, title: 'Other' } });
    const { id } = await inspectPdf(other.bytes);
    expect(id[0]).toBe(after.id[0]);
    expect(id[1]).not.toBe(after.id[1]);
  });

  test('it can be counted', async () => {
    expect(await pageCount(finished.bytes)).toBe(after.pages.length);
  });
});

describe('bad input', () => {
  const rejects = (bytes: Uint8Array, change: Partial<Finish> = {}) =>
    expect(finishPdf(bytes, { ...finish, ...change })).rejects;

  test.each([
    ['cut short', (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2), /cut short/],
    ['nothing', () => new Uint8Array(), /0 bytes that are not a PDF/],
    ['no PDF', () => Buffer.from('<html>Not found</html>'), /not a PDF/],
    ['only the ends', () => Buffer.from('%PDF-1.7\n%%EOF'), /cannot be read|no pages/],
  ])('%s', async (_, bytes, message) => {
    await rejects(bytes(printed[0])).toThrow(message);
    await rejects(bytes(printed[0])).toBeInstanceOf(InternalError);
  });

  test('headings that are not those of the print', async () => {
    await rejects(printed[0], { headings: HEADINGS.slice(0, 4) }).toThrow(
      'The document has 4 headings and the printed PDF 5; number 5 is nothing in the document and “STRASSE & “FJORD”” in print.',
    );
    await rejects(printed[0], { headings: [...HEADINGS, { id: 'x', title: 'More', level: 2 }] }).toThrow(
      'number 6 is “More” in the document and nothing in print',
    );
    await rejects(printed[0], {
      headings: HEADINGS.with(2, { id: 'two', level: 1, title: 'Three' }),
    }).toThrow('number 3 is “Three” in the document and “Two” in print');
  });

  test('labels or an outline that do not fit', async () => {
    await rejects(printed[0], { labels: ['1'] }).toThrow('There are 1 page labels for');
    await rejects(printed[0], { outline: [{ title: 'Gone', id: 'gone', children: [] }] }).toThrow(
      'The outline entry “Gone” (gone) leads to nothing that was printed.',
    );
  });
});
