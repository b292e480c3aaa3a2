import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { clipsOf } from '../support/pdf-rules.js';
import { testPress } from '../support/press.js';

/*
 * What a page shows beside its text: the tail of a slanted letter, and nothing of what is too wide.
 */
let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

const PIXEL = 0.75;
const TEXT = `*${'jot of half a chief, '.repeat(12)}*`;
const WIDE = '<div class="wide">x</div>';

it.each([
  ['print', 'theme: classic\ntrim: 4.25x7\n'],
  ['print', 'theme: workbook\ntrim: 6x9\n'],
  ['large-print', 'theme: modern\n'],
])('letters are whole at both edges: %s, %j', async (edition, settings) => {
  const text = `# One\n\n${TEXT}\n\n${`${TEXT}\n\n`.repeat(12)}`;
  const files = { 'book.yaml': `title: T\nauthor: A\nlang: en-GB\n${settings}`, 'a.md': text };
  const made = await buildInMemory(files, { editions: [edition] }, press);
  const bytes = made.delivered.get(`out/t-${edition}.pdf`) as Uint8Array;
  const { pages } = await inspectPdf(bytes);
  const clips = await clipsOf(bytes);
  let seen = 0;
  for (const [i, { lines, text }] of pages.entries()) {
    const own = lines.filter(({ text }) => /jot|half|chief/.test(text));
    if (own.length < 4 || !text.includes('jot')) continue;
    seen++;
    const left = Math.min(...own.map(({ x }) => x));
    const right = Math.max(...own.map(({ x, width }) => x + width));
    // Of what cuts the text at its sides: the narrowest.
    const clip = (clips[i] ?? []).reduce((least, one) => (one.width < least.width ? one : least));
    expect(left - clip.left).toBeCloseTo(3 * PIXEL, 0);
    expect(clip.left + clip.width - right).toBeGreaterThan(2 * PIXEL);
  }
  expect(seen).toBeGreaterThan(1);
});

it('what is too wide is cut off still, and makes nothing smaller', async () => {
  const sizes = await Promise.all(
    ['', WIDE].map(async (table) => {
      const files = {
        'book.yaml': 'title: T\nauthor: A\nlang: en\nstyles: [own.css]\ntrim: 4.25x7\n',
        'own.css': '.wide { width: 900px; border-top: 1px solid }',
        'a.md': `# One\n\nText at the edge.\n\n${table}\n`,
      };
      const made = await buildInMemory(files, { editions: ['print'] }, press);
      const { pages } = await inspectPdf(made.delivered.get('out/t-print.pdf') as Uint8Array);
      const line = pages.flatMap(({ lines }) => lines).find(({ text }) => text === 'Text at the edge.');
      return [line?.x, line?.y, line?.size];
    }),
  );
  expect(sizes[0]).toEqual(sizes[1]);
});
