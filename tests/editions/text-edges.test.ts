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
    expect(left - clip.left).toBeCloseTo(6 * PIXEL, 0);
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

it('narrow text is not stretched: an epigraph, and columns side by side', async () => {
  const words =
    'The lamp was lit early because evening came down the stairs before anyone had thought of it. ';
  const files = {
    'book.yaml': 'title: T\nauthor: A\nlang: en\ntrim: a5\nhyphenate: false\nchapter-start: any\n',
    'a.md': `# One\n\n:::epigraph\n${words.repeat(3)}\n\n-- A saying\n:::\n\nText.\n\n::::columns\n:::column[Left]\n${words.repeat(2)}\n:::\n:::column[Right]\nText.\n:::\n::::\n\nEnd.\n`,
  };
  const made = await buildInMemory(files, { editions: ['print'] }, press);
  const { pages } = await inspectPdf(made.delivered.get('out/t-print.pdf') as Uint8Array);
  const page = pages.find(({ text }) => text.includes('End.'));
  const lines = (page?.lines ?? []).map(({ text, x, width }) => ({ text, x, right: x + width }));
  const saying = lines.findIndex(({ text }) => text.endsWith('A saying'));
  const [epigraph, rest] = [lines.slice(1, saying), lines.slice(saying + 1)];
  const columns = rest.filter(({ text }) => !/^(?:Text|Left|End|\d)/.test(text));
  for (const own of [epigraph, columns]) {
    expect(own.length).toBeGreaterThan(3);
    const ends = own.slice(0, -1).map(({ right }) => right);
    expect(Math.max(...ends) - Math.min(...ends)).toBeGreaterThan(5);
  }
  // Whose words they are stands at the other edge.
  expect(lines[saying]?.x).toBeGreaterThan((epigraph[0]?.x ?? 0) + 60);
});
