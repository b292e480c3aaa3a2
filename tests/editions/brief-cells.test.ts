import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { testPress } from '../support/press.js';

/* Brief cells of a table stand on one line where another column has room for it. */

let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

async function linesOf(table: string) {
  const { delivered } = await buildInMemory(
    {
      'book.yaml': 'title: Births\nidentifier: urn:x:1\nlang: en-GB\ntrim: 5.5x8.5\n',
      'a.md': `# One\n\n${table}\n`,
    },
    { editions: ['print'] },
    press,
  );
  const bytes = [...delivered].find(([name]) => name.endsWith('.pdf'))?.[1] as Uint8Array;
  return (await inspectPdf(bytes)).pages.flatMap(({ lines }) => lines.map(({ text }) => text));
}

const NOTE =
  'The baker on Quay Street wrote about three loaves and a lantern although it was late in the year.';
const rows = (note: string) =>
  Array.from(
    { length: 6 },
    (_, i) => `| Bartholomew | 1${i} May 1816 | 1${i} September 1816 | ${i ? '–' : note} |`,
  );

it('dates are whole beside a column that is mostly empty', async () => {
  const lines = await linesOf(
    ['| Name | Born | Baptized | Notes |', '|--|--|--|--|', ...rows(NOTE)].join('\n'),
  );
  for (let i = 0; i < 6; i++)
    expect(
      lines.some((line) => line.includes(`1${i} May 1816 1${i} September 1816`)),
      String(i),
    ).toBe(true);
});

it('cells are parted where all of them are brief, and too wide together', async () => {
  const cells = Array.from({ length: 5 }, (_, i) => `Seven and twenty ${i}q`);
  const lines = await linesOf(
    [`| ${cells.map((_, i) => `c${i}`).join(' | ')} |`, '|--|--|--|--|--|', `| ${cells.join(' | ')} |`].join(
      '\n',
    ),
  );
  // Whole words, on two lines or more, and nothing cut off.
  expect(lines.some((line) => line.includes(cells.join(' ')))).toBe(false);
  const all = lines.join(' ');
  expect(all.match(/\bSeven\b/g)).toHaveLength(5);
  for (let i = 0; i < 5; i++) expect(all).toContain(`${i}q`);
});

it('what is briefest stands on one line where there is no room for all that is brief', async () => {
  const lines = await linesOf(
    [
      '| Degree | Word | Hat | Dog | Remarks |',
      '|--|--|--|--|--|',
      '| 1 | dank | off | out | |',
      '| 2 | daggle | in the hand | out, but looks back at us | |',
      '| 3 | drizzle, deg | on | at the open door | not called any rain |',
      '| 4 | blash | pulled down | under the kitchen table | called rain by visitors |',
    ].join('\n'),
  );
  expect(lines.some((line) => line.includes('in the hand'))).toBe(true);
  expect(lines.some((line) => line.includes('drizzle, deg'))).toBe(true);
  expect(lines.some((line) => line.includes('pulled down'))).toBe(true);
  expect(lines.some((line) => line.includes('called rain by visitors'))).toBe(false);
});

it('a table of nothing but names is set a little smaller rather than parted in them', async () => {
  const row = ['First early potatoes', 'Legumes, also peas', 'Brassicas, kale', 'Roots', 'Green manure'];
  const lines = await linesOf(
    [
      '| | 2027 | 2028 | 2029 | 2030 | 2031 |',
      '|--|--|--|--|--|--|',
      ...['A', 'B'].map((bed) => `| Bed ${bed} | ${row.join(' | ')} |`),
    ].join('\n'),
  );
  for (const bed of ['A', 'B'])
    expect(
      lines.some((line) => line.includes(`Bed ${bed} ${row.join(' ')}`)),
      bed,
    ).toBe(true);
});
