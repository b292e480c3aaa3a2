import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { thisWorld } from '../../src/world.js';
import { type ChanceBook, chanceBook, type Kind, wordsIn } from '../support/chance-book.js';
import { buildInMemory } from '../support/memory.js';
import { type InspectedPdf, inspectPdf, type Line } from '../support/pdf.js';

/*
 * Two hundred books of chance, printed and read back: every word there is, where it belongs, and every number true.
 */
const BOOKS = Number(process.env.OCTAVO_CHANCE ?? 200);
const GROUP = 10;

let press: Press;
beforeAll(async () => {
  press = thisWorld().press();
  await press.version();
});
afterAll(() => press[Symbol.asyncDispose]());

/** A word as it is printed. */
interface Printed {
  readonly kind: Kind;
  readonly word: string;
  /** Index of the page that it begins on, and of that which it ends on. */
  readonly page: number;
  readonly ends: number;
}

/** The text of a page without what every page has: its head and its folio. */
function blockOf(pdf: InspectedPdf, page: number): readonly Line[] {
  const lines = pdf.pages[page]?.lines ?? [];
  const height = pdf.pages[page]?.height ?? 0;
  return lines.filter(({ y }) => y > height * 0.075 && y < height * 0.925);
}

describe.each(Array.from({ length: BOOKS / GROUP }, (_, group) => group * GROUP + 1))(
  'books of chance, from %i',
  (from) => {
    it.each(Array.from({ length: GROUP }, (_, i) => from + i))(
      '%i is printed as it was written',
      async (seed) => {
        const book = chanceBook(seed);
        const made = await buildInMemory(book.files, { editions: ['print'] }, press);
        expect(made.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
        const pdf = await inspectPdf(made.delivered.get('out/chance-print.pdf') as Uint8Array);
        expect(
          faultsOf(
            book,
            pdf,
            made.messages.map(({ ruleId }) => String(ruleId)),
          ),
        ).toEqual([]);
      },
    );
  },
);

it.each([1040, 1130])('%i is whole where a line reaches over the edge of its page', async (seed) => {
  const { files } = chanceBook(seed);
  const yaml = `${files['book.yaml']}tokens: {leading: 13.3pt}\n`;
  const made = await buildInMemory({ ...files, 'book.yaml': yaml }, { editions: ['print'] }, press);
  expect(made.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  expect([...made.delivered.keys()]).toContain('out/chance-print.pdf');
});

/** Everything that is not as it should be. */
function faultsOf(book: ChanceBook, pdf: InspectedPdf, said: readonly string[]): string[] {
  const faults: string[] = [];
  const start = pdf.pages.findIndex(({ label }) => label === '1');
  const blocks = pdf.pages.map((_, page) => blockOf(pdf, page));
  const index = pdf.outline.find(({ title }) => title === 'Index')?.page ?? pdf.pages.length;
  // Notes are of a size of their own; they stand between the halves of a word that is parted by the end of a page.
  const isNote = ({ size }: Line): boolean => Math.abs(size - 9.5) < 0.05;
  const textOf = (lines: readonly Line[]): string => lines.map(({ text }) => text).join('\n');
  const texts = blocks.map((lines, page) =>
    textOf(page < index ? lines.filter((line) => !isNote(line)) : lines),
  );
  const notes = blocks.map((lines, page) => textOf(page < index ? lines.filter(isNote) : []));
  const labels = pdf.pages.map(({ label }) => label);
  // Words that are parted by the end of a page are looked for in the whole text, and stand where they begin.
  const read = (pages: readonly string[]): Printed[] => {
    const bounds: number[] = [];
    let whole = '';
    for (const text of pages.slice(start)) {
      bounds.push(whole.length);
      whole += `${text}\n`;
    }
    const pageAt = (offset: number): number => start + bounds.findLastIndex((bound) => bound <= offset);
    return wordsIn(whole).map(({ kind, word, at, end }) => ({
      kind,
      word,
      page: pageAt(at),
      ends: pageAt(end),
    }));
  };
  const printed = [...read(texts), ...read(notes)];

  const inText = printed.filter(({ page }) => page < index);
  const pageOf = new Map<string, number>();
  /** What is called or marked behind a word stands where the word ends. */
  const endOf = new Map<string, number>();
  for (const { word, page, ends } of inText)
    if (!pageOf.has(word)) {
      pageOf.set(word, page);
      endOf.set(word, ends);
    }
  const of = (...kinds: Kind[]): string[] =>
    inText.filter(({ kind }) => kinds.includes(kind)).map(({ word }) => word);

  // The text: each word once, in its order. Targets are repeated where they are referred to by their words.
  const quoted = new Set(book.headings);
  const captioned = new Set(book.captions.flat());
  const isTold = (word: string): boolean => !quoted.has(word) && !captioned.has(word);
  compare('text', of('body', 'target').filter(isTold), book.text.filter(isTold));
  // What has a caption may let text that follows it go before, or go up itself: it keeps its words together, and its order among others.
  const inOrder = of('body', 'target').filter((word) => !quoted.has(word));
  const places = new Map(book.text.map((word, at) => [word, at]));
  compare(
    'captions',
    inOrder.filter((word) => captioned.has(word)),
    book.captions.flat(),
  );
  for (const caption of book.captions) {
    const [mark = ''] = caption;
    const at = inOrder.indexOf(mark);
    const written = places.get(mark) ?? 0;
    const leaves = book.text.findIndex((word, i) => i > written && quoted.has(word));
    if (inOrder.slice(at, at + caption.length).join() !== caption.join()) faults.push(`${mark} is torn`);
    const before = inOrder.slice(0, at).filter(isTold);
    const due = book.text.slice(0, written).filter(isTold);
    const kept = Math.min(before.length, due.length);
    if (before.slice(0, kept).join() !== due.slice(0, kept).join())
      faults.push(`${mark} is not in its place`);
    const passed = kept < due.length ? book.text.slice(places.get(due[kept] ?? ''), written) : [];
    if (passed.some((word) => quoted.has(word))) faults.push(`${mark} has gone up out of its section`);
    // Where much of a page would be empty else it leaves its section, and never stands between the next heading and its text.
    const above = inText[inText.findIndex(({ word }) => word === mark) - 1]?.word ?? '';
    const hasLeft = leaves >= 0 && before.some((word) => (places.get(word) ?? 0) > leaves);
    if (hasLeft && quoted.has(above)) faults.push(`${mark} stands between a heading and its text`);
  }
  compare('cells', [...of('cell')].sort(), book.cells.flat().sort());
  const rows = book.cells.map((row) => row.map((word) => pageOf.get(word) ?? -1));
  for (const [i, row] of rows.entries()) {
    if (new Set(row).size > 1) faults.push(`row ${i} is on pages ${[...new Set(row)]}`);
    if (Math.min(...row) < Math.max(...(rows[i - 1] ?? [0]))) faults.push(`row ${i} is before row ${i - 1}`);
  }
  for (const head of book.heads) if (!pageOf.has(head)) faults.push(`the head ${head} is lost`);

  // Notes: whole, once, and on the page of their calls.
  compare('notes', [...of('note')].sort(), book.notes.flatMap(({ words }) => words).sort());
  const late = said.includes('note-on-its-page') || said.includes('notes-at-foot');
  for (const { call, words } of book.notes) {
    const pages = words.map((word) => pageOf.get(word) ?? -1);
    if (pages.some((page, i) => page < (pages[i - 1] ?? 0) || page > (pages[i - 1] ?? page) + 1))
      faults.push(`the note at ${call} is on pages ${[...new Set(pages)]}`);
    const called = endOf.get(call) ?? -1;
    if (book.notesAt === 'foot' && !late && pages[0] !== called)
      faults.push(`${call} on ${labels[called]} has its note on ${labels[pages[0] ?? -1]}`);
    if (book.notesAt !== 'foot' && (pages[0] ?? -1) < called) faults.push(`the note at ${call} is before it`);
  }

  // Numbers: contents, references, index.
  const headingPage = (word: string): string | undefined => {
    const inOutline = [...flat(pdf.outline)].find(({ title }) => title.includes(word));
    return inOutline && labels[inOutline.page];
  };
  const contents = texts.slice(0, start).join('\n');
  for (const word of book.headings) {
    const label = headingPage(word);
    const lines = blocks.flatMap((block, page) =>
      page >= start && page < index && labels[page] === label
        ? block.filter(({ text }) => text.includes(word))
        : [],
    );
    if (!lines.length) faults.push(`${word} is in the outline on ${label}, and not there`);
    const listed = new RegExp(`${word} (\\w+)$`, 'm').exec(contents)?.[1];
    if (listed !== undefined && listed !== label)
      faults.push(`${word} is on ${label}, and in the contents on ${listed}`);
  }
  if (!/[a-z]{8} \d+$/m.test(contents)) faults.push('the contents name no page');
  const shown = wordsWithWhatFollows(texts.slice(start, index).join('\n'));
  for (const { from, to } of book.references) {
    const target = quoted.has(to) ? headingPage(to) : labels[pageOf.get(to) ?? -1];
    const own = labels[endOf.get(from) ?? -1];
    const follows = shown.get(from) ?? '';
    const said =
      /^[\d,]*\s*(?:\(|“[a-z-\s]+”|(?:Figure|Table|Chapter|Section)\s+[\d.]+)(?:,\s+page\s+(\w+))?/.exec(
        follows,
      );
    if (!said) faults.push(`behind ${from} there is no reference to ${to}, but ${follows}`);
    else if (said[1] === undefined ? own !== target : said[1] !== target)
      faults.push(`${from} on ${own} sends to page ${said[1]}, and ${to} is on ${target}`);
  }
  const entries = texts
    .slice(index)
    .join('\n')
    .replace(/\n(?=[\d–])/g, ' ');
  for (const [term, places] of book.terms) {
    const entry = new RegExp(`${term}, ([\\d, –]+)`).exec(entries)?.[1] ?? '';
    const found = entry.split(',').flatMap((part) => {
      const [first, last = first] = part.trim().split('–').map(Number);
      return Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, i) => String((first ?? 0) + i));
    });
    const pages = places.map((word) => endOf.get(word) ?? -1).sort((a, b) => a - b);
    const expected = [...new Set(pages.map((page) => labels[page]))];
    compare(`index of ${term}`, found, expected as string[]);
  }

  // Pages: none empty that is not meant, none with a heading at its foot, nothing over its edges or over anything else.
  for (const [page, { width, height, lines, label }] of pdf.pages.entries()) {
    const block = blocks[page] ?? [];
    if (page >= start && !lines.length && (page + 1) % 2 === 1) faults.push(`the recto ${label} is empty`);
    if (page >= start && !lines.length && page > 0 && !pdf.pages[page + 1]?.lines.length)
      faults.push(`${label} is empty`);
    const last = block.at(-1);
    if (page >= start && page < index && last && book.headings.some((word) => last.text === word))
      faults.push(`the heading ${last.text} is at the foot of ${label}`);
    for (const line of lines)
      if (line.x < width * 0.05 || line.x + line.width > width * 0.95 || line.y > height * 0.97)
        faults.push(`“${line.text}” is over the edge of ${label}`);
    for (const [i, line] of block.entries()) {
      const before = block[i - 1];
      if (before && page < index && line.y - before.y < 0.62 * Math.min(line.size, before.size))
        faults.push(`“${line.text}” is over “${before.text}” on ${label}`);
    }
  }
  return faults;

  function compare(what: string, found: readonly string[], expected: readonly string[]): void {
    if (found.join(' ') === expected.join(' ')) return;
    const at = expected.findIndex((one, i) => found[i] !== one);
    faults.push(
      `${what}: ${found.length} for ${expected.length}; from ${at}, ${found.slice(at < 0 ? expected.length : at).slice(0, 4)} for ${expected.slice(at < 0 ? 0 : at).slice(0, 4)}`,
    );
  }
}

function* flat(items: InspectedPdf['outline']): Generator<InspectedPdf['outline'][number]> {
  for (const item of items) {
    yield item;
    yield* flat(item.children);
  }
}

/** What stands right behind each word of the text. */
function wordsWithWhatFollows(text: string): Map<string, string> {
  return new Map(
    wordsIn(text).map(({ word, end }) => [
      word,
      text.slice(end, end + 90).replace(/[-\u00ad]?\s*\n\s*/g, ' '),
    ]),
  );
}
