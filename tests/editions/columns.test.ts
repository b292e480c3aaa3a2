import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { thisWorld } from '../../src/world.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';

let press: Press;
beforeAll(async () => {
  press = thisWorld().press();
  await press.version();
});
afterAll(() => press[Symbol.asyncDispose]());

const LONG = 'Donaudampfschifffahrtsgesellschaft';

it.each([true, false])(
  'columns and cards are of one width, whatever words are in them (hyphenate: %s)',
  async (hyphenate) => {
    const made = await buildInMemory(
      {
        'book.yaml': `title: Columns\nauthor: A Press\nlang: de\ntrim: 4x6\nhyphenate: ${hyphenate}\n`,
        'c.md': `# Eins

::::columns
:::column[Links]
kurz
:::

:::column[Rechts]
die ${LONG} ${LONG}
:::
::::

::::cards{across=2}
:::card
Ecke
:::

:::card
Karte ${LONG}
:::
::::
`,
      },
      { editions: ['print'] },
      press,
    );
    expect(made.messages.filter(({ ruleId, fatal }) => fatal || ruleId === 'fits-page').map(String)).toEqual(
      [],
    );
    const { pages } = await inspectPdf(made.delivered.get('out/columns-print.pdf') as Uint8Array);
    const page = pages.find(({ text }) => text.includes('Karte'));
    const at = (word: string): number =>
      page?.pieces.find(({ text }) => text.includes(word))?.x ?? Number.NaN;
    // Both gaps begin in the middle of the page: half of the text block is left of it.
    const [left, right] = [at('Links'), at('Rechts')];
    const middle = left + (4 * 72 - 2 * left) / 2;
    expect(right - middle).toBeGreaterThan(0);
    expect(right - middle).toBeLessThan(24);
    expect(at('Karte') - at('Ecke')).toBeCloseTo(middle - left, -1);
    for (const { x, width } of page?.pieces ?? []) expect(x + width).toBeLessThan(4 * 72 - 20);
  },
);

it('verse in a column begins where the column does', async () => {
  const verse = (name: string) => `:::column[${name}]\n:::verse\n${name}er Vers\n:::\n:::`;
  const { delivered } = await buildInMemory(
    {
      'book.yaml': 'title: Verse\nauthor: A Press\nlang: de\n',
      'a.md': `# Eins\n\n::::columns\n${verse('Link')}\n\n${verse('Recht')}\n::::\n`,
    },
    { editions: ['print'] },
    press,
  );
  const { pages } = await inspectPdf(delivered.get('out/verse-print.pdf') as Uint8Array);
  const { pieces = [] } = pages.find(({ text }) => text.includes('Linker')) ?? {};
  const at = (words: string): number => pieces.find(({ text }) => text.startsWith(words))?.x ?? Number.NaN;
  expect(at('Linker')).toBeCloseTo(pieces.find(({ text }) => text === 'Link')?.x ?? 0, 1);
  expect(at('Rechter')).toBeCloseTo(pieces.find(({ text }) => text === 'Recht')?.x ?? 0, 1);
  expect(at('Rechter')).toBeGreaterThan(at('Linker') + 100);
});

it('paragraphs in another language are told apart in a column as others are', async () => {
  const { delivered } = await buildInMemory(
    {
      'book.yaml': 'title: Puits\nauthor: A Press\nlang: en\n',
      'a.md':
        '# One\n\n:::::columns\n::::column[His]\n:::div{lang=fr}\nUn crapaud.\n\nUne servante.\n:::\n::::\n\n::::column[Hers]\nFirst.\n\n:::div{lang=fr}\nPremier.\n:::\n::::\n:::::\n',
    },
    { editions: ['print'] },
    press,
  );
  const { pages } = await inspectPdf(delivered.get('out/puits-print.pdf') as Uint8Array);
  const { pieces = [] } = pages.find(({ text }) => text.includes('crapaud')) ?? {};
  const at = (words: string): number => pieces.find(({ text }) => text.startsWith(words))?.x ?? Number.NaN;
  expect(at('Une servante')).toBeGreaterThan(at('Un crapaud') + 10);
  expect(at('Premier')).toBeGreaterThan(at('First') + 10);
});
