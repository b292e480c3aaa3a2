import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { testPress } from '../support/press.js';

/* What references say in print: the name of what they lead to, and its page where that is another. */

let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

const WAVE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50"><rect width="100" height="50"/></svg>';

/** Without the spaces that only typesetting tells apart. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/« | »/g, (mark) => mark.trim());

async function built(keys: string, chapters: Record<string, string>) {
  const { delivered, messages } = await buildInMemory(
    { 'book.yaml': `title: T\nauthor: A\nidentifier: urn:x:1\n${keys}`, 'w.svg': WAVE, ...chapters },
    { editions: ['print', 'epub'] },
    press,
  );
  // The machine may have to lend letters for Chinese and Japanese.
  expect(messages.map(String).filter((said) => !/a font of this machine/.test(said))).toEqual([]);
  const named = (end: string) => [...delivered].find(([name]) => name.endsWith(end))?.[1] as Uint8Array;
  const pdf = await inspectPdf(named('.pdf'));
  return { text: plain(pdf.pages.map(({ text }) => text).join('\n')), epub: await openEpub(named('.epub')) };
}

const EQUATION = '$$ \\frac{a}{b}=mc^2 $$ {#eq-a}\n\nBy @eq-a it falls.\n';

describe('the page of a reference', () => {
  // Where the equation goes to the next page only when text has come to rest, its reference goes with it.
  it.each([20, 21, 22, 23, 24, 25, 26])('is left out on that page itself: below %i lines', async (lines) => {
    const { text } = await built('lang: en-GB\n', {
      'a.md': `# One\n\n${'Line.\n\n'.repeat(lines)}${EQUATION}`,
    });
    expect(text).toContain('By Equation 1 it falls.');
  });

  it('is given on another', async () => {
    const { text } = await built('lang: en-GB\n', {
      'a.md': `# One\n\n${EQUATION.replace('it falls', 'it fell')}`,
      'b.md': '# Two\n\nBy @eq-a it falls.\n',
    });
    expect(text).toContain('By Equation 1, page 1 it falls.');
  });
});

it('says the page in words of the author', async () => {
  const { text } = await built('lang: en-GB\nwords: {page: p.}\n', {
    'a.md': `# One\n\n${EQUATION}`,
    'b.md': '# Two\n\nSee @eq-a, [-@eq-a].\n',
  });
  expect(text).toContain('See Equation 1, p. 1, 1.');
});

describe('a reference to another language', () => {
  const NUMBERED = '# One {#sec-one}\n\n![A](w.svg "Waves."){#fig-w}\n\n## Deep {#sec-deep}\n\nText.\n';

  it.each([
    ['fr', 'Figure 1, page 1; Chapitre 1, page 1; «Deep», page 1.'],
    ['de', 'Abbildung 1, Seite 1; Kapitel 1, Seite 1; „Deep“, Seite 1.'],
    ['ja', '図 1（1ページ）; 第1章（1ページ）; 「Deep」（1ページ）.'],
    ['zh', '图 1（第1页）; 第1章（第1页）; “Deep”（第1页）.'],
  ])('is written in its own words: %s', async (lang, said) => {
    const { text, epub } = await built('lang: en-GB\nnumber-chapters: true\n', {
      'a.md': NUMBERED,
      'b.md': `---\nlang: ${lang}\n---\n# Xx\n\n@fig-w; @sec-one; @sec-deep.\n`,
    });
    expect(text).toContain(said);
    // What is referred to keeps its own.
    expect(text).toContain('Figure 1. Waves.');
    const inEpub = said.replace(/, (?:page|Seite) 1|（第?1(?:ページ|页)）/g, '');
    expect([...epub.documents.values()].some((one) => plain(one.text).includes(inEpub))).toBe(true);
  });

  it('is written in the words of the passage that it stands in', async () => {
    const { text, epub } = await built('lang: en-GB\nnumber-chapters: true\n', {
      'a.md': NUMBERED,
      'b.md':
        '# Two\n\nHere @fig-w. [Hier @fig-w, [-@fig-w], @sec-deep]{lang=de}. Then @sec-one.\n\n:::div{lang=fr}\nVoir **@sec-one**.\n:::\n',
    });
    expect(text).toContain(
      'Here Figure 1, page 1. Hier Abbildung 1, Seite 1, 1, „Deep“, Seite 1. Then Chapter 1, page 1.',
    );
    expect(text).toContain('Voir Chapitre 1, page 1.');
    const pages = [...epub.documents.values()].map((one) => plain(one.text));
    expect(pages.some((page) => page.includes('Hier Abbildung 1, 1, „Deep“. Then Chapter 1.'))).toBe(true);
  });
});
