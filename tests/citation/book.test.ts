import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/build.js';
import { thisWorld } from '../../src/world.js';
import { bytesOf, desk } from '../support/desk.js';
import { type Epub, openEpub } from '../support/epub.js';
import { epubcheck } from '../support/epubcheck.js';
import { buildInMemory } from '../support/memory.js';
import { type InspectedPdf, inspectPdf } from '../support/pdf.js';

/*
 * Citations and the bibliography in a finished book.
 */
const BIB = readFileSync(new URL('../support/works.bib', import.meta.url), 'utf8');
const files = (csl: string) => ({
  'book/book.yaml': `title: T\nauthor: A\nlang: en\nbibliography: refs.bib\ncsl: ${csl}\neditions: [print, epub]\n`,
  'book/refs.bib': BIB,
  'book/1.md': `# One\n\n${'Some words of it. '.repeat(400)}\n\nIt rains [see @doe99, pp. 33-35; @roe05].\n`,
  'book/2.md': '# Two\n\nAs @doe99 says, [@office18] and [@tales]. Own.^[Said of @roe05 [p. 2].]\n',
});

async function made(csl: string): Promise<{ pdf: InspectedPdf; epub: Epub; bytes: Uint8Array }> {
  const folder = await desk(files(csl));
  const output = `${folder}/out`;
  const { ok, messages } = await build({ folder: `${folder}/book`, output }, thisWorld());
  expect(messages.filter(({ severity }) => severity !== 'info').map(String)).toEqual([]);
  expect(ok).toBe(true);
  const bytes = await bytesOf(output, 't.epub');
  return { pdf: await inspectPdf(await bytesOf(output, 't-print.pdf')), epub: await openEpub(bytes), bytes };
}

describe.each(['chicago-author-date', 'chicago-notes', 'ieee'])('a book that cites by %s', (csl) => {
  let book: Awaited<ReturnType<typeof made>>;
  beforeAll(async () => {
    book = await made(csl);
  });

  it('lists its works on a page that the contents name truly', () => {
    const { pages } = book.pdf;
    const page = pages.find(({ text }) => /^Bibliography\b/.test(text.trim()));
    expect(page?.label).toMatch(/^\d+$/);
    const contents = pages.find(({ text }) => text.includes('Contents'))?.text.replace(/\s+/g, ' ');
    expect(contents).toMatch(new RegExp(`Bibliography ${page?.label}\\b`));
    expect(page?.text.replace(/\s+/g, ' ')).toMatch(/Harbour Press/);
    expect(page?.text.indexOf('Coast Office')).toBeGreaterThan(0);
  });

  it('is an EPUB whose links lead to their works, and which says what they are', async () => {
    const { epub, bytes } = book;
    expect(epub.nav.toc.map(({ title }) => title)).toContain('Bibliography');
    expect(epub.nav.landmarks.map(({ type }) => type)).toContain('bibliography');
    expect(epub.brokenLinks()).toEqual([]);
    const [report] = await epubcheck(bytes);
    expect([...(report?.errors ?? ['no report']), ...(report?.warnings ?? [])]).toEqual([]);
  });
});

describe('in print and in an EPUB', () => {
  it('the text is cited, in the text or in notes', async () => {
    const { pdf, epub } = await made('chicago-notes');
    const text = pdf.pages.map((page) => page.text.replace(/\s+/g, ' ')).join(' ');
    expect(text).toContain(
      'See Jane Doe, The Long Storm: A Study (London: Harbour Press, 1999), 33–35; Richard Roe',
    );
    expect(text).toMatch(/As Doe ?1 says/);
    const two = new TextDecoder().decode(epub.bytes.get('OEBPS/c-2.xhtml'));
    expect(two).toContain('role="doc-biblioref"');
    expect(two).toMatch(
      /<aside[^>]*id="c-2--fn-cited-1"[^>]*><p><a[^>]*>1\.<\/a> <a[^>]*><em>The Long Storm/,
    );
    expect(two).toContain('<a href="https://doi.org/10.1000/182">https://doi.org/10.1000/182</a>');
  });
});

describe('a book of Quarto’s', () => {
  it('brings its bibliography and its style along', async () => {
    const { ok, messages, delivered } = await buildInMemory({
      '_quarto.yml':
        'bibliography: refs.bib\ncsl: my.csl\nbook:\n  title: T\n  author: A\n  chapters: [index.qmd]\n',
      'index.qmd': '# One\n\nIt rains [@doe99].\n',
      'my.csl':
        '<style class="in-text"><citation><layout prefix="‹" suffix="›"><text variable="title"/></layout></citation></style>',
      'refs.bib': BIB,
    });
    expect(messages.filter(({ severity }) => severity !== 'info').map(String)).toEqual([]);
    expect(ok).toBe(true);
    const epub = await openEpub(
      [...delivered].find(([path]) => path.endsWith('.epub'))?.[1] ?? new Uint8Array(),
    );
    expect([...epub.documents.keys()].map((file) => epub.textOf(file)).join(' ')).toContain(
      'It rains ‹The long storm: A study›.',
    );
  });
});
