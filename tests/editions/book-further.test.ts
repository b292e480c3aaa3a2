import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { factsOf } from '../../src/binding/pdf-facts.js';
import { preflight } from '../../src/preflight/check.js';
import { TARGETS } from '../../src/preflight/targets.js';
import { contentsOf } from '../support/contents.js';
import { bytesOf, desk, octavoJson, ROOT } from '../support/desk.js';
import { openEpub } from '../support/epub.js';
import { epubcheck } from '../support/epubcheck.js';
import { matterhorn } from '../support/matterhorn.js';
import { type InspectedPdf, inspectPdf, type OutlineItem } from '../support/pdf.js';
import { qpdfFaults } from '../support/qpdf.js';

/* The book that ships with Octavo, in large print and as samples: what holds of its printed pages holds of these. */
const FILES = {
  'large-print': 'room-to-come-back-large-print.pdf',
  'sample-pdf': 'room-to-come-back-sample.pdf',
} as const;
/** A section may be called like a part. */
const PARTS = ['The first days', 'Room', 'You', 'His lead', 'Either way'];
const SAMPLE = 'room-to-come-back-sample.epub';
let dist: string;
const made = new Map<string, { bytes: Uint8Array; pdf: InspectedPdf }>();

beforeAll(async () => {
  dist = join(await desk(), 'dist');
  const editions = [...Object.keys(FILES), 'sample'].flatMap((name) => ['-e', name]);
  const run = await octavoJson(ROOT, ['build', 'manuscript', '--output', dist, ...editions]);
  expect(run.messages).toEqual([]);
  expect(run.code).toBe(0);
  for (const [name, file] of Object.entries(FILES)) {
    const bytes = await bytesOf(dist, file);
    made.set(name, { bytes, pdf: await inspectPdf(bytes) });
  }
});

const all = (items: readonly OutlineItem[]): OutlineItem[] =>
  items.flatMap((item) => [item, ...all(item.children)]);

describe.each([
  ['large-print', 28, 3],
  ['sample-pdf', 4, 1],
] as const)('the %s PDF', (name, least, pages) => {
  const pdf = (): InspectedPdf => made.get(name)?.pdf as InspectedPdf;

  it('says in its contents on which page each part and chapter is, and it is there', () => {
    const top = pdf().outline.flatMap((item) => [item, ...(PARTS.includes(item.title) ? item.children : [])]);
    const { found, untrue } = contentsOf(pdf(), top, 'Contents', pages);
    expect(untrue).toEqual([]);
    expect(found).toBeGreaterThanOrEqual(least);
  });

  it('has every heading of its outline on the page that it leads to', () => {
    for (const { title, page } of all(pdf().outline))
      expect(pdf().pages[page]?.text.replace(/\s+/g, ' '), title).toContain(title);
  });

  it('labels its pages in roman and arabic, and leaves none empty but blank versos', () => {
    const labels = pdf()
      .pages.map(({ label }) => label)
      .filter((label) => label !== 'Cover');
    const body = labels.indexOf('1');
    expect(labels.slice(0, 3)).toEqual(['i', 'ii', 'iii']);
    expect(labels.slice(body)).toEqual(Array.from({ length: labels.length - body }, (_, i) => String(i + 1)));
    const empty = pdf().pages.flatMap(({ text, label }, i) => (text.trim() || label === 'Cover' ? [] : [i]));
    if (name === 'sample-pdf') expect(empty).toEqual([]);
    expect(empty.filter((index) => index % 2 === 0 || !pdf().pages[index + 1]?.text.trim())).toEqual([]);
  });

  it('embeds its fonts, is tagged, and every link in it leads somewhere', async () => {
    for (const font of pdf().fonts) {
      expect(font, font.name).toMatchObject({ embedded: true, subset: true, toUnicode: true });
      expect(font.type, font.name).not.toBe('Type3');
    }
    expect(pdf().lang).toBe('en-US');
    expect(pdf().pages.filter(({ unmarked }) => unmarked > 0)).toEqual([]);
    expect(pdf().links.filter(({ dest }) => dest && pdf().destinations[dest] === undefined)).toEqual([]);
    expect(
      pdf()
        .pages.map(({ text }) => text)
        .join('\n'),
    ).not.toMatch(/[\u00ad\u200b]/);
    const { bytes } = made.get(name) as { bytes: Uint8Array };
    expect(await matterhorn(bytes)).toEqual([]);
    expect(await qpdfFaults(bytes)).toEqual([]);
  });
});

it('the sample has nothing of what comes later', () => {
  const { pdf } = made.get('sample-pdf') as { pdf: InspectedPdf };
  expect(pdf.pages.length).toBeLessThan(25);
  expect(pdf.outline.map(({ title }) => title)).toEqual([
    'Before you begin',
    'The first days',
    'The whole book',
  ]);
  const [large] = [made.get('large-print')?.pdf as InspectedPdf];
  expect(large.outline.map(({ title }) => title)).toContain('Either way');
  expect(pdf.pages.map(({ text }) => text).join('\n')).not.toContain('Either way');
});

it('the EPUB of the sample passes EPUBCheck, and has nothing of what comes later', async () => {
  const bytes = await bytesOf(dist, SAMPLE);
  expect(await epubcheck(bytes)).toEqual([expect.objectContaining({ errors: [], warnings: [] })]);
  const epub = await openEpub(bytes);
  expect(epub.brokenLinks()).toEqual([]);
  expect(epub.nav.toc.at(-1)?.title).toBe('The whole book');
  expect(epub.nav.toc.map(({ title }) => title)).not.toContain('Either way');
});

it('the large print is what printers ask of a book, but for what is the author to choose: ink, links, how many pages', async () => {
  const { bytes } = made.get('large-print') as { bytes: Uint8Array };
  const facts = await factsOf(bytes);
  const failing = (id: string): string[] => {
    const target = TARGETS.find((one) => one.id === id);
    if (!target) throw new Error(`no target ${id}`);
    return preflight(facts, target).flatMap((check) => (check.ok ? [] : [check.id]));
  };
  expect(failing('kdp')).toEqual(['nothing-to-press']);
  expect(failing('lulu')).toEqual(['greys']);
  expect(failing('ingram').filter((id) => id !== 'multiple-of')).toEqual(['greys', 'nothing-to-press']);
});
