import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { thisWorld } from '../../src/world.js';
import { contentsOf } from '../support/contents.js';
import { openEpub } from '../support/epub.js';
import { matterhorn } from '../support/matterhorn.js';
import { buildInMemory } from '../support/memory.js';
import { type InspectedPdf, inspectPdf } from '../support/pdf.js';
import { qpdfFaults } from '../support/qpdf.js';

/*
 * The beginning of a book as a PDF, beside the EPUB of the same beginning.
 */
let press: Press;
beforeAll(async () => {
  press = thisWorld().press();
  await press.version();
});
afterAll(() => press[Symbol.asyncDispose]());

const YAML =
  'title: Rain\nauthor: A. Press\nlang: en\nisbn: 978-0-00-000000-2\nurl: https://example.org/rain\ntoc-depth: 2\nlists: [figures]\n';
const WAVE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><path d="M0 20h200" stroke="#000"/></svg>';
const RAIN = 'It rained on the harbour and on the town. ';
const chapter = (i: number): string =>
  [
    `# Chapter no. ${i}`,
    `Words-of-${i}. ${RAIN.repeat(20)}[^${i}]`,
    `## Section of ${i} {#sec-${i}}`,
    `![A wave](wave.svg "Wave ${i}."){#fig-${i}}`,
    i > 10 ? `| a |\n| --- |\n| b |\n\n: Table ${i} {#tbl-${i}}` : '',
    i < 19 ? `See @sec-19, @fig-19 and [the last](c19.md), or @fig-0.` : 'The end.',
    `:::exercise[Task ${i}]\nDo it.\n:::\n\n:::solution\nDone-${i}.\n:::`,
    `${RAIN.repeat(20)}`,
    `[^${i}]: Note-of-${i}.`,
  ].join('\n\n');
const name = (i: number): string => `c${String(i).padStart(2, '0')}.md`;
const numbers = Array.from({ length: 20 }, (_, i) => i);
const BOOK = {
  'book.yaml': `${YAML}contents:\n  front: [{ file: before.md, role: preface }, { file: tables.md, role: lot }]\n  body:\n    - part: First\n      chapters: [${numbers.slice(0, 10).map(name)}]\n    - part: Second\n      chapters: [${numbers.slice(10).map(name)}]\n  back: [answers.md]\n`,
  'wave.svg': WAVE,
  'before.md': '# Before\n\nListed here.\n\n::list-of-figures\n',
  'tables.md': '# Tables of the book\n\n::list-of-tables\n',
  ...Object.fromEntries(numbers.map((i) => [name(i), chapter(i)])),
  'answers.md': '# Answers\n\n::answers\n',
};

async function sampleOf(files: Record<string, string>, editions = ['sample-pdf']) {
  const made = await buildInMemory(files, { editions }, press);
  expect(made.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  const bytes = made.delivered.get('out/rain-sample.pdf') as Uint8Array;
  return { bytes, pdf: await inspectPdf(bytes), delivered: made.delivered };
}

const textOf = (pdf: InspectedPdf): string => pdf.pages.map(({ text }) => text).join('\n');

describe('a sample as a PDF', () => {
  let pdf: InspectedPdf;
  let bytes: Uint8Array;
  let delivered: ReadonlyMap<string, Uint8Array>;
  beforeAll(async () => {
    ({ pdf, bytes, delivered } = await sampleOf(BOOK, ['sample', 'sample-pdf']));
  });

  it('has the chapters that the EPUB has, and nothing of the others', async () => {
    const epub = await openEpub(delivered.get('out/rain-sample.epub') as Uint8Array);
    const inEpub = [...epub.documents.keys()].map((file) => epub.textOf(file)).join('\n');
    const words = /(?:Words|Note)-of-\d+|Wave \d+|(?<!“)Section of \d+|Done-\d+|Chapter no\. \d+/g;
    const said = new Set(textOf(pdf).match(words));
    expect([...said].sort()).toEqual([...said].filter((one) => /\b[01]$/.test(one)).sort());
    expect(said).toContain('Words-of-1');
    expect(said).toContain('Note-of-1');
    expect([...said].filter((one) => one.startsWith('Done'))).toEqual([]);
    expect(new Set(inEpub.match(words))).toEqual(said);
  });

  it('has contents and an outline of what is in it, with true pages, and the way to the rest', () => {
    expect(pdf.outline.map(({ title }) => title)).toEqual(['Before', 'First', 'The whole book']);
    const first = pdf.outline.find(({ title }) => title === 'First');
    expect(first?.children.map(({ title }) => title)).toEqual(['Chapter no. 0', 'Chapter no. 1']);
    const entries = pdf.outline.flatMap((one) => [
      one,
      ...one.children,
      ...one.children.flatMap(({ children }) => children),
    ]);
    expect(entries).toHaveLength(7);
    expect(contentsOf(pdf, entries, 'Contents', 1)).toEqual({ found: 7, untrue: [] });
    const contents = pdf.pages.find(({ text }) => text.startsWith('Contents'));
    expect(contents?.lines).toHaveLength(1 + 7 + 1);
  });

  it('leads nowhere but to what is in it and to the whole book', () => {
    expect(pdf.links.filter(({ dest }) => dest && pdf.destinations[dest] === undefined)).toEqual([]);
    expect([...new Set(pdf.links.flatMap(({ url }) => url ?? []))]).toEqual(['https://example.org/rain']);
    expect(textOf(pdf)).toMatch(/See “Section of 19”, Figure 20 and the last, or Figure 1, page\s\d\./);
    // The exercise points at no page of answers.
    expect(textOf(pdf)).not.toContain('Solution');
  });

  it('is a book of its own, for a screen', async () => {
    expect(pdf.title).toBe('Rain (Sample)');
    expect(pdf.pages.find(({ text }) => text.startsWith('Rain\nSample'))).toBeDefined();
    expect(textOf(pdf)).not.toContain('ISBN');
    expect(pdf.pages.at(-1)?.text).toContain('This was the beginning of Rain.');
    expect(pdf.pages[0]?.label).toBe('Cover');
    expect(pdf.pageLayout).toBe('OneColumn');
    expect(await matterhorn(bytes)).toEqual([]);
    expect(await qpdfFaults(bytes)).toEqual([]);
    expect(pdf.pages.filter(({ unmarked }) => unmarked)).toEqual([]);
  });
});

it('cuts a book of one chapter, with the notes that are called in what is left', async () => {
  const paragraphs = Array.from({ length: 30 }, (_, i) => `Paragraph ${i}. ${RAIN.repeat(5)}[^${i}]`);
  const notes = Array.from({ length: 30 }, (_, i) => `[^${i}]: Note ${i}.`);
  const one = `# One\n\n${[...paragraphs, '## Later', ...notes].join('\n\n')}\n`;
  const { pdf, bytes } = await sampleOf({
    'book.yaml': `${YAML}editions: {screen: {trim: a5}, sample-pdf: }\n`,
    'one.md': one,
  });
  for (const word of ['Paragraph 0.', 'Note 0.', 'Paragraph 2.', 'Note 2.'])
    expect(textOf(pdf)).toContain(word);
  for (const word of ['Paragraph 5.', 'Note 5.', 'Later']) expect(textOf(pdf)).not.toContain(word);
  expect(pdf.outline.map(({ title }) => title)).toEqual(['One', 'The whole book']);
  expect(Math.round(pdf.pages[0]?.width ?? 0)).toBe(420);
  expect(await matterhorn(bytes)).toEqual([]);
});

it('has all of its title on one page, however small that is', async () => {
  const { pdf } = await sampleOf({
    'book.yaml':
      'title: Rain\nsubtitle: What fell on a harbour and on its town in a single wet year\nauthor: A. Press\npublisher: Lantern Press\nlang: en\ntrim: 105mm x 148mm\n',
    'one.md': `# One\n\n${RAIN}\n`,
  });
  expect(pdf.pages[1]?.text).toMatch(/^Rain\n[\s\S]*\nSample\nA\. Press\nLantern Press$/);
  expect(pdf.pages[2]?.text).toContain('©');
});
