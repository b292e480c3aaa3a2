import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { buildInMemory } from '../support/memory.js';
import { type InspectedPdf, inspectPdf } from '../support/pdf.js';
import { testPress } from '../support/press.js';

/* What an author writes on the page that opens a part. */

const WORDS = 'A few words of the author that open this part, which is about those who went down to the sea.';

let press: Press;
let pdf: InspectedPdf;
beforeAll(async () => {
  press = testPress();
  const part = (name: string) => `  - part: ${name}\n    file: ${name}.md\n    chapters: [${name}-1.md]\n`;
  const { delivered } = await buildInMemory(
    {
      'book.yaml': `title: T\nauthor: A\nlang: en\nidentifier: urn:x:1\ncontents:\n${part('sea')}${part('land')}`,
      'sea.md': '# sea\n\nOne line.\n',
      'land.md': `# land\n\n${WORDS}\n`,
      'sea-1.md': '# One\n\nText.\n',
      'land-1.md': '# Two\n\nText.\n',
    },
    { editions: ['print'] },
    press,
  );
  pdf = await inspectPdf([...delivered].find(([name]) => name.endsWith('.pdf'))?.[1] as Uint8Array);
});
afterAll(() => press[Symbol.asyncDispose]());

/** The lines on the page of a part, from its number on. */
const linesUnder = (title: string) => pdf.pages.find(({ lines }) => lines[1]?.text === title)?.lines ?? [];

it('stands in the middle below the title if it is one line', () => {
  const [, title, line] = linesUnder('sea');
  expect(line?.text).toBe('One line.');
  const middles = [title, line].map((one) => (one?.x ?? 0) + (one?.width ?? 0) / 2);
  expect(middles[1]).toBeCloseTo(middles[0] ?? -1, 0);
});

it('begins at the left if it is more', () => {
  const [, title, first, second] = linesUnder('land');
  expect(`${first?.text} ${second?.text}`).toBe(WORDS);
  expect(first?.x).toBeCloseTo(second?.x ?? -1, 1);
  expect(first?.x).toBeLessThan((title?.x ?? 0) - 50);
});

it('has no number of its own where its title says it', async () => {
  const { delivered } = await buildInMemory(
    {
      'book.yaml':
        'title: T\nauthor: A\nlang: en\nidentifier: urn:x:1\ncontents:\n  - part: "Part One: Sea"\n    chapters: [a.md]\n  - part: Land\n    chapters: [b.md]\n',
      'a.md': '# One\n\nText.\n',
      'b.md': '# Two\n\nText.\n',
    },
    { editions: ['print'] },
    press,
  );
  const { pages } = await inspectPdf([...delivered.values()][0] as Uint8Array);
  const texts = pages.map(({ lines }) => lines.map(({ text }) => text).join(' / '));
  expect(texts).toContain('Part One: Sea');
  expect(texts.map((text) => text.replace('I I', 'II'))).toContain('II / Land');
});
