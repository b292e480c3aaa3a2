import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseTrim, TRIM_SIZES } from '../../src/config/trim.js';
import type { Press } from '../../src/model/press.js';
import { columnsOf } from '../../src/press/layout/columns.js';
import { finishLines } from '../../src/press/layout/finished-lines.js';
import { COLUMN_GAP, geometryCss, runningCss, sheetOf, textBlock } from '../../src/press/layout/geometry.js';
import { HANGING } from '../../src/press/layout/hung-signs.js';
import { inspect } from '../../src/press/layout/inspect.js';
import { LENT } from '../../src/press/layout/lent.js';
import { measure } from '../../src/press/layout/measure.js';
import { insertBlanks } from '../../src/press/layout/page.js';
import { thisWorld } from '../../src/world.js';
import { inspectPdf } from '../support/pdf.js';

/*
 * What the layout believes of the browser, asked of the one that is installed: if a new version thinks otherwise, it is
 * noticed here and not in a printed book.
 */
const SIZE = { name: 'test', width: 480, height: 640 };
const MARGINS = { top: 60, bottom: 60, inner: 60, outer: 40 };
const WIDTH = 380;

let press: Press;
beforeAll(() => {
  press = thisWorld().press();
});
afterAll(() => press[Symbol.asyncDispose]());

async function open(body: string, css = '') {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Facts</title><style>html{font:16px/20px serif}body{margin:0}p{margin:0 0 20px;orphans:2;widows:2}h1,h2{font-size:16px;line-height:20px;margin:0 0 20px;break-after:avoid}table{border-collapse:collapse}td,th{padding:0;break-inside:avoid}thead,thead tr{break-inside:avoid}${css}</style><style>${geometryCss(SIZE, MARGINS, true)}</style><style id="running"></style></head><body>${body}</body></html>`;
  const document = await press.open({ html, resource: async () => undefined, refused: () => undefined });
  await document.lend({ columnsOf });
  return document;
}

const words = (n: number): string =>
  Array.from({ length: n }, (_, i) => ['measure', 'the', 'column', 'and', 'print', 'it', 'once'][i % 7]).join(
    ' ',
  );
const sheet = (id: string, content: string): string =>
  `<section class="sheet chapter" id="${id}">${content}</section>`;

describe('columns are pages', () => {
  const sizes = [...TRIM_SIZES, ...['140mm x 210mm', '6.14 x 9.21', '110mm x 178mm'].map(parseTrim)];
  it.each(sizes.filter((size) => typeof size !== 'string'))(
    'a page of $name holds in print what its column holds, to a tenth of a pixel',
    async (size) => {
      const margins = { top: 81.5, bottom: 90.3, inner: 60.2, outer: 50.1 };
      const { height } = textBlock(size, margins);
      const filled = (by: number): string =>
        `<section class="sheet"><div style="height:${height - 12 + by}px"></div><div style="height:12px;break-inside:avoid">x</div></section>`;
      const html = `<!doctype html><html lang="en"><title>Size</title><style>body{margin:0;font:10px/12px serif}${geometryCss(size, margins, true)}</style><body>${filled(0)}${filled(0.1)}</body></html>`;
      await using document = await press.open({
        html,
        resource: async () => undefined,
        refused: () => undefined,
      });
      // One page, and two; and never the whole document scaled.
      const { pages } = await inspectPdf(await document.print());
      expect(pages.map(({ text }) => text.trim())).toEqual(['x', '', 'x']);
      expect(pages[0]?.width).toBe(sheetOf(size).width * 0.75);
    },
  );

  it('every heading is printed on the page on which it was measured', async () => {
    const chapter = (n: number) =>
      sheet(
        `c${n}`,
        `<h1 id="c${n}h">Chapter ${n}</h1>${Array.from({ length: 9 }, (_, i) => `<h2 id="c${n}h${i}">Section ${n}.${i}</h2><p>${words(40 + ((i * 37 + n * 11) % 160))}</p><ul><li>${words(12)}</li><li>${words(30)}</li></ul>`).join('')}<table><thead><tr><th>Head ${n}</th></tr></thead><tbody>${Array.from({ length: 30 + n }, (_, i) => `<tr><td>row ${i}</td></tr>`).join('')}</tbody></table><h2 id="c${n}z">Last ${n}</h2><p>end</p>`,
      );
    await using document = await open([1, 2, 3, 4, 5, 6].map(chapter).join(''));
    const measured = await document.run(measure, WIDTH, COLUMN_GAP);
    const pdf = await inspectPdf(await document.print());
    expect(measured.headings).toHaveLength(66);
    let start = 0;
    const starts = new Map<string, number>();
    for (const [id, pages] of Object.entries(measured.pages)) {
      starts.set(id, start);
      start += pages;
    }
    expect(pdf.pages).toHaveLength(start);
    for (const heading of measured.headings) {
      const page = (starts.get(heading.section) ?? 0) + heading.page;
      expect(pdf.pages[page]?.text, `${heading.title} on page ${page}`).toContain(heading.title);
    }
    // A table over several pages repeats its head on each.
    const heads = pdf.pages.filter((page) => page.text.includes('Head 3'));
    expect(heads.length).toBeGreaterThan(1);
  });

  it('a page that ends in a margin makes no page more', async () => {
    // 520 px are 26 lines: 13 paragraphs of a line and a margin fill the page exactly, but for the last margin.
    for (const last of [0, 5, 19, 20, 40]) {
      await using document = await open(
        sheet('one', `${'<p>line</p>'.repeat(12)}<p style="margin-bottom:${last}px">line</p>`),
      );
      const measured = await document.run(measure, WIDTH, COLUMN_GAP);
      const pdf = await inspectPdf(await document.print());
      expect([last, pdf.pages.length]).toEqual([last, measured.pages.one]);
    }
  });
});

describe('what the browser does not do, and we do', () => {
  it('heads and folios by page, through counter styles', async () => {
    await using document = await open(
      sheet('a', '<h1 id="x">A</h1><p>a</p>') + sheet('b', '<h1 id="y">B</h1><p>b</p>'),
    );
    const page = (label: string, folio: string, head: string) => ({
      section: 'a',
      label,
      folio,
      head,
      blank: false,
    });
    const css = runningCss(
      [page('i', 'iii', ''), page('ii', '', 'Quote " back \\ slash </style> & end')],
      '',
      400,
      8,
    );
    await document.run((text) => {
      const style = window.document.getElementById('running');
      if (style) style.textContent = text;
    }, css);
    const pdf = await inspectPdf(await document.print());
    expect(pdf.pages[0]?.text).toContain('iii');
    expect(pdf.pages[1]?.text).toContain('Quote " back \\ slash </style> & end');
    expect(pdf.pages[1]?.text).not.toContain('iii');
  });

  it('blank pages where they are wanted', async () => {
    await using document = await open(sheet('a', '<p>a</p>') + sheet('b', '<p>b</p>'));
    await document.run(insertBlanks, ['b']);
    const pdf = await inspectPdf(await document.print());
    expect(pdf.pages.map((one) => one.text.trim())).toEqual(['a', '', 'b']);
  });

  it('mirrored margins', async () => {
    await using document = await open(sheet('a', '<p>recto</p>') + sheet('b', '<p>verso</p>'));
    const pdf = await inspectPdf(await document.print());
    expect(pdf.pages[0]?.lines[0]?.x).toBeCloseTo(MARGINS.inner * 0.75, 0);
    expect(pdf.pages[1]?.lines[0]?.x).toBeCloseTo(MARGINS.outer * 0.75, 0);
  });

  it('hyphens that broke a line stay, all others leave the text', async () => {
    const text = Array.from(
      { length: 30 },
      (_, i) =>
        `${'m'.repeat(i % 7)} hy\u00adphen\u00adation of ex\u00adtra\u00ador\u00addi\u00adnar\u00adi\u00adly `,
    ).join('');
    await using document = await open(sheet('a', `<p id="p">${text}</p>`), 'p{text-align:justify}');
    const lines = () =>
      [...(window.document.getElementById('p')?.getClientRects() ?? [])].map((box) => box.height);
    const before = await document.run(lines);
    const hyphens = () => window.document.body.textContent?.split('\u00ad').length ?? 0;
    expect(await document.run(hyphens)).toBe(30 * 8 + 1);
    await document.lend(LENT);
    await document.run(finishLines, WIDTH, HANGING);
    expect(await document.run(lines)).toEqual(before);
    const used = (await document.run(hyphens)) - 1;
    expect(used).toBeGreaterThan(0);
    expect(used).toBeLessThan(30);
    const pdf = await inspectPdf(await document.print());
    expect(pdf.pages[0]?.text.match(/[-‐]$/gm)?.length).toBe(used);
    expect(pdf.pages[0]?.text).toContain('of');
  });
});

describe('formulas', () => {
  const part = '<mrow><mi>aaaaaa</mi><mo form="infix">+</mo></mrow>';
  it.each([
    ['are not broken', '', [1, 1]],
    [
      'that are laid out as text is are broken, and one element still',
      'math{display:inline}math>mrow{display:inline math}',
      [3, 30],
    ],
  ])('%s', async (_, css, [least, most]) => {
    await using page = await open(sheet('a', `<p>It is <math>${part.repeat(30)}</math> here.</p>`), css);
    const lines = await page.run(() => document.querySelector('math')?.getClientRects().length ?? 0);
    expect(lines).toBeGreaterThanOrEqual(least ?? 0);
    expect(lines).toBeLessThanOrEqual(most ?? 0);
  });
});

it('tells what is too wide, and prints at full size all the same', async () => {
  await using document = await open(
    sheet('a', `<table data-at="7:1"><tr><td style="min-width:600px">wide</td></tr></table><p>text</p>`),
  );
  const { overflows } = await document.run(inspect, WIDTH, COLUMN_GAP);
  expect(overflows).toMatchObject([{ section: 'a', element: 'table', at: '7:1' }]);
  expect(Math.round(overflows[0]?.over ?? 0)).toBe(220);
  const pdf = await inspectPdf(await document.print());
  expect(pdf.pages[0]?.lines[0]?.size).toBeCloseTo(12, 1);
});
