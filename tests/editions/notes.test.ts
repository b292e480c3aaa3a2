import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { thisWorld } from '../../src/world.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf, tagged } from '../support/pdf.js';
import { randomFrom } from '../support/random.js';

/*
 * Notes at the foot of their page: books of chance, each call and each note with a word of its own that is looked up in print.
 */
const WORDS =
  'the harbour was older than the town and nobody had asked the harbour what it thought of that'.split(' ');

let press: Press;
beforeAll(async () => {
  press = thisWorld().press();
  await press.version();
});
afterAll(() => press[Symbol.asyncDispose]());

/** Builds the printed edition of a book, without an error, and reads it back. */
async function printed(files: Readonly<Record<string, string>>, more = '') {
  const made = await buildInMemory(
    {
      'book.yaml': `title: Notes\nauthor: A Press\ntrim: a5\nchapter-start: any\n${more.includes('hyphenate:') ? '' : 'hyphenate: false\n'}${more}`,
      ...files,
    },
    { editions: ['print'] },
    press,
  );
  expect(made.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  expect(made.ok).toBe(true);
  const pdf = await inspectPdf(made.delivered.get('out/notes-print.pdf') as Uint8Array);
  return { messages: made.messages, ids: made.messages.map(({ ruleId }) => ruleId), pdf };
}

function book(seed: number, chapters = 4, length = 26): { files: Record<string, string>; notes: number } {
  const random = randomFrom(seed);
  const below = (most: number): number => Math.floor(random() * most);
  const words = (count: number): string =>
    Array.from({ length: count }, () => WORDS[below(WORDS.length)]).join(' ');
  let notes = 0;
  const files: Record<string, string> = {};
  for (let chapter = 0; chapter < chapters; chapter++) {
    const behind: string[] = [];
    const call = (): string => {
      const id = notes++;
      behind.push(`[^n${id}]: Note${id}x ${words(3 + below(random() < 0.1 ? 120 : 40))}.`);
      return `Call${id}x[^n${id}]`;
    };
    const text = (count: number, often: number): string =>
      Array.from({ length: count }, () => (random() < often ? call() : words(1))).join(' ');
    const blocks = Array.from({ length }, () => {
      const kind = below(12);
      if (kind < 5) return `${text(20 + below(90), 0.02)}.`;
      if (kind === 5) return `## ${words(3)}`;
      if (kind === 6)
        return Array.from({ length: 2 + below(5) }, () => `- ${text(4 + below(30), 0.03)}`).join('\n');
      if (kind === 7) return `> ${text(20 + below(40), 0.03)}`;
      if (kind === 8)
        return [
          '| one | two |',
          '| --- | --- |',
          ...Array.from({ length: 3 + below(9) }, () => `| ${text(3, 0.05)} | ${text(9, 0.03)} |`),
        ].join('\n');
      if (kind === 9) return `:::note\n${text(10 + below(30), 0.03)}.\n:::`;
      if (kind === 10)
        return `\`\`\`\n${Array.from({ length: 2 + below(12) }, () => words(4)).join('\n')}\n\`\`\``;
      return `1. ${text(10, 0.05)}\n\n   ${text(20, 0.05)}.\n2. ${text(12, 0.05)}`;
    });
    files[`c${chapter}.md`] =
      `# Chapter ${chapter}\n\n${[`${words(30)} ${call()}.`, ...blocks, ...behind].join('\n\n')}\n`;
  }
  return { files, notes };
}

/** The notes that do not stand on the page of their call, once. */
async function misplaced({ files, notes }: ReturnType<typeof book>, more = '') {
  const {
    pdf: { pages },
  } = await printed(files, more);
  const where = (word: string): number[] =>
    pages.flatMap(({ text }, page) => Array.from({ length: text.split(word).length - 1 }, () => page));
  const all = Array.from({ length: notes }, (_, id) => ({
    id,
    call: where(`Call${id}x`),
    note: where(`Note${id}x`),
  }));
  return {
    pages: pages.length,
    wrong: all.filter(({ call, note }) => call.length !== 1 || note.length !== 1 || call[0] !== note[0]),
  };
}

describe.each(Array.from({ length: 12 }, (_, i) => i + 1))('a book of chance, %i', (seed) => {
  it('has each note on the page of its call, once', async () => {
    const made = book(seed);
    expect((await misplaced(made)).wrong).toEqual([]);
    expect(made.notes).toBeGreaterThan(40);
  });
});

// What is far from the page that is ended is not laid out meanwhile, and is when it is printed.
describe('a chapter of many pages', () => {
  it.each([
    ['of blocks of all kinds', ''],
    ['whose paragraphs a style counts', 'p { counter-increment: n } p::before { content: counter(n) "th " }'],
  ])('%s has each note on the page of its call, once', async (_, css) => {
    const made = book(40, 1, 260);
    const { pages, wrong } = await misplaced(
      { ...made, files: { ...made.files, 'book.css': css } },
      'styles: [book.css]\n',
    );
    expect(wrong).toEqual([]);
    expect(pages).toBeGreaterThan(40);
  });
});

describe('notes', () => {
  const print = async (text: string, more = '') => {
    const { messages, ids, pdf } = await printed({ 'a.md': text }, more);
    const pageOf = (word: string) => pdf.pages.findLastIndex((page) => page.text.includes(word));
    return { messages, ids, pdf, pageOf };
  };
  const long = (count: number): string => 'It rained on the harbour and on the town. '.repeat(count).trim();

  it('stand behind their chapter where the book wants it', async () => {
    const { pageOf } = await print(
      `# One\n\nA call.[^a]\n\n${long(150)}\n\n[^a]: The note.\n`,
      'notes: chapter\n',
    );
    expect(pageOf('The note.')).toBeGreaterThan(pageOf('A call.'));
  });

  it('stand behind a chapter that is called “Notes” itself, which begins where the contents say', async () => {
    const { pdf } = await printed(
      {
        'a.md': `# Before\n\n${WORDS.join(' ')}.`,
        'b.md': `# Notes\n\nA call.[^a]\n\n${`${WORDS.join(' ')}.\n\n`.repeat(60)}[^a]: What is noted.`,
      },
      'notes: chapter\n',
    );
    const at = pdf.outline.find(({ title }) => title === 'Notes')?.page ?? 0;
    expect(pdf.pages[at]?.text).toContain('A call.');
    const behind = pdf.pages.findIndex(({ text }) => text.includes('What is noted.'));
    expect(pdf.pages[behind]?.text).toContain('Notes');
    expect(behind).toBeGreaterThan(at + 1);
  }, 60_000);

  it('stand at the foot, under a rule, in the smaller size, and lead from their calls', async () => {
    const { pdf, pageOf } = await print(`# One\n\nA call.[^a]\n\n${long(150)}\n\n[^a]: The note.\n`);
    const page = pdf.pages[pageOf('A call.')];
    const line = (start: string) => page?.lines.find(({ text }) => text.startsWith(start));
    const [call, note] = [line('A call.'), line('1. The note.')];
    expect(note?.size).toBeLessThan(call?.size ?? 0);
    const text = page?.lines.filter(({ text }) => text.includes('harbour')) ?? [];
    // Under all of the text; the folio alone is lower.
    expect(Math.max(...text.map(({ y }) => y))).toBeLessThan(note?.y ?? 0);
    expect(text.length).toBeGreaterThan(10);
  });

  const two = (n: number): string =>
    Array.from(
      { length: n },
      (_, i) =>
        `# Chapter ${i + 1}\n\nCall${i}a[^a] and Call${i}b[^b].\n\n${long(60)}\n\n[^a]: Note${i}a.\n\n[^b]: Note${i}b.\n`,
    ).join('\n');

  it('stand at the end of the book where it wants it, under the titles of the chapters', async () => {
    const { pdf } = await print(two(3), 'notes: book\n');
    const lines = pdf.pages.flatMap(({ lines }) => lines.map(({ text }) => text));
    const at = lines.lastIndexOf('Notes');
    expect(lines.slice(at, at + 10).join('|')).toMatch(
      /^Notes\|Chapter 1\|1\. ?Note0a\.\|2\. ?Note0b\.\|Chapter 2\|1\. ?Note1a\.\|2\. ?Note1b\.\|Chapter 3\|/,
    );
    // They stand in the contents, and before the colophon.
    expect(lines.findIndex((line) => /^Notes\b/.test(line) && /\d$/.test(line))).toBeLessThan(at);
    expect(lines.indexOf('Colophon')).toBeGreaterThan(at);
    expect(pdf.outline.map(({ title }) => title)).toContain('Notes');
  });

  it('of one chapter stand as far from those of the next as those from the third, however many lines they have', async () => {
    const { pdf } = await print(
      [1, 30, 12, 21, 4]
        .map((n, i) => `# Chapter ${i}x\n\nCall.[^a]\n\n[^a]: Begin ${'of note '.repeat(n)}.\n`)
        .join('\n'),
      'notes: book\n',
    );
    const page = pdf.pages.findLast(({ text }) => /^Notes$/m.test(text) && text.includes('Begin'));
    const gaps = (page?.lines ?? []).flatMap(({ text, y }, i, lines) =>
      /^Chapter [1-4]x$/.test(text) ? [y - (lines[i - 1]?.y ?? 0)] : [],
    );
    expect(gaps).toHaveLength(4);
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(0.5);
    expect(Math.max(...gaps)).toBeLessThan(32);
  });

  it.each([
    ['foot', 5],
    ['chapter', 5],
    ['book', 5],
  ])('are counted through the book where it wants it, with notes: %s', async (where, fifth) => {
    const { pdf } = await print(two(3), `notes: ${where}\nnote-numbers: book\n`);
    const text = pdf.pages.map((page) => page.text).join('\n');
    expect(text).toMatch(new RegExp(`Call2a\\s*${fifth}`));
    expect(text).toMatch(new RegExp(`${fifth}\\.\\s*Note2a`));
    expect(text).toMatch(/Call0a\s*1/);
  });

  it('are not at the end of a book that calls none', async () => {
    const { pdf } = await print('# One\n\nText.\n', 'notes: book\n');
    expect(pdf.outline.map(({ title }) => title)).not.toContain('Notes');
  });

  it.each([
    ['a heading', '# One\n\n## A call[^a]\n\nText.\n\n[^a]: The note.\n'],
    ['a caption', '# One\n\n| a |\n| - |\n| b |\n\n: A call[^a] {#tbl-a}\n\n@tbl-a.\n\n[^a]: The note.\n'],
    ['a table', `# One\n\n| a |\n| - |\n| A call[^a] |\n\n[^a]: The note.\n`],
    ['a definition', '# One\n\nWord\n: A call[^a]\n\n[^a]: The note.\n'],
    ['verse', '# One\n\n:::verse\nA call[^a]\nof two\n:::\n\n[^a]: The note.\n'],
    ['a box', '# One\n\n> [!NOTE]\n> A call[^a]\n\n[^a]: The note.\n'],
    ['a part of a sentence', '# One\n\nA call^[The note.] is here.\n'],
    ['several paragraphs of a note', '# One\n\nA call[^a]\n\n[^a]: The note.\n\n    Its end.\n'],
  ])('of %s stand at the foot', async (_, text) => {
    const { ids, pageOf, pdf } = await print(
      `${text}\n${long(120)}\n`.replace(/\n(\[\^a\]: [\s\S]*?)\n\n(It)/, '\n$1\n\n$2'),
    );
    expect(ids).not.toContain('notes-at-foot');
    expect(pageOf('The note.')).toBe(pageOf('A call'));
    expect(pdf.pages.filter((page) => page.text.includes('The note.'))).toHaveLength(1);
  });

  /** Pages on which each of the numbered words stands that a text is made of. */
  const numbered = (name: string, count: number): string =>
    Array.from({ length: count }, (_, i) => `${name}${i}x`).join(' ');
  const pagesOf = (pdf: Awaited<ReturnType<typeof print>>['pdf'], name: string, count: number): number[] =>
    Array.from({ length: count }, (_, i) => pdf.pages.findIndex(({ text }) => text.includes(`${name}${i}x`)));

  it.each([
    ['longer than a page', 700, 60],
    ['longer than three pages', 2400, 20],
    ['on the last page of its chapter', 700, 0],
  ])('go on at the foot of the next page: a note %s', async (_, words, paragraphs) => {
    const text = Array.from({ length: paragraphs }, () => long(4)).join('\n\n');
    const { ids, pdf, pageOf } = await print(
      `# One\n\nA call.[^a] Here it goes on.\n\n${text}\n\n[^a]: ${numbered('note', words)}.\n`,
    );
    expect(ids).not.toContain('notes-at-foot');
    expect(ids).not.toContain('note-on-its-page');
    const pages = pagesOf(pdf, 'note', words);
    expect(pages[0]).toBe(pageOf('A call.'));
    expect([...pages].sort((a, b) => a - b)).toEqual(pages);
    // No page is left out, and none is empty.
    expect([...new Set(pages)]).toEqual(
      Array.from({ length: new Set(pages).size }, (_, i) => (pages[0] ?? 0) + i),
    );
    const all = pdf.pages.map((page) => page.text).join(' ');
    for (let i = 0; i < words; i++) expect(all.split(`note${i}x`), `note${i}x`).toHaveLength(2);
    expect(all.split('It rained').length - 1).toBe(paragraphs * 4);
  });

  it('are parted before much of a page stays empty, with two lines on either side', async () => {
    for (let lines = 14; lines < 38; lines += 3) {
      const { pdf, ids } = await print(
        `# One\n\n${numbered('text', lines * 9)} call[^a] ${numbered('more', 500)}\n\n[^a]: ${numbered('note', 220)}.\n`,
      );
      expect(ids).not.toContain('notes-at-foot');
      const called = pdf.pages.findIndex(({ text }) => /call1?/.test(text));
      const notesOn = pagesOf(pdf, 'note', 220);
      expect(notesOn[0], `${lines}`).toBe(called);
      const inOrder = [...pagesOf(pdf, 'text', lines * 9), ...pagesOf(pdf, 'more', 500)];
      expect([...inOrder].sort((a, b) => a - b)).toEqual(inOrder);
      for (const page of new Set(notesOn)) {
        const size = Math.min(...(pdf.pages[page]?.lines.map(({ size }) => size) ?? []));
        const own = pdf.pages[page]?.lines.filter((line) => line.text.includes('note')) ?? [];
        expect(own.length, `${lines}, page ${page}`).toBeGreaterThan(1);
        expect(own.every((line) => line.size === size)).toBe(true);
      }
    }
  });

  it('begin on the next page, and it is told, where those of one line are higher than a page', async () => {
    const { messages, ids, pdf } = await print(
      `# One\n\n${long(3)} A call.[^a][^b][^c]\n\n${long(100)}\n\n[^a]: ${numbered('first', 400)}\n\n[^b]: ${numbered('second', 400)}\n\n[^c]: ${numbered('third', 60)}\n`,
    );
    expect(ids).not.toContain('notes-at-foot');
    const told = messages.find(({ ruleId }) => ruleId === 'note-on-its-page');
    expect(told?.remedy).toMatch(/call it a few lines further on/);
    expect(told?.remedy).not.toMatch(/table|box/);
    for (const [name, count] of [
      ['first', 400],
      ['second', 400],
      ['third', 60],
    ] as const) {
      const pages = pagesOf(pdf, name, count);
      expect([...pages].sort((a, b) => a - b)).toEqual(pages);
      expect(pages).not.toContain(-1);
    }
  });

  it('that only a note calls stand behind that note, and are counted there', async () => {
    const { ids, pageOf, pdf } = await print(
      `# One\n\nA call.[^a] Another.[^c]\n\n${long(120)}\n\n[^a]: The note.[^b]\n\n[^b]: Within. End.\n\n[^c]: The third.\n`,
    );
    expect(ids).not.toContain('notes-at-foot');
    const lines = pdf.pages[pageOf('A call.')]?.lines.map(({ text }) => text) ?? [];
    expect(lines.filter((line) => /^[123]\. /.test(line))).toEqual([
      expect.stringMatching(/^1\. The note\./),
      '2. Within. End.',
      '3. The third.',
    ]);
  });

  it('stand behind the chapter, and it is told, where a list in one is higher than a page', async () => {
    const { ids, pageOf } = await print(
      `# One\n\nA call.[^a]\n\nText.\n\n[^a]: A list:\n\n${Array.from({ length: 70 }, (_, i) => `    - item ${i}`).join('\n')}\n    - End.\n`,
    );
    expect(ids).toContain('notes-at-foot');
    expect(pageOf('End.')).toBeGreaterThanOrEqual(0);
  });

  it('stay at the foot but for one that no page has room for, which is told by the place of its call', async () => {
    const { messages, ids, pdf, pageOf } = await print(
      `# One\n\nFirst call.[^a]\n\nSecond call.[^b]\n\n${long(120)}\n\nThird call.[^c]\n\n[^a]: The first.\n\n[^b]: A list:\n\n${Array.from({ length: 70 }, (_, i) => `    - item ${i}`).join('\n')}\n    - End.\n\n[^c]: The third.\n`,
    );
    expect(ids.filter((id) => id === 'notes-at-foot')).toHaveLength(1);
    const told = messages.find(({ ruleId }) => ruleId === 'notes-at-foot');
    expect([told?.line, told?.column]).toEqual([5, 13]);
    expect(told?.message).toMatch(/called on page 1\b/);
    expect(pageOf('The first.')).toBe(pageOf('First call.'));
    expect(pageOf('The third.')).toBe(pageOf('Third call.'));
    expect(pageOf('End.')).toBeGreaterThan(pageOf('Third call.'));
    const lines = pdf.pages.flatMap((page) => page.lines.map(({ text }) => text));
    expect(lines.filter((line) => /^\d\. ?(The|A list)/.test(line)).map((line) => line.slice(0, 2))).toEqual([
      '1.',
      '3.',
      '2.',
    ]);
  });

  it.each([
    ['a sidebar', ':::sidebar[Box]', ''],
    ['a sidebar with a tint', ':::sidebar[Box]', 'theme: workbook\n'],
    ['an aside', ':::aside[Box]', ''],
    ['a callout', ':::note', ''],
  ])('stand on the page of their call where %s goes over the end of it', async (_, opens, more) => {
    for (const [above, before, behind] of [
      [10, 24, 60],
      [10, 46, 10],
      [20, 20, 20],
      [1, 48, 14],
    ] as const) {
      const { ids, pageOf, pdf } = await print(
        `# One\n\n${long(above)} Plaincall^[Plainnote of it.]\n\n${opens}\n${long(before)} Withincall^[Theirnote of it.]\n\n${long(behind)}\n:::\n\n${long(40)}\n`,
        more,
      );
      const where = `${above}, ${before}, ${behind}`;
      expect(ids, where).not.toContain('notes-at-foot');
      expect(ids, where).not.toContain('note-on-its-page');
      expect(pageOf('Plainnote'), where).toBe(pageOf('Plaincall'));
      expect(pageOf('Theirnote'), where).toBe(pageOf('Withincall'));
      expect(
        pdf.pages
          .map(({ text }) => text)
          .join(' ')
          .split('rained').length - 1,
      ).toBe(above + before + behind + 40);
    }
  });

  it('follow on the next page where a turned table fills theirs, and the others stay at their foot', async () => {
    const cells = (cell: (i: number) => string): string =>
      `|${Array.from({ length: 14 }, (_, i) => ` ${cell(i)} |`).join('')}`;
    const { messages, ids, pageOf } = await print(
      `# One\n\nA call.^[The first note.]\n\n${[cells((i) => `Column ${i}`), cells(() => '--'), ...Array.from({ length: 5 }, () => cells((i) => `value ${i}`))].join('\n')}\n\n: A wide table^[The note of it.] {#tbl-l}\n\nAs @tbl-l says.\n`,
    );
    expect(ids).not.toContain('notes-at-foot');
    expect(pageOf('The first note.')).toBe(pageOf('A call.'));
    expect(pageOf('The note of it.')).toBe(pageOf('A wide table') + 1);
    const told = messages.find(({ ruleId }) => ruleId === 'note-on-its-page');
    expect([told?.line, told?.column]).toEqual([13, 16]);
    expect(told?.message).toMatch(/called on page 2\b/);
    expect(told?.remedy).toMatch(/call it from the text/);
  });

  it('stand at the foot of a page that holds nothing but the title that calls them', async () => {
    const { ids, pdf, pageOf } = await print('# Only a Title^[The note.]\n');
    expect(ids).not.toContain('note-on-its-page');
    const page = pageOf('The note.');
    expect(pdf.pages[page]?.text).toContain('Only a Title');
    const { lines = [], height = 0 } = pdf.pages[page] ?? {};
    expect(lines.find(({ text }) => text.includes('The note.'))?.y).toBeGreaterThan(height * 0.8);
    expect(pdf.outline.map(({ title }) => title)).toContain('Only a Title');
  });

  it('begin on the page of their call, wherever hyphens end their lines', async () => {
    const words = 'responsibilities remembered extraordinary recommended arrangement incomprehensible'.split(
      ' ',
    );
    for (let seed = 1; seed <= 2; seed++) {
      const random = randomFrom(seed);
      const text = (count: number): string =>
        Array.from({ length: count }, () =>
          random() < 0.5 ? words[Math.floor(random() * words.length)] : 'of the',
        ).join(' ');
      const paragraphs = Array.from(
        { length: 30 },
        (_, i) => `${text(30)} Call${i}x^[Note${i}x ${text(20 + (i % 5) * 50)}.] ${text(40)}.`,
      );
      const { ids, pageOf } = await print(`# One\n\n${paragraphs.join('\n\n')}\n`, 'hyphenate: true\n');
      expect(ids, `${seed}`).not.toContain('note-on-its-page');
      for (const i of paragraphs.keys())
        expect(pageOf(`Note${i}x`), `${seed}, ${i}`).toBe(pageOf(`Call${i}x`));
    }
  });

  /** How many lines of the text, and of notes, stand on each page of a chapter, and where the first line of a note is. */
  const linesOn = ({ pages }: Awaited<ReturnType<typeof print>>['pdf'], text: RegExp, note: RegExp) =>
    pages
      .map(({ lines, height }) => {
        const notes = lines.filter((line) => note.test(line.text));
        return {
          text: lines.filter((line) => text.test(line.text)).length,
          notes: notes.length,
          foot: (notes.at(-1)?.y ?? 0) > height * 0.8,
        };
      })
      .filter(({ text, notes }) => text + notes > 0);

  it.each([
    ['ends', ''],
    ['ends with one line more', '\n\nText at its end.'],
  ])('go on below text where their chapter %s', async (_, end) => {
    let moved = 0;
    for (let fillers = 14; fillers < 25; fillers += 2) {
      const filler = Array.from({ length: fillers }, () => 'Text of a line.').join('\n\n');
      const { ids, pdf, pageOf } = await print(
        `# One\n\n${filler}\n\n${numbered('Text', 40)}^[${numbered('note', 90)}.]${end}\n`,
      );
      expect(ids).not.toContain('note-on-its-page');
      expect(pageOf('note0x'), `${fillers}`).toBe(pageOf('Text39x'));
      const pages = linesOn(pdf, /Text/, /note\d+x/);
      expect(
        pages.every(({ text }) => text > 3),
        `${fillers}: ${JSON.stringify(pages)}`,
      ).toBe(true);
      expect(pages.every(({ notes, foot }) => !notes || foot)).toBe(true);
      if (pages.length > 1) moved++;
    }
    expect(moved).toBeGreaterThan(1);
  });

  it('go on below text where a figure that follows leaves them no room', async () => {
    const picture =
      '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="520"><rect width="300" height="520" fill="gray"/></svg>';
    for (let fillers = 12; fillers < 20; fillers += 2) {
      const filler = Array.from({ length: fillers }, () => 'Text of a line.').join('\n\n');
      const { pdf, ids } = await printed({
        'a.md': `# One\n\n${filler}\n\n${numbered('Text', 12)}^[${numbered('note', 240)}.] ${numbered('Text', 50)}\n\n![A figure^[Of it.]](f.svg)\n\n${long(20)}\n`,
        'f.svg': picture,
      });
      expect(ids).not.toContain('note-on-its-page');
      const pages = linesOn(pdf, /Text|rained/, /note\d+x/);
      const alone = pages.filter(({ text, notes }) => notes > 0 && text < 2);
      expect(alone, `${fillers}: ${JSON.stringify(pages)}`).toEqual([]);
    }
  });

  it('leave a page to the rest of a note where moving text would leave more of one empty', async () => {
    const { pdf } = await print(`# One\n\nText.\n\n${numbered('Text', 40)}^[${numbered('note', 400)}.]\n`);
    const [first, second] = linesOn(pdf, /Text/, /note\d+x/);
    expect(first?.text).toBeGreaterThan(4);
    expect(first?.notes).toBeGreaterThan(10);
    expect(second?.text).toBe(0);
  });

  it('leave no line of a paragraph alone on the page that they go on on', async () => {
    for (let words = 640; words < 1000; words += 60) {
      const { pdf } = await print(
        `# One\n\n${long(3)} A call.[^a] ${long(60)}\n\n[^a]: ${numbered('note', words)}.\n`,
      );
      for (const { lines } of pdf.pages) {
        const text = lines.filter(({ text, size }) => /rained|harbour/.test(text) && size > 10);
        expect(text.length, `${words}`).not.toBe(1);
      }
    }
  });

  it('let long code go on behind them, with its numbers, and leave no page half empty', async () => {
    const code = Array.from({ length: 90 }, (_, i) => `line${i}x = ${i}`).join('\n');
    const { ids, pdf, pageOf } = await print(
      `# One\n\n${long(6)}\n\nA call.[^a]\n\n\`\`\`python {.numbered}\n${code}\n\`\`\`\n\nBehind.[^b]\n\n[^a]: The note.\n\n[^b]: Another.\n`,
    );
    expect(ids).not.toContain('notes-at-foot');
    expect(pageOf('The note.')).toBe(pageOf('A call.'));
    const pages = pagesOf(pdf, 'line', 90);
    expect(pages[0]).toBe(pageOf('A call.'));
    expect([...pages].sort((a, b) => a - b)).toEqual(pages);
    const all = pdf.pages.map((page) => page.text).join(' ');
    for (let i = 0; i < 90; i++) expect(all).toMatch(new RegExp(`\\b${i + 1}\\s*line${i}x = ${i}\\b`));
  });

  it('leave code whole that was parted for them, where they come to stand behind their chapter', async () => {
    const code = Array.from({ length: 90 }, (_, i) => `line${i}x = ${i}`).join('\n');
    const { ids, pdf } = await printed(
      {
        'a.md': `# One\n\n${long(6)}\n\nA call.[^a]\n\n\`\`\`\n${code}\n\`\`\`\n\n[Not seen.[^b]]{.gone}\n\n[^a]: The note.\n\n[^b]: Another.\n`,
        'own.css': '.gone { display: none }',
      },
      'styles: [own.css]\n',
    );
    expect(ids).toContain('notes-at-foot');
    const blocks = tagged(pdf.tags, 'Code').map(({ text }) => text);
    expect(blocks.filter((text) => /line\d+x/.test(text))).toHaveLength(1);
  });

  it('stand on the right in a book that is read from the right', async () => {
    const { ids, pageOf } = await print(
      `# אחת\n\nמילה[^a]\n\n${'גשם ירד על הנמל ועל העיר. '.repeat(150)}\n\n[^a]: ההערה.\n`,
      'lang: he\n',
    );
    expect(ids).not.toContain('notes-at-foot');
    expect(pageOf('1')).toBeGreaterThanOrEqual(0);
  });
});
