import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { thisWorld } from '../../src/world.js';
import { openEpub } from '../support/epub.js';
import { epubcheck } from '../support/epubcheck.js';
import { textOf } from '../support/hast.js';
import { matterhorn } from '../support/matterhorn.js';
import { buildInMemory, checkInMemory } from '../support/memory.js';
import { inspectPdf, tagged } from '../support/pdf.js';
import { setImages } from '../support/pdf-images.js';
import { openSite } from '../support/site.js';

/*
 * A handout that a chapter shows small: the picture is of the sheet that is printed, and what stands below it is true.
 */
let press: Press;
beforeAll(async () => {
  press = thisWorld().press();
  await press.version();
}, 60_000);
afterAll(() => press[Symbol.asyncDispose]());

const BOOK = 'title: Sheets\nauthor: A\nlang: en\nurl: https://example.org/sheets\nhandout-paper: a4\n';
const MANUSCRIPT = {
  'book.yaml': BOOK,
  'a.md': '# Logs\n\nKeep one.\n\n::handout{#mine name=log show=small}\n\nEvery day.\n',
  'b.md': '---\nlang: de\n---\n# Plan\n\n::handout{name=plan show=small}\n\nText.\n',
  'c.md': '# Wide\n\n::handout{name=wide show=small}\n\nText.\n',
  'handouts/log.md': '---\npages: 2\n---\n# Contact log\n\n::lines{n=20}\n\nTwo.\n\n::lines{n=20}\n',
  'handouts/plan.md': '# The plan\n\n- [ ] One thing\n- [ ] Another thing\n\n::lines{n=3}\n',
  'handouts/wide.md': '---\norientation: landscape\n---\n# Wide sheet\n\nSome text.\n',
};

describe('a handout that is shown small', () => {
  let delivered: ReadonlyMap<string, Uint8Array>;
  const bytesOf = (path: string): Uint8Array => {
    const bytes = delivered.get(`out/${path}`);
    if (!bytes) throw new Error(`there is no ${path}; there are ${[...delivered.keys()].join(', ')}`);
    return bytes;
  };
  const pdf = async (path: string) => inspectPdf(bytesOf(path));
  beforeAll(async () => {
    const editions = ['print', 'large-print', 'screen', 'epub', 'web', 'handouts'];
    const build = await buildInMemory(MANUSCRIPT, { editions }, press);
    expect(build.messages.map(String)).toEqual([]);
    delivered = build.delivered;
  }, 240_000);

  it('is a picture of the sheet that is printed: ink where its lines are, and none in its margins', async () => {
    for (const [name, lines] of [
      ['log', ['Contact log', 'Sheets · example.org/sheets', '1 / 2']],
      ['plan', ['The plan', 'One thing', 'Another thing', 'Sheets · example.org/sheets']],
      ['wide', ['Wide sheet', 'Some text.', 'Sheets · example.org/sheets']],
    ] as const) {
      const picture = bytesOf(`web/images/${name}.png`);
      const { channels, depth, width, height } = await sharp(picture).metadata();
      expect([channels, depth, Math.min(width, height)]).toEqual([1, 'uchar', 1000]);
      const [page] = (await pdf(`handouts/${name}-a4.pdf`)).pages;
      const scale = width / (page?.width ?? 0);
      expect(height / (page?.height ?? 0)).toBeCloseTo(scale, 2);
      const ink = await inkOf(picture);
      for (const words of lines) {
        const at = [...(page?.pieces ?? []), ...(page?.lines ?? [])].find(({ text }) => text.includes(words));
        const [x = 0, y = 0, size = 0] = [at?.x, at?.y, at?.size].map((length = 0) => length * scale);
        expect(ink(x, y - size * 0.7, size * 2, size * 0.7), words).toBeGreaterThan(0.05);
      }
      const [left, below] = [width * 0.04, height * 0.98];
      expect(ink(0, 0, left, height) + ink(0, below, width, height - below), name).toBe(0);
    }
  });

  it.each(['sheets-print.pdf', 'sheets-large-print.pdf', 'sheets.pdf'])(
    'stands in %s with its title, its page in the pack and an alternative text, fine enough for print',
    async (file) => {
      const { pages, tags } = await pdf(file);
      const text = pages.map((page) => page.text.replace(/\s+/g, ' ')).join(' ');
      const pack = await pdf('handouts/sheets-handouts-a4.pdf');
      const folioOf = (title: string): string =>
        pack.pages.findLast((page) => page.lines[0]?.text.includes(title))?.lines.at(-1)?.text ?? '';
      // The log goes on on the second page of it, so the plan is on the third.
      expect(folioOf('The plan')).toMatch(/3$/);
      expect(text).toMatch(/handout Contact log, page 1 of the handouts/i);
      expect(text).toMatch(/handout The plan, Seite 3 der Arbeitsblätter/i);
      // The pack of those that stand upright has it not.
      expect(text).toMatch(/handout Wide sheet Text/i);
      const images = (await setImages(bytesOf(file))).filter(({ pixels }) => pixels >= 1000);
      expect(images).toHaveLength(3);
      for (const { density, width, height } of images) {
        expect(density).toBeGreaterThan(300);
        expect(Math.max(width, height) / Math.min(width, height)).toBeCloseTo(Math.SQRT2, 1);
      }
      const figures = tagged(tags, 'Figure').flatMap(({ alt }) => alt ?? []);
      expect(figures).toEqual(
        expect.arrayContaining([
          'First page of the handout “Contact log”',
          'Erste Seite des Arbeitsblatts „The plan“',
        ]),
      );
      expect(await matterhorn(bytesOf(file))).toEqual([]);
    },
  );

  it('is in the EPUB, with its text and no link, and EPUBCheck has nothing to say', async () => {
    const bytes = bytesOf('sheets.epub');
    const epub = await openEpub(bytes);
    const chapter = new TextDecoder().decode(epub.bytes.get('a.xhtml') ?? epub.bytes.get('OEBPS/a.xhtml'));
    expect(chapter).toMatch(
      /<figure class="handout-small" id="a--mine"><img[^>]* alt="First page of the handout “Contact log”"[^>]*\/><figcaption>(?:(?!<a ).)*Contact log<\/figcaption><\/figure>/,
    );
    expect(chapter).not.toContain('data-handout');
    expect(await epubcheck(bytes)).toEqual([expect.objectContaining({ errors: [], warnings: [] })]);
  }, 120_000);

  it('leads on web pages to its files', () => {
    const site = openSite(delivered, 'out/web');
    expect([site.broken, site.idle]).toEqual([[], []]);
    const page = site.page('a.html');
    const figure = page.one('figure', 'handout-small');
    expect(page.one('img').properties.alt).toBe('First page of the handout “Contact log”');
    expect(textOf(figure).trim()).toBe('Handout Contact log');
    const links = page.all('a').filter(({ properties: { href } }) => href === 'handout.html#log');
    expect(links).toHaveLength(2);
  });

  it('is of the same bytes again, made for one edition alone', async () => {
    const build = await buildInMemory(MANUSCRIPT, { editions: ['epub'] }, press);
    expect([...build.delivered.keys()].filter((path) => path.startsWith('out/handouts/'))).toEqual([]);
    const then = await openEpub(bytesOf('sheets.epub'));
    const now = await openEpub(build.delivered.get('out/sheets.epub') as Uint8Array);
    const pictures = [...then.bytes].filter(([path]) => /images\/(?:log|plan|wide)\.png$/.test(path));
    expect(pictures).toHaveLength(3);
    for (const [path, bytes] of pictures) expect(now.bytes.get(path), path).toEqual(bytes);
  }, 120_000);
});

it('in a book that is read from the right, the picture of a sheet has its lines where they are printed', async () => {
  const files = {
    'book.yaml': `${BOOK}dir: rtl\n`,
    'a.md': '# Logs\n\n::handout{name=log show=small}\n\nEvery day.\n',
    'handouts/log.md': '# Contact log\n\nOne.\n\n::lines{n=5}\n',
  };
  const { delivered, messages } = await buildInMemory(files, { editions: ['web', 'handouts'] }, press);
  expect(messages.map(String)).toEqual([]);
  const picture = delivered.get('out/web/images/log.png') as Uint8Array;
  const { width } = await sharp(picture).metadata();
  const [page] = (await inspectPdf(delivered.get('out/handouts/log-a4.pdf') as Uint8Array)).pages;
  const scale = width / (page?.width ?? 0);
  const ink = await inkOf(picture);
  for (const words of ['Contact log', 'One', 'Sheets · example.org/sheets']) {
    const at = page?.pieces.find(({ text }) => text.includes(words));
    const [x = 0, y = 0, size = 0] = [at?.x, at?.y, at?.size].map((length = 0) => length * scale);
    expect(ink(x, y - size * 0.7, size * 2, size * 0.7), words).toBeGreaterThan(0.05);
  }
}, 120_000);

describe('a handout that cannot be shown small', () => {
  const said = async (files: Record<string, string>) => {
    const { messages } = await checkInMemory({ 'book.yaml': BOOK, ...files });
    return messages.map(({ ruleId, file, line, column, reason, remedy }) => ({
      at: `${ruleId} ${file}:${line}:${column}`,
      says: `${reason}. ${remedy}`,
    }));
  };

  it('is told with its place and a remedy: there is none of that name, or no such way to show it', async () => {
    expect(
      await said({
        'a.md': '# A\n\nText.\n\n::handout{name=lgo show=small}\n\n::handout{name=log show=tiny}\n',
        'handouts/log.md': '# Log\n\nText.\n',
      }),
    ).toEqual([
      { at: 'handout-exists book/a.md:5:1', says: 'There is no handout “lgo”. Did you mean “log”?' },
      {
        at: 'attribute-valid book/a.md:7:1',
        says: '“show” is “tiny”, which cannot be used. Write show=small for a picture of its first page, or leave it out.',
      },
    ]);
  });

  it('is only named in another handout, which is told', async () => {
    const files = {
      'a.md': '# A\n\nText.\n',
      'handouts/log.md': '# Log\n\n::handout{name=plan show=small}\n',
      'handouts/plan.md': '# Plan\n\n::handout{name=log show=small}\n',
    };
    expect((await said(files)).map(({ at }) => at)).toEqual([
      'handout-is-alone book/handouts/log.md:3:1',
      'handout-is-alone book/handouts/plan.md:3:1',
    ]);
    const build = await buildInMemory({ 'book.yaml': BOOK, ...files }, { editions: ['handouts'] }, press);
    const { pages } = await inspectPdf(build.delivered.get('out/handouts/log-a4.pdf') as Uint8Array);
    expect(pages[0]?.text).toMatch(/handout Plan/i);
  }, 120_000);
});

/** What share of a part of a picture is dark. */
async function inkOf(picture: Uint8Array) {
  const { data, info } = await sharp(picture)
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return (left: number, top: number, width: number, height: number): number => {
    const [from, to] = [Math.round(top), Math.round(top + height)];
    const [first, last] = [Math.round(left), Math.min(info.width, Math.round(left + width))];
    let dark = 0;
    for (let y = from; y < to; y++)
      for (let x = first; x < last; x++) if ((data[y * info.width + x] ?? 255) < 160) dark++;
    return dark / Math.max(1, (to - from) * (last - first));
  };
}
