import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { thisWorld } from '../../src/world.js';
import { matterhorn } from '../support/matterhorn.js';
import { buildInMemory, checkInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { qpdfFaults } from '../support/qpdf.js';

/*
 * The edition for readers who see badly, held to what the guidelines ask.
 */
let press: Press;
beforeAll(async () => {
  press = thisWorld().press();
  await press.version();
});
afterAll(() => press[Symbol.asyncDispose]());

const WORDS = 'The incomprehensible responsibilities of harbourmasters were extraordinarily misunderstood. ';
const BOOK = {
  'book.yaml':
    'title: Large\nsubtitle: Letters that can be seen\nauthor: A\nlang: en-GB\ntokens: {text-size: 9pt, leading: 11pt, text-align: justify}\ndrop-caps: true\n',
  'one.md': [
    '# One',
    `${WORDS.repeat(12)}[^n]`,
    '## A section *slanted*',
    ':::warning\nMind the *step*.\n:::',
    '| Day | Cups |\n| --- | ---: |\n| Mon | 3 |',
    '> A quotation.',
    '- One\n- Two',
    '```\ncode\n```',
    `${WORDS.repeat(40)}`,
    '![The tide](tide.svg "The tide")',
    '[^n]: A note, of the harbour.',
  ].join('\n\n'),
  'tide.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 60" width="240" height="30"><text x="9" y="40" font-family="serif" font-size="18">low water</text></svg>',
  'two.md': `# Two\n\n${WORDS.repeat(30)}\n`,
};

it('has no letter below 16 points, no hyphen at the end of a line, and nothing slanted', async () => {
  const made = await buildInMemory(BOOK, { editions: ['large-print', 'print'] }, press);
  expect(made.messages.filter(({ fatal }) => fatal)).toEqual([]);
  const bytes = made.delivered.get('out/large-large-print.pdf') as Uint8Array;
  const pdf = await inspectPdf(bytes);
  expect(pdf.pages[0]).toMatchObject({ width: 576, height: 720 });
  const lines = pdf.pages.flatMap(({ lines }) => lines).filter(({ text }) => /\p{L}{2}/u.test(text));
  expect(lines.length).toBeGreaterThan(60);
  // The number of a note stands high and small.
  expect(lines.filter(({ size }) => size < 15.9).map(({ text }) => text)).toEqual([]);
  // Words in a drawing grow with it.
  expect(lines.map(({ text }) => text)).toContain('low water');
  expect(lines.filter(({ text }) => /\p{L}-$/u.test(text))).toEqual([]);
  expect(pdf.fonts.map(({ name }) => name).filter((name) => /italic|oblique/i.test(name))).toEqual([]);
  // Ragged right: lines of a paragraph end in many places, each far enough before the edge of the text.
  const ends = new Set(lines.map(({ text }) => text.length));
  expect(ends.size).toBeGreaterThan(10);
  // What the print edition passes, it passes.
  expect(await matterhorn(bytes)).toEqual([]);
  expect(await qpdfFaults(bytes)).toEqual([]);
  const printed = await inspectPdf(made.delivered.get('out/large-print.pdf') as Uint8Array);
  expect(pdf.outline.map(({ title }) => title)).toEqual(printed.outline.map(({ title }) => title));
  expect(pdf.pages.length).toBeGreaterThan(printed.pages.length);
  const colophonOf = ({ pages }: typeof pdf): string => pages.at(-1)?.text.replace(/\s+/g, ' ') ?? '';
  expect(colophonOf(pdf)).toContain('set in Source Sans 3 with');
  expect(colophonOf(printed)).toContain('set in EB Garamond with');
  const contents = pdf.pages.find(({ text }) => text.startsWith('Contents'))?.text ?? '';
  const two = pdf.outline.find(({ title }) => title === 'Two');
  // Lines of text are a quarter of their size apart at least.
  const body = pdf.pages[(two?.page ?? 0) + 1]?.lines.filter(({ size }) => Math.abs(size - 20) < 0.1);
  const gaps = (body ?? []).slice(1).map(({ y }, i) => y - (body?.[i]?.y ?? 0));
  expect(gaps.length).toBeGreaterThan(8);
  for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(20 * 1.25);
  expect(contents).toMatch(new RegExp(`Two\\D*${pdf.pages[two?.page ?? -1]?.label}`));
});

it('keeps a trim size that is its own, or larger than its own', async () => {
  for (const [yaml, width, height] of [
    ['editions: {large-print: {trim: letter}}\n', 612, 792],
    ['trim: a4\neditions: [large-print]\n', 595.28, 841.89],
  ] as const) {
    const files = { 'book.yaml': `title: Large\nauthor: A\nlang: en\n${yaml}`, 'a.md': '# A\n\nText.\n' };
    const made = await buildInMemory(files, { editions: ['large-print'] }, press);
    const { pages } = await inspectPdf(made.delivered.get('out/large-large-print.pdf') as Uint8Array);
    expect(pages[0]?.width).toBeCloseTo(width, 0);
    expect(pages[0]?.height).toBeCloseTo(height, 0);
  }
});

it('has nothing slanted, whatever stands in it or its own stylesheet says', async () => {
  const slanted = [
    '---\nsubtitle: A subtitle\nauthors: [Ada Brook]\n---\n# One',
    ':::epigraph\nNobody is *late*.\n\n-- A saying\n:::',
    `${WORDS.repeat(3)} Some *stressed* words, and a [term]{.term}.`,
    '### Third\n\nText.\n\n#### Fourth\n\nText.\n\n##### Fifth\n\nText.\n\n###### Sixth\n\nText.',
    ':::pull-quote\nWords lifted out.\n:::',
    ':::exercise[Breathe]\nBreathe.\n:::\n\n:::solution\nIn and out.\n:::\n\n::answers',
    '```js\n// A remark\nconst a = 1;\n```',
    '| A | B |\n|---|---|\n| 1 | 2 |\n\n: A caption',
    '<p class="leaning">Leaning.</p>',
  ].join('\n\n');
  const files = {
    'book.yaml':
      'title: Large\nsubtitle: Sub\nauthor: A\nlang: en\nstyles: [own.css]\ntokens: {section-style: italic, head-style: italic}\n',
    'own.css': '.leaning, .sheet h3 { font-style: italic }',
    'one.md': slanted,
    'three.md': '# Words\n\n:::glossary\nterm\n: A word.\n:::\n',
  };
  const made = await buildInMemory(files, { editions: ['large-print', 'print'] }, press);
  expect(made.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  const slantedIn = async (name: string): Promise<string[]> => {
    const { fonts, pages } = await inspectPdf(made.delivered.get(`out/${name}.pdf`) as Uint8Array);
    expect(pages.map(({ text }) => text).join(' ')).toMatch(/Fourth[\s\S]*Sixth[\s\S]*Words lifted out/);
    return fonts.map(({ name }) => name).filter((name) => /italic|oblique/i.test(name));
  };
  expect(await slantedIn('large-large-print')).toEqual([]);
  expect((await slantedIn('large-print')).length).toBeGreaterThan(1);
});

const SMALL = [
  '# One',
  `${WORDS.repeat(30)}[^n]`,
  '## A section',
  '::::aside\nA remark beside it.\n::::',
  '> A quotation of `code` in it.\n>\n> > One in another.',
  '![A tide](tide.svg "The tide"){credit="By nobody"}',
  '| Day | Cups |\n| --- | ---: |\n| Mon | 3 |',
  `\`\`\`\n${'const harbour = master(of, the, sea); '.repeat(2)}\n\`\`\``,
  'Press [Ctrl]{.kbd} and <small>read it</small>.',
  '[^n]: A note, of the harbour.',
].join('\n\n');

it.each([
  ['16pt', 16, 21],
  ['18pt', 18, 24],
  ['24pt', 24, 33],
])('is set in another size, and all in it with that: %s', async (written, size, leading) => {
  const files = {
    ...BOOK,
    'book.yaml': `title: Large\nauthor: A\nlang: en-GB\neditions:\n  large-print: {size: ${written}}\n`,
    'one.md': SMALL,
  };
  const made = await buildInMemory(files, { editions: ['large-print'] }, press);
  expect(made.messages.filter(({ fatal }) => fatal)).toEqual([]);
  const bytes = made.delivered.get('out/large-large-print.pdf') as Uint8Array;
  const { pages } = await inspectPdf(bytes);
  const lines = pages.flatMap(({ lines }) => lines).filter(({ text }) => /\p{L}{2}/u.test(text));
  expect(lines.filter((line) => line.size < 15.9).map(({ text }) => text)).toEqual([]);
  const sizeOf = (start: string): number =>
    Math.max(...lines.filter(({ text }) => text.includes(start)).map((line) => line.size));
  for (const [start, factor] of [
    ['Two', 1.4],
    ['A section', 1.2],
    ['The incomprehensible', 1],
    ['A note, of', 0.9],
    ['const harbour', 0.8],
  ] as const)
    expect(sizeOf(start), start).toBeCloseTo(Math.max(16, factor * size), 0);
  // Lines of a paragraph are a quarter of their size apart at least, and evenly.
  const gaps = pages.flatMap(({ lines }) => {
    const text = lines.filter((line) => /incompre|respons|harbourm|extraord|misunder/.test(line.text));
    return text.slice(1).map(({ y }, i) => y - (text[i]?.y ?? 0));
  });
  const within = gaps.filter((gap) => gap < 1.5 * size);
  expect(within.length).toBeGreaterThan(40);
  for (const gap of within) expect(Math.abs(gap - leading)).toBeLessThan(0.1);
  expect(leading).toBeGreaterThanOrEqual(1.25 * size);
  expect(await matterhorn(bytes)).toEqual([]);
});

it('has no size that is smaller than large print, or larger than its page holds', async () => {
  for (const [size, fault] of [
    ['14pt', 'must be a length from 16pt to 24pt'],
    ['1in', 'must be a length from 16pt to 24pt'],
    ['18', 'must be a length with its unit'],
    ['16pt', undefined],
    ['24pt', undefined],
    ['7mm', undefined],
  ] as const) {
    const yaml = `title: L\nauthor: A\nlang: en\neditions:\n  large-print: {size: ${size}}\n`;
    const { messages } = await checkInMemory({ 'book.yaml': yaml, 'a.md': '# A\n\nText.\n' });
    const told = messages.filter(({ fatal }) => fatal).map(({ line, reason }) => `${line}: ${reason}`);
    expect(told).toEqual(
      fault ? [expect.stringMatching(new RegExp(`^5: “editions › large-print › size” ${fault}`))] : [],
    );
  }
});
