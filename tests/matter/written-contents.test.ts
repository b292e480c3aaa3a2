import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { openEpub } from '../support/epub.js';
import { epubcheck } from '../support/epubcheck.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { testPress } from '../support/press.js';

/* Contents that an author began himself (`toc.md`): his words, and the list behind them, in every edition. */

const SENTENCE = 'This sentence stands before the list.';
const BOOK = {
  'book.yaml': 'title: T\nauthor: A\nlang: en\nidentifier: urn:x:1\n',
  'toc.md': `# My own contents\n\n${SENTENCE}\n`,
  'alpha.md': '# Alpha\n\nOne.\n',
  'zeta.md': '# Zeta\n\nTwo.\n',
};

let press: Press;
let delivered: ReadonlyMap<string, Uint8Array>;
beforeAll(async () => {
  press = testPress();
  const editions = ['screen', 'epub', 'web'];
  const built = await buildInMemory(BOOK, { editions }, press);
  expect(built.messages).toEqual([]);
  delivered = built.delivered;
});
afterAll(() => press[Symbol.asyncDispose]());

const bytesOf = (name: string) => delivered.get(`out/${name}`) as Uint8Array;

describe('contents of the author’s own', () => {
  it('are whole in the PDF, with true folios', async () => {
    const { pages } = await inspectPdf(bytesOf('t.pdf'));
    const page = pages.find(({ text }) => text.includes('My own contents'));
    expect(page?.text).toMatch(/My own contents\nThis sentence.*\n(?:.*\n)?Alpha\s*1\nZeta\s*2/);
  });

  it('are whole in the EPUB, where they stand in the book', async () => {
    const epub = await openEpub(bytesOf('t.epub'));
    const file = epub.opf.spine.find((one) => epub.documents.get(one)?.text.includes(SENTENCE)) ?? '';
    const links = epub.documents.get(file)?.all('a') ?? [];
    expect(links.map(({ text, attributes }) => [text, attributes.href])).toEqual([
      ['Alpha', expect.stringMatching(/^alpha.xhtml#/)],
      ['Zeta', expect.stringMatching(/^zeta.xhtml#/)],
    ]);
    expect(epub.nav.toc.map(({ title }) => title)).toEqual(['Alpha', 'Zeta']);
    expect(epub.nav.landmarks.find(({ type }) => type === 'toc')?.href).toBe(file);
    expect(await epubcheck(bytesOf('t.epub'))).toMatchObject([{ errors: [], warnings: [] }]);
  });

  it('are whole on the front page of the web', () => {
    const html = new TextDecoder().decode(bytesOf('web/index.html'));
    expect(html).toContain(SENTENCE);
    expect([...html.matchAll(/class="toc-line" href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      expect.stringMatching(/^alpha.html#/),
      expect.stringMatching(/^zeta.html#/),
    ]);
  });

  it('get no second list where the author has written his', async () => {
    const own = `${BOOK['toc.md']}\n- [First](alpha.md)\n- [Second](zeta.md)\n`;
    const built = await buildInMemory({ ...BOOK, 'toc.md': own });
    const epub = await openEpub(built.delivered.get('out/t.epub') as Uint8Array);
    const [page] = [...epub.documents.values()].filter(({ text }) => text.includes(SENTENCE));
    expect(page?.all('a').map(({ text }) => text)).toEqual(['First', 'Second']);
  });
});
