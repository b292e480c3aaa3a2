import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf, type Line } from '../support/pdf.js';
import { testPress } from '../support/press.js';

/*
 * Lines of justified text that are chosen together: no wide spaces, no ladders of hyphens, no word that goes on on the next page.
 */
let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

const WORDS =
  'the lamp was lit early because evening came down upon the stairs before anyone had thought of supper and his neighbourhood remembered an extraordinary afternoon underneath responsibility'.split(
    ' ',
  );

/** Words in an order that is not soon repeated. */
function text(from: number, count: number): string {
  let at = from + 1;
  return Array.from({ length: count }, () => {
    at = (at * 48_271) % 2_147_483_647;
    return WORDS[at % WORDS.length];
  }).join(' ');
}

/** Paragraphs of twenty chapters, and each word by itself. */
const CHAPTERS = Array.from({ length: 20 }, (_, i) =>
  [`# C${i}`, ...Array.from({ length: 8 }, (_, j) => `Begin. ${text(i * 31 + j * 7, 60 + j * 9)}.`)].join(
    '\n\n',
  ),
);
const ALONE = `# Words\n\n${[...new Set(WORDS), 'Begin.'].map((word) => `- ${word}`).join('\n')}`;

/** The lines of each page of a book, without folios. */
async function pagesOf(chapters: readonly string[]): Promise<readonly (readonly Line[])[]> {
  const { delivered, messages } = await buildInMemory(
    {
      'book.yaml': 'title: A\nauthor: B\nlang: en-GB\nchapter-start: any\n',
      ...Object.fromEntries(chapters.map((text, i) => [`${i + 100}.md`, text])),
    },
    { editions: ['print'] },
    press,
  );
  expect(messages.filter(({ severity }) => severity === 'error').map(String)).toEqual([]);
  const pdf = [...delivered].find(([name]) => name.endsWith('.pdf'))?.[1] as Uint8Array;
  const { pages } = await inspectPdf(pdf);
  return pages.map(({ lines }) => lines.filter(({ text }) => /[a-z]{2}/.test(text)));
}

describe('lines of justified text', () => {
  let pages: readonly (readonly Line[])[];
  beforeAll(async () => {
    pages = await pagesOf([...CHAPTERS, ALONE]);
  }, 120_000);

  it('have no wide spaces where others have room', () => {
    const alone = new Map(pages.flat().map(({ text, width }) => [text.replace(/^• /, ''), width]));
    let all = 0;
    let wide = 0;
    for (const { text, width, size } of pages.flat()) {
      const words = text.split(' ');
      const widths = words.map((word) => alone.get(word));
      const letters = widths.reduce<number>((sum, one) => sum + (one ?? Number.NaN), 0);
      if (words.length < 3 || Number.isNaN(letters)) continue;
      all++;
      if ((width - letters) / (words.length - 1) > 0.5 * size) wide++;
    }
    // Filled one after another, 17 of 621 had them.
    expect(all).toBeGreaterThan(600);
    expect(wide).toBeLessThan(11);
  });

  it('part few words, and hardly one at the foot of a page', () => {
    let feet = 0;
    let ladders = 0;
    let parted = 0;
    for (const lines of pages) {
      let row = 0;
      for (const { text } of lines) {
        row = /[-\u00ad]$/.test(text) ? row + 1 : 0;
        if (row) parted++;
        if (row > 3) ladders++;
      }
      if (row) feet++;
    }
    // Filled one after another, 16 of 69 pages ended with a part of one, and 9 lines were one too many in a row.
    expect(pages.length).toBeGreaterThan(60);
    expect(feet).toBeLessThan(8);
    expect(ladders).toBeLessThan(3);
    expect(parted).toBeGreaterThan(300);
  });

  it('part fewer words above the notes of a page', async () => {
    const noted = CHAPTERS.map((chapter, i) => {
      const [title = '', ...paragraphs] = chapter.split('\n\n');
      const called = paragraphs.map((one, j) => `${one}[^${j}]\n\n[^${j}]: ${text(i * 5 + j, 25)}.`);
      return [title, ...called].join('\n\n');
    });
    const all = await pagesOf(noted);
    const lasts = all.flatMap((lines) => {
      const body = lines.filter(({ size }) => size > 11);
      return body.length < lines.length ? body.slice(-1) : [];
    });
    const parted = lasts.filter((line) => /[-\u00ad]$/.test(line.text));
    // Without this 16 of 66 are.
    expect(lasts.length).toBeGreaterThan(55);
    expect(parted.length).toBeLessThan(12);
  });
});
