import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SLANTED, unmarked } from '../../src/language/slant.js';
import type { Press } from '../../src/model/press.js';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { testPress } from '../support/press.js';

/* What stands between asterisks in the title and the subtitle of a book. */

const KEYS = `title: "Aboard the *Lusitania*: a Log"
subtitle: With an appendix on *slate* and $x^2$
author: A. B.
lang: en-GB
identifier: urn:x:1
trim: 6x9
`;

let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

async function made(keys: string) {
  const { delivered, messages } = await buildInMemory(
    {
      'book.yaml': keys,
      'a.md': `# One\n\nOf {{title}}.\n\n`,
    },
    { editions: ['print', 'epub'] },
    press,
  );
  expect(messages.map(String)).toEqual([]);
  const named = (end: string) =>
    [...delivered].find(([name]) => name.endsWith(end)) ?? ['', new Uint8Array()];
  const [[file, pdf], [, epub]] = [named('.pdf'), named('.epub')];
  return { file, pdf: await inspectPdf(pdf), epub: await openEpub(epub) };
}

describe('a title with asterisks', () => {
  it('is slanted between them on half title and title page, and plain where there are only words', async () => {
    const { file, pdf, epub } = await made(KEYS);
    expect(file).toContain('aboard-the-lusitania-a-log-print.pdf');
    for (const { text } of pdf.pages) expect(text).not.toContain('*');
    const slanted = (page: number): string[] =>
      (pdf.pages[page]?.pieces ?? []).flatMap(({ text, font }) =>
        /Italic/.test(font) && text.trim() ? [text.trim()] : [],
      );
    expect(slanted(0)).toEqual(['Lusitania']);
    // A subtitle is slanted: what is so in it stands upright.
    expect(slanted(2)).toEqual(['Lusitania', 'With an appendix on', 'and $x^2$']);
    expect(slanted(3)).toContain('Lusitania');
    expect(pdf.pages[0]?.text).toBe('Aboard the Lusitania: a Log');
    expect(pdf.title).toBe('Aboard the Lusitania: a Log');
    const titles = epub.opf.metadata.flatMap(({ name, value }) => (name === 'dc:title' ? [value] : []));
    expect(titles).toEqual(['Aboard the Lusitania: a Log', 'With an appendix on slate and $x^2$']);
    const page = epub.documents.get(epub.opf.spine.find((one) => one.endsWith('titlepage.xhtml')) ?? '');
    expect(page?.all('em').map(({ text }) => text)).toEqual(['Lusitania', 'slate']);
    const chapter = epub.documents.get(epub.opf.spine.find((one) => one.endsWith('a.xhtml')) ?? '');
    expect(chapter?.all('p')[0]?.text).toBe('Of Aboard the Lusitania: a Log.');
  });

  it('keeps those that slant nothing', async () => {
    const { pdf } = await made(KEYS.replace('Aboard the *Lusitania*: a Log', 'M*A*S*H: 2 * 3 * 4'));
    expect(pdf.title).toBe('M*A*S*H: 2 * 3 * 4');
    expect(pdf.pages[0]?.text.replace('\n', ' ')).toBe('M*A*S*H: 2 * 3 * 4');
  });
});

describe('a title with backticks', () => {
  const CODED = KEYS.replace(
    'Aboard the *Lusitania*: a Log',
    "The `a--b` client: 'its `x*y` and *the `z` way*'",
  );

  it('is code between them, as it was typed, and plain where there are only words', async () => {
    const { file, pdf, epub } = await made(CODED);
    const plain = 'The a--b client: ‘its x*y and the z way’';
    expect(file).toContain('the-a-b-client-its-xy-and-the-z-way-print.pdf');
    expect(pdf.title).toBe(plain);
    expect(pdf.pages[0]?.text.replace(/\s+/g, ' ')).toBe(plain);
    for (const { text } of pdf.pages) expect(text).not.toContain('`');
    const code = (pdf.pages[2]?.pieces ?? []).flatMap(({ text, font }) =>
      /Code/.test(font) ? [text.trim()] : [],
    );
    expect(code.filter(Boolean)).toEqual(['a--b', 'x*y', 'z']);
    const page = epub.documents.get(epub.opf.spine.find((one) => one.endsWith('titlepage.xhtml')) ?? '');
    expect(page?.all('code').map(({ text }) => text)).toEqual(['a--b', 'x*y', 'z']);
    expect(page?.all('em').map(({ text }) => text)).toContain('the z way');
    expect(epub.opf.metadata.find(({ name }) => name === 'dc:title')?.value).toBe(plain);
  });

  it('is code before it is slanted', async () => {
    const { pdf, epub } = await made(
      KEYS.replace('Aboard the *Lusitania*: a Log', "The `*.txt` and `*.md` files of `a *b* c` don't end"),
    );
    expect(pdf.title).toBe('The *.txt and *.md files of a *b* c don’t end');
    const page = epub.documents.get(epub.opf.spine.find((one) => one.endsWith('titlepage.xhtml')) ?? '');
    expect(page?.all('code').map(({ text }) => text)).toEqual(['*.txt', '*.md', 'a *b* c']);
  });

  it('keeps one that closes nothing', async () => {
    const { pdf } = await made(KEYS.replace('Aboard the *Lusitania*: a Log', 'Rock ` Roll'));
    expect(pdf.title).toBe('Rock ` Roll');
  });
});

describe('words between asterisks', () => {
  it.each([
    ['The *Sea*', 'The Sea'],
    ['*Sea* and *land*', 'Sea and land'],
    ['“*Sea*”s', '“Sea”s'],
    ['見*出*し', '見出し'],
    ['M*A*S*H', 'M*A*S*H'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['A star*', 'A star*'],
    ['*', '*'],
    ['**', '**'],
    ['', ''],
  ])('are slanted, and signs stay: %s', (written, plain) => {
    expect(unmarked(written)).toBe(plain);
    expect(SLANTED.test(written)).toBe(written !== plain);
  });
});
