import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { testPress } from '../support/press.js';

/* Breaks between scenes where a page ends, of mere space or of a sign. */

const SENTENCE =
  'The keeper lit the lamps along the quay and wrote the hour into the book, as he did every evening. ';
const lines = (count: number, word = 'Line'): string =>
  Array.from({ length: count }, (_, i) => `${word} ${i}.\n\n`).join('');
/** Cards with backs, which begin on the front of a sheet. */
const CARDS = ':::::cards{across=2}\n::::card[Front]\nx\n:::back\nBack\n:::\n::::\n:::::\n\nBehind.\n';
const SIGN = '* * *';

let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

/** The lines of a chapter on each of its pages, without head and folio. A page that was measured and not printed fails the build. */
async function printed(chapter: string) {
  const { messages, delivered } = await buildInMemory(
    {
      'book.yaml': 'title: T\nlang: en-GB\ntrim: 5x8\nchapter-start: any\n',
      'a.md': `# One\n\n${chapter}`,
      'plate.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" width="50" height="80"><rect width="50" height="80"/></svg>',
    },
    { editions: ['print'] },
    press,
  );
  expect(messages.filter(({ severity }) => severity === 'error').map(String)).toEqual([]);
  const { pages } = await inspectPdf(delivered.get('out/t-print.pdf') as Uint8Array);
  return pages
    .slice(
      pages.findIndex(({ label }) => label === '1'),
      -1,
    )
    .map(({ lines, height }) => lines.filter(({ y }) => y > 52 && y < height - 52));
}

it.each([20, 24])(
  'space is not lost where a page ends, and begins none: %i lines behind it',
  async (tails) => {
    const scene = `${SENTENCE.repeat(3)}\n\n`;
    const [first, second] = await printed(
      `${lines(18)}${scene}* * * {.space}\n\n${scene}${lines(tails, 'Tail')}`,
    );
    // It takes lines of the scene before along.
    expect(first?.at(-1)?.text).toMatch(/as he did$/);
    const ends = second?.findIndex(({ text }) => text.endsWith('every evening.')) ?? -1;
    const [last, next] = [
      second?.[ends],
      second?.slice(ends + 1).find(({ text }) => text.startsWith('The keeper')),
    ];
    expect(Math.abs((last?.y ?? 0) - (next?.y ?? 0))).toBeGreaterThan(28);
  },
);

it('space shows the sign of other breaks where it has to end a page, or to begin one', async () => {
  const pages = await printed(
    `${lines(9)}* * * {.space}\n\n![A plate](plate.svg){.full-bleed}\n\n* * * {.space}\n\nBehind.\n\n* * * {.space}\n\nLast.\n`,
  );
  const texts = pages.map((page) => page.map(({ text }) => text));
  expect(texts[0]?.slice(-2)).toEqual(['Line 8.', SIGN]);
  expect(texts.at(-1)).toEqual([SIGN, 'Behind.', 'Last.']);
});

it.each(['* * *', '* * * {.space}'])(
  'a break goes along with cards to the front of a sheet: %s',
  async (written) => {
    // The scene before would be parted to keep the break company, until that begins a page of its own.
    const pages = await printed(`${lines(7)}${SENTENCE.repeat(3)}\n\n${written}\n\n${CARDS}`);
    const texts = pages.map((page) => page.map(({ text }) => text));
    expect(texts[0]?.at(-1)).toMatch(/every evening\.$/);
    expect(texts[1]).toEqual([]);
    expect(texts[2]).toEqual([SIGN, 'Front', 'x']);
    expect(texts[3]?.slice(0, 1)).toEqual(['Back']);
  },
);
