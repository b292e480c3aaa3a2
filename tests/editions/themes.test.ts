import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { core } from '../../src/core.js';
import type { Press } from '../../src/model/press.js';
import { thisWorld } from '../../src/world.js';
import { buildInMemory } from '../support/memory.js';
import { type InspectedPdf, inspectPdf } from '../support/pdf.js';
import { rulesOf } from '../support/pdf-rules.js';

/*
 * The themes that come along, in print: their typefaces, their measures, and what a book changes of them.
 */
const TEXT = `# A chapter

${'A paragraph of words that goes on for two lines at least, so that it can be seen how it is set. '.repeat(2)}

Another *one*, with **strong** words and \`code\`.[^n]

## A section

${'More words, and more of them, until the line is full and another one is needed as well. '.repeat(3)}

### Below

> [!NOTE]
> A box.

| One | Two |
| --- | --- |
| 1 | 2 |

[^n]: A note.

${'Lines that fill the page so that it goes on. '.repeat(200)}
`;

let press: Press;
beforeAll(async () => {
  press = thisWorld().press();
  await press.version();
});
afterAll(() => press[Symbol.asyncDispose]());

async function printed(theme: string, more = ''): Promise<InspectedPdf> {
  const made = await buildInMemory(
    { 'book.yaml': `title: Themes\nauthor: A Press\nlang: en\ntheme: ${theme}\n${more}`, 'a.md': TEXT },
    { editions: ['print'] },
    press,
  );
  expect(made.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  return inspectPdf(made.delivered.get('out/themes-print.pdf') as Uint8Array);
}

const lineOf = (pdf: InspectedPdf, start: string) => {
  const line = pdf.pages.flatMap(({ lines }) => lines).findLast(({ text }) => text.startsWith(start));
  if (!line) throw new Error(`“${start}” is not printed`);
  return line;
};

describe('what stands alone on a page', () => {
  it.each([
    ['workbook', 'a4', true],
    ['workbook', '4x6', true],
    // The binding takes what an inner margin is wider by.
    ['classic', 'a5', false],
  ])('stands in the middle of it (%s, %s)', async (theme, trim, isInMiddle) => {
    const made = await buildInMemory(
      {
        'book.yaml': `title: Themes\nsubtitle: Two or three\nauthor: A Press\nlang: en\ntheme: ${theme}\ntrim: ${trim}\ncontents:\n  front: [d.md]\n  body:\n    - part: Evening\n      chapters: [a.md]\n`,
        'd.md': '---\nrole: dedication\n---\n\nFor Anna\n',
        'a.md': TEXT,
      },
      { editions: ['print'] },
      press,
    );
    const { pages } = await inspectPdf(made.delivered.get('out/themes-print.pdf') as Uint8Array);
    const part = pages.findIndex(({ lines }) => lines.some(({ text }) => text === 'Evening'));
    const alone = ['Themes', 'Two or three', 'A Press', 'For Anna', 'Evening'];
    const off = pages
      .slice(0, part + 1)
      .flatMap(({ lines, width }) =>
        lines.flatMap(({ text, x, width: own }) => (alone.includes(text) ? [x + own / 2 - width / 2] : [])),
      );
    expect(off).toHaveLength(6);
    for (const one of off) expect(Math.abs(one) < 0.6).toBe(isInMiddle);
  });
});

describe('formulas', () => {
  it.each([
    ['classic', '', 0.94],
    ['modern', '', 1],
    ['workbook', '', 1],
    ['workbook', 'tokens: {formula-size: 1.1em}\n', 1.1],
  ])('have letters as large as those of the text beside them: %s %s', async (theme, more, share) => {
    const made = await buildInMemory(
      {
        'book.yaml': `title: A\nauthor: B\ntheme: ${theme}\n${more}`,
        'a.md': '# One\n\nThe speed is $v = 28$ at least.\n',
      },
      { editions: ['print'] },
      press,
    );
    const pdf = await inspectPdf(made.delivered.get('out/a-print.pdf') as Uint8Array);
    const pieces = pdf.pages.flatMap((page) => page.pieces);
    const text = pieces.find(({ text }) => text.startsWith('The speed'))?.size ?? 0;
    const formula = pieces.find(({ font, text }) => /STIX/.test(font) && text.includes('28'))?.size ?? 0;
    expect(formula / text).toBeCloseTo(share, 2);
  });
});

describe('the themes', () => {
  it('are three', () => {
    expect(core.themes?.map(({ name }) => name)).toEqual(['classic', 'modern', 'workbook']);
  });

  it.each([
    ['classic', 'EBGaramond', 'EBGaramond', 11.5],
    ['modern', 'SourceSans3', 'SourceSans3', 10.3],
    ['workbook', 'SourceSerif4', 'SourceSans3', 10.5],
  ])('%s sets text and headings in its typefaces and its size', async (theme, text, heading, size) => {
    const pdf = await printed(theme);
    expect(lineOf(pdf, 'A paragraph').font.startsWith(text)).toBe(true);
    expect(lineOf(pdf, 'A paragraph').size).toBeCloseTo(size, 1);
    expect(lineOf(pdf, 'A section').font.startsWith(heading)).toBe(true);
    expect(lineOf(pdf, '1. A note').size).toBeLessThan(size);
    expect(pdf.fonts.map(({ type }) => type)).not.toContain('Type 3');
  });

  it('part paragraphs by an indent or by a gap', async () => {
    const [classic, modern] = [await printed('classic'), await printed('modern')];
    expect(lineOf(classic, 'Another').x).toBeGreaterThan(lineOf(classic, 'A paragraph').x + 10);
    expect(lineOf(modern, 'Another').x).toBeCloseTo(lineOf(modern, 'A paragraph').x, 1);
  });

  it('leave a workbook room at its outer edge', async () => {
    const [classic, workbook] = [await printed('classic'), await printed('workbook')];
    const right = (pdf: InspectedPdf): number =>
      Math.max(...pdf.pages.flatMap(({ lines }) => lines.map(({ x, width }) => x + width)));
    const first = (pdf: InspectedPdf): number => lineOf(pdf, 'A paragraph').width;
    expect(first(workbook)).toBeLessThan(first(classic) - 30);
    expect(right(workbook)).toBeLessThanOrEqual(right(classic) + 1);
  });

  it('set old-style figures in the text of classic, and lining ones in its tables', async () => {
    const made = await buildInMemory(
      {
        'book.yaml': 'title: Figures\nauthor: A Press\nlang: en\n',
        'a.md': '# A\n\n0123456789\n\n| a |\n| - |\n| 0123456789 |\n',
      },
      { editions: ['print'] },
      press,
    );
    const pdf = await inspectPdf(made.delivered.get('out/figures-print.pdf') as Uint8Array);
    const lines = pdf.pages.flatMap((page) => page.lines.filter(({ text }) => text === '0123456789'));
    const [inText, inTable] = lines.map(({ width, size }) => width / size);
    expect(lines).toHaveLength(2);
    // Lining figures of tables are all as wide as each other; an old-style one is narrow.
    expect(inTable).toBeCloseTo(4.7, 0);
    expect(Math.abs((inText ?? 0) - (inTable ?? 0))).toBeGreaterThan(0.1);
  });

  it('give way to the tokens of a book', async () => {
    const pdf = await printed(
      'modern',
      'tokens: {text-size: 12pt, section-style: italic, opening-caps: small-caps}\n',
    );
    expect(lineOf(pdf, 'More words').size).toBeCloseTo(12, 1);
    expect(lineOf(pdf, 'A section').font).toMatch(/Italic/);
  });

  it('set text on the same lines on every page, whatever stands between', async () => {
    const between = [
      '## A heading',
      '```\ncode\n```',
      '- of a list\n- of two\n',
      '| A | B |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |',
      '```\nmore\ncode\nof\nsome\nrows\n```',
      '![A picture](some.svg "Its caption")',
      '> A quotation, which is set smaller.',
      `\`\`\`\n${'code that is parted\n'.repeat(11)}\`\`\``,
      '> [!NOTE]\n> A box, which has a frame.',
      '1. A list\n\n   ```\n   with code\n   ```\n',
      '### Code `in` it',
      '$$\\sum_{i=0}^n i$$',
    ];
    for (const [theme, leading, note] of [
      ['classic', 15, ''],
      ['modern', 15, ''],
      ['classic', 15, 'Notes say more here below, and some go on. '],
    ] as const) {
      const sections = Array.from(
        { length: note ? 150 : 66 },
        (_, i) =>
          `${between[i % between.length]}\n\n${'Words that `fill` the page, line by line, until it is full. '.repeat(2 + (i % 7))}${note && `^[${note.repeat(1 + (i % 5))}]`}`,
      );
      const made = await buildInMemory(
        {
          'book.yaml': `title: Lines\nauthor: A Press\nlang: en\ntheme: ${theme}\ntokens: {paragraph-gap: 0pt}\n`,
          'a.md': `# A chapter\n\n${sections.join('\n\n')}\n`,
          'some.svg':
            '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="71"><rect width="90" height="71"/></svg>',
        },
        { editions: ['print'] },
        press,
      );
      const pdf = await inspectPdf(made.delivered.get('out/lines-print.pdf') as Uint8Array);
      const lines = pdf.pages.flatMap((page) =>
        page.lines.filter(({ text }) => /^(Words|that|fill|the|page|line|by|until|it|is|full)/.test(text)),
      );
      expect(lines.length).toBeGreaterThan(180);
      const [first] = lines;
      for (const { y, text } of lines) {
        const steps = (y - (first?.y ?? 0)) / leading;
        expect(Math.abs(steps - Math.round(steps)), `${theme}: ${text} at ${y}`).toBeLessThan(0.03);
      }
    }
  });

  it('leave no more room above a box that follows a list than half a line more than elsewhere', async () => {
    const text =
      'Some words that go on to a second line of text, if they are long enough to do so on a page of it.\n\n';
    const parts = [0, 1, 2, 3].map(
      (i) =>
        `${text.repeat(1 + (i % 2))}1. One.\n2. Two.\n\n> [!TIP]\n> It keeps.\n\n${i % 2 ? '' : '## Variations\n\n'}Words behind it.\n`,
    );
    const made = await buildInMemory(
      {
        'book.yaml': 'title: Boxes\nauthor: A Press\nlang: en\ntrim: 7x9\n',
        'a.md': `# A chapter\n\n${parts.join('\n')}`,
      },
      { editions: ['print'] },
      press,
    );
    const pdf = await inspectPdf(made.delivered.get('out/boxes-print.pdf') as Uint8Array);
    const gaps = pdf.pages.flatMap(({ lines }) =>
      lines.flatMap(({ text, y }, i) => {
        const next = lines[i + 1];
        return /Two\.$/.test(text) && next?.text === 'Tip' ? [Math.abs(next.y - y)] : [];
      }),
    );
    expect(gaps.length).toBeGreaterThan(2);
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(8);
    expect(Math.max(...gaps)).toBeLessThan(15 * 3);
  });
});

describe('in every theme', () => {
  it.each(['classic', 'modern', 'workbook'])('words keep their place: %s', async (theme) => {
    const { delivered } = await buildInMemory(
      {
        'book.yaml': `title: Places\nauthor: A Press\nlang: en\ntheme: ${theme}\ncontents: {front: [epigraph.md], body: [a.md]}\n`,
        'epigraph.md': ':::epigraph\nBrief words.\n\n-- Somebody\n:::\n',
        'a.md':
          '# A chapter\n\nText.\n\n:::practice[Try]\nInside.\n:::\n\n:::example[Seen]\nAmong.\n:::\n\n## Further\n\nLast.\n',
      },
      { editions: ['print'] },
      press,
    );
    const pdf = await inspectPdf(delivered.get('out/places-print.pdf') as Uint8Array);
    const middle = ({ x, width }: { x: number; width: number }) => x + width / 2;
    const folio = lineOf(pdf, 'vii');
    const epigraph = pdf.pages.find(({ text }) => text.startsWith('Brief words.'));
    expect(epigraph?.lines).toHaveLength(2);
    // The page of an epigraph is a recto, as that of the contents is; left of its middle it does not stand.
    const aim = Math.max(middle(folio), (epigraph?.width ?? 0) / 2);
    for (const line of epigraph?.lines ?? []) expect(middle(line)).toBeCloseTo(aim, 0);
    const inside = lineOf(pdf, 'Inside.').x - lineOf(pdf, 'Text.').x;
    if (theme === 'workbook') expect(inside).toBeGreaterThan(7);
    else expect(inside).toBeCloseTo(0, 1);
    expect(lineOf(pdf, 'Among.').x).toBeGreaterThan(lineOf(pdf, 'Text.').x + 7);
  });
});

it.each([
  ['print', 'places-print.pdf'],
  ['screen', 'places.pdf'],
])('a list on the page of a dedication has its numbers: %s', async (edition, file) => {
  const { delivered } = await buildInMemory(
    {
      'book.yaml':
        'title: Places\nauthor: A Press\nlang: en\ncontents: {front: [dedication.md], body: [a.md]}\n',
      'dedication.md': 'For all of them:\n\n1. Anna\n2. Bert\n',
      'a.md': '# A chapter\n\nText.\n',
    },
    { editions: [edition] },
    press,
  );
  const pdf = await inspectPdf(delivered.get(`out/${file}`) as Uint8Array);
  const page = pdf.pages.find(({ text }) => text.startsWith('For all of them:'));
  const left = lineOf(pdf, 'Text.').x;
  for (const item of ['1. Anna', '2. Bert']) {
    const line = page?.lines.find(({ text }) => text === item);
    // What stands further out than the text block is cut off.
    expect(line?.x).toBeGreaterThanOrEqual(left);
  }
});

describe.each(['classic', 'modern', 'workbook'])('in the theme %s text keeps from rules', (theme) => {
  /** From the line above to the first thing drawn, and from the last one to the line below, in points between baseline and edge. */
  async function gapsAround(block: string) {
    const text = `# One\n\nAbove the block.\n\n${block}\n\nBelow the block.\n`;
    const files = { 'book.yaml': `title: Themes\nauthor: A\nlang: en\ntheme: ${theme}\n`, 'a.md': text };
    const made = await buildInMemory(files, { editions: ['print'] }, press);
    expect(made.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
    const bytes = made.delivered.get('out/themes-print.pdf') as Uint8Array;
    const { pages } = await inspectPdf(bytes);
    const page = pages.findIndex(({ text }) => text.includes('Above the block.'));
    const drawn = (await rulesOf(bytes))[page] ?? [];
    const baseline = (words: string): number =>
      pages[page]?.lines.find(({ text }) => text === words)?.y ?? Number.NaN;
    return {
      above: Math.min(...drawn.map(({ top }) => top)) - baseline('Above the block.'),
      below: baseline('Below the block.') - Math.max(...drawn.map(({ top, height }) => top + height)),
    };
  }

  it.each([
    ['a table', '| A | B |\n| --- | --- |\n| 1 | 2 |'],
    ['pairs', ':::pairs\n+ "Yes."\n- "No."\n:::'],
    ['a calendar', '::calendar{month=2027-02 row-height=9mm}'],
    ['cards', '::::cards{across=2 copies=2}\nCut.\n::::'],
  ])('below %s', async (_, block) => {
    expect((await gapsAround(block)).below).toBeGreaterThan(19.4);
  });

  it.each([
    ['cards', '::::cards{across=2 copies=2}\nCut.\n::::'],
    ['columns', '::::columns\n:::column\nHis.\n:::\n:::column\nHers.\n:::\n::::'],
  ])('above %s', async (_, block) => {
    expect((await gapsAround(block)).above).toBeGreaterThan(13);
  });
});

describe('a list of terms', () => {
  it.each([
    ['classic', 0],
    ['workbook', 7.5],
  ])('is parted as paragraphs are: %s', async (theme, gap) => {
    const { delivered } = await buildInMemory(
      {
        'book.yaml': `title: Themes\nauthor: A Press\nlang: en\ntheme: ${theme}\n`,
        'a.md': '# One\n\nFirst\n: Meant.\n\nSecond\n: Meant, too.\n',
      },
      { editions: ['print'] },
      press,
    );
    const pdf = await inspectPdf(delivered.get('out/themes-print.pdf') as Uint8Array);
    const [first, meant, second] = ['First', 'Meant.', 'Second'].map((start) => lineOf(pdf, start).y);
    const line = (meant ?? 0) - (first ?? 0);
    expect((second ?? 0) - (meant ?? 0) - line).toBeCloseTo(gap, 0);
  });
});

it('a quotation in a quotation is told from its paragraphs', async () => {
  const { delivered } = await buildInMemory(
    {
      'book.yaml': 'title: Themes\nauthor: A Press\nlang: en\n',
      'a.md': '# One\n\n> Outer.\n>\n> A second.\n>\n> > Inner.\n>\n> Outer again.\n\nBehind.\n',
    },
    { editions: ['print'] },
    press,
  );
  const pdf = await inspectPdf(delivered.get('out/themes-print.pdf') as Uint8Array);
  const [outer, second, inner, again, behind] = ['Outer.', 'A second', 'Inner', 'Outer again', 'Behind'].map(
    (start) => lineOf(pdf, start).y,
  ) as [number, number, number, number, number];
  const line = second - outer;
  for (const gap of [inner - second, again - inner, behind - again]) expect(gap / line).toBeCloseTo(1.5, 1);
});
