import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { testPress } from '../support/press.js';

/* What an author puts above the title of a chapter: an epigraph, an ornament, a few words. */

const TEXT = `${'The lamp was lit early because evening came down the stairs before anyone had thought of supper. '.repeat(5)}\n`;
const SIGN =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40"/></svg>';
const CHAPTERS = {
  'a.md': `# Plain\n\n${TEXT}`,
  'b.md': `:::epigraph\nAll water ends.[^n]\n\n-- A saying\n:::\n\n# Epigraph\n\n${TEXT}\n[^n]: Or so it is said.\n`,
  'c.md': `![A square](s.svg){width=10%}\n\n# Ornament\n\n${TEXT}`,
  'd.md': `<!-- A remark. -->\n\n# Remark\n\n${TEXT}`,
  'e.md': `${TEXT}\n${TEXT}\n# Late\n\n${TEXT}`,
};

let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

async function built(keys: string) {
  const { delivered, messages } = await buildInMemory(
    {
      'book.yaml': `title: T\nauthor: A\nidentifier: urn:x:1\nlang: en-GB\nchapter-start: any\n${keys}`,
      's.svg': SIGN,
      ...CHAPTERS,
    },
    { editions: ['print', 'epub'] },
    press,
  );
  expect(messages.map(String)).toEqual([]);
  const file = (end: string) => [...delivered].find(([name]) => name.endsWith(end))?.[1] as Uint8Array;
  const pdf = await inspectPdf(file('.pdf'));
  /** Where on its page a title stands, and the lines before and behind it. */
  const around = (title: string) => {
    const lines = pdf.pages.findLast((page) => page.lines.some(({ text }) => text === title))?.lines ?? [];
    const at = lines.findIndex(({ text }) => text === title);
    const [before, own, behind] = [lines[at - 1], lines[at], lines[at + 1]];
    if (!own || !behind) throw new Error(`${title} is not there`);
    return { lines, before, y: own.y, below: behind.y - own.y };
  };
  return { pdf, around, epub: await openEpub(file('.epub')) };
}

describe.each(['classic', 'modern', 'workbook'])('a chapter in the theme %s', (theme) => {
  it('opens as any other with something above its title', async () => {
    const { around, epub } = await built(`theme: ${theme}\n`);
    const plain = around('Plain');
    for (const title of ['Epigraph', 'Ornament', 'Late'])
      expect(around(title).below).toBeCloseTo(plain.below, 0);
    expect(around('Remark').y).toBeCloseTo(plain.y, 1);
    // It begins lower than text does, and the title stands below it and its white.
    const { lines, before, y } = around('Epigraph');
    expect(lines[0]?.text).toContain('All water ends.');
    expect(lines[0]?.y).toBeGreaterThan(65);
    expect(y - (before?.y ?? 0)).toBeGreaterThan(30);
    expect(y).toBeGreaterThan(plain.y);
    expect(lines.some(({ text }) => text.includes('Or so it is said.'))).toBe(true);
    expect(around('Ornament').y).toBeGreaterThan(plain.y);
    const chapter = epub.documents.get('b.xhtml')?.one('section');
    expect(chapter?.all('div').map(({ attributes }) => attributes.class)[0]).toBe('above-title');
  });
});

it('has its number between what stands above it and its title, and a drop cap below', async () => {
  const { around, pdf } = await built('number-chapters: true\ndrop-caps: true\n');
  const { lines } = around('Epigraph');
  expect(lines.slice(0, 4).map(({ text }) => text)).toEqual([
    expect.stringContaining('All water ends.'),
    expect.stringMatching(/^— ?A saying$/),
    'Chapter 2',
    'Epigraph',
  ]);
  const page = pdf.pages.find((one) => one.lines === lines);
  expect(page?.pieces.some(({ text, size }) => text === 'T' && size > 30)).toBe(true);
});
