import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PageFacts, PdfFacts } from '../src/binding/pdf-facts.js';
import { preflight } from '../src/preflight/check.js';
import { TARGETS } from '../src/preflight/targets.js';
import { desk, octavo, octavoJson } from './support/desk.js';

const text = 'The harbour was older than the town and nobody had asked it what it thought of that. '.repeat(
  220,
);
const SMALL_IMAGE = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#c04020' } })
  .png()
  .toBuffer();

/** A book for each target, one that it takes and one that it does not, with what is told of that. */
const BOOKS: Record<string, { good: string; bad: string; fails: readonly string[] }> = {
  kdp: {
    good: 'trim: 6x9\neditions:\n  print: {links: false}\n',
    bad: 'trim: 3.5x5.5\ntokens: {margin-inner: 0.3in, margin-outer: 0.2in}\n',
    fails: ['trim-size', 'inner-margin', 'outer-margins', 'image-resolution', 'nothing-to-press'],
  },
  ingram: {
    good: 'trim: 6x9\neditions:\n  print: {links: false, ink: black, multiple-of: 2}\n',
    bad: 'trim: 6x9\ntokens: {margin-outer: 0.3in}\n',
    fails: ['multiple-of', 'outer-margins', 'image-resolution', 'greys', 'nothing-to-press'],
  },
  lulu: {
    good: 'trim: 6x9\neditions:\n  print: {ink: black}\n',
    bad: 'trim: 6x9\ntokens: {margin-inner: 0.3in}\n',
    fails: ['inner-margin', 'image-resolution', 'greys'],
  },
  office: { good: '', bad: '', fails: ['image-resolution'] },
  screen: { good: '', bad: 'editions:\n  screen: {links: false}\n', fails: ['pdf-ua-1', 'bookmarks'] },
  archive: { good: '', bad: '', fails: ['pdf-a-2u'] },
};

const BAD_TEXT: Record<string, string> = {
  screen: '<img src="small.png">',
  archive: 'A character that no font has: \u{10FFFD}.',
};

interface Told {
  ok: boolean;
  preflight: { file: string; checks: { id: string; ok: boolean; found?: string; remedy?: string }[] }[];
}

async function check(target: string, book: string, words: string) {
  const content = `# One\n\nSee [Two](#two).\n\n${words}\n\n${text}\n\n## Two {#two}\n\n${text}\n`;
  const cwd = await desk({
    'book/book.yaml': `title: Flight\nauthor: A Press\nlang: en\nchapter-start: any\n${book}`,
    'book/one.md': content,
    'book/two.md': content.replace('# One', '# Two').replaceAll('#two', '#more'),
    'book/handouts/sheet.md': `# A sheet\n\n${words}\n\nWords.\n`,
    'book/small.png': SMALL_IMAGE,
    'book/handouts/small.png': SMALL_IMAGE,
  });
  return octavo(cwd, ['check', 'book', '--for', target, '--json']);
}

describe.each(TARGETS)('a file for $name', ({ id }) => {
  const book = BOOKS[id];
  it('passes where it has what is asked', async () => {
    const { code, out: stdout } = await check(id, book?.good ?? '', 'A word.');
    const { ok, preflight: files } = JSON.parse(stdout) as Told;
    expect(files.length).toBeGreaterThan(0);
    for (const { checks } of files) {
      expect(checks.length).toBeGreaterThan(4);
      expect(checks.filter((one) => !one.ok)).toEqual([]);
    }
    expect([code, ok]).toEqual([0, true]);
  });

  it('is refused where it has not, and is told why', async () => {
    const { code, out: stdout } = await check(
      id,
      book?.bad ?? '',
      BAD_TEXT[id] ?? '![A mark](small.png){width=60%}',
    );
    const { ok, preflight: files } = JSON.parse(stdout) as Told;
    const failed = files.flatMap(({ checks }) => checks.filter((one) => !one.ok));
    expect([...new Set(failed.map((one) => one.id))]).toEqual(book?.fails);
    for (const { found, remedy } of failed) {
      expect(found).toMatch(/\S/);
      expect(remedy).toMatch(/\.$/);
    }
    expect([code, ok]).toEqual([1, false]);
  });
});

it.each(['ingram', 'lulu'])(
  'a small page has the margins that %s asks for where it is named',
  async (printer) => {
    const { out } = await check(
      printer,
      `trim: 5x8\neditions:\n  print: {printer: ${printer}, ink: black}\n`,
      'A word.',
    );
    const { preflight: files } = JSON.parse(out) as Told;
    expect(files.flatMap(({ checks }) => checks.filter((one) => !one.ok))).toEqual([]);
  },
);

it('text that is written into a gap can be searched, too', async () => {
  const { out } = await check('screen', '', 'A gap of ______ and more.');
  const { preflight: files } = JSON.parse(out) as Told;
  expect(files.flatMap(({ checks }) => checks.filter((one) => !one.ok))).toEqual([]);
});

describe('demands', () => {
  const page: PageFacts = {
    width: 6,
    height: 9,
    sheet: { width: 6, height: 9 },
    margins: { left: 0.9, right: 0.7, top: 0.6, bottom: 0.6 },
    coloured: false,
    mixed: false,
    images: [],
  };
  const mirrored = { ...page, margins: { left: 0.7, right: 0.9, top: 0.6, bottom: 0.6 } };
  let facts: PdfFacts;
  beforeAll(() => {
    facts = {
      bytes: 1000,
      pages: Array.from({ length: 710 }, (_, index) => (index % 2 ? mirrored : page)),
      fonts: [],
      rightToLeft: false,
      bookmarks: false,
      annotations: 0,
      scripts: false,
      tagged: true,
      lang: 'en',
      title: 'T',
      claims: [],
    };
  });
  const failing = (id: string, change: Partial<PdfFacts>): (string | undefined)[] => {
    const target = TARGETS.find((one) => one.id === id);
    if (!target) throw new Error(`no target ${id}`);
    return preflight({ ...facts, ...change }, target).flatMap((one) =>
      one.ok ? [] : [`${one.id}: ${one.found}`],
    );
  };

  it('ask for sheets that are cut as the printer cuts them', () => {
    const beyond = (across: number, up: number) =>
      facts.pages.map((one) => ({ ...one, sheet: { width: 6 + across, height: 9 + up } }));
    expect(failing('kdp', { pages: beyond(0.125, 0.25) })).toEqual([]);
    expect(failing('kdp', { pages: beyond(0.25, 0.25) })).toEqual(['bleed: sheets of 6.25 in × 9.25 in']);
    expect(failing('lulu', { pages: beyond(0.25, 0.25) })).toEqual([]);
    expect(failing('ingram', { pages: beyond(0.63, 0.63) })[0]).toMatch(/^bleed: /);
  });

  it('ask a wider inner margin of a thicker book, on the side of the binding', () => {
    expect(failing('kdp', {})).toEqual([]);
    const narrow = facts.pages.map((one) => ({
      ...one,
      margins: { left: 0.8, right: 0.8, top: 0.6, bottom: 0.6 },
    }));
    expect(failing('kdp', { pages: narrow })).toEqual(['inner-margin: 0.8 in where 710 pages need 0.875 in']);
    expect(failing('kdp', { pages: narrow.slice(0, 700) })).toEqual([]);
    expect(failing('kdp', { rightToLeft: true })).toEqual([
      'inner-margin: 0.7 in where 710 pages need 0.875 in',
    ]);
  });

  it('name the pages', () => {
    const pages = facts.pages.map((one, index) =>
      index === 4 || index === 9 ? { ...one, coloured: true } : one,
    );
    const lulu = TARGETS.find(({ id }) => id === 'lulu');
    const greys = lulu && preflight({ ...facts, pages }, lulu).find(({ id }) => id === 'greys');
    expect(greys?.pages).toEqual([5, 10]);
  });

  it('take paper of an office that lies on its side, and no other shape of it', () => {
    const margins = { left: 0.5, right: 0.5, top: 0.5, bottom: 0.5 };
    const on = (width: number, height: number) =>
      failing('office', { pages: [{ ...page, width, height, margins }] });
    for (const [width, height] of [
      [8.5, 11],
      [210 / 25.4, 297 / 25.4],
    ] as const) {
      expect(on(width, height)).toEqual([]);
      expect(on(height, width)).toEqual([]);
    }
    expect(on(11, 297 / 25.4)).toEqual(['paper: 11 in × 11.693 in']);
  });

  it.each([
    [{ pages: 829 }, 'page-count: 829 pages'],
    [{ pages: 23 }, 'page-count: 23 pages'],
  ])('count pages: %o', ({ pages }, said) => {
    const wide = { ...page, margins: { left: 1, right: 1, top: 1, bottom: 1 } };
    expect(failing('kdp', { pages: Array.from({ length: pages }, () => wide) })).toEqual([said]);
  });

  it.each<[Partial<PdfFacts>, string]>([
    [{ scripts: true }, 'no-scripts: scripts'],
    [{ bytes: 651_000_000 }, 'file-size: 651 MB'],
    [{ annotations: 2 }, 'nothing-to-press: 2 links'],
    [
      { fonts: [{ name: 'Odd', type: 'TrueType', embedded: false, subset: false, toUnicode: true }] },
      'fonts-embedded: Odd (TrueType)',
    ],
  ])('see %o', (change, said) => {
    expect(failing('kdp', change)).toEqual([said]);
  });
});

describe('the cover goes to the same printer', () => {
  const checked = async (cover: string, target = 'kdp') => {
    const { good } = BOOKS[target] ?? {};
    const { out } = await check(target, `${good}  cover: ${cover}\n`, 'A word.');
    return (JSON.parse(out) as Told).preflight;
  };

  it('and is held against the number of pages', async () => {
    const [print, cover, ...rest] = await checked('{printer: kdp, paper: cream}');
    expect([print?.file, cover?.file, rest.length]).toEqual(['flight-print.pdf', 'flight-cover.pdf', 0]);
    expect(cover?.checks.map(({ id, ok }) => [id, ok])).toEqual([
      ['one-page', true],
      ['cover-size', true],
      ['fonts-embedded', true],
      ['image-resolution', true],
      ['nothing-to-press', true],
      ['no-scripts', true],
    ]);
  });

  it('and is refused where its size is another one', async () => {
    const [, cover] = await checked('{printer: kdp, spine: 3.5mm}');
    expect(cover?.checks.filter(({ ok }) => !ok).map(({ id }) => id)).toEqual(['cover-size']);
  });

  it('or is not made, where it goes to another', async () => {
    expect(await checked('{printer: lulu}')).toHaveLength(1);
  });
});

it('a target that is not known is told, and which there are', async () => {
  const { code, err: stderr } = await octavo(await desk({ 'book/a.md': '# A\n' }), [
    'check',
    'book',
    '--for',
    'kpd',
  ]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/kdp, ingram, lulu, office, screen, archive/);
});

it('editions of which none is a PDF are told, and the one that the target takes', async () => {
  const cwd = await desk({ 'book/a.md': '# A\n\nText.\n' });
  const call = ['check', 'book', '--for', 'kdp', '-e', 'epub'];
  const { code, out, err } = await octavo(cwd, call);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/^error: --for kdp looks at a PDF, .*; name print, or none\n/);
  const json = await octavoJson(cwd, call);
  expect([json.code, json.ok, json.messages[0]?.id]).toEqual([2, false, 'call-understood']);
});
