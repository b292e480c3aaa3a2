import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { buildInMemory } from '../support/memory.js';
import { setImages } from '../support/pdf-images.js';
import { testPress } from '../support/press.js';

/* A picture of the author's own as the first page of the PDF for the screen, which has 6 × 9 in: 432 × 648 points. */

let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

async function firstPage(width: number, height: number) {
  const picture = sharp({ create: { width, height, channels: 3, background: '#a03050' } });
  const { delivered, messages } = await buildInMemory(
    {
      'book.yaml': 'title: T\nauthor: A\nidentifier: urn:x:1\ncover: {src: c.png, alt: Plums}\n',
      'a.md': '# One\n\nText.\n',
      'c.png': new Uint8Array(await picture.png().toBuffer()),
    },
    { editions: ['screen'] },
    press,
  );
  expect(messages).toEqual([]);
  const [image] = await setImages([...delivered.values()][0] as Uint8Array);
  const { page, left = 0, low = 0, width: wide = 0, height: high = 0 } = image ?? {};
  return [page, ...[left, low, wide, high].map((length) => Math.round(length) + 0)];
}

it.each([
  [1600, 2560],
  [1600, 2400],
  [1600, 2250],
])('fills the page where it has nearly its shape, with %i × %i pixels', async (width, height) => {
  const [page, left = 1, low = 1, wide = 0, high = 0] = await firstPage(width, height);
  expect([page, left, low]).toEqual([0, 0, 0]);
  // Whole pixels of the picture are painted: one more may reach over the edge.
  for (const over of [wide - 432, high - 648]) expect([0, 1]).toContain(over);
});

it('is whole, in the middle of the page, where it has another', async () => {
  expect(await firstPage(1600, 2000)).toEqual([0, 0, 54, 432, 540]);
});
