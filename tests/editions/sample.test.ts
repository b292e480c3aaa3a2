import { afterAll, describe, expect, it } from 'vitest';
import { thisWorld } from '../../src/world.js';
import { type Epub, openEpub } from '../support/epub.js';
import { epubcheck } from '../support/epubcheck.js';
import { buildInMemory } from '../support/memory.js';

const press = thisWorld().press();
afterAll(() => press[Symbol.asyncDispose]());

const BOOK = `title: Rain
author: A Press
lang: en
isbn: 978-0-00-000000-2
url: https://example.org/rain
`;
const text = (n: number): string => 'It rained on the harbour and on the town. '.repeat(n);

async function sampleOf(files: Record<string, string>): Promise<{ bytes: Uint8Array; epub: Epub }> {
  const made = await buildInMemory({ 'book.yaml': BOOK, ...files }, { editions: ['sample'] });
  expect(made.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  const bytes = made.delivered.get('out/rain-sample.epub') as Uint8Array;
  return { bytes, epub: await openEpub(bytes) };
}

const chapters = Object.fromEntries(
  Array.from({ length: 20 }, (_, i) => [
    `c${String(i).padStart(2, '0')}.md`,
    `# Chapter ${i}\n\n${text(20)}\n\nSee [the last](c19.md) and [the next](c01.md).\n`,
  ]),
);

describe('a sample', () => {
  it('is whole chapters, no more than a tenth of the text, and the way to the rest', async () => {
    const { bytes, epub } = await sampleOf(chapters);
    expect(epub.opf.spine.filter((file) => /^c\d/.test(file))).toEqual(['c00.xhtml', 'c01.xhtml']);
    expect(epub.nav.toc.map(({ title }) => title)).toEqual(['Chapter 0', 'Chapter 1', 'The whole book']);
    const links = epub.documents.get('octavo-sample.xhtml')?.all('a') ?? [];
    expect(links.map(({ attributes }) => attributes.href)).toEqual(['https://example.org/rain']);
    expect(epub.textOf('octavo-sample.xhtml')).toContain('the beginning of Rain.');
    const [verdict] = await epubcheck(bytes);
    expect([...(verdict?.errors ?? []), ...(verdict?.warnings ?? [])]).toEqual([]);
  });

  it('is a book of its own: another title and number, and no ISBN', async () => {
    const { epub } = await sampleOf(chapters);
    const whole = await buildInMemory({ 'book.yaml': BOOK, ...chapters });
    const sold = await openEpub(whole.delivered.get('out/rain.epub') as Uint8Array);
    expect(epub.meta('dc:title')).toEqual(['Rain (Sample)']);
    expect(sold.meta('dc:identifier')).toEqual(['urn:isbn:9780000000002']);
    expect(epub.meta('dc:identifier')[0]).toMatch(/^urn:uuid:/);
    expect(epub.textOf('octavo-copyright-page.xhtml')).not.toContain('ISBN');
    expect(epub.textOf('octavo-titlepage.xhtml')).toContain('Sample');
  });

  it.each([BOOK, BOOK.replace(/isbn: .*\n/, '')])(
    'has the pages of the printed book, as the whole has (%j)',
    async (yaml) => {
      const { delivered } = await buildInMemory(
        { 'book.yaml': yaml, ...chapters },
        { editions: ['print', 'epub', 'sample'] },
        press,
      );
      const [whole, sample] = await Promise.all(
        ['rain', 'rain-sample'].map((name) => openEpub(delivered.get(`out/${name}.epub`) as Uint8Array)),
      );
      expect(sample?.nav.pages.length).toBeGreaterThan(2);
      expect(sample?.meta('pageBreakSource')).toEqual(whole?.meta('pageBreakSource'));
      expect(sample?.meta('dc:source')).toEqual(whole?.meta('dc:source'));
      expect(sample?.meta('dc:identifier')).not.toEqual(whole?.meta('dc:identifier'));
    },
  );

  it('has links to what is in it, and the words alone of others', async () => {
    const { epub } = await sampleOf(chapters);
    expect(epub.brokenLinks()).toEqual([]);
    const links = epub.documents.get('c00.xhtml')?.all('a') ?? [];
    expect(links.filter(({ attributes }) => attributes.href).map(({ text }) => text)).toEqual(['the next']);
    expect(epub.textOf('c00.xhtml')).toContain('See the last and the next.');
  });

  it('does not give a book of one chapter away: its beginning, with the notes that are called there', async () => {
    const paragraphs = Array.from({ length: 30 }, (_, i) => `Paragraph ${i}. ${text(5)}[^${i}]`);
    const notes = Array.from({ length: 30 }, (_, i) => `[^${i}]: Note ${i}.`);
    const { epub } = await sampleOf({ 'one.md': `# One\n\n${[...paragraphs, ...notes].join('\n\n')}\n` });
    const given = epub.textOf('one.xhtml');
    expect(given).toContain('Paragraph 0.');
    expect(given).toContain('Note 0.');
    expect(given).not.toContain('Paragraph 5.');
    expect(given).not.toContain('Note 5.');
    expect(epub.brokenLinks()).toEqual([]);
  });

  it('leads from a note to the calls of it that are given, and to no others', async () => {
    const rest = Array.from({ length: 30 }, () => text(5)).join('\n\n');
    const { epub } = await sampleOf({
      'one.md': `# One\n\nSure.[^a] Yes.[^a]\n\n${rest}\n\nSure still.[^a]\n\n[^a]: Quite sure.\n`,
    });
    expect(epub.documents.get('one.xhtml')?.one('aside').text).toBe('1. Quite sure. ↩2');
  });

  it('takes a note of any name along', async () => {
    const rest = Array.from({ length: 30 }, () => text(5)).join('\n\n');
    const { epub } = await sampleOf({
      'one.md': `# One\n\nSure.[^100%]\n\n${rest}\n\n[^100%]: Quite sure.\n`,
    });
    expect(epub.textOf('one.xhtml')).toContain('Quite sure.');
    expect(epub.brokenLinks()).toEqual([]);
  });

  it('has the page of a part only where a chapter of it is given', async () => {
    const { epub } = await sampleOf({
      ...chapters,
      'book.yaml': `${BOOK}contents:\n  body:\n    - part: First\n      chapters: [c00.md]\n    - part: Second\n      chapters: [c01.md]\n    - part: Third\n      chapters: [c02.md, ${Array.from({ length: 17 }, (_, i) => `c${String(i + 3).padStart(2, '0')}.md`).join(', ')}]\n`,
    });
    expect(epub.nav.toc.map(({ title }) => title)).toEqual(['First', 'Second', 'The whole book']);
  });
});
