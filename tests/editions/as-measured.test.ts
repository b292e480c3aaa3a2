import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { thisWorld } from '../../src/world.js';
import { buildInMemory } from '../support/memory.js';
import { type InspectedPdf, inspectPdf } from '../support/pdf.js';

/*
 * What is changed between the measurement and the print moves nothing: pages are printed as they were measured.
 */
let press: Press;
beforeAll(async () => {
  press = thisWorld().press();
  await press.version();
});
afterAll(() => press[Symbol.asyncDispose]());

async function printed(text: string, settings: string): Promise<InspectedPdf> {
  const yaml = `title: Pages\nauthor: A Press\n${settings}\n`;
  const made = await buildInMemory({ 'book.yaml': yaml, 'c.md': text }, { editions: ['print'] }, press);
  expect(made.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  return inspectPdf(made.delivered.get('out/pages-print.pdf') as Uint8Array);
}

it('a narrow table keeps its columns when the hyphens that part no word are taken out', async () => {
  const { pages } = await printed(
    `## Where words are parted

| one | two | three | four | five |
| --- | --- | --- | --- | --- |
| thread155 | thread156 | thread157 table extraordinary | they158 kitchen table | it159 evening it |
| paper160 yellow | thread161 and yellow | thread162 understanding grandmother communication | thread163 \`thread\` sometimes through | thread164 morning nevertheless |
| quietly grandmother | thread229 |
| thread230 stair stair thread thread233 paper morning in | thread234 yellow |
| thread235 thread called238[^n238] | thread239 communication thread kitchen | thread240 window a |

[^n238]: note238 grandmother to communication breath nevertheless
`,
    'trim: 105mm x 148mm',
  );
  const page = (word: string): number => pages.findIndex(({ text }) => text.includes(word));
  expect(page('called238')).toBe(page('note238'));
  expect(page('called238')).toBe(page('thread230'));
  // A hyphen that is kept is at the end of the line of its cell.
  const broken = pages.flatMap(({ pieces }) => pieces.filter(({ text }) => /\u00ad(?!-?$)/.test(text)));
  expect(broken.map(({ text }) => text)).toEqual([]);
});

it.each([14, 15, 16, 17])(
  'a heading below a scene break is whole, however deep on its page: %i lines',
  async (lines) => {
    const words = (n: number): string => 'evening '.repeat(n).trim();
    const { pages, outline } = await printed(
      `# One

${words(90)}

${words(60)}${' and a line that ends here is longer'.repeat(lines)}.

* * *

### ${words(26)} end99

${words(60)}
`,
      'trim: 4x6\nhyphenate: false\ntheme: workbook',
    );
    const on = pages.findIndex(({ text }) => text.includes('end99') && !text.startsWith('Contents'));
    const [heading] = (outline.find(({ title }) => title === 'One') ?? { children: [] }).children;
    expect(heading?.page).toBe(on);
    const size = pages[on]?.lines.find(({ text }) => text.includes('end99'))?.size ?? 0;
    const torn = pages[on - 1]?.lines.filter((line) => Math.abs(line.size - size) < 0.01);
    expect(torn?.map(({ text }) => text)).toEqual([]);
  },
);
