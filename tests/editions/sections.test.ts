import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { buildInMemory } from '../support/memory.js';
import { type InspectedPage, inspectPdf } from '../support/pdf.js';
import { testPress } from '../support/press.js';

/* Headings of sections and the text below them: on the lines of the page, and drawn in the order in which they are read. */

const TITLES = [
  'Plain words',
  'Sorts of `code` in them',
  'Letters, and *slanted* ones',
  'Terms such as $x^2$ in them',
  'Calls, too[^a]',
];

let press: Press;
let page: InspectedPage;
beforeAll(async () => {
  press = testPress();
  const sections = TITLES.map((title, i) => `## ${title}\n\nBehind ${i} is a call,[^b${i}] and more.\n`);
  const notes = ['[^a]: A note.', ...TITLES.map((_, i) => `[^b${i}]: A note.`)];
  const { delivered } = await buildInMemory(
    {
      'book.yaml': 'title: T\nauthor: A\nlang: en\nidentifier: urn:x:1\ntrim: letter\n',
      'a.md': ['# One', 'Text.', ...sections, ...notes].join('\n\n'),
    },
    { editions: ['print'] },
    press,
  );
  const { pages } = await inspectPdf([...delivered.values()][0] as Uint8Array);
  page = pages.find(({ label }) => label === '1') as InspectedPage;
});
afterAll(() => press[Symbol.asyncDispose]());

const lineWith = (words: string) => page.lines.find(({ text }) => text.includes(words));

describe('a section', () => {
  it('begins as far below its heading, whatever stands in that', () => {
    const below = TITLES.map((title, i) => {
      const heading = lineWith(title.split(/[`*$[]/)[0]?.trim() ?? '');
      return Math.round((lineWith(`Behind ${i}`)?.y ?? 0) - (heading?.y ?? 0));
    });
    expect(below[0]).toBeGreaterThan(15);
    expect(new Set(below)).toEqual(new Set([below[0]]));
  });

  it('is nearer to its heading than that is to what is before', () => {
    const [before, heading, behind] = ['Behind 0', 'Sorts of', 'Behind 1'].map(
      (words) => lineWith(words)?.y ?? 0,
    );
    expect((behind ?? 0) - (heading ?? 0)).toBeLessThan(((heading ?? 0) - (before ?? 0)) * 0.8);
  });

  it('is drawn in the order in which it is read, with its calls', () => {
    const drawn = page.pieces.map(({ text }) => text.trim()).join(' ');
    const order = ['Plain words', 'Behind 0', '1', 'and more.', 'Sorts of', 'Behind 1'];
    let at = -1;
    for (const words of order) {
      const next = drawn.indexOf(words, at + 1);
      expect(next, `${words} in ${drawn}`).toBeGreaterThan(at);
      at = next;
    }
  });
});
