import { PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, expect, test } from 'vitest';
import { type DocumentHeading, placeHeadings } from '../../src/binding/pdf-headings.js';
import { inspectPdf } from '../support/pdf.js';
import { IMAGE, machinePress, print } from '../support/pdf-document.js';

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><style>
@font-face {font-family: G; src: url(400-normal.woff2)}
@page {size: 400px 600px; margin: 50px} body {font: 14px/20px G; margin: 0} h1, h2 {font: 40px/20px G; margin: 0; break-after: auto}
h2 {font: 30px/30px G}
</style><body>`;

/** What Chromium makes of headings, in one document. */
const curious = `${page}<h1>Caf&eacute; <code>of&#xfb01;ce</code></h1>
<h1 style="text-transform: uppercase">Straße</h1><h1 style="font-variant: small-caps">Small caps</h1>
<h1>Two<br>lines</h1><h1>soft&shy;ly no&nbsp;break&#8203;able</h1><h1 class="n" lang="he" dir="rtl">שלום עולם abc 123</h1>
<h1>With <img alt="a picture" src="${IMAGE}"></h1>
<h1></h1><h1 style="display: none">None</h1><h1 style="visibility: hidden">Hidden</h1><h1 aria-hidden="true">Unheard</h1>
<h1>* * *</h1>
<h1>Math <math><mi>x</mi><mo>+</mo><mn>2</mn></math></h1>
<h1>Said <math role="img" aria-label="y^3"><msup><mi>y</mi><mn>3</mn></msup></math></h1>`;

/** Large letters on narrow lines reach over the edges of the page: the ascenders of one heading, the descenders of the other. */
const overEdges = `${page}<div style="height: 500px"></div><h1>hhh after</h1><div style="height: 450px"></div><h2>before ggg</h2><p>Text</p>`;

let documents: [PDFDocument, PDFDocument];
let bytes: Uint8Array;

beforeAll(async () => {
  await using press = machinePress();
  bytes = await print(press, overEdges);
  documents = [
    await PDFDocument.load(await print(press, curious)),
    await PDFDocument.load(bytes, { updateMetadata: false }),
  ];
}, 60_000);

const heading = (title: string): DocumentHeading => ({ id: title, title, level: 1 });

test('titles are recognised however they are set, and headings that show nothing are none', () => {
  const titles = [
    'Café office',
    'Straße',
    'Small caps',
    'Two lines',
    'softly no breakable',
    'שלום עולם abc 123',
    'With',
    '* * *',
    'Math x+2',
    'Said y3',
  ];
  const said: Record<string, string> = { With: 'a picture', 'Said y3': 'y^3' };
  const places = placeHeadings(
    documents[0],
    titles.map((title) => ({ ...heading(title), said: said[title] })),
  );
  expect(places.map(({ id }) => id)).toEqual(titles);
});

test('a heading that reaches over an edge is on the page that shows it', async () => {
  const { outline, pages } = await inspectPdf(bytes);
  // Chromium gives both headings two pages, and the first of them as destination.
  expect(outline.map(({ title, page: on }) => [title, on])).toEqual([['hhh afterhhh after', 0]]);
  expect(outline[0]?.children.map(({ title }) => title)).toEqual(['before gggbefore ggg']);

  const places = placeHeadings(documents[1], ['hhh after', 'before ggg'].map(heading));
  const lineOf = (text: string) => pages.findIndex((p) => p.lines.some((line) => line.text === text));
  expect(places.map((place) => place.page)).toEqual([lineOf('hhh after'), lineOf('before ggg')]);
  expect(places.map((place) => place.page)).toEqual([1, 1]);
  for (const [index, { y }] of places.entries()) {
    const line = pages[1]?.lines.find(({ text }) => text === ['hhh after', 'before ggg'][index]);
    expect(line?.y).toBeGreaterThan(y);
    expect(line?.y).toBeLessThan(y + 45);
  }
});

test('a title of which the outline has the beginning alone is recognised by that, and another is not', async () => {
  const long = 'Слова тут стоят рядом '.repeat(35).trim();
  await using press = machinePress();
  const printed = await print(
    press,
    `${page}<div style="height: 480px"></div><h2 style="font-size: 14px">${long}</h2><h2>b</h2>`,
  );
  const document = await PDFDocument.load(printed, { updateMetadata: false });
  const places = placeHeadings(document, [heading(long), heading('b')]);
  expect(places[0]).toMatchObject({ id: long, page: 1 });
  expect(() => placeHeadings(document, [heading('Другие буквы '.repeat(90)), heading('b')])).toThrow(
    'number 1',
  );
});
