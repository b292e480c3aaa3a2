import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { buildInMemory } from '../support/memory.js';
import { type InspectedPdf, inspectPdf } from '../support/pdf.js';
import { testPress } from '../support/press.js';

/* Headings below the title of a chapter: what each level looks like, and where it stands. */

const T = 'The lamp was lit early because evening came down the stairs before anyone had thought of supper. ';
const LEVELS = [2, 3, 4, 5, 6];
const HEADS = { en: 'Head', he: 'כותרת', ja: '見出し' };

let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

async function printed(chapter: string, settings = '', edition = 'print'): Promise<InspectedPdf> {
  const { messages, delivered } = await buildInMemory(
    { 'book.yaml': `title: T\nauthor: A\nchapter-start: any\n${settings}`, 'a.md': chapter },
    { editions: [edition] },
    press,
  );
  expect(messages.filter(({ severity }) => severity === 'error').map(String)).toEqual([]);
  return inspectPdf(delivered.get(`out/t-${edition}.pdf`) as Uint8Array);
}

/** A heading of each level between two paragraphs, with an emphasized word in it. */
const withLevels = (head: string): string =>
  `# Title\n\n${LEVELS.map((n) => `${T.repeat(2)}\n\n${'#'.repeat(n)} ${head} ${n} *leans*\n\n`).join('')}${T.repeat(2)}\n`;

/** What each level looks like: the face and the size of its number, and how much further down it stands than a line would. */
function levelsIn({ pages }: InspectedPdf) {
  return LEVELS.map((level) => {
    for (const { lines, pieces } of pages) {
      const at = lines.findIndex(({ text }) => text.includes('leans') && text.includes(String(level)));
      const [line, above, below] = [lines[at], lines[at - 1], lines[at + 1]];
      if (!line || !above || !below) continue;
      const own = pieces.filter(({ y }) => Math.abs(y - line.y) < 2);
      const piece = own.find(({ text }) => text.includes(String(level)));
      const leaning = own.find(({ text }) => text.includes('leans'));
      if (!piece || !leaning) continue;
      return {
        level,
        font: piece.font,
        leaning: leaning.font,
        size: piece.size,
        above: line.y - above.y,
        below: below.y - line.y,
      };
    }
    throw new Error(`there is no heading of level ${level}`);
  });
}

/** How heavy a level is, by what it has: the line above it, then its weight, then its size. */
const weightOf = ({ above, font, size }: ReturnType<typeof levelsIn>[number]): number =>
  Math.round(above / 7) * 100 + (/bold/i.test(font) ? 50 : 0) + size;

describe.each(['classic', 'modern', 'workbook'])('in the theme %s', (theme) => {
  it('each level of headings is lighter than the one above it', async () => {
    const levels = levelsIn(await printed(withLevels('Head'), `trim: 8x12\ntheme: ${theme}\nlang: en\n`));
    for (const [i, below] of levels.slice(2).entries()) {
      const upper = levels[i + 1] as typeof below;
      expect(weightOf(below), `${below.level}: ${JSON.stringify([upper, below])}`).toBeLessThan(
        weightOf(upper),
      );
    }
    // A title of its paragraph: no further from the text above than paragraphs are from each other.
    const last = levels.at(-1);
    expect(last?.above).toBeLessThan(theme === 'classic' ? 15.5 : 24);
  });

  it('words that lean in a heading that leans stand upright', async () => {
    const pdf = await printed(withLevels('Head'), `trim: 8x12\ntheme: ${theme}\nlang: en\n`);
    for (const { font, leaning, level } of levelsIn(pdf))
      expect(/italic/i.test(leaning), `${level} ${font} ${leaning}`).toBe(!/italic/i.test(font));
  });

  it('nothing leans and levels differ all the same where letters are not slanted', async () => {
    for (const lang of ['he', 'ja'] as const) {
      const pdf = await printed(
        `# Title\n\n${LEVELS.map((n) => `${T.repeat(2)}\n\n${'#'.repeat(n)} ${HEADS[lang]} ${n} leans\n\n`).join('')}${T.repeat(2)}\n`,
        `trim: 8x12\ntheme: ${theme}\nlang: ${lang}\n`,
      );
      const levels = levelsIn(pdf);
      for (const { font } of levels) expect(font).not.toMatch(/italic/i);
      const looks = levels.map(
        ({ font, size, above }) => `${/bold/i.test(font)} ${size.toFixed(1)} ${above.toFixed(0)}`,
      );
      expect(new Set(looks).size, looks.join(', ')).toBe(LEVELS.length);
    }
  });
});

it('levels differ in large print, where nothing leans', async () => {
  const pdf = await printed(withLevels('Head'), 'lang: en\n', 'large-print');
  const looks = levelsIn(pdf).map(({ font, size, above }) => {
    expect(font).not.toMatch(/italic/i);
    expect(size).toBeGreaterThanOrEqual(16);
    return `${/bold/i.test(font)} ${size.toFixed(1)} ${above.toFixed(0)}`;
  });
  expect(new Set(looks).size, looks.join(', ')).toBe(LEVELS.length);
});

it('text stands on the same lines behind headings of every level', async () => {
  const { pages } = await printed(`${withLevels('Head')}\n${withLevels('More').replace('# Title\n\n', '')}`);
  const ys = pages.flatMap(({ lines }) => lines.filter(({ text }) => /lamp|stairs|thought/.test(text)));
  expect(ys.length).toBeGreaterThan(25);
  for (const { y, text } of ys) {
    const steps = (y - (ys[0]?.y ?? 0)) / 15;
    expect(Math.abs(steps - Math.round(steps)), `${text} at ${y}`).toBeLessThan(0.03);
  }
});

describe.each(['classic', 'modern', 'workbook'])('a second title in a chapter, in the theme %s,', (theme) => {
  it('has white above and below it, and more above', async () => {
    for (const paragraphs of [1, 4]) {
      const files = `${T.repeat(2)}\n\n`.repeat(paragraphs);
      const { messages, delivered } = await buildInMemory(
        {
          'book.yaml': `title: T\nauthor: A\nchapter-start: any\ntheme: ${theme}\ncontents: {body: [a.md, b.md]}\n`,
          'a.md': `# First\n\n${files}# Second\n\n${T.repeat(4)}\n\n## Third\n\n${T}\n`,
          'b.md': '# Other\n\nText.\n',
        },
        { editions: ['print'] },
        press,
      );
      expect(messages.filter(({ severity }) => severity === 'error').map(String)).toEqual([]);
      const { pages } = await inspectPdf(delivered.get('out/t-print.pdf') as Uint8Array);
      const page = pages.find(({ label, text }) => /^\d/.test(label) && /^Second$/m.test(text));
      const at = page?.lines.findIndex(({ text }) => text === 'Second') ?? -1;
      const [above, title, below] = page?.lines.slice(at - 1, at + 2).map(({ y }) => y) ?? [];
      const leading = theme === 'workbook' ? 15.75 : 15;
      const space = (title ?? 0) - (above ?? 0);
      expect(space, `${paragraphs}`).toBeGreaterThan(leading * 3);
      expect((below ?? 0) - (title ?? 0)).toBeGreaterThan(leading * 1.9);
      expect((below ?? 0) - (title ?? 0)).toBeLessThan(space);
    }
  });
});

it.each([1, 2])(
  'of %i times some words has its lines apart, and leaves the text on those of the page',
  async (times) => {
    const words = 'Upper: happy gypsies from the gap and the puppy mill to the hill ';
    const { pages } = await printed(
      `# One\n\n${T.repeat(2)}\n\n## ${words.repeat(times)}end\n\n${T.repeat(3)}\n\n## Brief\n\n${T.repeat(2)}\n`,
      'trim: 5x8\n',
    );
    const lines = pages.find(({ label }) => label === '1')?.lines ?? [];
    const begin = lines.findIndex(({ text }) => text.startsWith('Upper'));
    const end = lines.findIndex(({ text }) => /\bend$/.test(text));
    expect(end - begin).toBeGreaterThanOrEqual(times);
    for (let i = begin; i < end; i++)
      expect((lines[i + 1]?.y ?? 0) - (lines[i]?.y ?? 0)).toBeCloseTo(15 * 1.2, 1);
    // The white below is less than that above, and there is some.
    const [above, below] = [begin, end + 1].map((i) => (lines[i]?.y ?? 0) - (lines[i - 1]?.y ?? 0));
    expect(below).toBeGreaterThan(15 * 1.2);
    expect(below).toBeLessThan(above ?? 0);
    const text = lines.filter(({ text }) => /(?:lamp|evening|stairs|supper)/.test(text)).map(({ y }) => y);
    for (const y of text) expect(((y - (text[0] ?? 0)) / 15) % 1).toBeCloseTo(0, 2);
  },
);

it('of a dozen lines, as a paragraph that was made one by mistake, keeps clear of the text below it', async () => {
  const words = 'Upper: happy gypsies from the gap and the puppy mill to the hill '.repeat(9);
  const { pages } = await printed(`# One\n\n## ${words}end\n\n${T.repeat(2)}\n`, 'trim: 5x8\n');
  const lines = pages.find(({ label }) => label === '1')?.lines ?? [];
  const end = lines.findIndex(({ text }) => /\bend$/.test(text));
  expect(end).toBeGreaterThan(10);
  expect((lines[end + 1]?.y ?? 0) - (lines[end]?.y ?? 0)).toBeGreaterThan(15);
});
