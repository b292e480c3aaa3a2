import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { rulesOf } from '../support/pdf-rules.js';
import { testPress } from '../support/press.js';

/* What belongs together and nearly fills a page, or more than one. */

const T = 'The lamp was lit early because evening came down the stairs before anyone had thought of supper. ';
const TALL =
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="2000" viewBox="0 0 300 2000"><rect width="300" height="2000" fill="#ccc"/></svg>';
const WIDE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400" viewBox="0 0 600 400"><rect width="600" height="400" fill="#ccc"/></svg>';

let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

type Page = { readonly text: string; readonly drawn: Awaited<ReturnType<typeof rulesOf>>[number] };

/** The pages of each chapter of a book, with what is drawn on them. */
async function printedEach(chapters: readonly string[], settings = '', edition = 'print'): Promise<Page[][]> {
  const { messages, delivered } = await buildInMemory(
    {
      'book.yaml': `title: T\nauthor: A\nchapter-start: any\n${settings}`,
      'tall.svg': TALL,
      'wide.svg': WIDE,
      ...Object.fromEntries(chapters.map((chapter, i) => [`${i + 1}.md`, chapter])),
    },
    { editions: [edition] },
    press,
  );
  expect(messages.filter(({ severity }) => severity === 'error').map(String)).toEqual([]);
  const bytes = delivered.get(`out/t-${edition}.pdf`) as Uint8Array;
  const [{ pages, outline }, drawn] = [await inspectPdf(bytes), await rulesOf(bytes)];
  const all = pages.map(({ text }, i) => ({ text, drawn: drawn[i] ?? [] }));
  if (chapters.length === 1) return [all.slice(pages.findIndex(({ label }) => label === '1'))];
  const begins = outline.filter(({ label }) => /^\d+$/.test(label)).map(({ page }) => page);
  expect(begins).toHaveLength(chapters.length);
  return begins.map((page, i) => all.slice(page, begins[i + 1]));
}

/** The pages of a book of one chapter from that chapter on. */
async function printed(chapter: string, settings = '', edition = 'print'): Promise<Page[]> {
  const [pages = []] = await printedEach([chapter], settings, edition);
  return pages;
}

/** The pages of a chapter that is written with each number from one on and below another: with so many lines before what is looked at, as a rule. */
async function swept(
  from: number,
  below: number,
  chapter: (lines: number) => string,
  settings = '',
): Promise<[number, Page[]][]> {
  const numbers = Array.from({ length: below - from }, (_, i) => from + i);
  const pages = await printedEach(numbers.map(chapter), settings);
  return numbers.map((lines, i) => [lines, pages[i] ?? []]);
}

const pagesOf = (pages: readonly { text: string }[], words: readonly string[]): number[] =>
  words.map((word) => pages.findIndex(({ text }) => text.includes(word)));

describe('a tall image', () => {
  const figure = (sentences: number): string =>
    `![Tall](tall.svg "Above ${T.repeat(sentences)} below"){#fig-t}`;

  it('leaves its caption room on its page', async () => {
    const pages = await printed(`# One\n\n${T.repeat(8)}\n\n${figure(6)}\n\nSee @fig-t.\n`);
    expect(pagesOf(pages, ['Above', 'below'])).toEqual([1, 1]);
  });

  it('that opens a chapter stands below its title', async () => {
    const pages = await printed(`# One\n\n${figure(3)}\n\nSee @fig-t.\n`);
    expect(pagesOf(pages, ['One', 'Above', 'below'])).toEqual([0, 0, 0]);
  });

  it('that opens a chapter beside another stands below its title, too, on one line with it', async () => {
    const row = `![Tall](tall.svg "Above ${T}[^1]"){#fig-t} ![Tall](tall.svg "Brief")`;
    const pages = await printed(`# One\n\n${row}\n\nSee @fig-t.\n\n[^1]: Note.\n`);
    expect(pagesOf(pages, ['One', 'Above', 'Brief', 'Note.'])).toEqual([0, 0, 0, 0]);
    const images = (pages[0]?.drawn ?? []).filter(({ height }) => height > 200);
    expect(images).toHaveLength(2);
    const [foot, other] = images.map(({ top, height }) => top + height);
    expect(foot).toBeCloseTo(other ?? 0, 0);
  });

  it.each([
    [0, 0],
    [6, 1],
  ])(
    'stands there behind a line, too, alone and beside another; with %i sentences more, on page %i',
    async (more, page) => {
      for (const row of [figure(1), `${figure(1)} ![Wide](wide.svg "Brief")`]) {
        const pages = await printed(
          `# One\n\n*Latin name.* ${T.repeat(more)}\n\n${row}\n\n- See @fig-t. ${T.repeat(6)}\n`,
        );
        expect(pagesOf(pages, ['Latin', 'Above'])).toEqual([0, page]);
      }
    },
  );

  it('leaves a note of its caption room at the foot', async () => {
    const pages = await printed(
      `# One\n\n![Tall](tall.svg "Above[^1]"){#fig-t}\n\nSee @fig-t.\n\n[^1]: ${T.repeat(2)}Note.\n`,
    );
    expect(pagesOf(pages, ['One', 'Above', 'Note.'])).toEqual([0, 0, 0]);
  });

  it('is not made small for it where a title stands deep on its page', async () => {
    const pages = await printed(`# One\n\n${figure(1)}\n\nSee @fig-t.\n`, 'tokens: {chapter-sink: 4in}\n');
    expect(pagesOf(pages, ['One', 'Above'])).toEqual([0, 1]);
    expect(Math.max(...(pages[1]?.drawn ?? []).map(({ height }) => height))).toBeGreaterThan(400);
  });
});

it('images side by side stand behind the notes of the page before, whatever is tried for those of their own', async () => {
  const S =
    'The keeper lit the lamps along the quay and wrote the hour into the book, as he did every evening. ';
  const text = [
    ...Array.from({ length: 22 }, () => 'Line.'),
    `${S.repeat(8)}^[${S.repeat(2)}Note.]`,
    S.repeat(4),
    '![Wide](wide.svg "Above") ![Wide](wide.svg "Brief")',
    `> ${S.repeat(3)}^[Q ${S}]`,
    `${S.repeat(2)}^[${S}]`,
    `:::pull-quote\n${S}\n\n-- X\n:::`,
  ];
  const settings = 'trim: 5x8\nlang: en-GB\nfigures: here\n';
  const pages = await printed(`# One\n\n${text.join('\n\n')}\n`, settings);
  expect(pagesOf(pages, ['Note.', 'Above', 'Brief'])).toEqual([1, 2, 2]);
  expect((pages[2]?.drawn ?? []).filter(({ width, height }) => width > 100 && height > 60)).toHaveLength(2);
});

describe('a row that is higher than its page', () => {
  const row = (cells: string): string =>
    `# One\n\n${T.repeat(3)}\n\n| Item | What |\n|--|--|\n${cells}\n\n: A table {#tbl-r}\n\nSee @tbl-r.\n`;

  it('is parted under its head, where that stands', async () => {
    const [first, second] = await printed(row(`| a | Begins ${T.repeat(30)} |\n| b | short |`));
    expect(first?.text).toMatch(/Table 1\. A table\s+Item\s+What\s+a\s+Begins/);
    expect(second?.text).toMatch(/Item\s+What[\s\S]*b\s+short/);
  });

  it.each([10, 12])(
    'is parted below the title of its chapter, which it would leave alone: %i sentences',
    async (sentences) => {
      const cells = `| a | Begins ${T.repeat(sentences)}ends |\n| b | Second ${T} |\n| c | ${T.repeat(8)} |`;
      const pages = await printed(
        `# One\n\n| Item | What |\n|--|--|\n${cells}\n\n: A table {#tbl-r}\n\nSee @tbl-r.\n`,
        'trim: 4.25x7\n',
      );
      expect(pagesOf(pages, ['One', 'A table', 'Begins', 'ends', 'Second'])).toEqual([0, 0, 0, 1, 1]);
    },
  );

  it('goes to the next page, with its head, where a note is called in it', async () => {
    const cells = `| a | Begins ${T.repeat(10)}[^1] |\n| b | Second ${T} |\n| c | ${T.repeat(8)} |`;
    const pages = await printed(
      `# One\n\n| Item | What |\n|--|--|\n${cells}\n\n: A table {#tbl-r}\n\nSee @tbl-r.\n\n[^1]: Note.\n`,
      'trim: 4.25x7\n',
    );
    expect(pagesOf(pages, ['One', 'A table', 'Begins', 'Note.'])).toEqual([0, 1, 1, 1]);
  });

  it.each([
    ['before its words', `a[^1] | Begins ${T.repeat(9)}`, 'Note.'],
    ['behind its words', `a | Begins ${T.repeat(9)}[^1]`, `Note. ${T.repeat(2)}`],
  ])(
    'stands below the title of its chapter where it has room with its note, called %s',
    async (_, cell, note) => {
      const cells = `| ${cell}ends |\n| b | Second ${T} |\n| c | ${T.repeat(8)} |`;
      const pages = await printed(
        `# One\n\n| Item | What |\n|--|--|\n${cells}\n\n: A table {#tbl-r}\n\nSee @tbl-r.\n\n[^1]: ${note}\n`,
        'trim: 5.5x8.5\n',
      );
      expect(pagesOf(pages, ['One', 'A table', 'Begins', 'ends', 'Note.'])).toEqual([0, 0, 0, 0, 0]);
    },
  );

  it('stands on the page of its caption and its head, where all rows together have no room on one', async () => {
    const cells = `| a | Begins ${T.repeat(10)} |\n| b | Second ${T} |\n| c | Third ${T.repeat(8)} |`;
    const pages = await printed(
      `# One\n\n${T.repeat(9)}\n\n| Item | What |\n|--|--|\n${cells}\n\n: A table {#tbl-r}\n\nSee @tbl-r.\n`,
      'trim: 4.25x7\n',
    );
    expect(pagesOf(pages, ['One', 'A table', 'Begins', 'Second', 'Third'])).toEqual([0, 1, 1, 1, 2]);
  });

  it.each([
    ['', ''],
    [', with its note behind it', '^[A note.]'],
  ])('is parted under its head where a heading leaves it no room there%s', async (_, note) => {
    const cells = `| a | Begins ${T.repeat(20)}ends${note} |`;
    const pages = await printed(
      `# One\n\n${'A line.\n\n'.repeat(14)}## Heading\n\n| Item | What |\n|--|--|\n${cells}\n\n: A table {#tbl-r}\n\nSee @tbl-r. ${T.repeat(9)}\n`,
      'trim: 5x8\nfigures: here\n',
    );
    expect(pagesOf(pages, ['A table', 'Begins', 'ends'])).toEqual([1, 1, 2]);
    if (note) expect(pagesOf(pages, ['A note.'])).toEqual([2]);
  });

  it('is parted behind others, too', async () => {
    const [first] = await printed(row(`| b | short |\n| a | Begins ${T.repeat(40)} |\n| b | short |`));
    expect(first?.text).toMatch(/b\s+short\s+a\s+Begins/);
  });
});

it('the title of a table goes to the next page with the first row, though notes of others fill that', async () => {
  const [long, row] = [`^[Note. ${T.repeat(8)}]`, T.repeat(12)];
  const cells = `| a | First ${row}^[Note.] |\n| b | ${row}${long} |\n| c | |\n| d | ${row} |\n| e | ${row} |`;
  const pages = await printed(
    `# One\n\n${'A line.\n\n'.repeat(19)}| Item | What |\n|--|--|\n${cells}\n\n: A title {#tbl-r}\n\nSee @tbl-r. ${T.repeat(4)}\n`,
    'trim: 5.5x8.5\n',
  );
  expect(pages[0]?.text).toMatch(/A line\.\s+1$/);
  expect(pagesOf(pages, ['A title', 'First'])).toEqual([1, 1]);
});

it('a heading goes to the next page with the table below it', async () => {
  const rows = `| a | Begins ${T.repeat(4)} |\n| b | Second ${T.repeat(4)} |`;
  const heads = ['### Heading', '## Heading\n\n### Below it'];
  for (const [i, pages] of await swept(
    0,
    6,
    (i) =>
      `# One\n\n${'A line.\n\n'.repeat(12 + (i % 3))}${heads[i % 2]}\n\n| Item | What |\n|--|--|\n${rows}\n\n: A table {#tbl-${i}}\n\nSee @tbl-${i}. ${T.repeat(5)}\n`,
    'trim: 5.5x8.5\nfigures: here\n',
  )) {
    const [heading] = pagesOf(pages, ['Heading']);
    expect(heading, `${i}`).toBe(1);
    expect(pagesOf(pages, ['A table', 'Begins', 'Second'])).toEqual([heading, heading, heading]);
    expect(pages[0]?.text).toMatch(/A line\.\s+\d+$/);
  }
});

describe('ruled lines', () => {
  it.each([
    [4, ['4']],
    [5, ['2 and 3', '5']],
  ])('are parted two and three at least: %i', async (n, parts) => {
    const seen = new Set<string>();
    for (const [, pages] of await swept(
      6,
      15,
      (above) => `# One\n\n${'A line.\n\n'.repeat(above)}Do it.\n\n::lines{n=${n}}\n\n${T.repeat(4)}\n`,
      'theme: workbook\n',
    )) {
      const lines = pages.map(
        ({ drawn }) => drawn.filter(({ width, height }) => width > 200 && height < 2).length,
      );
      seen.add(lines.filter(Boolean).join(' and '));
    }
    expect([...seen].sort()).toEqual(parts);
  });

  it.each(['exercise', 'practice'])('stand on the page of what a box asks: %s', async (kind) => {
    for (const [above, pages] of await swept(
      11,
      15,
      (above) =>
        `# One\n\n${'A line.\n\n'.repeat(above)}:::${kind}[Try]\nAsked.\n\n::lines{n=5}\n:::\n\n${T.repeat(4)}\n`,
      'theme: workbook\n',
    )) {
      expect(pagesOf(pages, ['Asked']), `${above}`).toEqual([1]);
      const drawn = pages[0]?.drawn.filter(({ width, height }) => width > 200 && height < 2);
      expect(drawn, `${above}`).toEqual([]);
    }
  });

  it('of an exercise that would leave much of a page empty begin where they stand', async () => {
    const pages = await printed(
      `# One\n\n${'A line.\n\n'.repeat(6)}:::exercise[Try]\nAsked. ${T}\n\n::lines{n=16}\n:::\n\n${T.repeat(4)}\n`,
      'theme: workbook\n',
    );
    expect(pagesOf(pages, ['Asked'])).toEqual([0]);
    const lines = pages.map(
      ({ drawn }) => drawn.filter(({ width, height }) => width > 200 && height < 1).length,
    );
    expect(lines[0]).toBeGreaterThan(3);
    expect((lines[0] ?? 0) + (lines[1] ?? 0)).toBe(16);
  });

  it('are parted where notes end their page', async () => {
    for (const [above, pages] of await swept(
      2,
      8,
      (above) =>
        `# One\n\nCalled.^[Noted.]\n\n${'A line.\n\n'.repeat(above)}Write.\n\n::lines{n=12}\n\n${T.repeat(4)}\n`,
      'theme: workbook\n',
    )) {
      const lines = pages.map(
        ({ drawn }) => drawn.filter(({ width, height }) => width > 200 && height < 2).length,
      );
      expect(pagesOf(pages, ['Called', 'Noted', 'Write']), `${above}`).toEqual([0, 0, 0]);
      expect(lines[0], `${above}`).toBeGreaterThan(1);
      expect(lines[0], `${above}`).toBeLessThan(12);
      expect((lines[0] ?? 0) + (lines[1] ?? 0), `${above}`).toBe(12);
    }
  });

  it('stand on the page of the question above them', async () => {
    for (const [above, pages] of await swept(
      9,
      19,
      (above) =>
        `# One\n\n${'A line.\n\n'.repeat(above)}1. Ask whether ${T}and say why.\n\n   ::lines{n=4}\n\n${T.repeat(4)}\n`,
      'theme: workbook\n',
    )) {
      const [begins, ends] = pagesOf(pages, ['Ask whether', 'say why']);
      const first = pages.findIndex(({ drawn }) =>
        drawn.some(({ width, height }) => width > 200 && height < 2),
      );
      expect([ends, first], `${above}`).toEqual([begins, begins]);
    }
  });
});

it('a page may end behind a box to write in, above its notes', async () => {
  const ends: boolean[] = [];
  for (const [, pages] of await swept(
    8,
    18,
    (above) =>
      `# One\n\nCalled.^[Noted.]\n\n${'A line.\n\n'.repeat(above)}::box{height=30mm}\n\nBehind it. ${T.repeat(4)}\n`,
  )) {
    const box = pages.findIndex(({ drawn }) => drawn.some(({ width, height }) => width > 200 && height > 60));
    const [noted, behind] = pagesOf(pages, ['Noted', 'Behind']);
    expect(box).not.toBe(-1);
    ends.push(box === noted && behind !== noted);
  }
  expect(ends).toContain(true);
});

describe('a last item of a single line', () => {
  const SPILLING = `3. ${T}\n4. Lastword`;
  it.each([
    ['of a list', '1. aa\n2. bb\n3. cc\n4. Lastword'],
    ['behind one of several lines', `1. aa\n2. bb\n${SPILLING}`],
    ['of a list in the last item of one', '- aa\n- bb\n  - cc\n  - dd\n  - Lastword'],
    ['of what is to be ticked', '- [ ] aa\n- [ ] bb\n- [ ] Lastword'],
    ['with a note at the foot of its page', '- aa\n- bb\n- cc^[Noted.]\n- Lastword'],
  ])('%s heads no page', async (_, list) => {
    let parted = 0;
    for (const [lines, pages] of await swept(
      22,
      32,
      (lines) => `# One\n\n${'Line.\\\n'.repeat(lines)}Line.\n\n${list}\n\n${T.repeat(6)}\n`,
    )) {
      const [, next] = pages;
      const first = next?.text.split('\n').find((line) => line !== 'One' && line !== 'T') ?? '';
      expect(first, `${lines}`).not.toMatch(/Lastword/);
      if (/Lastword/.test(next?.text ?? '') && !/\baa\b/.test(next?.text ?? '')) parted++;
    }
    // It is not the list that was kept whole.
    expect(parted).toBeGreaterThan(0);
  });

  it('may, where another item of the list around it follows', async () => {
    const heads: string[] = [];
    for (const [, pages] of await swept(
      19,
      30,
      (lines) =>
        `# One\n\n${'Line.\\\n'.repeat(lines)}Line.\n\n- aa\n  - bb\n  - Innermost\n- dd\n- ee\n- ff\n\n${T.repeat(6)}\n`,
    )) {
      heads.push(pages[1]?.text.split('\n').find((line) => line !== 'One' && line !== 'T') ?? '');
    }
    expect(heads.some((head) => head.includes('Innermost'))).toBe(true);
  });
});

it('notes that end a chapter on a page of their own are four lines at least', async () => {
  const calls = Array.from({ length: 8 }, (_, i) => `[^n${i}]`).join(' and ');
  const notes = Array.from({ length: 8 }, (_, i) => `[^n${i}]: Noted ${i % 3 ? '' : T}`).join('\n\n');
  const lines: number[] = [];
  for (const [, pages] of await swept(
    12,
    26,
    (above) => `# One\n\n${'Line.\\\n'.repeat(above)}Called ${calls}.\n\n${notes}\n`,
    'notes: chapter\n',
  )) {
    const [, next] = pages;
    const all = next?.text.split('\n').filter((line) => !/^(?:One|T|\d+)$/.test(line)) ?? [];
    if (next && /^\d\. Noted/.test(all[0] ?? '')) lines.push(all.length);
  }
  expect(lines.length).toBeGreaterThan(3);
  expect(Math.min(...lines)).toBeGreaterThanOrEqual(4);
});

describe('what heads a text stays with it, and is whole', () => {
  const LONG = 'Heading words that go on for more than one single line of text and then at last they cease';
  /** Chapters in which more and more stands before it; each ends with text enough for its last page. */
  const chapters = (text: (lines: number) => string): string =>
    Array.from({ length: 13 }, (_, i) => `# ${i}\n\n${'A line.\n\n'.repeat(i + 14)}${text(i)}\n\n${T}`).join(
      '\n\n',
    );
  /** Where the words stand on pages: how many lines of text come behind them there, or those of theirs that are torn off. */
  function behind(pages: readonly { text: string }[], head: RegExp, end: RegExp): (number | undefined)[] {
    return pages.flatMap(({ text }) => {
      const lines = text.split('\n');
      const begin = lines.findIndex((line) => head.test(line));
      if (begin < 0) return [];
      const last = lines.findIndex((line, i) => i >= begin && end.test(line));
      // The last line is the folio.
      return [last < 0 ? undefined : lines.length - 2 - last];
    });
  }

  it.each(['classic', 'modern', 'workbook'])('(%s)', async (theme) => {
    const settings = `theme: ${theme}\ntrim: 5.5x8.5\n`;
    const exercise = (): string =>
      `::::exercise[${LONG}]\n${T.repeat(3)}\n\n:::solution[${LONG}]\n${T.repeat(4)}\n:::\n::::`;
    const letter = (): string => `:::letter\nDear Margaret,\n\n${T.repeat(4)}\n:::`;
    for (const [text, head, end, count] of [
      [exercise, /Exercise \d+\. Heading/, /cease$/, 13],
      [exercise, /Solution\. Heading/, /cease$/, 13],
      [letter, /^Dear Margaret,$/, /^Dear Margaret,$/, 13],
    ] as const) {
      const lines = behind(await printed(chapters(text), settings), head, end);
      expect(lines).toHaveLength(count);
      expect(lines.filter((many) => many === undefined || many < 2)).toEqual([]);
    }
  });

  it('in an answer key', async () => {
    const exercises = Array.from(
      { length: 40 },
      (_, i) => `::::exercise[${LONG}]\nDo it.\n\n:::solution[${LONG}]\n${T.repeat(1 + (i % 5))}\n:::\n::::`,
    );
    const pages = await printed(
      `# One\n\n${exercises.join('\n\n')}\n`,
      'editions: {answer-key: {trim: 5.5x8.5}}\n',
      'answer-key',
    );
    const lines = behind(pages, /Exercise \d+/, /cease$/);
    expect(lines.length).toBeGreaterThan(3);
    for (const { text } of pages) expect(text.split('\n').at(-2)).not.toMatch(/Heading|cease/);
    for (const { text } of pages.slice(1)) expect(text.split('\n')[1]).not.toMatch(/^(?!Ex).*(?:text|cease)/);
  });

  it('but a first paragraph that is the letter itself goes over the page', async () => {
    const pages = await printed(
      chapters(() => `:::letter\nBegin ${T.repeat(4)}\n\n${T}\n:::`),
      'trim: 5.5x8.5\n',
    );
    const counts = behind(pages, /^Begin /, /^Begin /);
    expect(counts.some((many) => many === 1 || many === 2)).toBe(true);
  });
});

describe('the last lines of a letter', () => {
  const letter = (closing: string): string =>
    `:::letter\nDear Margaret,\n\n${T.repeat(7)}\n\n${closing}\n:::\n\n${T.repeat(9)}\n`;

  it.each([
    ['a wish and a name', 'Yours ever,\n\nAnna'],
    ['a wish, a name and a place', 'Yours ever,\n\nAnna\n\nin the house on the hill'],
  ])('take some of it along to the next page: %s', async (_, closing) => {
    const first = /^(?:Yours ever,|Anna)/;
    let parted = 0;
    for (const [lines, pages] of await swept(
      12,
      19,
      (lines) => `# One\n\n${'Line.\n\n'.repeat(lines)}${letter(closing)}`,
    )) {
      const at = pages.findIndex(({ text }) => first.test(text.split('\n')[1] ?? ''));
      expect(at, `${lines} lines: ${pages[at]?.text.slice(0, 60)}`).toBe(-1);
      const [wish] = pagesOf(pages, ['Yours ever']);
      const [dear] = pagesOf(pages, ['Dear']);
      if (wish !== dear) parted++;
      if (closing.includes('hill')) expect(pagesOf(pages, ['Anna', 'on the hill'])).toEqual([wish, wish]);
    }
    expect(parted).toBeGreaterThan(2);
  });
});

it('what marks in code stand for stands with the code', async () => {
  const code = '```js\nwait(3600); // <1>\nprint()\n```\n\n1. An hour will do.\n';
  for (const [lines, pages] of await swept(
    22,
    30,
    (lines) => `# One\n\n${'Line.\\\n'.repeat(lines)}Behind.\n\n${code}\n${T}\n`,
  )) {
    const [end, explained] = pagesOf(pages, ['print()', 'An hour will do']);
    expect(end, `${lines}`).toBeGreaterThanOrEqual(0);
    expect(explained, `${lines}`).toBe(end);
  }
});

describe('a paragraph of three lines with a fraction that is higher than its line', () => {
  it.each([
    ['', '$\\frac{a+b}{c+d}$', ''],
    [', and a note', '$\\frac{a+\\frac{x}{y}}{c+d}$', '^[A note.]'],
  ])('is not torn%s', async (_, formula, note) => {
    const begin = `Begin ${T}and so on it went for very long`;
    const chapters = [20, 21, 22].map(
      (lines) =>
        `# At ${lines}\n\n${'Line.\n\n'.repeat(lines)}${begin} ${formula} end.${note}\n\n${T.repeat(9)}`,
    );
    const pages = await printed(`${chapters.join('\n\n')}\n`, 'trim: 5x8\n');
    const begun = pages.filter(({ text }) => text.includes('Begin'));
    expect(begun).toHaveLength(3);
    for (const { text } of begun) expect(text).toMatch(/Begin[\s\S]+ end\./);
    // One of them would have been.
    expect(begun.some(({ text }) => /^T\s+Begin|^At \d+\s+Begin/.test(text))).toBe(true);
  });
});

it('notes that end a page before a formula stand before it, and not in it', async () => {
  const text = Array.from(
    { length: 300 },
    (_, i) =>
      `${'lamp '.repeat(1 + ((i * 7) % 5))}$\\frac{a+b}{c+${i}}$${i % 30 ? '' : ` call${i}x^[Note${i}x.]`}`,
  );
  const pages = await printed(`# One\n\n${text.join(' ')}\n`, 'trim: 5x8\n');
  const words = Array.from({ length: 10 }, (_, i) => i * 30);
  expect(
    pagesOf(
      pages,
      words.map((i) => `Note${i}x.`),
    ),
  ).toEqual(
    pagesOf(
      pages,
      words.map((i) => `call${i}x`),
    ),
  );
});

describe('a brief last paragraph behind a box takes some of it along', () => {
  it.each([
    ['a note', `> [!NOTE]\n> Boxed ${T.repeat(2)}`, 24],
    ['an aside', `:::aside[Title]\nBoxed ${T.repeat(6)}\n:::`, 18],
  ])('%s', async (_, box, most) => {
    const alone: number[] = [];
    const chapters = Array.from(
      { length: 12 },
      (_, i) => `# At ${most - i}\n\n${'Line.\n\n'.repeat(most - i)}${box}\n\nLast words.`,
    );
    const pages = await printed(`${chapters.join('\n\n')}\n`, 'trim: 5x8\n');
    const last = pages.filter(({ text }) => text.includes('Last words'));
    expect(last).toHaveLength(12);
    for (const { text } of last) alone.push(text.split('\n').indexOf('Last words.'));
    // Behind a running head and at least two lines of the box.
    expect(Math.min(...alone)).toBeGreaterThan(2);
    expect(last.some(({ text }) => !text.startsWith('At'))).toBe(true);
  });
});

describe('where the solution of an exercise is', () => {
  const exercise = (inner: string, id: number) =>
    `:::exercise{#ex-${id}}\nAsk.\n\n${inner}\n:::\n\n:::solution\nAnswer.\n:::\n\n::answers\n`;

  it.each([
    ['a list', '1. aa\n2. bb\n3. cc\n4. Endword'],
    ['lines to write on', '::lines[Endword]{n=3 spacing=5mm}'],
    ['text', `${T.repeat(3)}Endword.`],
  ])('begins no page behind %s', async (_, inner) => {
    let parted = 0;
    for (const [lines, pages] of await swept(
      16,
      30,
      (lines) => `# One\n\n${'Line.\\\n'.repeat(lines)}Line.\n\n${exercise(inner, lines)}`,
    )) {
      const [, next] = pages;
      const first = next?.text.split('\n').find((line) => line !== 'One' && line !== 'T') ?? '';
      expect(first, String(lines)).not.toMatch(/^Solution, page/);
      if (/Solution, page/.test(next?.text ?? '') && !/Ask/.test(next?.text ?? '')) parted++;
    }
    // It is not the exercise that was kept whole.
    if (!inner.startsWith('::lines')) expect(parted).toBeGreaterThan(0);
  });
});

describe('a table of a few rows', () => {
  const rows = (n: number) => Array.from({ length: n }, (_, i) => `| Row${i}x | b |`).join('\n');
  const table = (n: number, caption: string) => `| A | B |\n| - | - |\n${rows(n)}\n\n${caption}`;
  /** On how many pages its rows stand, wherever on a page it begins, and the fewest lines of text on the first of them. */
  async function seen(block: string, n: number) {
    const found: { parts: number; lines: number }[] = [];
    for (const [, pages] of await swept(
      9,
      16,
      (lines) =>
        `# One\n\n${'Line.\\\n'.repeat(2 * lines)}Line.\n\n${block}\n\n${T.repeat(6)}\n\n${T.repeat(6)}\n`,
    )) {
      const on = pagesOf(
        pages,
        Array.from({ length: n }, (_, i) => `Row${i}x`),
      );
      expect(on).not.toContain(-1);
      found.push({ parts: new Set(on).size, lines: pages[0]?.text.split('\n').length ?? 0 });
    }
    return found;
  }

  it('stays whole with its caption, and text behind it fills the page', async () => {
    const found = await seen(table(5, ': Caption'), 5);
    expect(found.map(({ parts }) => parts)).toEqual(found.map(() => 1));
    expect(Math.min(...found.map(({ lines }) => lines))).toBeGreaterThan(22);
  });

  it('stays whole without a caption, too, where that leaves no more than a few lines empty', async () => {
    const found = await seen(table(4, ''), 4);
    expect(found.map(({ parts }) => parts)).toEqual(found.map(() => 1));
    expect(Math.min(...found.map(({ lines }) => lines))).toBeLessThan(26);
  });

  it('is parted where it has many rows, and without a caption where nothing would fill the page', async () => {
    for (const [block, n] of [
      [table(8, ''), 8],
      [table(16, ': Caption'), 16],
    ] as const)
      expect((await seen(block, n)).some(({ parts }) => parts === 2)).toBe(true);
  });
});

describe('what stands side by side', () => {
  const column = (words: string, sentences: number): string =>
    `:::column[Say]\n${words} ${T.repeat(sentences)}\n\n${words}end\n:::`;
  it.each([
    ['brief, stays whole', 2, false],
    ['half a page high, is parted', 9, true],
  ])('%s', async (_, sentences, parts) => {
    let parted = 0;
    for (const [, pages] of await swept(
      14,
      26,
      (lines) =>
        `# One\n\n${'Line.\\\n'.repeat(lines)}Line.\n\n::::columns[Two ways]\n${column('Left', sentences)}\n\n${column('Right', sentences)}\n::::\n\n${T.repeat(6)}\n`,
    )) {
      const on = pagesOf(pages, ['Two ways', 'Left', 'Leftend', 'Right', 'Rightend']);
      expect(on).not.toContain(-1);
      if (new Set(on).size > 1) parted++;
    }
    expect(parted > 0).toBe(parts);
  });
});

describe('a listing', () => {
  it.each([
    [8, true],
    [14, false],
  ])('of %i lines stays whole, and text fills its page: %s', async (n, isWhole) => {
    const code = Array.from({ length: n }, (_, i) => `row${i}x();`).join('\n');
    let parts = 0;
    for (const [lines, pages] of await swept(
      8,
      14,
      (one) =>
        `# One\n\n${'Line.\\\n'.repeat(2 * one)}See @lst-${one}.\n\n\`\`\`js {#lst-${one} caption="Rows"}\n${code}\n\`\`\`\n\nFiller. ${T.repeat(6)}\n\n${T.repeat(6)}\n`,
    )) {
      const on = pagesOf(
        pages,
        Array.from({ length: n }, (_, i) => `row${i}x`),
      );
      expect(on).not.toContain(-1);
      parts = Math.max(parts, new Set(on).size);
      // Where it has gone to the next page by half a dozen lines, text is in its place.
      if (isWhole && lines < 10 && on[0] === 1) expect(pagesOf(pages, ['Filler'])).toEqual([0]);
    }
    expect(parts).toBe(isWhole ? 1 : 2);
  });
});
