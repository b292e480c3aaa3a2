import { afterAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { thisWorld } from '../../src/world.js';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';

/*
 * Emphasis stands out of whatever is around it, on paper and in an EPUB.
 */
const press: Press = thisWorld().press();
afterAll(() => press[Symbol.asyncDispose]());

const made = async (keys: string, text: string) => {
  const { delivered, messages } = await buildInMemory(
    {
      'book.yaml': `title: T\nauthor: A\n${keys}`,
      'a.md': text,
      'x.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="9"><path d="M0 4h90v2H0z"/></svg>',
    },
    { editions: ['print', 'epub'] },
    press,
  );
  expect(messages.map(String)).toEqual([]);
  const epub = await openEpub(delivered.get('out/t.epub') as Uint8Array);
  const styles = [...epub.bytes].flatMap(([name, bytes]) =>
    name.endsWith('.css') ? [new TextDecoder().decode(bytes)] : [],
  );
  const document = new TextDecoder().decode(epub.bytes.get('OEBPS/a.xhtml'));
  return {
    pdf: await inspectPdf(delivered.get('out/t-print.pdf') as Uint8Array),
    /** The chapter of the EPUB in a browser, with its stylesheets. */
    epub: () =>
      press.open({
        html: document
          .replace(/^<\?xml[^>]*>/, '')
          .replace(/<link\b[^>]*>/g, '')
          .replace('</head>', `<style>${styles.join('\n')}</style></head>`),
        resource: async () => undefined,
        refused: () => undefined,
      }),
  };
};

/** How each emphasized word is set, and what is around it. */
function slants(): [string, string, string][] {
  return [...document.querySelectorAll('em')].map((em) => [
    em.textContent,
    getComputedStyle(em).fontStyle,
    getComputedStyle(em.parentElement as Element).fontStyle,
  ]);
}

/** How what is emphasized looks: its slant, whether its letters stand as ever, its weight, and whether a slant is made up. */
function looks(): [string, boolean, string, string][] {
  return [...document.querySelectorAll('em, cite')].map((one) => {
    const { fontStyle, letterSpacing, fontWeight, fontSynthesisStyle } = getComputedStyle(one);
    return [fontStyle, letterSpacing === 'normal', fontWeight, fontSynthesisStyle];
  });
}

const SETTINGS = `---
subtitle: Of *subtitle* and others
---
# A *title* here

Words of *text* here.

## A *section* here

![Alt](x.svg "A *figure* here")

| A | B |
| - | - |
| 1 | 2 |

: A *table* here

:::pull-quote
A *quote* here.
:::

:::epigraph
An *epigraph* here.

-- Jane, *attribution*
:::
`;
const WORDS = ['title', 'subtitle', 'text', 'section', 'figure', 'table', 'quote', 'epigraph', 'attribution'];

describe.each([
  ['classic', ''],
  ['modern', ''],
  ['workbook', ''],
  ['modern', 'tokens: {section-style: italic}\n'],
  ['classic', 'tokens: {section-style: normal}\n'],
])('%s %s', (theme, keys) => {
  it('sets emphasis the other way than what is around it', async () => {
    const { pdf, epub } = await made(`lang: en\ntheme: ${theme}\n${keys}`, SETTINGS);
    const isItalic = (font: string) => /Italic|It\b/.test(font);
    const lines = pdf.pages.slice(-2).flatMap(({ lines, pieces }) =>
      lines.map((line) => ({
        text: line.text,
        pieces: pieces.filter((piece) => Math.abs(piece.y - line.y) < 2 && piece.text.trim()),
      })),
    );
    for (const word of WORDS) {
      const line = lines.find(({ text }) => new RegExp(`\\b${word}\\b`).test(text));
      const own = line?.pieces.find(({ text }) => text.trim().replace('.', '') === word);
      const around = line?.pieces.find(({ text }) => /[AO]f?n?\b|Words|Jane/.test(text));
      expect([word, own && isItalic(own.font)]).toEqual([word, around && !isItalic(around.font)]);
    }
    await using document = await epub();
    const found = await document.run(slants);
    expect(found.map(([word]) => word)).toEqual(WORDS);
    for (const [word, own, around] of found) expect([word, own]).not.toEqual([word, around]);
  });
});

describe('letters that are never slanted', () => {
  const TEXT = `# פרק *ראשון*

המילה מודגשת מאוד המילה *מודגשת מאוד* ועוד Latin *word*.

*מרווחת*

מרווחת

## סעיף [ספר]{.cite}

:::div{lang=ar}
كلمة *مهمة* وكلمة
:::
`;
  it('name who speaks in bold, for they have no small capitals; how it is said is not', async () => {
    const text =
      '# א\n\n:::dialogue\nאנה: היית?\nבן *(בשקט)*: בחוץ.\n:::\n\n:::div{lang=en}\n::::dialogue\nAnna: Out.\n::::\n:::\n';
    const { pdf, epub } = await made('lang: he\n', text);
    const fonts = (words: RegExp) =>
      pdf.pages.flatMap(({ pieces }) => pieces.flatMap((one) => (words.test(one.text) ? [one.font] : [])));
    expect(fonts(/אנה/).join()).toMatch(/Bold/);
    expect(fonts(/בשקט|בחוץ/).join()).not.toMatch(/Bold/);
    await using sheet = await epub();
    const weights = await sheet.run(() =>
      [...document.querySelectorAll('.speaker, .speaker em')].map((one) => getComputedStyle(one).fontWeight),
    );
    expect(weights).toEqual(['700', '700', '400', '400']);
  });

  it('are emphasized by space between them in Hebrew, and by weight in Arabic', async () => {
    const { pdf, epub } = await made('lang: he\n', TEXT);
    const pieces = pdf.pages.flatMap((page) => page.pieces);
    const [wide = 0, plain = 0] = pdf.pages
      .flatMap(({ lines }) => lines)
      .flatMap(({ text, width }) => (text.trim() === 'מרווחת' ? [width] : []));
    expect(plain).toBeGreaterThan(10);
    expect(wide / plain).toBeGreaterThan(1.1);
    const fontOf = (text: RegExp) => pieces.filter((piece) => text.test(piece.text)).map(({ font }) => font);
    expect(fontOf(/word/).join()).toMatch(/Italic/);
    expect(pdf.fonts.map(({ name }) => name).join()).toMatch(/NotoNaskhArabic\w*-Bold/);
    await using document = await epub();
    expect(await document.run(looks)).toEqual([
      ['normal', false, '400', 'none'],
      ['normal', false, '400', 'none'],
      ['italic', true, '400', 'none'],
      ['normal', false, '400', 'none'],
      ['normal', false, '400', 'none'],
      ['normal', true, '700', 'none'],
    ]);
  });
});

describe('emphasis within emphasis', () => {
  const TEXT = `# A *title _inside1_ it*

Words *of text _inside2 **and *deep***_ it* here, [*עברית _Latin_ עברית*]{lang=he} here.

## A *section _inside3_ it* here

:::epigraph
An *epigraph _inside4_ it* here.

-- Jane, *attribution _inside5_ it*
:::
`;
  it('turns back, and leans where what is around it cannot', async () => {
    const { pdf, epub } = await made('lang: en\n', TEXT);
    const set = (word: RegExp) =>
      pdf.pages
        .filter(({ text }) => text.includes('epigraph'))
        .flatMap(({ pieces }) => pieces)
        .filter(({ text }) => word.test(text))
        .map(({ font }) => /Italic/.test(font));
    expect(['inside1', 'inside2', 'inside3', 'inside4', 'inside5'].map((word) => set(RegExp(word)))).toEqual([
      [false],
      [false],
      [true],
      [true],
      [false],
    ]);
    expect(set(/deep|Latin/)).toEqual([true, true]);
    await using document = await epub();
    const found = new Map((await document.run(slants)).map(([word, own]) => [word, own]));
    expect(
      ['inside1', 'inside2 and deep', 'deep', 'inside3', 'inside4', 'inside5', 'Latin'].map((word) =>
        found.get(word),
      ),
    ).toEqual(['normal', 'normal', 'italic', 'italic', 'italic', 'normal', 'italic']);
  });
});

describe.each(['he', 'ja', 'ar', 'ko'])('a heading in %s', (lang) => {
  const TEXT = `# Latin *title*

## Latin *section* and *of _inside_ it*

:::div{lang=en}
## English *other*
:::

#### Latin *fourth*
`;
  it('stands upright, and slants Latin words that are emphasized', async () => {
    const { delivered } = await buildInMemory(
      { 'book.yaml': `title: T\nauthor: A\nlang: ${lang}\n`, 'a.md': TEXT },
      { editions: ['print'] },
      press,
    );
    const { pages } = await inspectPdf(delivered.get('out/t-print.pdf') as Uint8Array);
    const pieces = pages.findLast(({ text }) => text.includes('fourth'))?.pieces ?? [];
    const italic = (word: string) =>
      pieces.filter(({ text }) => text.trim() === word).map(({ font }) => /Italic/.test(font));
    for (const word of ['title', 'section', 'fourth', 'English']) expect(italic(word), word).toEqual([true]);
    expect(pieces.filter(({ text, font }) => /Latin|inside|other/.test(text) && /Italic/.test(font))).toEqual(
      [],
    );
  });
});
