import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { matterhorn } from '../support/matterhorn.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { tagged } from '../support/pdf-tags.js';
import { testPress } from '../support/press.js';

/* How the title of a book is parted where it takes several lines. */

let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

async function titled(title: string) {
  const { delivered, messages } = await buildInMemory(
    {
      'book.yaml': `title: "${title}"\nauthor: A. Writer\nlang: en\nidentifier: urn:x:1\n`,
      'a.md': '# One\n\nText.\n',
    },
    { editions: ['print'] },
    press,
  );
  expect(messages.map(String)).toEqual([]);
  const bytes = [...delivered].find(([name]) => name.endsWith('.pdf'))?.[1] as Uint8Array;
  return { bytes, pdf: await inspectPdf(bytes) };
}

describe('a title', () => {
  it.each([
    [
      'The Whole Case: a Book of Everything that Was Known',
      ['The Whole Case:', 'a Book of Everything', 'that Was Known'],
    ],
    ['Who Goes There? A Study of Doors', ['Who Goes There?', 'A Study of Doors']],
    ['Sea: Land', ['Sea: Land']],
    ['At 10:30 in the Morning of the Tenth Day', ['At 10:30 in the Morning', 'of the Tenth Day']],
    [
      'A Long Title without Any Pause that Takes Two Lines',
      ['A Long Title without Any', 'Pause that Takes Two Lines'],
    ],
  ])('is parted where it pauses: %s', async (title, lines) => {
    const { bytes, pdf } = await titled(title);
    const page = pdf.pages.find(({ text }) => text.includes('Writer'));
    expect(page?.lines.slice(0, lines.length).map(({ text }) => text.trim())).toEqual(lines);
    expect(tagged(pdf.tags, 'H1')[0]?.text.replace(/\s+/g, ' ').trim()).toBe(title);
    expect(await matterhorn(bytes)).toEqual([]);
  });
});
