import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { rulesOf } from '../support/pdf-rules.js';
import { testPress } from '../support/press.js';

/* A picture and a sentence or two on each page. */

const HEIGHTS = [400, 380, 460, 300, 420];
const svg = (height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="${height}" viewBox="0 0 400 ${height}"><rect width="400" height="${height}" fill="#ccc"/></svg>`;
const words = (i: number): string => `Words${i}x. Otto has new boots. They are red, and they are his.`;

let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

/** What stands on each page of a book of one chapter: its words, and the pictures above and below them. */
async function printed(blocks: readonly string[]): Promise<string[]> {
  const { messages, delivered } = await buildInMemory(
    {
      'book.yaml':
        'title: T\nauthor: A\nlang: en-GB\nchapter-start: any\ntrim: 210mm x 210mm\ntheme: modern\ntokens: {text-size: 18pt, leading: 26pt}\n',
      'a.md': `# One\n\n${blocks.join('\n\n')}\n`,
      ...Object.fromEntries(HEIGHTS.map((height, i) => [`p${i}.svg`, svg(height)])),
    },
    { editions: ['print'] },
    press,
  );
  expect(messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  const bytes = delivered.get('out/t-print.pdf') as Uint8Array;
  const [{ pages }, drawn] = [await inspectPdf(bytes), await rulesOf(bytes)];
  return pages.flatMap(({ lines, label, height }, page) => {
    if (!/^\d+$/.test(label)) return [];
    const said = lines.flatMap(({ text, y }) => {
      const [word] = /Words\dx/.exec(text) ?? [];
      return word ? [{ name: word, y }] : [];
    });
    const pictures = (drawn[page] ?? []).filter((one) => one.height > height / 4);
    const all = [...said, ...pictures.map(({ top }) => ({ name: 'picture', y: top }))];
    return [
      all
        .sort((a, b) => a.y - b.y)
        .map(({ name }) => name)
        .join(' '),
    ];
  });
}

const picture = (i: number, title = ''): string => `![A red boot in a puddle](p${i}.svg${title})`;

it('words stand below their picture where a chapter begins with one', async () => {
  const pages = await printed(HEIGHTS.flatMap((_, i) => [picture(i), words(i)]));
  expect(pages.slice(0, HEIGHTS.length)).toEqual(HEIGHTS.map((_, i) => `picture Words${i}x`));
});

it('words stand above their picture where a chapter begins with words', async () => {
  const pages = await printed(HEIGHTS.flatMap((_, i) => [words(i), 'They may be two.', picture(i)]));
  expect(pages.slice(0, HEIGHTS.length)).toEqual(HEIGHTS.map((_, i) => `Words${i}x picture`));
});

it('words of several lines are whole, and those that end a story stand below its last picture', async () => {
  const long = (i: number): string => `${words(i)} ${'They ran. '.repeat(18)}Words${i}x.`;
  const pages = await printed([...[0, 1, 2].flatMap((i) => [long(i), picture(i ? 2 : 3)]), words(3)]);
  expect(pages.filter((page) => /[12]x/.test(page))).toEqual([
    'Words1x Words1x picture',
    'Words2x Words2x picture Words3x',
  ]);
});

it.each([
  ['the words are long', HEIGHTS.flatMap((_, i) => [picture(i), words(i).repeat(6)])],
  ['pictures say themselves what they show', HEIGHTS.flatMap((_, i) => [picture(i, ' "A boot"'), words(i)])],
  ['there is more than pictures and words', [...HEIGHTS.flatMap((_, i) => [picture(i), words(i)]), '- End']],
  ['there is one picture', [picture(2), words(0), words(1)]],
])('a picture is as large as its page lets it be where %s', async (_, blocks) => {
  const [first] = await printed(blocks);
  expect(first).toBe('picture');
});
