import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';
import { rulesOf } from '../support/pdf-rules.js';
import { testPress } from '../support/press.js';

/* Images side by side: as high as each other, whatever their shapes are. */

let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

const drawing = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="#ccc"/></svg>`;
const FILES = {
  'wide.svg': drawing(600, 400),
  'tall.svg': drawing(300, 500),
  'needle.svg': drawing(60, 600),
  'small.svg': drawing(60, 30),
  'dot.svg': drawing(24, 24),
  'formless.svg': '<svg xmlns="http://www.w3.org/2000/svg"><rect width="90" height="60" fill="#ccc"/></svg>',
};

async function made(row: string, edition: string) {
  const { messages, delivered } = await buildInMemory(
    {
      'book.yaml': 'title: T\nauthor: A\nidentifier: urn:x:1\nchapter-start: any\n',
      'a.md': `# One\n\nText.\n\n${row}\n\nText.\n`,
      ...FILES,
    },
    { editions: [edition] },
    press,
  );
  expect(messages.filter(({ severity }) => severity === 'error').map(String)).toEqual([]);
  return [...delivered.values()][0] as Uint8Array;
}

/** What is drawn for each image of a row, from left to right. */
async function drawnIn(row: string, edition = 'print') {
  const pages = await rulesOf(await made(row, edition));
  return pages
    .flat()
    .filter(({ width, height }) => width > 12 && height > 12)
    .sort((a, b) => a.left - b.left);
}

const image = (name: string, more = ''): string => `![${name}](${name}.svg${more})`;

describe('images side by side on pages', () => {
  it.each([
    ['two', [image('wide'), image('tall')], [1.5, 0.6]],
    ['with words below one', [image('wide', ' "Above"'), image('tall'), image('wide')], [1.5, 0.6, 1.5]],
    ['a narrow one with words', [image('wide'), image('needle', ' "Long words below it"')], [1.5, 0.1]],
    ['small and large', [image('small'), image('tall')], [2, 0.6]],
    ['alike', [image('wide', ' "A"'), image('wide', ' "B"')], [1.5, 1.5]],
  ])('are equally high, begin on one line and keep their shapes: %s', async (_, images, ratios) => {
    const drawn = await drawnIn(images.join(' '));
    expect(drawn).toHaveLength(images.length);
    const [first] = drawn;
    for (const [i, { top, width, height }] of drawn.entries()) {
      expect(height).toBeCloseTo(first?.height ?? 0, 0);
      expect(top).toBeCloseTo(first?.top ?? 0, 0);
      expect(width / height).toBeCloseTo(ratios[i] ?? 0, 1);
    }
    const last = drawn.at(-1);
    // A text block of 6 by 9 inches is 334 points wide.
    if (!images.some((one) => one.includes('needle')))
      expect((last?.left ?? 0) + (last?.width ?? 0) - (first?.left ?? 0)).toBeGreaterThan(320);
  });

  it('are no higher than the highest of them by itself', async () => {
    const drawn = await drawnIn(`${image('small')} ${image('dot')}`);
    expect(drawn.map(({ height }) => Math.round(height / 0.75))).toEqual([30, 30]);
  });

  it('are as large as the row in large print', async () => {
    const drawn = await drawnIn(`${image('small')} ${image('dot')}`, 'large-print');
    expect(Math.min(...drawn.map(({ height }) => height))).toBeGreaterThan(60);
  });

  it('have the widths that their author gives', async () => {
    const drawn = await drawnIn(`${image('wide')}{width=25%} ${image('tall')}{width=50%}`);
    expect((drawn[1]?.width ?? 0) / (drawn[0]?.width ?? 1)).toBeCloseTo(2, 1);
  });
});

describe('images side by side in the EPUB', () => {
  const rowsIn = async (row: string) => {
    const { documents } = await openEpub(await made(row, 'epub'));
    const figures = [...documents.values()].flatMap((page) =>
      page.all('figure').map(({ attributes }) => attributes.style ?? ''),
    );
    return figures.map((style) => Number(/^width:([\d.]+)%/.exec(style)?.[1]));
  };

  it('are as wide as their heights want it, and have room together', async () => {
    const [wide = 0, tall = 0] = await rowsIn(`${image('wide')} ${image('tall')}`);
    expect(wide / tall).toBeCloseTo(1.5 / 0.6, 1);
    expect(wide + tall).toBeGreaterThan(90);
    expect(wide + tall + 4).toBeLessThanOrEqual(100.1);
  });

  it('have no such widths where their author gives one', async () => {
    expect(await rowsIn(`${image('wide')}{width=25%} ${image('tall')}`)).toEqual([Number.NaN, Number.NaN]);
  });
});
