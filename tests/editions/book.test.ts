import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/manifest.js';
import { contentsOf } from '../support/contents.js';
import { bytesOf, desk, octavoJson, ROOT } from '../support/desk.js';
import { type Epub, openEpub } from '../support/epub.js';
import { epubcheck } from '../support/epubcheck.js';
import { type InspectedPdf, inspectPdf, tagged } from '../support/pdf.js';
import { coloursOf, isGrey } from '../support/pdf-colours.js';

/* The book that ships with Octavo, built as its users build it. */
let dist: string;
let print: InspectedPdf;
let screen: InspectedPdf;
let epub: Epub;
let manifest: Manifest;

beforeAll(async () => {
  const folder = await desk();
  dist = join(folder, 'dist');
  const run = await octavoJson(ROOT, ['build', 'manuscript', '--output', dist]);
  expect(run.messages).toEqual([]);
  expect(run.code).toBe(0);
  manifest = JSON.parse(await readFile(join(dist, 'octavo.json'), 'utf8'));
  print = await inspectPdf(await bytesOf(dist, 'room-to-come-back-print.pdf'));
  screen = await inspectPdf(await bytesOf(dist, 'room-to-come-back.pdf'));
  epub = await openEpub(await bytesOf(dist, 'room-to-come-back.epub'));
});

describe.each(['print', 'screen'] as const)('the %s PDF', (name) => {
  const pdf = () => (name === 'print' ? print : screen);

  it('says in its contents on which page each heading is, and it is there', () => {
    // Parts, and chapters whether in a part or not; a section may be called like a part.
    const parts = ['The first days', 'Room', 'You', 'His lead', 'Either way'];
    const entries = pdf().outline.flatMap((item) => [
      item,
      ...(parts.includes(item.title) ? item.children : []),
    ]);
    const { found, untrue } = contentsOf(pdf(), entries);
    expect(untrue).toEqual([]);
    // Five parts and every listed chapter.
    expect(found).toBeGreaterThanOrEqual(28);
  });

  it('labels its pages in roman and arabic', () => {
    const labels = pdf()
      .pages.map((page) => page.label)
      .filter((label) => label !== 'Cover');
    const body = labels.indexOf('1');
    expect(labels.slice(0, 4)).toEqual(['i', 'ii', 'iii', 'iv']);
    expect(labels.slice(body)).toEqual(Array.from({ length: labels.length - body }, (_, i) => String(i + 1)));
  });

  it('embeds every font as a subset with its text, and none as Type 3', () => {
    expect(pdf().fonts.length).toBeGreaterThan(3);
    // The one that fields are filled in with is whole, for nobody knows what will be written.
    const whole = pdf().fonts.filter(({ subset }) => !subset);
    expect(whole.map(({ name, embedded }) => [name, embedded])).toEqual(
      name === 'screen' ? [['SourceSans3-Regular', true]] : [],
    );
    for (const font of pdf().fonts.filter(({ subset }) => subset)) {
      expect(font, font.name).toMatchObject({ embedded: true, toUnicode: true });
      expect(font.type, font.name).not.toBe('Type3');
      expect(font.name).toMatch(/EBGaramond|SourceSans|SourceCode/);
    }
  });

  it('is tagged, and has title, language and an outline of parts, chapters and sections', () => {
    expect(pdf().title).toBe('Room to Come Back');
    expect(pdf().lang).toBe('en-US');
    expect(pdf().outline.map((item) => item.title)).toEqual(
      expect.arrayContaining(['Before you begin', 'The first days', 'Room', 'You', 'His lead', 'Either way']),
    );
    expect(Math.max(...pdf().outline.map((item) => item.children.length))).toBeGreaterThanOrEqual(4);
    expect(tagged(pdf().tags, 'H1').length).toBeGreaterThan(25);
    expect(tagged(pdf().tags, 'Table').length).toBeGreaterThan(3);
    expect(pdf().pages.filter((page) => page.unmarked > 0)).toEqual([]);
  });

  it('has no word broken by a soft hyphen, and nothing generated in its text', () => {
    const text = pdf()
      .pages.map((page) => page.text)
      .join('\n');
    expect(text).not.toContain('\u00ad');
    expect(text).not.toContain('\u200b');
    expect(text).toContain('988');
  });
});

describe('the print PDF', () => {
  it('is 6 × 9 in, with rectos right and chapters on them', () => {
    for (const page of print.pages) expect([page.width, page.height]).toEqual([432, 648]);
    for (const item of print.outline) expect(item.page % 2, item.title).toBe(0);
    const [recto, verso] = [print.pages[32], print.pages[33]];
    const left = (page: typeof recto) => Math.min(...(page?.lines ?? []).map((line) => line.x));
    expect(left(recto)).not.toBeCloseTo(left(verso), 0);
  });

  it('leaves no page empty but the blank versos', () => {
    const empty = print.pages.flatMap((page, i) => (page.text.trim() ? [] : [i]));
    expect(empty.filter((index) => index % 2 === 0)).toEqual([]);
    for (const index of empty) expect(print.pages[index + 1]?.text.trim()).not.toBe('');
  });

  it('has running heads: the book on versos, the chapter on rectos, none on openings', () => {
    const heads = print.pages.map((page) => page.lines.find((line) => line.y < 58)?.text ?? '');
    expect(heads.filter((head, i) => i % 2 === 1 && head !== '' && head !== 'Room to Come Back')).toEqual([]);
    for (const item of print.outline) expect(heads[item.page], item.title).toBe('');
    expect(heads.filter((head) => head === 'What has happened').length).toBeGreaterThan(0);
  });
});

describe('the screen PDF', () => {
  it('begins with its cover and links where it says', () => {
    expect(screen.pages[0]?.label).toBe('Cover');
    expect(screen.links.filter((link) => link.dest).length).toBeGreaterThan(60);
    expect(screen.links.every((link) => link.contents.trim() !== '')).toBe(true);
  });
});

describe('the EPUB', () => {
  it('passes EPUBCheck without a word', async () => {
    const [verdict] = await epubcheck(await bytesOf(dist, 'room-to-come-back.epub'));
    expect(verdict?.errors).toEqual([]);
    expect(verdict?.warnings).toEqual([]);
  });

  it('claims to be accessible', () => {
    expect(epub.meta('dcterms:conformsTo')).toEqual(['EPUB Accessibility 1.1 - WCAG 2.2 Level AA']);
    expect(epub.meta('a11y:certifiedBy')).toEqual(['The Octavo Press']);
  });

  it('has the chapters of the book, a nested contents and no broken link', () => {
    expect(epub.mimetypeFirst).toBe(true);
    expect(epub.brokenLinks()).toEqual([]);
    expect(epub.nav.toc.map((entry) => entry.title)).toContain('Either way');
    expect(epub.nav.landmarks.map((entry) => entry.type)).toEqual(
      expect.arrayContaining(['cover', 'toc', 'bodymatter']),
    );
  });
});

describe('the handouts', () => {
  it('are eight, each one page of A4 and of Letter, with a pack of each', async () => {
    const files = await readdir(join(dist, 'handouts'));
    for (const [paper, width, height] of [
      ['a4', 595, 842],
      ['letter', 612, 792],
    ] as const) {
      const own = files.filter(
        (file) => file.endsWith(`-${paper}.pdf`) && !file.includes('room-to-come-back'),
      );
      expect(own).toHaveLength(8);
      for (const file of own) {
        const pdf = await inspectPdf(await bytesOf(dist, 'handouts', file));
        expect(pdf.pages, file).toHaveLength(1);
        expect(Math.round(pdf.pages[0]?.width ?? 0)).toBe(width);
        expect(Math.round(pdf.pages[0]?.height ?? 0)).toBe(height);
        expect(pdf.pages[0]?.text).toContain('Room to Come Back');
      }
      const pack = await inspectPdf(
        await bytesOf(dist, 'handouts', `room-to-come-back-handouts-${paper}.pdf`),
      );
      // The first says what is in it.
      expect(pack.pages).toHaveLength(9);
    }
  });

  it('are painted in greys alone, so that a copier shows all of them', async () => {
    const files = (await readdir(join(dist, 'handouts'))).filter((file) => file.endsWith('.pdf'));
    expect(files).toHaveLength(2 * (8 + 1));
    for (const file of files) {
      const { painted, images } = await coloursOf(await bytesOf(dist, 'handouts', file));
      expect(painted.size, file).toBeGreaterThan(0);
      expect(
        [...painted].filter((colour) => !isGrey(colour)),
        file,
      ).toEqual([]);
      expect(
        images.filter((space) => space !== '/DeviceGray'),
        file,
      ).toEqual([]);
    }
  });
});

describe('the manifest', () => {
  it('names every file with its true size, hash and pages', async () => {
    const files = (await readdir(dist, { recursive: true, withFileTypes: true })).filter(
      (entry) => entry.isFile() && entry.name !== 'octavo.json',
    );
    expect(manifest.artifacts).toHaveLength(files.length);
    for (const { path, bytes, sha256 } of manifest.artifacts) {
      const content = await readFile(join(dist, path));
      expect(content.byteLength).toBe(bytes);
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    }
    expect(manifest.artifacts.find((entry) => entry.path === 'room-to-come-back-print.pdf')?.pages).toBe(
      print.pages.length,
    );
    expect(manifest.sources.length).toBeGreaterThan(30);
  });
});
