import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { thisWorld } from '../../src/world.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { meddling } from '../support/press.js';

/*
 * A page number that is not true in the printed file is never delivered, whatever it was that moved.
 */
let press: Press;
beforeAll(async () => {
  press = thisWorld().press();
  await press.version();
});
afterAll(() => press[Symbol.asyncDispose]());

/** A press in which something moves between the last look and the print. */
function moving(selector: string): Press {
  return meddling(press, (open) =>
    open.run((what) => {
      for (const element of document.querySelectorAll<HTMLElement>(what)) element.style.breakBefore = 'page';
    }, selector),
  );
}

const words = (count: number): string => 'Words that fill the page, line by line. '.repeat(count);
const BOOK = {
  'book.yaml': 'title: Moved\nauthor: A\nlang: en\nchapter-start: any\n',
  'a.md': `# One\n\nSee @fig-one and @sec-two.[^n] ${words(8)}\n\n## Two {#sec-two}\n\n${words(12)}\n\n![Alt text](one.svg){#fig-one}\n\nA[]{.index entry="term"} word. ${words(90)}\n\n[^n]: A note.\n`,
  'one.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="200" height="100"/></svg>',
};

describe('a build', () => {
  it('is made when nothing moves', async () => {
    const made = await buildInMemory(BOOK, { editions: ['print'] }, moving('.nothing'));
    expect(made.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
    expect(made.delivered.size).toBe(2);
  });

  it.each(['en', 'ar'])(
    'is made where a heading is higher than its page, and begins where it does (%s)',
    async (lang) => {
      const title = 'Lights until lights while the counted all incomprehensible';
      const files = {
        'book.yaml': `title: Torn\nauthor: A\nlang: ${lang}\ntheme: workbook\ntrim: 90mm x 90mm\ntokens: {text-size: 12.5pt}\n`,
        'a.md': `# ${title}\n\nText.\n`,
      };
      const made = await buildInMemory(files, { editions: ['print'] }, press);
      expect(made.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
      const { outline, pages } = await inspectPdf(made.delivered.get('out/torn-print.pdf') as Uint8Array);
      const begins = pages.findIndex(({ label, text }) => label === '1' && text.includes('Lights'));
      expect(begins).toBeGreaterThan(0);
      expect(pages[begins]?.text).not.toContain('incomprehensible');
      expect(outline.find((item) => item.title === title)?.page).toBe(begins);
    },
  );

  it.each(['body { display: none }', '.sheet { position: fixed }'])(
    'is not delivered when a stylesheet takes pages away, which is told: %s',
    async (css) => {
      const files = { ...BOOK, 'own.css': css, 'book.yaml': `${BOOK['book.yaml']}styles: own.css\n` };
      const made = await buildInMemory(files, { editions: ['print'] }, press);
      expect(made.ok).toBe(false);
      expect(made.delivered.size).toBe(0);
      const said = made.messages.filter(({ fatal }) => fatal);
      expect(said.map(({ ruleId }) => ruleId)).toEqual(['style-keeps-pages']);
      expect(said[0]?.reason).toContain('own.css');
    },
  );

  it('is not delivered when what moves has a name with letters that addresses do not have', async () => {
    const text = `# One\n\nSee @fig-größe.\n\n${words(12)}\n\n![Alt text](one.svg){#fig-größe}\n\n${words(40)}\n`;
    const files = { ...BOOK, 'a.md': text };
    expect((await buildInMemory(files, { editions: ['print'] }, press)).ok).toBe(true);
    const made = await buildInMemory(files, { editions: ['print'] }, moving('figure'));
    expect(made.messages.map(({ reason }) => reason).join(' ')).toContain('fig-größe');
    expect(made.delivered.size).toBe(0);
  });

  it.each([
    ['a heading', 'h2'],
    ['a figure', 'figure'],
    ['an entry of the index', 'figure + p'],
    ['a note', '.foot-note'],
  ])('is not delivered when %s moves to another page', async (_, selector) => {
    const made = await buildInMemory(BOOK, { editions: ['print'] }, moving(selector));
    expect(made.ok).toBe(false);
    expect(made.messages.filter(({ fatal }) => fatal).map(({ ruleId }) => ruleId)).toContain(
      'page-numbers-true',
    );
    expect(made.delivered.size).toBe(0);
  });
});
