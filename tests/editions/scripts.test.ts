import { afterAll, describe, expect, it } from 'vitest';
import { scriptsIn, withScripts } from '../../src/typeset/script-faces.js';
import { thisWorld } from '../../src/world.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';

/*
 * Scripts that no theme has letters of are set in typefaces that come along, upright and bold.
 */
const press = thisWorld().press();
afterAll(() => press[Symbol.asyncDispose]());

const text = `---
lang: en
---
# One

Hebrew שלום and **שלום**, Arabic سلام and **سلام**.

| שלום | سلام |
| ---- | ---- |
| a    | b    |

\`\`\`
שלום سلام
\`\`\`
`;

describe.each([
  ['classic', ['FrankRuhlLibre', 'NotoNaskhArabic', 'NotoSansHebrew', 'NotoSansArabic']],
  ['modern', ['NotoSansHebrew', 'NotoSansArabic']],
])('Hebrew and Arabic in %s', (theme, families) => {
  it('come from no font of the machine, and bold is bold', async () => {
    const { delivered, messages } = await buildInMemory(
      { 'book.yaml': `title: T\nauthor: A\nlang: en\ntheme: ${theme}\n`, 'a.md': text },
      { editions: ['print'] },
      press,
    );
    expect(messages.filter(({ ruleId }) => ruleId !== 'language-is-marked').map(String)).toEqual([]);
    const { fonts } = await inspectPdf(delivered.get('out/t-print.pdf') as Uint8Array);
    const names = fonts.map(({ name }) => name.replace(/^[A-Z]{6}\+/, ''));
    for (const family of families) {
      const own = names.filter((name) => name.startsWith(family));
      expect(own, family).not.toEqual([]);
    }
    for (const bold of families.slice(0, 2))
      expect(
        names.filter((name) => name.startsWith(bold) && /Bold/.test(name)),
        bold,
      ).not.toEqual([]);
  });
});

it.each([
  ['he', 'classic', 'Frank Ruhl Libre', 'שלום'],
  ['ar', 'modern', 'Noto Sans Arabic', 'سلام'],
  ['ru', 'workbook', 'Source Serif 4', 'Слово'],
  // The machine's, of whatever name.
  ['ja', 'classic', '', '夕方'],
])(
  'the colophon of a book in %s and %s names the typeface of its letters',
  async (lang, theme, face, word) => {
    const { delivered } = await buildInMemory(
      {
        'book.yaml': `title: T\nauthor: A\nlang: ${lang}\ntheme: ${theme}\n`,
        'a.md': `# 1\n\n${word} 1984.\n\n| ${word} |\n| --- |\n| 1984 |\n`,
      },
      { editions: ['print'] },
      press,
    );
    const { pages } = await inspectPdf(delivered.get('out/t-print.pdf') as Uint8Array);
    const named = /EB Garamond|Source Serif 4|Frank Ruhl Libre|Noto Sans Arabic/.exec(
      pages.at(-1)?.text.replace(/\s+/g, ' ') ?? '',
    );
    expect(pages.at(-1)?.text).toContain('Octavo');
    expect(named?.[0] ?? '').toBe(face);
  },
);

it.each(['classic', 'modern', 'workbook'])('arrows in %s come from no font of the machine', async (theme) => {
  const { delivered } = await buildInMemory(
    {
      'book.yaml': `title: T\nauthor: A\ntheme: ${theme}\n`,
      'a.md': '# One → two\n\nUp ↑, on → ← ↔ ⇒, *→ ⇒*, **→** and `a → b`.\n\n| → |\n| - |\n| ⇒ |\n',
    },
    { editions: ['print'] },
    press,
  );
  const { fonts } = await inspectPdf(delivered.get('out/t-print.pdf') as Uint8Array);
  const names = fonts.map(({ name }) => name.replace(/^[A-Z]{6}\+/, ''));
  expect(names.filter((name) => !/^(?:EBGaramond|Source|STIXTwo)/.test(name))).toEqual([]);
});

it('what a book does not need does not come along', async () => {
  const { delivered } = await buildInMemory(
    { 'book.yaml': 'title: T\nauthor: A\n', 'a.md': '# One\n\nשלום\n' },
    { editions: ['print'] },
    press,
  );
  const { fonts } = await inspectPdf(delivered.get('out/t-print.pdf') as Uint8Array);
  expect(fonts.map(({ name }) => name).filter((name) => /Noto|Bold/.test(name))).toEqual([]);
  expect(scriptsIn(['Latin, Ελληνικά and кириллица'])).toEqual([]);
});

it.each(['ja', 'zh'])(
  'emphasis of %s is drawn beside the characters, and stands neither in the text nor between the lines',
  async (lang) => {
    const line = '夕方になると男は家に帰り窓のそばに座って静かな通りを眺めたと言った';
    const pages = async (text: string, sign = '') => {
      const { delivered } = await buildInMemory(
        {
          'book.yaml': `title: T\nauthor: A\nlang: ${lang}\nchapter-start: any\n`,
          'a.md': `# 一\n\n${sign}${text.repeat(12)}${sign}\n`,
        },
        { editions: ['print'] },
        press,
      );
      return (await inspectPdf(delivered.get('out/t-print.pdf') as Uint8Array)).pages;
    };
    const plain = await pages(line);
    const marked = await pages(line, '*');
    expect(marked.map(({ lines }) => lines.map(({ y, text }) => [y, text]))).toEqual(
      plain.map(({ lines }) => lines.map(({ y, text }) => [y, text])),
    );
    expect(plain.flatMap(({ lines }) => lines).length).toBeGreaterThan(8);
  },
);

it.each([
  ['"EB Garamond", serif', '"EB Garamond", "Frank Ruhl Libre", serif'],
  ['"Source Sans 3", sans-serif', '"Source Sans 3", "Noto Sans Hebrew", sans-serif'],
  ['"Source Code Pro", monospace', '"Source Code Pro", "Noto Sans Hebrew", monospace'],
  ['Georgia', 'Georgia, "Noto Sans Hebrew"'],
  ['ui-serif, serif', '"Frank Ruhl Libre", ui-serif, serif'],
  ['', '"Noto Sans Hebrew"'],
])('stand behind the families of a theme: %s', (value, wanted) => {
  expect(withScripts(value, scriptsIn(['שלום'])).value).toBe(wanted);
});

it('Latin has the letters that were written, and no v for its u', async () => {
  const words = 'Nunc dimittis servum tuum, quod est';
  const { delivered } = await buildInMemory(
    {
      'book.yaml': 'title: T\nauthor: A\nlang: en\n',
      'a.md': `# One\n\n## [${words}]{lang=la}\n\n## ${words}\n\n[${words}]{lang=la}\n\n${words}\n`,
    },
    { editions: ['print'] },
    press,
  );
  const { pages } = await inspectPdf(delivered.get('out/t-print.pdf') as Uint8Array);
  const widths = pages
    .flatMap(({ lines }) => lines)
    .filter(({ text }) => text === words)
    .map(({ width }) => width);
  expect(widths).toHaveLength(4);
  expect(widths[0]).toBeCloseTo(widths[1] ?? 0, 1);
  expect(widths[2]).toBeCloseTo(widths[3] ?? 0, 1);
});
