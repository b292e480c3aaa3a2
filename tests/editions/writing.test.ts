import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { thisWorld } from '../../src/world.js';
import { openEpub } from '../support/epub.js';
import { matterhorn } from '../support/matterhorn.js';
import { buildInMemory, checkInMemory } from '../support/memory.js';
import { inspectPdf, tagged } from '../support/pdf.js';
import { storedImages } from '../support/pdf-images.js';
import { type Rule, rulesOf } from '../support/pdf-rules.js';

/*
 * Things to write on, as they are printed: how far lines are apart, how large boxes are, whether what is cut apart is alike.
 */
let press: Press;
beforeAll(async () => {
  press = thisWorld().press();
  await press.version();
});
afterAll(() => press[Symbol.asyncDispose]());

const MM = 72 / 25.4;
/** To a fifth of a millimetre. */
const NEAR = 0.2;

async function printed(text: string, { pages = 1, lang = 'en', head = '' } = {}) {
  const files = {
    'book.yaml': `title: W\nauthor: A\nlang: ${lang}\nhandout-paper: a4\n`,
    'a.md': '# A\n\nText.\n',
    'handouts/h.md': `---\npages: ${pages}\n${head}---\n# H\n\n${text}\n`,
  };
  const made = await buildInMemory(files, { editions: ['handouts'] }, press);
  expect(made.messages.map(String)).toEqual([]);
  const bytes = made.delivered.get('out/handouts/h-a4.pdf') as Uint8Array;
  expect(await matterhorn(bytes)).toEqual([]);
  const rules = (await rulesOf(bytes)).map((page) =>
    page.map(({ left, top, width, height }) => ({
      left: left / MM,
      top: top / MM,
      width: width / MM,
      height: height / MM,
    })),
  );
  // The first is the rule below the title.
  return {
    rules: [(rules[0] ?? []).slice(1), ...rules.slice(1)],
    all: rules,
    pdf: await inspectPdf(bytes),
    bytes,
  };
}

const near = (value: number | undefined, wanted: number): void =>
  expect(Math.abs((value ?? Number.NaN) - wanted), `${value} is to be ${wanted}`).toBeLessThanOrEqual(NEAR);

describe('a gap to fill in', () => {
  it.each(['print', 'screen'])('stands in a heading, and is all of one (%s)', async (edition) => {
    const { delivered } = await buildInMemory(
      {
        'book.yaml': 'title: T\nauthor: A\nlang: en\n',
        'a.md': '# A\n\n## ______\n\nText.\n\n## My name is ______ and ______\n\nText.\n',
      },
      { editions: [edition] },
      press,
    );
    const { outline } = await inspectPdf(
      delivered.get(`out/t${edition === 'print' ? '-print' : ''}.pdf`) as Uint8Array,
    );
    const titles = outline.find(({ title }) => title === 'A')?.children.map(({ title }) => title);
    expect(titles).toEqual(['My name is and']);
  });

  it.each([
    ['en', 'The capital is ________ and no other.', 'blank'],
    ['de', 'Die Hauptstadt ist ________.', 'Lücke'],
    ['he', 'הבירה היא ________ בלבד.', 'להשלמה'],
  ])('is spoken of where it stands, on paper and in an EPUB (%s)', async (lang, text, heard) => {
    const { pdf } = await printed(text, { lang });
    const paragraph = tagged(pdf.tags, 'P').find(({ children }) => children.some(({ alt }) => alt));
    expect(paragraph?.children.map(({ alt }) => alt)).toEqual([undefined, heard, undefined]);
    const { delivered } = await buildInMemory(
      { 'book.yaml': `title: T\nauthor: A\nlang: ${lang}\n`, 'a.md': `# A\n\n${text}\n` },
      { editions: ['epub'] },
      press,
    );
    const epub = await openEpub(delivered.get('out/t.epub') as Uint8Array);
    const gap = epub.documents.get('a.xhtml')?.one('span').attributes;
    expect(gap).toMatchObject({
      class: expect.stringMatching(/^fill-in/),
      role: 'img',
      'aria-label': heard,
    });
  });
});

/** Lines across, from top to bottom. */
const across = (rules: readonly Rule[]): Rule[] =>
  rules.filter(({ width, height }) => width > 5 && height < 1).sort((a, b) => a.top - b.top);

const middle = ({ left, width }: Rule): number => left + width / 2;
const centre = ({ top, height }: Rule): number => top + height / 2;

/** Where something begins, each place once. */
const places = (values: readonly number[]): number[] =>
  [...values].sort((a, b) => a - b).filter((value, i, all) => i === 0 || value - (all[i - 1] ?? 0) > 1);

describe('lines', () => {
  it.each([
    ['', 10],
    [' spacing=8mm', 8],
    [' spacing=0.5in', 12.7],
    [' spacing=7', 7],
  ])('are as far apart as they are to be: {n=6%s}', async (attributes, wanted) => {
    const { rules, pdf } = await printed(`::lines[Why?]{n=6${attributes}}`);
    const lines = across(rules[0] ?? []);
    expect(lines).toHaveLength(6);
    for (const [i, line] of lines.entries()) if (i) near(line.top - (lines[i - 1]?.top ?? 0), wanted);
    expect(new Set(lines.map(({ width }) => Math.round(width))).size).toBe(1);
    const label = pdf.pages[0]?.lines.find(({ text }) => text === 'Why?');
    expect((label?.y ?? 0) / MM).toBeLessThan(lines[0]?.top ?? 0);
  });
});

it('words of a class of their own are no line to write on', async () => {
  const { rules } = await printed('[Cum desiderio meo nitenti]{.line}');
  expect(across(rules[0] ?? [])).toEqual([]);
});

describe('boxes', () => {
  it('are as high as they are to be', async () => {
    const { rules } = await printed('::box[Draw]{height=40mm}\n\n::box{height=25mm}');
    const heights = (rules[0] ?? []).filter(({ height }) => height > 10).map(({ height }) => height);
    expect(heights).toHaveLength(2);
    for (const [i, wanted] of [40, 25].entries()) near(heights[i], wanted);
  });

  /** Whether each of these is as far from the one before as it is to be, and the last as far from the first. */
  const spaced = (values: readonly number[], wanted: number): void => {
    for (const [i, value] of values.entries()) if (i) near(value - (values[i - 1] ?? 0), wanted);
    near((values.at(-1) ?? 0) - (values[0] ?? 0), wanted * (values.length - 1));
  };

  it.each([
    ['', 5],
    [' size=7mm', 7],
    [' size=0.25in', 6.35],
  ])('have squares of the size that they are to have, drawn and not as an image:%s', async (own, wanted) => {
    const { rules, bytes } = await printed(`::box{height=60mm ruling=squares${own}}`);
    const [frame, ...lines] = (rules[0] ?? []).sort((a, b) => b.width * b.height - a.width * a.height);
    const flat = places(across(lines).map(centre));
    const upright = places(lines.filter(({ width }) => width < 1).map(middle));
    expect(flat).toHaveLength(Math.floor(60 / wanted) - 1);
    expect(upright).toHaveLength(Math.floor(174 / wanted) - 1);
    // The last ones are as large as the first.
    const { top = 0, left = 0, width = 0, height = 0 } = frame ?? {};
    const line = 0.5 / MM;
    spaced([top + line / 2, ...flat, top + height - line / 2], wanted);
    spaced([left + line / 2, ...upright, left + width - line / 2], wanted);
    expect(await storedImages(bytes)).toEqual([]);
  });

  it.each([
    ['', 5],
    [' size=8mm', 8],
  ])('have dots as far apart as they are to be, drawn and not as an image:%s', async (own, wanted) => {
    const { rules, bytes } = await printed(`::box{height=41mm ruling=dots${own}}`);
    const dots = (rules[0] ?? []).filter(({ width, height }) => width < 1 && height < 1);
    const [rows, columns] = [places(dots.map(centre)), places(dots.map(middle))];
    expect(dots).toHaveLength(rows.length * columns.length);
    expect(rows.length).toBeGreaterThan(4);
    spaced(rows, wanted);
    spaced(columns, wanted);
    for (const { width, height } of dots) for (const size of [width, height]) near(size, 0.35);
    expect(await storedImages(bytes)).toEqual([]);
  });
});

describe('columns', () => {
  it.each([2, 3])('stand beside each other and are of one width, whatever they hold: %i', async (count) => {
    const column = (i: number) => `:::column[Who ${i}]\n${'Words. '.repeat(i * 30)}\n:::`;
    const text = Array.from({ length: count }, (_, i) => column(i)).join('\n\n');
    const { rules, pdf } = await printed(`::::columns\n${text}\n::::`);
    const lines = (rules[0] ?? []).filter(({ width, height }) => width < 1 && height > 5);
    const edges = lines.map(middle).sort((a, b) => a - b);
    expect(edges).toHaveLength(count - 1);
    // The text block of a handout on A4 begins 18 mm from the edge.
    for (const [i, edge] of edges.entries()) near(edge, 18 + (174 / count) * (i + 1));
    const heads = (pdf.pages[0]?.pieces ?? []).filter(({ text }) => text.startsWith('Who'));
    expect(heads).toHaveLength(count);
    for (const [i, { x, y }] of heads.entries()) {
      near(y / MM, (heads[0]?.y ?? 0) / MM);
      const gap = x / MM - (edges[i - 1] ?? 18);
      expect(gap).toBeGreaterThan(i ? 2 : -NEAR);
      expect(gap).toBeLessThan(i ? 5 : NEAR);
    }
  });
});

describe('boxes to tick', () => {
  it('are squares of a size, as high as a letter, with room for a mark', async () => {
    const { rules } = await printed('- [ ] Wait an hour.\n- [ ] Walk.\n- [ ] Breathe out.');
    const boxes = (rules[0] ?? []).filter(({ width, height }) => width > 2 && height > 2);
    expect(boxes).toHaveLength(3);
    for (const { left, width, height } of boxes) {
      near(left, 18);
      // Three quarters of 11.5 points, and a frame; it begins and ends on whole pixels.
      for (const size of [width, height]) expect(Math.abs(size - 3.6)).toBeLessThan(0.3);
    }
  });
});

describe('a handout that is made smaller', () => {
  it.each([54, 72])(
    'keeps what was asked for in millimetres, and its lines an even distance: %i',
    async (words) => {
      const { rules, pdf } = await printed(
        `${'Some text to read. '.repeat(words)}\n\n::lines{n=6 spacing=9mm}\n\n::box{height=40mm}\n\n| A | B |\n| --- | --- |\n| x | |\n\n: {rows=4 row-height=12mm}\n\n::lines{n=4}`,
        { head: 'fit: shrink\n' },
      );
      const size = pdf.pages[0]?.lines.find(({ text }) => text.includes('to read'))?.size ?? 0;
      const scale = size / 11.5;
      expect(scale).toBeLessThan(0.96);
      const distances = (lines: readonly Rule[]) =>
        lines.slice(1).map(({ top }, i) => top - (lines[i]?.top ?? 0));
      const lines = across(rules[0] ?? []);
      const asked = lines.slice(0, 6);
      for (const distance of distances(asked)) near(distance, 9);
      const box = (rules[0] ?? []).find(({ width, height }) => width > 100 && height > 10);
      near(box?.height, 40);
      const rows = places(lines.slice(6, -4).map(({ top }) => top)).slice(1);
      expect(rows).toHaveLength(5);
      for (const [i, top] of rows.entries()) if (i) near(top - (rows[i - 1] ?? 0), 12);
      // Nobody has said how far these are apart: they are as much smaller as the text.
      for (const distance of distances(lines.slice(-4))) near(distance, 10 * scale);
    },
  );
});

describe('scales and gaps', () => {
  it('have every step, and are as wide as what was typed', async () => {
    const { rules, pdf } = await printed(
      '::scale[How afraid?]{from=0 to=10 low="not at all" high="very"}\n\nDate: __________ and then.',
    );
    const steps = [...(pdf.pages[0]?.text ?? '').matchAll(/\b\d+\b/g)].map(([step]) => Number(step));
    expect(steps).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    // It begins and ends on whole pixels.
    expect(Math.abs((across(rules[0] ?? []).at(-1)?.width ?? 0) - 22)).toBeLessThan(0.3);
    expect(pdf.pages[0]?.text).toMatch(/Date:\s+and then/);
  });

  it('may be all of an item of a list, where underscores part no scenes', async () => {
    const list = '1. ____________\n2. Two\n\n   ______\n3. ___\n\n- ____________';
    const { rules, pdf } = await printed(`${list}\n\nBefore.\n\n______\n\nBehind.\n\n1. * * *`);
    const gaps = across(rules[0] ?? []);
    for (const [i, wanted] of [26.4, 13.2, 6.6, 26.4].entries())
      expect(Math.abs((gaps[i]?.width ?? 0) - wanted)).toBeLessThan(0.3);
    expect(gaps).toHaveLength(4);
    // Alone on its line it parts scenes, and in a list, too, if it is written as nothing else.
    expect(pdf.pages[0]?.text.match(/\* \* \*/g)).toHaveLength(2);
    expect(pdf.pages[0]?.text).toMatch(/Before\.\s+\* \* \*\s+Behind\./);
  });
});

describe('underscores that stand alone between two paragraphs', () => {
  const text = `Before.\n\n${'_'.repeat(20)}\n\nBehind.`;

  it('are a line of a handout, as wide as its text', async () => {
    const { rules, pdf } = await printed(text);
    const [line, another] = across(rules[0] ?? []);
    expect(line?.width).toBeGreaterThan(120);
    expect(another).toBeUndefined();
    expect(pdf.pages[0]?.text).toMatch(/Before\.\s+Behind\./);
  });

  it('part scenes in a chapter', async () => {
    const files = { 'book.yaml': 'title: W\nauthor: A\nlang: en\n', 'a.md': `# A\n\n${text}\n` };
    const { delivered, messages } = await buildInMemory(files, { editions: ['print'] }, press);
    expect(messages.map(String)).toEqual([]);
    const [bytes] = delivered.values();
    const { pages } = await inspectPdf(bytes as Uint8Array);
    expect(pages.map((page) => page.text).join(' ')).toMatch(/Before\.\s+\* \* \*\s+Behind\./);
    expect(across((await rulesOf(bytes as Uint8Array)).flat())).toEqual([]);
  });
});

describe('a calendar', () => {
  it('has each day of a month in the column of its weekday', async () => {
    const { rules, pdf } = await printed('::calendar{month=2028-02 row-height=15mm}');
    const lines = pdf.pages[0]?.lines ?? [];
    expect(lines.some(({ text }) => text === 'February 2028')).toBe(true);
    const days = lines.map(({ text }) => text).join(' ');
    for (let day = 1; day <= 29; day++) expect(days).toMatch(new RegExp(`\\b${day}\\b`));
    expect(days).not.toMatch(/\b30\b/);
    const tops = places(across(rules[0] ?? []).map(({ top }) => top));
    // The first was a Tuesday: five weeks, six lines.
    expect(tops).toHaveLength(6);
    for (const [i, top] of tops.entries()) if (i) near(top - (tops[i - 1] ?? 0), 15);
  });

  it.each([
    ['en', ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']],
    ['de', ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So']],
    ['fr', ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.']],
  ])('begins the week as it does where its language is spoken: %s', async (lang, names) => {
    const { pdf } = await printed('::calendar{weeks=2}', { lang });
    const head = pdf.pages[0]?.lines.filter(({ text }) => names.some((name) => text.includes(name)));
    expect(
      head
        ?.map(({ text }) => text)
        .join(' ')
        .replace(/\s+/g, ' '),
    ).toBe(names.join(' '));
  });

  /** What stands in its cells, in the order of reading. */
  const cells = (text: string | undefined): string[] =>
    (text ?? '').match(/\b[A-Z][a-z]{2} \d+\b|\b\d+\b/g) ?? [];

  it('has whole weeks from the week of a date, and names each month where it begins', async () => {
    // 31 March 2027 was a Wednesday.
    const { rules, pdf } = await printed('::calendar{from=2027-03-31 weeks=3 row-height=14mm}');
    const days = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
    expect(cells(pdf.pages[0]?.text)).toEqual(['Mar 28', ...days(29, 31), 'Apr 1', ...days(2, 17)]);
    const tops = places(across(rules[0] ?? []).map(({ top }) => top));
    expect(tops).toHaveLength(4);
    for (const [i, top] of tops.entries()) if (i) near(top - (tops[i - 1] ?? 0), 14);
  });

  it('begins its first week on a Monday where its language does', async () => {
    const { pdf } = await printed('::calendar{from=2027-03-07 weeks=1}', { lang: 'de' });
    expect(pdf.pages[0]?.text.replace(/\s+/g, ' ')).toContain('1. März 2 3 4 5 6 7');
  });

  it('says in which month days from a date begin', async () => {
    const { pdf } = await printed('::calendar{from=2027-03-30 days=4}');
    expect(cells(pdf.pages[0]?.text)).toEqual(['Mar 30', '31', 'Apr 1', '2']);
  });

  it('counts days that have no date', async () => {
    const { pdf, rules } = await printed('::calendar[Thirty days]{days=30 row-height=12mm}');
    const numbers = [...(pdf.pages[0]?.text ?? '').matchAll(/\b\d+\b/g)].map(([day]) => Number(day));
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    const tops = places(across(rules[0] ?? []).map(({ top }) => top));
    expect(tops).toHaveLength(6);
    for (const [i, top] of tops.entries()) if (i) near(top - (tops[i - 1] ?? 0), 12);
  });
});

describe('a table to be written in', () => {
  it('has as many rows as it is to have, each high enough for a pen', async () => {
    const { rules } = await printed(
      '| Day | Who |\n| --- | --- |\n| Mon | |\n\n: Log {rows=6 row-height=13mm}',
    );
    const tops = places(across(rules[0] ?? []).map(({ top }) => top));
    const heights = tops.slice(1).map((top, i) => top - (tops[i] ?? 0));
    // The frame of the table counts to its last row.
    expect(heights.filter((height) => Math.abs(height - 13) <= NEAR + 0.1)).toHaveLength(6);
  });
});

describe('rows and days where they are hardest', () => {
  it('keeps the foot of a table at its foot, behind the rows to be written in', async () => {
    const { pdf } = await printed(
      '| Day | Cups |\n| --- | --- |\n| Mon | |\n| Total | 7 |\n\n: Cups {rows=4 footer-rows=1 row-height=12mm}',
    );
    const lines = pdf.pages[0]?.lines ?? [];
    const y = (word: string): number => lines.find(({ text }) => text.includes(word))?.y ?? Number.NaN;
    expect((y('Total') - y('Mon')) / MM).toBeGreaterThan(40);
  });

  it.each(['0001-01', '9999-12', '2028-02'])('has a month of days in %s', async (month) => {
    const { messages } = await checkInMemory(
      { 'book.yaml': 'title: W\nauthor: A\nlang: la\n', 'a.md': `# A\n\n::calendar{month=${month}}\n` },
      { editions: ['epub'] },
    );
    expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  });
});

describe('cards', () => {
  it.each([
    ['4.25x7', 2],
    ['5x8', 3],
    ['6x9', 1],
    ['7x10', 4],
  ])(
    'have all of their lines within the text of a page, beyond which they would be cut off: %s, %i',
    async (trim, across) => {
      const text = `# A\n\n${'Words that fill a line of the book. '.repeat(12)}\n\n::::cards{across=${across} copies=${across}}\nCut.\n::::\n`;
      const files = {
        'book.yaml': `title: W\nauthor: A\nlang: en\nhyphenate: false\ntrim: ${trim}\n`,
        'a.md': text,
      };
      const made = await buildInMemory(files, { editions: ['print'] }, press);
      const bytes = made.delivered.get('out/w-print.pdf') as Uint8Array;
      const { pages } = await inspectPdf(bytes);
      const page = pages.findIndex(({ text }) => text.includes('Cut.'));
      const lines = (pages[page]?.lines ?? []).filter(({ text }) => /Words|fill|line/.test(text));
      const left = Math.min(...lines.map(({ x }) => x));
      const right = Math.max(...lines.map(({ x, width }) => x + width));
      const cut =
        (await rulesOf(bytes))[page]?.filter(({ width, height }) => Math.max(width, height) > 20) ?? [];
      const down = cut.filter(({ width, height }) => width < height);
      expect(down).toHaveLength(across + 1);
      expect(Math.min(...cut.map((one) => one.left))).toBeGreaterThanOrEqual(left - 0.4);
      expect(Math.max(...cut.map((one) => one.left + one.width))).toBeLessThanOrEqual(right + 0.4);
    },
  );

  it('are all of one size, and one line parts two of them', async () => {
    const { rules } = await printed(':::cards{copies=6 across=3 height=40mm}\nWait an hour.\n:::');
    const page = rules[0] ?? [];
    const tops = places(across(page).map(({ top }) => top));
    const lefts = places(page.filter(({ height, width }) => height > 5 && width < 1).map(({ left }) => left));
    expect([tops.length, lefts.length]).toEqual([3, 4]);
    for (const [i, top] of tops.entries()) if (i) near(top - (tops[i - 1] ?? 0), 40);
    const widths = lefts.slice(1).map((left, i) => left - (lefts[i] ?? 0));
    // Alike but for a pixel, on which they begin.
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(0.3);
  });

  const unequal = (count: number, more: string): string =>
    Array.from({ length: count }, (_, i) => `:::card\nc${i} ${i === 1 ? more : ''}\n:::`).join('\n\n');
  const WORDS = 'More words that take more room than there is. '.repeat(3);

  /** How far apart the lines are that part one row of cards from the next. */
  const rowsOf = (rules: readonly Rule[] | undefined): number[] => {
    const tops = places(across(rules ?? []).map(({ top }) => top));
    return tops.slice(1).map((top, i) => top - (tops[i] ?? 0));
  };

  it.each([
    ['across=2 height=30mm', 6],
    ['across=3 height=20mm', 9],
  ])('are of one size, however long the text of one of them is: %s', async (own, count) => {
    const { rules } = await printed(`::::cards{${own}}\n${unequal(count, WORDS)}\n::::`);
    const heights = rowsOf(rules[0]);
    expect(heights).toHaveLength(3);
    expect(Math.min(...heights)).toBeGreaterThan(40);
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(0.3);
  });

  it('are of one size in a chapter, and on all of its pages', async () => {
    const text = `# A\n\nText.\n\n::::cards\n${unequal(8, WORDS)}\n::::\n`;
    const files = { 'book.yaml': 'title: W\nauthor: A\nlang: en\ntrim: 6x9\n', 'a.md': text };
    const { delivered } = await buildInMemory(files, { editions: ['print'] }, press);
    const bytes = [...delivered].find(([name]) => name.endsWith('.pdf'))?.[1] as Uint8Array;
    const pages = (await rulesOf(bytes)).map((page) =>
      rowsOf(page.map((rule) => ({ ...rule, top: rule.top / MM }))),
    );
    const heights = pages.flat().filter((height) => height > 5);
    expect(pages.filter(({ length }) => length).length).toBeGreaterThan(1);
    expect(heights).toHaveLength(4);
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(0.3);
  });

  it('are cut by marks outside of their corners, where they are to be', async () => {
    const { rules } = await printed(
      ':::cards{copies=6 across=3 height=40mm marks=corners}\nWait an hour.\n:::',
    );
    const page = rules[0] ?? [];
    const flat = page.filter(({ width, height }) => height < 1 && width > 1 && width < 10);
    const upright = page.filter(({ width, height }) => width < 1 && height > 1);
    expect(page.filter(({ width, height }) => width > 10 || height > 10)).toEqual([]);
    const [tops, lefts] = [places(flat.map(({ top }) => top)), places(upright.map(({ left }) => left))];
    expect([tops.length, lefts.length]).toEqual([3, 4]);
    for (const [i, top] of tops.entries()) if (i) near(top - (tops[i - 1] ?? 0), 40);
    const widths = lefts.slice(1).map((left, i) => left - (lefts[i] ?? 0));
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(0.1);
    // At each corner two marks meet, and none reaches into a card of whose corner it is.
    for (const [row, top] of tops.entries())
      for (const [column, left] of lefts.entries()) {
        const across = flat.find((one) => Math.abs(one.top - top) < 0.3 && Math.abs(middle(one) - left) < 3);
        const down = upright.find(
          (one) => Math.abs(one.left - left) < 0.3 && Math.abs(centre(one) - top) < 3,
        );
        const at = `${row}/${column}`;
        near((across?.left ?? 0) - left, column === 3 ? 0 : -4);
        near((across?.left ?? 0) + (across?.width ?? 0) - left, column ? 4 : 0);
        expect(down, at).toBeDefined();
        near((down?.top ?? 0) - top, row === 2 ? 0 : -4);
        near((down?.top ?? 0) + (down?.height ?? 0) - top, row ? 4 : 0);
      }
  });

  /** A front, and where its back must be: behind it, when the sheet is turned like the page of a book. */
  const behind = (front: Rule, sheet: number): Pick<Rule, 'left' | 'top'> => ({
    left: sheet - front.left - front.width,
    top: front.top,
  });
  const boxes = (rules: readonly Rule[] | undefined): Rule[] =>
    (rules ?? [])
      .filter(({ width, height }) => width > 20 && height > 5)
      .sort((a, b) => a.top - b.top || a.left - b.left);
  /** Cards whose fronts and backs begin with a frame, and of which some have more to say on one side. */
  const sides = (count: number): string =>
    Array.from({ length: count }, (_, i) => {
      const more = 'More words that take more room than there is. '.repeat(3);
      return `::::card\n::box{height=9mm}\n\nf${i} ${i === 3 ? more : ''}\n\n:::back\n::box{height=9mm}\n\nb${i} ${i === 1 ? more : ''}\n:::\n::::`;
    }).join('\n\n');
  const BEFORE = 'What to do with these cards, which are to be cut out.';

  it.each([
    ['across=3 height=50mm', 5, 210, ''],
    ['across=2 marks=corners', 4, 210, ''],
    ['across=3 height=40mm marks=corners', 3, 297, 'orientation: landscape\n'],
    ['across=2', 2, 210, 'fit: shrink\n'],
  ])(
    'have their backs behind them, on two pages with what stands before: %s',
    async (own, count, sheet, head) => {
      const { rules, pdf } = await printed(
        `${BEFORE}\n\n:::::cards{${own}}\n${sides(count)}\n:::::\n\nBelow.`,
        { pages: 2, head },
      );
      expect(pdf.pages).toHaveLength(2);
      expect(pdf.pages[0]?.text).toContain(BEFORE);
      const [fronts, backs] = [boxes(rules[0]), boxes(rules[1])];
      expect([fronts.length, backs.length]).toEqual([count, count]);
      for (const front of fronts) {
        const wanted = behind(front, sheet);
        const back = backs.find(({ left, top }) => Math.hypot(left - wanted.left, top - wanted.top) < 3);
        near(back?.left, wanted.left);
        near(back?.top, wanted.top);
        near(back?.width, front.width);
      }
      const word = (page: number, text: string) =>
        pdf.pages[page]?.pieces.find((one) => one.text.startsWith(text));
      for (let i = 0; i < count; i++) {
        const [front, back] = [word(0, `f${i}`), word(1, `b${i}`)];
        near((back?.y ?? 0) / MM, (front?.y ?? 0) / MM);
        // Words begin at the left of their cards on either side.
        const breadth = boxes(rules[0])[0]?.width ?? 0;
        near((back?.x ?? 0) / MM, sheet - (front?.x ?? 0) / MM - breadth);
      }
    },
  );

  it('that are longer than a page are text, which is told', async () => {
    const long = Array.from({ length: 60 }, (_, i) => `Line${i}q of a card.`).join('\n\n');
    const made = await buildInMemory(
      {
        'book.yaml': 'title: W\nauthor: A\nlang: en\n',
        'a.md': `# A\n\nText.\n\n:::::cards\n::::card[One]\n${long}\n::::\n\n::::card[Two]\nShort.\n:::back\nBehind.\n:::\n::::\n:::::\n\nAfter.\n`,
      },
      { editions: ['print'] },
      press,
    );
    expect(made.messages.map(String)).toEqual([
      expect.stringMatching(/a\.md:5:1: This card is \d+\.\d mm too high .* stands there as text$/),
    ]);
    const { pages } = await inspectPdf(made.delivered.get('out/w-print.pdf') as Uint8Array);
    const text = pages.map((page) => page.text).join('\n');
    const at = [...Array.from({ length: 60 }, (_, i) => `Line${i}q`), 'Short.', 'Behind.', 'After.'].map(
      (one) => text.indexOf(one),
    );
    expect(at).not.toContain(-1);
    expect([...at].sort((one, other) => one - other)).toEqual(at);
  });

  it('are of one size on both sides, whichever side of whichever card has most to say', async () => {
    const { rules } = await printed(`:::::cards{across=1 height=20mm}\n${sides(4)}\n:::::`, { pages: 2 });
    for (const side of rules) {
      const tops = places(boxes(side).map(({ top }) => top));
      const heights = tops.slice(1).map((top, i) => top - (tops[i] ?? 0));
      expect(heights).toHaveLength(3);
      expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(0.3);
    }
  });

  it('begin a sheet of their own where they do not fit below the text, and go on to another when they are many', async () => {
    const text = `${'Words that fill the page. '.repeat(30)}\n\n`.repeat(4);
    const own = await printed(`${text}## Cut\n\n:::::cards\n${sides(6)}\n:::::`, { pages: 4 });
    expect(own.pdf.pages.map(({ text }) => [...new Set(text.match(/Cut|\b[fb]\d\b/g))].join(' '))).toEqual([
      '',
      '',
      'Cut f0 f1 f2 f3 f4 f5',
      'b1 b0 b3 b2 b5 b4',
    ]);
    // The empty one is counted, and has no number.
    expect(own.pdf.pages.map(({ text }) => /[^\S\n]*\d* ?\/ \d/.exec(text)?.[0].trim() ?? '')).toEqual([
      '1 / 4',
      '',
      '3 / 4',
      '4 / 4',
    ]);
    const many = await printed(`${BEFORE}\n\n:::::cards{height=70mm}\n${sides(10)}\n:::::`, { pages: 4 });
    expect(many.pdf.pages.map(({ text }) => [...new Set(text.match(/\b[fb]\d\b/g))].join(' '))).toEqual([
      'f0 f1 f2 f3 f4 f5',
      'b1 b0 b3 b2 b5 b4',
      'f6 f7 f8 f9',
      'b7 b6 b9 b8',
    ]);
    const [, , fronts, backs] = many.rules.map(boxes);
    for (const front of fronts ?? []) {
      const { left, top } = behind(front, 210);
      expect(
        backs?.some((back) => Math.abs(back.left - left) < NEAR && Math.abs(back.top - top) < NEAR),
      ).toBe(true);
    }
  });

  it('are read each with its back, and lie on one sheet in the pack, too', async () => {
    const files = {
      'book.yaml': 'title: W\nauthor: A\nlang: en\nhandout-paper: a4\n',
      'a.md': '# A\n\nText.\n',
      'handouts/g.md': '# G\n\nOne.\n',
      'handouts/h.md': `---\npages: 2\n---\n# H\n\n${BEFORE}\n\n:::::cards\n${sides(4)}\n:::::\n`,
      'handouts/i.md': `---\npages: 2\n---\n# I\n\n:::::cards\n${sides(2)}\n:::::\n`,
      'handouts/j.md': '# J\n\nOne.\n',
      'handouts/k.md': `---\npages: 2\n---\n# K\n\n:::::cards\n${sides(2)}\n:::::\n`,
    };
    const made = await buildInMemory(files, { editions: ['handouts'] }, press);
    expect(made.messages.map(String)).toEqual([]);
    const bytes = made.delivered.get('out/handouts/w-handouts-a4.pdf') as Uint8Array;
    expect(await matterhorn(bytes)).toEqual([]);
    const pdf = await inspectPdf(bytes);
    // Contents and G, H and its back, I and its back, J and nothing, K and its back.
    expect(pdf.pages.map(({ text }) => /^[A-Z](?=\n)/.exec(text)?.[0] ?? '')).toEqual([
      '',
      'G',
      'H',
      '',
      'I',
      '',
      'J',
      '',
      'K',
      '',
    ]);
    const said = tagged(pdf.tags, 'P').map(({ text }) => text.trim().slice(0, 2));
    expect(said.filter((text) => /^[fb]\d/.test(text)).slice(0, 8)).toEqual([
      'f0',
      'b0',
      'f1',
      'b1',
      'f2',
      'b2',
      'f3',
      'b3',
    ]);
  });
});

describe('lines to fold and to cut at', () => {
  const over = (rules: readonly Rule[] | undefined, width: number): Rule[] =>
    across(rules ?? []).filter((rule) => rule.width > width - 2 * NEAR);

  it.each([
    ['', 210, ''],
    ['', 297, 'orientation: landscape\n'],
    ['', 210, 'fit: shrink\n'],
  ])('reach from edge to edge where they stand in the text%s: %d mm %s', async (_, width, head) => {
    const filler = head.includes('fit') ? `${'Words that fill a page. '.repeat(30)}\n\n`.repeat(5) : '';
    const { all, pdf } = await printed(
      `Above.\n\n::fold\n\nBetween.\n\n- Item.\n\n  ::cut\n\nBelow.\n\n${filler}`,
      { head },
    );
    const lines = over(all[0], width);
    expect(lines).toHaveLength(2);
    const y = (word: string) => (pdf.pages[0]?.pieces.find(({ text }) => text.startsWith(word))?.y ?? 0) / MM;
    // Between what stands above and below it: a line of text is less than six millimetres high.
    for (const [i, [above, below]] of [
      ['Above', 'Between'],
      ['Item', 'Below'],
    ].entries()) {
      const line = lines[i];
      expect(line?.left).toBeGreaterThan(-1);
      expect(Math.abs((line?.left ?? 9) + (line?.width ?? 0) / 2 - width / 2)).toBeLessThan(NEAR);
      expect(line?.top).toBeGreaterThan(y(above ?? ''));
      expect(line?.top).toBeLessThan(y(below ?? ''));
    }
    // One is drawn with another pen than the other.
    expect((lines[1]?.height ?? 0) / (lines[0]?.height ?? 1)).toBeCloseTo(2, 1);
  });

  it('divide the page where they are to, whatever the text does', async () => {
    const { all, pdf } = await printed('Text.\n\n::fold{at=thirds}\n\n::cut{at=half}\n\nText.');
    expect(pdf.pages).toHaveLength(1);
    const lines = over(all[0], 210);
    expect(lines).toHaveLength(3);
    for (const [i, part] of [1 / 3, 1 / 2, 2 / 3].entries())
      near(centre(lines[i] ?? { left: 0, top: 0, width: 0, height: 0 }), 297 * part);
  });
});

describe('what cannot be made', () => {
  it.each([
    ['::lines{spacing=90mm}', /“spacing” is “90mm”.*from 4mm to 30mm/s],
    ['::box{height=tall}', /“height” is “tall”.*a length from 5mm to 400mm/s],
    ['::box{ruling=waves}', /“ruling” is “waves”.*plain, squares or dots/s],
    ['::scale{from=5 to=2}', /“to” is “2”.*whole numbers/s],
    ['::scale{from=a}', /“from” is “a”/],
    ['::calendar{month=2027-13}', /“month” is “2027-13”.*a month/s],
    ['::calendar{from=2027-06-31}', /“from” is “2027-06-31”.*a date/s],
    ['::calendar{days=1000}', /“days” is “1000”.*from 1 to 366/s],
    ['::calendar{from=2027-03-04 weeks=60}', /“weeks” is “60”.*from 1 to 52/s],
    ['::calendar{weeks=""}', /“weeks” is “”.*from 1 to 52/s],
    ['::calendar{month=2027-03 from=2027-03-04}', /“from” is “2027-03-04”.*a month alone/s],
    ['::calendar{month=2027-03 weeks=2}', /“weeks” is “2”.*a month alone/s],
    ['::calendar{from=2027-03-04 days=5 weeks=2}', /“weeks” is “2”.*days or weeks, and not both/s],
    ['::::columns\n:::column\nA\n:::\n::::', /Here are 1 columns/],
    ['::fold{at=quarter}', /“at” is “quarter”.*half or thirds/s],
    [':::cards{marks=dots}\nA\n:::', /“marks” is “dots”.*lines or corners/s],
    [':::card\nA\n:::', /stands in no “::::cards”/],
    ['| A |\n| --- |\n| b |\n\n: C {row-height=1km}', /“row-height” is “1km”/],
  ])('%s is told, with what would do', async (text, message) => {
    const { messages } = await checkInMemory(
      { 'book.yaml': 'title: W\nauthor: A\nlang: en\n', 'a.md': `# A\n\n${text}\n` },
      { editions: ['epub'] },
    );
    const faults = messages.filter(({ fatal }) => fatal);
    expect(faults).toHaveLength(1);
    expect(`${faults[0]?.reason} ${(faults[0] as { remedy?: string }).remedy}`).toMatch(message);
    expect(faults[0]?.line).toBeGreaterThanOrEqual(3);
  });
});
