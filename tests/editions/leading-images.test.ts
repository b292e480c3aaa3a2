import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { thisWorld } from '../../src/world.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { type SetImage, setImages } from '../support/pdf-images.js';

/*
 * A picture as wide as the text that a paragraph begins with, and words behind it.
 */
const CHAPTER = `# Plums

The first paragraph.

![Red plum](wide.jpg) and words behind it.

A paragraph between.

[![Red plum, large](wide.jpg)](https://example.org/plum) *linked*

A paragraph between.

*![Red plum, slanted](wide.jpg)*
`;

let press: Press;
let wide: Uint8Array;
beforeAll(async () => {
  press = thisWorld().press();
  await press.version();
  const plain = sharp({ create: { width: 2000, height: 300, channels: 3, background: '#a33' } });
  wide = await plain.jpeg().toBuffer();
});
afterAll(() => press[Symbol.asyncDispose]());

async function printed(more: Readonly<Record<string, string>> = {}) {
  const { messages, delivered } = await buildInMemory(
    { 'book.yaml': 'title: Plums\nauthor: A\nlang: en\n', 'a.md': CHAPTER, 'wide.jpg': wide, ...more },
    { editions: ['print'] },
    press,
  );
  const told = messages.filter(({ ruleId }) => ruleId === 'fits-page');
  return { told, images: await setImages(delivered.get('out/plums-print.pdf') as Uint8Array) };
}

describe('a paragraph that begins with an image', () => {
  it('has no indent, which would push the image off the page', async () => {
    const { told, images } = await printed();
    expect(told.map(String)).toEqual([]);
    const [first, ...others] = images.filter(({ width }) => width > 200) as [SetImage, ...SetImage[]];
    expect(others).toHaveLength(2);
    for (const { left, width } of others) {
      expect(left).toBeCloseTo(first.left, 1);
      expect(width).toBeCloseTo(first.width, 1);
    }
  });

  it('is told once where it is too wide all the same, with what helps an image', async () => {
    const { told } = await printed({
      'book.yaml': 'title: Plums\nauthor: A\nlang: en\nstyles: own.css\n',
      'own.css': 'img { margin-left: 2cm; }',
    });
    expect(told.map(({ reason, line }) => [line, /^This (\w+)/.exec(reason)?.[1]])).toEqual([
      [5, 'image'],
      [9, 'image'],
      [13, 'image'],
    ]);
    for (const { remedy } of told) expect(remedy).toContain('{width=80%}');
  });
});

it('a line before a wide image within a sentence is not stretched, as other paragraphs are', async () => {
  const wide =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 20" width="400" height="20"><path d="M0 0H400V20Z"/></svg>';
  const behind =
    'before breakfast and after the lamp has gone out and nobody is there to light it again. '.repeat(2);
  const { delivered } = await buildInMemory(
    {
      'book.yaml': 'title: Plums\nauthor: A\nlang: en\n',
      'a.md': `# Plums\n\nIt is interrupted, ![a bar](bar.svg) which is good for nobody, ${behind}\n\nAnother is not, which is good for everybody, ${behind}\n`,
      'bar.svg': wide,
    },
    { editions: ['print'] },
    press,
  );
  const { pages } = await inspectPdf(delivered.get('out/plums-print.pdf') as Uint8Array);
  const lines = pages.flatMap((page) => page.lines);
  const widthOf = (begin: string): number => lines.find(({ text }) => text.startsWith(begin))?.width ?? 0;
  expect(widthOf('It is')).toBeGreaterThan(0);
  expect(widthOf('It is')).toBeLessThan(widthOf('Another') / 2);
});
