import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { buildInMemory } from '../support/memory.js';
import { type InspectedPage, type InspectedPdf, inspectPdf } from '../support/pdf.js';
import { testPress } from '../support/press.js';
import { screenOf } from '../support/screen.js';

/* What stands around a letter that is three lines high. */

const LEADING = { classic: 15, modern: 15, workbook: 15.75 };
const TEXT =
  'the lamp was lit early because evening came down the stairs before anyone had thought of supper, and nobody minded that it rained.';
const MORE = `${TEXT} ${TEXT}`;

const openings = {
  plain: `H${MORE}`,
  accent: `Ä${MORE}`,
  number: `1984 ${MORE}`,
  quoted: `“1984” ${MORE}`,
  dutch: `IJsland ${MORE}`,
  word: `“I,” ${MORE}`,
  elision: `L’air ${MORE}`,
  initials: `W. H. Auden ${MORE}`,
  comma: `I, for one, ${MORE}`,
  quotedAccent: `“Été ${MORE}`,
};
const within = {
  tail: `[Q]{.drop-cap}uay at noon.\n\nNext below.`,
  above: `Just above.\n\n[Ö]{.drop-cap}${MORE}`,
  apart: `[**J**]{.drop-cap}${MORE}`,
};
const files = Object.fromEntries(
  Object.entries({ ...openings, ...within }).map(([name, text]) => [`${name}.md`, `# ${name}\n\n${text}\n`]),
);

let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

describe.each(['classic', 'modern', 'workbook'] as const)('the theme %s', (theme) => {
  const leading = LEADING[theme];
  let pdf: InspectedPdf;
  beforeAll(async () => {
    const names = Object.keys(files).join(', ');
    const book = `title: Letters\nidentifier: urn:x:1\nlang: en-GB\ntheme: ${theme}\ndrop-caps: true\nchapter-start: any\nhyphenate: false\ncontents: [${names}]\n`;
    const { messages, delivered } = await buildInMemory(
      { 'book.yaml': book, ...files },
      { editions: ['print'] },
      press,
    );
    expect(messages.filter(({ severity }) => severity === 'error').map(String)).toEqual([]);
    pdf = await inspectPdf([...delivered].find(([name]) => name.endsWith('.pdf'))?.[1] as Uint8Array);
  });
  const page = (name: keyof typeof openings | keyof typeof within): InspectedPage =>
    pdf.pages.find(
      ({ lines, label }) => /^\d/.test(label) && lines.some(({ text }) => text === name),
    ) as InspectedPage;
  const letterOn = ({ pieces }: InspectedPage) =>
    pieces.find(({ size, y, text }) => size > 40 && y > 100 && text.length <= 2);
  const line = ({ pieces }: InspectedPage, begin: string) => {
    const piece = pieces.find(({ text }) => text.startsWith(begin));
    if (!piece) throw new Error(`no ${begin}`);
    return piece;
  };

  it('leaves the letter a gap before its lines', () => {
    const letter = letterOn(page('plain'));
    const edge = line(page('plain'), 'plain').x;
    // The room beside an H is the same on both sides of it, and its foot stands on the edge of the text.
    const foot = (letter?.x ?? 0) + (letter?.width ?? 0) - (edge - (letter?.x ?? 0));
    expect(line(page('plain'), 't').x - foot).toBeGreaterThan(1.8);
  });

  it('has text begin on the same line below a title, with an accent and without', () => {
    expect(letterOn(page('accent'))?.y).toBeCloseTo(letterOn(page('plain'))?.y ?? 0, 1);
  });

  it('enlarges an elided letter, and no number, half a letter, quoted word or accent behind a mark', () => {
    expect(letterOn(page('elision'))?.text).toMatch(/^L/);
    for (const name of ['number', 'quoted', 'dutch', 'word', 'initials', 'comma', 'quotedAccent'] as const)
      expect(letterOn(page(name)), name).toBeUndefined();
  });

  it('gives a tail a line of its own, however brief the paragraph is', () => {
    const shown = page('tail');
    expect(line(shown, 'Next').y - (letterOn(shown)?.y ?? 0)).toBeGreaterThan(leading * 1.9);
  });

  it('keeps an accent out of the line above', () => {
    const shown = page('above');
    expect(line(shown, 'he lamp').y - line(shown, 'Just').y).toBeGreaterThan(leading * 1.9);
  });

  it('reads a letter that was set apart with its word', () => {
    expect(letterOn(page('apart'))?.text).toBe('J');
    const words = JSON.stringify(pdf.tags);
    expect(words).toContain('Jthe lamp');
  });
});

it('a letter with a tail has the line beside that on its page', async () => {
  const lines = [20, 21, 22, 23, 24, 25];
  const { delivered } = await buildInMemory(
    {
      'book.yaml': 'title: Letters\nidentifier: urn:x:1\nlang: en-GB\nchapter-start: any\nhyphenate: false\n',
      ...Object.fromEntries(
        lines.map((n) => [
          `${n}.md`,
          `# Chapter ${n}\n\n${'A line.\n\n'.repeat(n)}[Q]{.drop-cap}${MORE} ${MORE}\n`,
        ]),
      ),
    },
    { editions: ['print'] },
    press,
  );
  const { pages } = await inspectPdf(
    [...delivered].find(([name]) => name.endsWith('.pdf'))?.[1] as Uint8Array,
  );
  const placed = pages.flatMap(({ pieces }) => {
    const letter = pieces.find(({ size, text }) => size > 40 && text === 'Q');
    if (!letter) return [];
    const beside = pieces.filter(({ y, x }) => y > letter.y - 31 && y < letter.y + 16 && x > letter.x + 20);
    return [{ last: Math.max(...beside.map(({ y }) => y)) - letter.y, high: letter.y < 200 }];
  });
  expect(placed).toHaveLength(lines.length);
  for (const { last } of placed) expect(last).toBeCloseTo(LEADING.classic, 0);
  // Some stand at the foot of their page, and others have gone to the next.
  expect(new Set(placed.map(({ high }) => high)).size).toBe(2);
});

it.each(['epub', 'web'])(
  'the letter of a brief paragraph reaches into nothing that follows it (%s)',
  async (edition) => {
    const { screen, file } = await screenOf(
      {
        'book.yaml': 'title: T\nauthor: A\nlang: en\nidentifier: urn:x:1\n',
        'a.md': `# One\n\n[R]{.drop-cap}un.\n\nNobody ran.\n\n## Two\n\n${MORE}\n`,
      },
      edition,
    );
    const seen = await screen.open(file, { width: 600 });
    const lefts = await seen.evaluate(() => {
      const words = document.createRange();
      return [...document.querySelectorAll('section > p:not(.drop-cap), section > h2')]
        .slice(0, 2)
        .map((block) => {
          words.selectNodeContents(block);
          return words.getBoundingClientRect().left - block.getBoundingClientRect().left;
        });
    });
    // A paragraph may be indented, by little more than a letter.
    for (const left of lefts) expect(left).toBeLessThan(24);
    await screen.close();
  },
);

it('an opening that is too brief for its letter is told where it stands, and once', async () => {
  const { messages } = await buildInMemory(
    {
      'book.yaml': 'title: Letters\nauthor: A\nidentifier: urn:x:1\nlang: en-GB\ndrop-caps: true\n',
      'brief.md': `# Brief\n\n“The lamp was lit early.”\n\nT${MORE}\n`,
      'long.md': `# Long\n\nT${MORE}\n`,
      'own.md': '# Own\n\n[T]{.drop-cap}he lamp was lit early.\n',
      'number.md': '# Number\n\n1984 was early.\n',
    },
    { editions: ['epub', 'web'] },
    press,
  );
  const told = messages.filter(({ ruleId }) => ruleId === 'drop-cap-fits');
  expect(told.map(({ name, remedy }) => [name, remedy])).toEqual([
    ['book/brief.md:3:1', expect.stringContaining('With [T]{.drop-cap} at its head')],
  ]);
});
