import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';
import { type InspectedPage, inspectPdf } from '../support/pdf.js';
import { testPress } from '../support/press.js';

/* Figures and brief tables that have no room on their page: text that follows them fills it. */

const T = 'The lamp was lit early because evening came down the stairs before anyone had thought of supper. ';
/** A line of the text, in points. */
const LINE = 15;
const svg = (height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="${height}" viewBox="0 0 300 ${height}"><rect width="300" height="${height}" fill="#ccc"/></svg>`;

let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

/** A book of one chapter, built. */
async function built(chapter: string, settings: string, editions: readonly string[]) {
  const { messages, delivered } = await buildInMemory(
    {
      'book.yaml': `title: T\nauthor: A\nchapter-start: any\n${settings}`,
      'a.md': `# One\n\n${chapter}`,
      'half.svg': svg(330),
    },
    { editions },
    press,
  );
  expect(messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  return delivered;
}

/** The pages of a book of one chapter from that chapter on. */
async function printed(chapter: string, settings = ''): Promise<readonly InspectedPage[]> {
  const delivered = await built(chapter, settings, ['print']);
  const { pages } = await inspectPdf(delivered.get('out/t-print.pdf') as Uint8Array);
  return pages.slice(pages.findIndex(({ label }) => label === '1'));
}

/** In which order these words stand, and on which pages: `Above 1, Caption 2`. */
function orderOf(pages: readonly InspectedPage[], ...words: string[]): string {
  return words
    .map((word) => {
      const page = pages.findIndex(({ text }) => text.includes(word));
      return { word, page, at: pages[page]?.text.indexOf(word) ?? 0 };
    })
    .sort((a, b) => a.page - b.page || a.at - b.at)
    .map(({ word, page }) => `${word} ${page + 1}`)
    .join(', ');
}

/** How much of a page is empty below its text and above its folio, in points. */
function emptyOn({ lines, height }: InspectedPage): number {
  return height - 64.5 - Math.max(...lines.map(({ y }) => y).filter((y) => y < height - 60));
}

const figure = '![Caption](half.svg){#fig-a}';
const noted = '![Caption](half.svg "Caption.^[A note.]"){#fig-a}';
const before = `Above. ${T.repeat(14)}\n\n`;
const after = `\n\nBelow. ${T.repeat(12)}\n\nFurther. ${T.repeat(9)}\n\nLast.\n`;

describe('a figure without room on its page', () => {
  it('lets the text behind it fill the page', async () => {
    const pages = await printed(`${before}See @fig-a.\n\n${figure}${after}`);
    expect(orderOf(pages, 'Above', 'Caption', 'Below', 'Further')).toBe(
      'Above 1, Below 1, Caption 2, Further 2',
    );
    expect(emptyOn(pages[0] as InspectedPage)).toBeLessThan(20);
    // The reference knows where it went.
    expect(pages[0]?.text).toMatch(/See Figure 1,\s+page 2/);
  });

  it('goes behind text of the next scene if it has a number, and never stands between a sign and its scene', async () => {
    for (const [image, order] of [
      [figure, 'Above 1, Below 1, Caption 2, Further 2'],
      ['![Alt](half.svg "Caption")', 'Above 1, Caption 2, Below 2, Further 3'],
    ] as const) {
      const pages = await printed(`${before}${image}\n\n* * *${after}`);
      expect(orderOf(pages, 'Above', 'Caption', 'Below', 'Further'), image).toBe(order);
    }
    // There is room for the sign, and for nothing behind it.
    const full = await printed(
      `Above. ${T.repeat(14)}\n\n${figure}\n\n${T.repeat(2)}\n\n* * *\n\n${'Below. '.repeat(3)}${T.repeat(30)}`,
    );
    for (const { lines } of full) expect(lines.at(-2)?.text).not.toMatch(/^[*\s]+$/);
  });

  it('stands where it was written if it is to be written in and has no number', async () => {
    const table = (attributes: string): string =>
      `| Day | What |\n| - | - |\n\n: Weeks {rows=2 row-height=45mm ${attributes}}`;
    for (const [block, caption, order] of [
      ['::calendar{month=2027-03}', 'March 2027', 'Above 1, March 2027 2, Below 2'],
      [table(''), 'Weeks', 'Above 1, Weeks 2, Below 2'],
      [table('#tbl-a'), 'Weeks', 'Above 1, Below 1, Weeks 2'],
    ] as const) {
      const see = block.includes('#tbl-a') ? 'See @tbl-a.\n\n' : '';
      const pages = await printed(`${before}${see}${block}${after}`);
      expect(orderOf(pages, 'Above', caption, 'Below'), block).toBe(order);
    }
  });

  it('goes to the next page as a whole if it is a month to be written in, and is parted if it is many weeks', async () => {
    const lines = 'Line.\n\n'.repeat(16);
    const month = await printed(`${lines}::calendar{month=2027-03}\n\nBelow.\n`);
    expect(orderOf(month, 'Line.', 'March 2027', '31', 'Below')).toBe('Line. 1, March 2027 2, 31 2, Below 2');
    const weeks = await printed(`${lines}::calendar{weeks=12}\n\nBelow.\n`);
    expect(weeks.flatMap(({ text }, i) => (text.includes('Sun') ? [i] : []))).toEqual([0, 1, 2]);
  });

  it('stands where it was written where the author wants that of all or of one', async () => {
    for (const [settings, written] of [
      ['figures: here\n', figure],
      ['', '![Caption](half.svg){#fig-a .here}'],
    ] as const) {
      const pages = await printed(`${before}See @fig-a.\n\n${written}${after}`, settings);
      expect(orderOf(pages, 'Above', 'Caption', 'Below')).toBe('Above 1, Caption 2, Below 2');
      expect(emptyOn(pages[0] as InspectedPage)).toBeGreaterThan(90);
    }
  });

  it.each([
    ['text says that it follows', `${before}It looks like this:\n\n${figure}${after}`],
    ['a note is called where text says so', `${before}It looks like this:^[A note.]\n\n${figure}${after}`],
    [
      'the text behind it announces code that comes behind that',
      `${before}See @fig-a.\n\n${figure}\n\nBelow. It gives:\n\n\`\`\`\ncode\n\`\`\`\n\n${T.repeat(9)}`,
    ],
    [
      'a list behind the text behind it has no room on the page',
      `${before}See @fig-a.\n\n${figure}\n\nBelow. ${T}\n\n${'- one\n'.repeat(16)}\n${T.repeat(9)}`,
    ],
    [
      'behind that list comes code',
      `${before}See @fig-a.\n\n${figure}\n\nBelow. ${T}\n\n- one\n\n\`\`\`\ncode\n\`\`\`\n\n${T.repeat(9)}`,
    ],
    [
      'that list calls a note as it does itself',
      `${before}See @fig-a.\n\n${noted}\n\nBelow. ${T}\n\n- one^[Two.]\n\n${T.repeat(9)}`,
    ],
    [
      'code comes behind the text behind it',
      `${before}See @fig-a.\n\n${figure}\n\nBelow. ${T}\n\n\`\`\`\ncode\n\`\`\`\n\n${T.repeat(9)}`,
    ],
    ['a heading comes behind it', `${before}See @fig-a.\n\n${figure}\n\n## Next${after}`],
    [
      'text behind it calls a note as it does itself',
      `${before}See @fig-a.\n\n${noted}\n\nBelow.^[Two.] ${T.repeat(9)}\n\n${T.repeat(9)}\n`,
    ],
    ['it has no caption', `${before}See this.\n\n![Grey](half.svg)\n\nCaption.${after}`],
  ])('stays where %s', async (_, chapter) => {
    const pages = await printed(chapter);
    expect(orderOf(pages, 'Above', 'Caption', 'Below')).toBe('Above 1, Caption 2, Below 2');
  });

  it.each([
    ['a list', '- one\n- two\n- Lastitem'],
    ['steps', '3. one\n4. two\n5. Lastitem'],
  ])('goes behind text and the list that belongs to it, and not between them: %s', async (_, list) => {
    for (const text of [`Below. ${T}`, 'Below. It gives:']) {
      const pages = await printed(
        `${before}See @fig-a.\n\n${figure}\n\n${text}\n\n${list}\n\n${T.repeat(9)}`,
      );
      expect(orderOf(pages, 'Above', 'Caption', 'Below', 'Lastitem')).toBe(
        'Above 1, Below 1, Lastitem 1, Caption 2',
      );
    }
  });

  it('takes a note that its caption calls along to its page', async () => {
    const pages = await printed(`${before}See @fig-a.\n\n${noted}${after}`);
    expect(orderOf(pages, 'Above', 'Caption', 'A note.', 'Below', 'Further')).toBe(
      'Above 1, Below 1, Caption 2, Further 2, A note. 2',
    );
    const third = await printed(`${before}See @fig-a.\n\n${noted}${after}\nMore.^[Other.] ${T}\n`);
    expect(third.map(({ text }) => text).join('\n')).toMatch(/1\. A note\.[\s\S]*2\. Other\./);
  });

  it('goes behind text that a box or a table with a caption follows, and not between text and a table that has none', async () => {
    const rows = '| Day | Cups |\n| - | - |\n| Mon | 3 |';
    for (const [block, order] of [
      ['> [!NOTE]\n> Further.', 'Above 1, Below 1, Caption 2, Further 2'],
      [':::exercise[Further]\nCount.\n:::', 'Above 1, Below 1, Caption 2, Further 2'],
      [`${rows}\n\n: Further {#tbl-a}`, 'Above 1, Below 1, Caption 2, Further 2'],
      [rows.replace('Day', 'Further'), 'Above 1, Caption 2, Below 2, Further 2'],
    ] as const) {
      const pages = await printed(`${before}${figure}\n\nBelow. ${T.repeat(2)}\n\n${block}\n`);
      expect(orderOf(pages, 'Above', 'Caption', 'Below', 'Further'), block).toBe(order);
    }
  });

  it('goes up where a heading follows or nothing, and text that leads to it stays with it', async () => {
    const leads = `See @fig-a. ${T.repeat(9)}`;
    const first = `Above. ${T.repeat(2)}\n\n`;
    for (const [behind, order] of [
      [`## Next${after}`, 'Above 1, Caption 1, See 1, Next 2, Below 2'],
      ['', 'Above 1, Caption 1, See 1'],
    ] as const) {
      const pages = await printed(`${first}${leads}\n\n${figure}\n\n${behind}`);
      expect(orderOf(pages, ...(order.match(/[A-Z]\w+/g) ?? []))).toBe(order);
      expect(emptyOn(pages[0] as InspectedPage)).toBeLessThan(2 * LINE);
      expect(pages[1]?.text).toMatch(/the stairs before/);
    }
    // What leads to it would stand on the next page alone.
    const pages = await printed(
      `${first}Second. ${T.repeat(7)}\n\nSee this. ${T}\n\n![](half.svg "Caption")\n\n## Next${after}`,
    );
    expect(orderOf(pages, 'Second', 'See', 'Caption', 'Next')).toBe('Second 1, See 1, Caption 2, Next 2');
    // Nor does it pass the heading that it stands below, or a list.
    for (const above of ['## Head', '- Head']) {
      const pages = await printed(`${first}${above}\n\n${leads}\n\n${figure}\n\n## Next${after}`);
      expect(orderOf(pages, 'Head', 'See', 'Caption', 'Next'), above).toBe(
        'Head 1, See 1, Caption 2, Next 2',
      );
    }
  });

  it('goes behind the text of the next section if it has a number and nothing else would fill the page', async () => {
    const brief = `Above. ${T.repeat(9)}\n\nSee @fig-a. ${T}\n\n`;
    const pages = await printed(`${brief}${figure}\n\n## Next${after}`);
    expect(orderOf(pages, 'See', 'Caption', 'Next', 'Below', 'Further')).toBe(
      'See 1, Next 1, Below 1, Caption 2, Further 2',
    );
    expect(emptyOn(pages[0] as InspectedPage)).toBeLessThan(3 * LINE);
    // It passes one section, and not another.
    const two = await printed(
      `${brief}${figure}\n\n## Next\n\nBelow. ${T}\n\n## Third\n\nFurther. ${T.repeat(9)}`,
    );
    expect(orderOf(two, 'See', 'Next', 'Below', 'Caption', 'Third')).toBe(
      'See 1, Next 1, Below 1, Caption 2, Third 2',
    );
    // Little is empty, or it has no number, or text that belongs to code follows.
    const full = await printed(`Above. ${T.repeat(13)}\n\nSee @fig-a. ${T}\n\n${figure}\n\n## Next${after}`);
    expect(orderOf(full, 'See', 'Caption', 'Next')).toBe('See 1, Caption 2, Next 2');
    for (const [image, behind] of [
      ['![](half.svg "Caption")', after],
      [figure, `\n\nBelow. ${T}\n\n\`\`\`\nFurther.\n\`\`\`\n`],
    ] as const) {
      const lead = image === figure ? brief : brief.replace('@fig-a', 'it');
      const others = await printed(`${lead}${image}\n\n## Next${behind}`);
      expect(orderOf(others, 'See', 'Caption', 'Next', 'Below'), image).toBe(
        'See 1, Caption 2, Next 2, Below 2',
      );
    }
  });

  it('goes up with its note, past no text that calls one', async () => {
    const [first, text] = [`Above.^[One.]\n\n`, T.repeat(10)];
    const pages = await printed(`${first}See @fig-a. ${text}\n\n${noted}\n\n## Next${after}`);
    expect(orderOf(pages, 'Above', 'Caption', 'See', 'One.', 'A note.', 'Next')).toBe(
      'Above 1, Caption 1, See 1, One. 1, A note. 1, Next 2',
    );
    const bound = await printed(`${first}See @fig-a.^[Two.] ${text}\n\n${noted}\n\n## Next${after}`);
    expect(orderOf(bound, 'See', 'Two.', 'Caption', 'A note.')).toBe('See 1, Two. 1, Caption 2, A note. 2');
  });

  it('below a heading lets that begin the text that fills the page', async () => {
    const pages = await printed(`Above. ${T.repeat(9)}\n\n## Head\n\n${figure}${after}`);
    expect(orderOf(pages, 'Above', 'Head', 'Caption', 'Below', 'Further')).toBe(
      'Above 1, Head 1, Below 1, Caption 2, Further 2',
    );
    // Of the gap two lines at least are text.
    const low = await printed(`Above. ${T.repeat(20)}\n\n## Head\n\n${figure}${after}`);
    expect(orderOf(low, 'Above', 'Head', 'Caption', 'Below')).toBe('Above 1, Head 2, Caption 2, Below 2');
  });

  it('below a heading and a line that stays with that lets both begin the text that fills the page', async () => {
    const pages = await printed(`Above. ${T.repeat(9)}\n\n## Head\n\nA line.\n\n${figure}${after}`);
    expect(orderOf(pages, 'Above', 'Head', 'A line', 'Below', 'Caption', 'Further')).toBe(
      'Above 1, Head 1, A line 1, Below 1, Caption 2, Further 2',
    );
  });

  it.each([
    ['a line', 'A line of measures.', 'measures'],
    ['what takes two', 'A line of measures, and a little more, until it is turned.', 'turned'],
  ])(
    'is not torn from its caption below the titles that open a chapter and %s, nor is that torn',
    async (_, line, end) => {
      const settings = 'trim: 108mm x 178mm\n';
      const high = '![Caption](half.svg){#fig-a width=95%}';
      const text = `\n\nBelow. ${T.repeat(4)}\n\nFurther. ${T.repeat(4)}\n`;
      const pages = await printed(`## Head\n\n${line}\n\n${high}${text}`, settings);
      expect(orderOf(pages, 'One', 'Head', 'A line', end, 'Below', 'Caption')).toBe(
        `One 1, Head 1, A line 1, ${end} 1, Below 1, Caption 2`,
      );
      // The picture stands above its caption.
      const captionOn = ({ lines }: InspectedPage) => lines.find(({ text }) => /Caption/.test(text))?.y;
      expect(captionOn(pages[1] as InspectedPage)).toBeGreaterThan(200);
      // Where no text may come before it, the next page is its own.
      const bare = await printed(`## Head\n\n${line}\n\n${high}\n\n## Next${text}`, settings);
      expect(orderOf(bare, 'Head', 'A line', end, 'Caption')).toBe(`Head 1, A line 1, ${end} 1, Caption 2`);
      expect(captionOn(bare[1] as InspectedPage)).toBeGreaterThan(200);
    },
  );

  it('that covers its page lets what is brief stand before it, and be it the end of the chapter', async () => {
    const plate = '![Sand](half.svg){.full-bleed}';
    const pages = await printed(`${before}${plate}\n\nBelow. ${T}\n`);
    expect(orderOf(pages, 'Above', 'Below')).toBe('Above 1, Below 1');
    expect(pages[1]?.text).toBe('');
    const list = await printed(`${before}${plate}\n\nBelow. ${T}\n\nFurther. ${T}\n\n- Item\n- Item\n`);
    expect(orderOf(list, 'Above', 'Below', 'Item')).toBe('Above 1, Below 1, Item 1');
    const takesTurns = await printed(`${before}${plate}\n\nBelow. ${T}\n\n${plate}\n`);
    expect(orderOf(takesTurns, 'Above', 'Below')).toBe('Above 1, Below 3');
    const long = await printed(`${before}${plate}\n\nBelow. ${T.repeat(20)}\n`);
    expect(orderOf(long, 'Above', 'Below')).toBe('Above 1, Below 3');
  });

  it('does not go behind a paragraph whose rest would leave it no room on the next page either', async () => {
    const pages = await printed(`${before}See @fig-a.\n\n${figure}\n\nBelow. ${T.repeat(40)}\n\nLast.\n`);
    expect(orderOf(pages, 'Above', 'Caption', 'Below')).toBe('Above 1, Caption 2, Below 2');
  });
});

describe('many figures', () => {
  const many = (note: string): string =>
    Array.from(
      { length: 9 },
      (_, i) =>
        `Before${i}.${note} ${T.repeat(7 + (i % 4) * 2)}See @fig-n${i}.\n\n![Caption${i}](half.svg){#fig-n${i}}\n\nBehind${i}. ${T.repeat(8)}\n\n`,
    ).join('');

  it.each([
    ['without notes', ''],
    ['between notes', '^[A note at the foot.]'],
  ])('leave no gaps %s, stand in their order, and none is lost', async (_, note) => {
    const pages = await printed(many(note));
    const inPlace = await printed(many(note), 'figures: here\n');
    expect(pages.length).toBeLessThan(inPlace.length);
    if (!note) for (const page of pages.slice(0, -2)) expect(emptyOn(page)).toBeLessThan(7 * LINE);
    const text = pages.map((page) => page.text).join('\n');
    expect([...text.matchAll(/Caption(\d)/g)].map(([, n]) => n).join('')).toBe('012345678');
  });
});

it('a table whose rows are bound together goes behind text, too, and takes its caption along', async () => {
  const table = `| Item | What |\n|--|--|\n| one | two |\n${'| ^^ | two |\n'.repeat(14)}\n: Caption {#tbl-a}`;
  const pages = await printed(`Above. ${T.repeat(11)}\n\nSee @tbl-a.\n\n${table}${after}`);
  expect(orderOf(pages, 'Above', 'Caption', 'Item', 'Below')).toBe('Above 1, Below 1, Caption 2, Item 2');
});

describe('a table that is turned', () => {
  const trim = 'trim: 5x8\n';
  /** A table of so many rows; a turned page takes a dozen of them. */
  const table = (rows: number): string => {
    const row = (cell: string): string =>
      `| ${Array.from({ length: 12 }, (_, i) => `${cell}${i}`).join(' | ')} |\n`;
    const cells = Array.from({ length: rows }, (_, i) => row(`sentence${i}`)).join('');
    return `${row('Whatever')}|${'--|'.repeat(12)}\n${cells}\n: Caption {#tbl-a}`;
  };
  /** A word of its head: turned, the caption has no line of its own. */
  const TABLE = 'Whatever11';
  const opening = `Above. ${T.repeat(14)}\n\n## Head\n\n`;
  const follows = `\n\nBelow. ${T.repeat(6)}\n\nFurther. ${T.repeat(14)}\n\nLast.\n`;

  it('and opens its section lets the text that follows begin below the heading', async () => {
    const chapter = `${opening}${table(5)}${follows}`;
    const pages = await printed(chapter, trim);
    expect(orderOf(pages, 'Above', 'Head', 'Below', TABLE, 'Further', 'Last')).toBe(
      `Above 1, Head 2, Below 2, ${TABLE} 3, Further 4, Last 4`,
    );
  });

  it('and opens its chapter does so, too', async () => {
    const pages = await printed(`${table(5)}${follows}`, trim);
    expect(orderOf(pages, 'One', 'Below', TABLE, 'Further')).toBe(`One 1, Below 1, ${TABLE} 2, Further 3`);
  });

  it('does so where its heading comes to stand on the page before by it', async () => {
    const chapter = `${opening.replace(T.repeat(14), T.repeat(6))}${table(5)}${follows}`;
    const pages = await printed(chapter, trim);
    expect(orderOf(pages, 'Head', 'Below', TABLE, 'Further')).toBe(`Head 1, Below 1, ${TABLE} 2, Further 3`);
  });

  it('and has several pages takes them along, and pages of the EPUB begin where their text does', async () => {
    const delivered = await built(`${opening}${table(40)}${follows}`, trim, ['print', 'epub']);
    const { pages } = await inspectPdf(delivered.get('out/t-print.pdf') as Uint8Array);
    const own = pages.slice(pages.findIndex(({ label }) => label === '1'));
    expect(own.flatMap(({ text }, i) => (text.includes(TABLE) ? [i + 1] : []))).toEqual([3, 4, 5, 6]);
    expect(orderOf(own, 'Head', 'Below', 'Further')).toBe('Head 2, Below 2, Further 7');
    const epub = await openEpub(delivered.get('out/t.epub') as Uint8Array);
    const file = [...epub.documents.keys()].find((name) => epub.textOf(name).includes('Below.')) ?? '';
    const listed = epub.nav.pages.filter(({ href }) => href.startsWith(file));
    for (const word of ['Below.', 'Further.', 'Last.']) {
      const begins = listed.findLast(({ href }) => epub.textBehind(href).includes(word));
      expect(begins?.label, word).toBe(pages.find(({ text }) => text.includes(word))?.label);
    }
  });

  it('lets a long paragraph go on on the next page rather than leave the heading alone', async () => {
    const long = `\n\nBelow. ${T.repeat(30)}\n\n${`Further. ${T.repeat(4)}\n\n`.repeat(4)}`;
    const pages = await printed(`${opening}${table(5)}${long}`, trim);
    expect(orderOf(pages, 'Head', 'Below', 'Further', TABLE)).toBe(`Head 2, Below 2, Further 3, ${TABLE} 4`);
  });

  it('leaves notes of the text before it room on their page', async () => {
    const note = `^[A note. ${T.repeat(2)}]`;
    const text = `\n\nBelow. ${T.repeat(8)}${note}\n\n${T.repeat(5)}${note}\n\nFurther. ${T.repeat(9)}\n`;
    const pages = await printed(`${opening}${table(5)}${text}`, trim);
    expect(orderOf(pages, 'Head', 'Below', TABLE, 'Further')).toBe(`Head 2, Below 2, ${TABLE} 3, Further 4`);
  });

  it.each([
    ['another heading follows it', table(5), '\n\n## Next', ''],
    ['it has no caption', table(5).replace(/: Caption.*/, ''), '', ''],
    ['its author wants it where it is', table(5), '', 'figures: here\n'],
    ['what follows it announces something', table(5), '\n\nIt gives:\n\n- Item', ''],
    ['it calls a note', table(5).replace('sentence00', 'sentence00^[Noted.]'), '', ''],
  ])('takes the headings above it along where %s', async (_, written, behind, settings) => {
    const heads = `${opening}### *Further* head\n\n`;
    const delivered = await built(
      `${heads}${written}${behind}${follows}`,
      `${trim}toc-depth: 3\n${settings}`,
      ['print'],
    );
    const { pages, outline } = await inspectPdf(delivered.get('out/t-print.pdf') as Uint8Array);
    const own = pages.slice(pages.findIndex(({ label }) => label === '1'));
    for (const [word, page] of [
      ['Above', 1],
      ['Head', 2],
      ['Further', 2],
      [TABLE, 2],
      ['Below', 3],
    ] as const)
      expect(orderOf(own, word)).toBe(`${word} ${page}`);
    // They are listed with their page, and lead to it.
    expect(pages.map(({ text }) => text).join('\n')).toMatch(/Head\s+2\s+Further head\s+2/);
    expect(JSON.stringify(outline)).toContain('Further head');
    // Above it as it is read: left of it on the page, and each in one piece.
    const { pieces = [] } = own[1] ?? {};
    const at = (word: string): number => pieces.find(({ text }) => text.includes(word))?.x ?? 0;
    expect(at('Head')).toBeLessThan(at('Further'));
    expect(at('Further')).toBeLessThan(at('Whatever'));
  });

  it('has room for its headings on the first of its pages', async () => {
    const long = opening.replace('Head', `Head ${T}`);
    const pages = await printed(`${long}${table(11)}\n\n## Next${follows}`, trim);
    expect(pages.flatMap(({ text }, i) => (text.includes(TABLE) ? [i + 1] : []))).toEqual([2, 3]);
    expect(pages[1]?.text).toContain('Head');
    const right = Math.max(...(pages[1]?.pieces ?? []).map(({ x }) => x));
    expect(right).toBeLessThan((pages[1]?.width ?? 0) - 30);
  });
});

it('what has moved on paper stands in the EPUB where it was written, and pages begin there where their text does', async () => {
  const chapter = [0, 1, 2].map(
    (i) =>
      `## Section ${i}\n\nBefore${i}. ${T.repeat(14)}See @fig-n${i}.\n\n![Caption${i}](half.svg){#fig-n${i}}\n\nBehind${i}. ${T.repeat(2)}\n\n`,
  );
  const delivered = await built(chapter.join(''), '', ['print', 'epub']);
  const epub = await openEpub(delivered.get('out/t.epub') as Uint8Array);
  const { pages } = await inspectPdf(delivered.get('out/t-print.pdf') as Uint8Array);
  const file = [...epub.documents.keys()].find((name) => epub.textOf(name).includes('Before0.')) ?? '';
  expect([...epub.textOf(file).matchAll(/(?:Before|Caption|Behind)\d/g)].join()).toBe(
    'Before0,Caption0,Behind0,Before1,Caption1,Behind1,Before2,Caption2,Behind2',
  );
  const listed = epub.nav.pages.filter(({ href }) => href.startsWith(file));
  let began = 0;
  for (const word of ['Before0.', 'Behind0.', 'Before1.', 'Behind1.', 'Before2.', 'Behind2.']) {
    const page = pages.find(({ text }) => text.includes(word));
    const begins = listed.findLast(({ href }) => epub.textBehind(href).includes(word));
    expect(begins?.label, word).toBe(page?.label);
  }
  for (const { lines } of pages) if (/^Figure \d/.test(lines.find(({ y }) => y > 60)?.text ?? '')) began++;
  // A page that begins with what has moved: an image has no letters.
  expect(began).toBeGreaterThan(0);
});

it('what has gone up on paper stands in the EPUB where it was written, and pages begin there where their text does', async () => {
  const chapter = `Above. ${T.repeat(2)}\n\nSee @fig-a. ${T.repeat(9)}\n\n${figure}\n\n## Next${after}`;
  const delivered = await built(chapter, '', ['print', 'epub']);
  const epub = await openEpub(delivered.get('out/t.epub') as Uint8Array);
  const { pages } = await inspectPdf(delivered.get('out/t-print.pdf') as Uint8Array);
  const file = [...epub.documents.keys()].find((name) => epub.textOf(name).includes('Above.')) ?? '';
  expect([...epub.textOf(file).matchAll(/Above|See|Caption|Next|Below/g)].join()).toBe(
    'Above,See,Caption,Next,Below',
  );
  const listed = epub.nav.pages.filter(({ href }) => href.startsWith(file));
  for (const word of ['See ', 'Below.', 'Further.']) {
    const begins = listed.findLast(({ href }) => epub.textBehind(href).includes(word));
    expect(begins?.label, word).toBe(pages.find(({ text }) => text.includes(word))?.label);
  }
});

it('is told where `figures` says something else', async () => {
  const { messages } = await buildInMemory({
    'book.yaml': 'title: T\nauthor: A\nfigures: top\n',
    'a.md': '# One\n',
  });
  expect(messages.map(({ reason }) => reason).join('\n')).toMatch(/figures.*must be float or here/);
});
