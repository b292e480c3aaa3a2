import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { testPress } from '../support/press.js';

/* A book whose chapters are by several authors, and that is put together by editors. */

const EDITORS = 'contributor: [{name: P. Stone, role: edt}, {name: L. Vane, role: edt}]\n';

let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

async function made(people: string, n = 1) {
  const { delivered, messages } = await buildInMemory(
    {
      'book.yaml': `title: Weirs\nidentifier: urn:x:1\nnumber-chapters: true\nchapter-start: any\ntoc-depth: 2\n${people}`,
      'a.md': '---\nauthor: Ann Weir\n---\n\n# A Stone in the Way\n\nText.\n\n## Below it\n\nText.\n',
      'b.md': '---\nauthor: [Bo Lock, Al Sluice]\n---\n\n# Who Owns the Fall?\n\nText.\n',
      'c.md': `# Nobody’s Water\n\n${'More text.\n\n'.repeat(n)}`,
    },
    { editions: ['print', 'epub'] },
    press,
  );
  expect(messages.map(String)).toEqual([]);
  const file = (end: string) => [...delivered].find(([name]) => name.endsWith(end))?.[1] as Uint8Array;
  return { pdf: await inspectPdf(file('.pdf')), epub: await openEpub(file('.epub')) };
}

describe('a book with editors', () => {
  it('names who wrote a chapter in the contents of its EPUB, in the line that leads there', async () => {
    const { epub } = await made(EDITORS);
    const lines = epub.documents.get('nav.xhtml')?.all('nav')[0]?.all('li') ?? [];
    expect(lines.map((line) => line.elements.map(({ name }) => name))).toEqual([
      ['a', 'ol'],
      ['a'],
      ['a'],
      ['a'],
    ]);
    expect(lines.map((line) => line.one('a').text)).toEqual([
      '1. A Stone in the Way · Ann Weir',
      'Below it',
      '2. Who Owns the Fall? · Bo Lock and Al Sluice',
      '3. Nobody’s Water',
    ]);
  });

  it('is claimed to be accessible in their name', async () => {
    const { epub } = await made(EDITORS);
    expect(epub.meta('a11y:certifiedBy')).toEqual(['P. Stone, L. Vane']);
    expect(epub.meta('dcterms:conformsTo')).toHaveLength(1);
  });

  it('names them as such on its title page and on its cover, and the authors of chapters in its contents', async () => {
    const { pdf, epub } = await made(EDITORS);
    expect(pdf.pages[2]?.text).toBe('Weirs\nEdited by P. Stone and L. Vane');
    const contents = pdf.pages.find(({ text }) => text.startsWith('Contents'));
    expect(contents?.lines.slice(1, -1).map(({ text }) => text.replace(/[ .]{4,}/g, ' '))).toEqual([
      '1 A Stone in the Way 1',
      'Ann Weir',
      'Below it 1',
      '2 Who Owns the Fall? 2',
      'Bo Lock and Al Sluice',
      '3 Nobody’s Water 3',
    ]);
    const authors = contents?.pieces.filter(({ text }) => /Ann Weir|Bo Lock/.test(text));
    expect(authors?.map(({ font }) => /Italic/.test(font))).toEqual([true, true]);
    const cover = epub.documents.get('cover.xhtml');
    expect(JSON.stringify(cover)).toContain('Edited by P. Stone and L. Vane');
  });

  it('names its authors where it has some', async () => {
    const { pdf } = await made(`author: A B\n${EDITORS}`);
    expect(pdf.pages[2]?.text).toBe('Weirs\nA B');
  });

  it('has its title in running heads that would name its author', async () => {
    const text = `running-heads: {verso: author, recto: chapter}\n`;
    const heads = async (people: string) => {
      const { pdf } = await made(`${people}${text}`, 120);
      return pdf.pages
        .flatMap(({ lines }) => (lines[0]?.text.startsWith('More') ? [] : [lines[0]?.text]))
        .slice(-7);
    };
    expect(await heads(EDITORS)).toContain('Weirs');
    expect(await heads(`author: A B\n${EDITORS}`)).toContain('A B');
    expect(await heads(`author: A B\n${EDITORS}`)).not.toContain('Weirs');
  });

  it('names nobody where others made it', async () => {
    const { pdf } = await made('contributor: [{name: C D, role: ill}]\n');
    expect(pdf.pages[2]?.text).toBe('Weirs');
  });
});
