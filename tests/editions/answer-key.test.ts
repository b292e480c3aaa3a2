import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { thisWorld } from '../../src/world.js';
import { matterhorn } from '../support/matterhorn.js';
import { buildInMemory, checkInMemory } from '../support/memory.js';
import { type InspectedPdf, inspectPdf, tagged } from '../support/pdf.js';
import { rulesOf } from '../support/pdf-rules.js';
import { qpdfFaults } from '../support/qpdf.js';

/*
 * The solutions of a book by themselves, beside the printed book that they belong to.
 */
let press: Press;
beforeAll(async () => {
  press = thisWorld().press();
  await press.version();
});
afterAll(() => press[Symbol.asyncDispose]());

const exercise = (name: string, task: string, solution: string) =>
  `:::exercise[${name}]{#ex-${name.toLowerCase()}}\n${task}\n:::\n\n:::solution\n${solution}\n:::\n`;
const TEXT = 'It rained on the harbour and on the town. ';
const YAML = 'title: School\nauthor: A. Brook\nlang: en\nnumber-chapters: true\nisbn: 978-0-00-000000-2\n';
const WAVE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><path d="M0 20h200" stroke="#000"/></svg>';
const BOOK = {
  'book.yaml': `${YAML}editions: {print: {trim: a5}, answer-key: , screen: }\n`,
  'wave.svg': WAVE,
  '1.md': [
    '# Sums *and* more',
    `${TEXT}[^first]`,
    exercise('Adding', 'Task-Adding.', 'Solved-Adding.[^pears]'),
    ':::exercise\nTask-nameless.\n:::\n\n:::solution\nSolved-nameless.\n:::',
    ':::exercise[Open]\nTask-open.\n:::',
    '![A wave](wave.svg "A wave."){#fig-wave}',
    '[^first]: Note-of-the-text.',
    '[^pears]: Note-of-the-solution.[^plums]',
    '[^plums]: Note-of-the-note.',
  ].join('\n\n'),
  '2.md': [
    '# Products',
    '## A first look {#sec-look}',
    TEXT.repeat(120),
    exercise('Doubling', 'Task-Doubling.', 'Solved-Doubling, as in @ex-adding, @sec-look and @fig-wave.'),
    TEXT.repeat(90),
    exercise('Halving', 'Task-Halving.', 'Solved-Halving.'),
    ':::exercise[Twofold]\nTask-Twofold.\n:::\n\n:::solution[By hand]\nSolved-by-hand.\n:::\n\n:::solution[By head]\nSolved-by-head.\n\n![A wave](wave.svg "Another."){#fig-other}\n\nSee @fig-other.\n:::',
    ':::exercise[Secret]\nTask-Secret.\n:::\n\n::::when{edition="teacher"}\n:::solution\nSolved-secret.\n:::\n::::',
  ].join('\n\n'),
  '3.md': `---\nlang: de\n---\n# Auf Deutsch\n\n${exercise('Apfel', 'Aufgabe-Apfel.', 'Gelöst-Apfel.')}`,
  '4.md': '# Answers\n\n::answers\n',
  'handouts/log.md': '# A log\n\n:::exercise[Own]\nTask-Own.\n:::\n\n:::solution\nSolved-own.\n:::\n',
};

const textOf = (pdf: InspectedPdf): string => pdf.pages.map(({ text }) => text).join('\n');

describe('an answer key', () => {
  let key: InspectedPdf;
  let print: InspectedPdf;
  let bytes: Uint8Array;
  let said: string[];
  beforeAll(async () => {
    const made = await buildInMemory(BOOK, { editions: ['print', 'answer-key'] }, press);
    said = made.messages.filter(({ fatal }) => fatal !== undefined).map(String);
    bytes = made.delivered.get('out/school-answer-key.pdf') as Uint8Array;
    key = await inspectPdf(bytes);
    print = await inspectPdf(made.delivered.get('out/school-print.pdf') as Uint8Array);
  });

  it('has every solution once, in the order of the book, and nothing else of it', () => {
    expect(said).toEqual([]);
    const words = textOf(key).match(/Solved-[\w-]+|Gelöst-\w+/g);
    expect(words).toEqual([
      'Solved-Adding',
      'Solved-nameless',
      'Solved-Doubling',
      'Solved-Halving',
      'Solved-by-hand',
      'Solved-by-head',
      'Gelöst-Apfel',
      'Solved-own',
    ]);
    for (const other of ['Task-', 'Aufgabe-', 'rained', 'Note-of-the-text', 'Open', 'Secret', 'Answers'])
      expect(textOf(key)).not.toContain(other);
  });

  it('stands under the name of the book, and lists its chapters in the outline', () => {
    expect(key.title).toBe('School (Answer key)');
    expect(key.metadata.xmp).not.toContain('9780000000002');
    expect(key.pages[0]?.text).toMatch(
      /^School\nAnswer key\nA\. Brook\n1\s+Sums and more\nExercise 1\. Adding/,
    );
    expect(key.outline.map(({ title }) => title)).toEqual(['Answer key']);
    expect(key.outline[0]?.children.map(({ title }) => title)).toEqual([
      '1. Sums and more',
      '2. Products',
      '3. Auf Deutsch',
      'A log',
    ]);
    for (const { title, page } of key.outline[0]?.children ?? [])
      expect(key.pages[page]?.text, title).toContain(title.replace(/^\d\. /, ''));
    expect(key.pages.map(({ label }) => label)).toEqual(key.pages.map((_, i) => String(i + 1)));
  });

  it('names the page of the printed book on which each exercise stands', () => {
    const said = [...textOf(key).matchAll(/(?:Exercise|Aufgabe) \d+\.? ?(\w*), (?:page|Seite)\s(\w+)/g)];
    expect(said.map(([, name]) => name)).toEqual(['Adding', '', 'Doubling', 'Halving', 'Twofold', 'Apfel']);
    for (const [whole, name, folio] of said) {
      const task = new RegExp(`(?:Task|Aufgabe)-${name || 'nameless'}\\.`);
      expect(print.pages.find(({ text }) => task.test(text))?.label, whole).toBe(folio);
    }
    expect(new Set(said.map(([, , folio]) => folio)).size).toBeGreaterThan(3);
    // One of a handout has no page in the book.
    expect(textOf(key)).toMatch(/^Exercise \d+\. Own$/m);
  });

  it('leads to what is in it, and says what is not in words', () => {
    expect(textOf(key)).toContain('as in Exercise 1, “A first look” and Figure 1.');
    const leads = key.links.map(({ dest }) => dest);
    expect(leads.map((dest) => dest?.replace(/^.*--/, ''))).toContain('ex-adding');
    expect(leads.filter((dest) => dest && key.destinations[dest] === undefined)).toEqual([]);
    expect(leads.join(' ')).not.toMatch(/sec-look|fig-wave/);
    expect(textOf(key)).toContain('See Figure 2.');
    expect(textOf(key)).toMatch(/1\. Note-of-the-solution\.2\n2\. Note-of-the-note\./);
  });

  it('has the pages of the printed book, and passes what it passes', async () => {
    const size = ({ width, height }: InspectedPdf['pages'][number]) => [width, height].map(Math.round);
    expect(key.pages.map(size)).toEqual(key.pages.map(() => [420, 595]));
    expect(print.pages.slice(0, 1).map(size)).toEqual([[420, 595]]);
    expect(await matterhorn(bytes)).toEqual([]);
    expect(await qpdfFaults(bytes)).toEqual([]);
    expect(key.pages.filter(({ unmarked }) => unmarked)).toEqual([]);
    expect(tagged(key.tags, 'H2')).toHaveLength(4);
    for (const { name, embedded, toUnicode, type } of key.fonts)
      expect({ name, embedded, toUnicode, type }).toMatchObject({ embedded: true, toUnicode: true });
    // The rule above the note, on its page.
    const [first = []] = await rulesOf(bytes);
    expect(first.filter(({ width }) => Math.abs(width - 72) < 1)).toHaveLength(1);
  });
});

it('without the printed book names no page', async () => {
  const made = await buildInMemory(BOOK, { editions: ['answer-key'] }, press);
  const pdf = await inspectPdf(made.delivered.get('out/school-answer-key.pdf') as Uint8Array);
  expect(textOf(pdf)).toMatch(/^Exercise 1\. Adding$/m);
  expect(textOf(pdf)).not.toMatch(/page|Seite/);
});

it('tells of what does not fit at the line where it is written', async () => {
  const long = 'W'.repeat(200);
  const wide = `| ${Array(9).fill(long).join(' | ')} |\n| ${Array(9).fill('---').join(' | ')} |\n| ${Array(9).fill('1').join(' | ')} |`;
  const files = {
    'book.yaml': YAML,
    '1.md': `# One\n\n${exercise('Easy', 'Do.', 'Done.')}`,
    '2.md': `# Two\n\n${exercise('Wide', 'Do.', wide)}`,
  };
  const made = await buildInMemory(files, { editions: ['answer-key'] }, press);
  const { artifacts, messages } = made;
  expect(artifacts).toHaveLength(1);
  const ofText = messages.filter(({ file }) => file?.endsWith('.md'));
  expect(ofText.map(({ ruleId, file, line }) => [ruleId, file, line])).toEqual([
    ['words-whole-in-tables', 'book/2.md', 8],
  ]);
});

describe('a book without solutions', () => {
  const files = (yaml: string) => ({
    'book.yaml': `title: Plain\nauthor: A\nlang: en\n${yaml}`,
    'one.md':
      '# One\n\n:::exercise\nThink.\n:::\n\n::::when{edition="teacher"}\n:::solution\nSo.\n:::\n::::\n',
  });
  const told = async (yaml: string, editions: string[]) =>
    (await checkInMemory(files(yaml), { editions })).messages
      .filter(({ fatal }) => fatal)
      .map(({ file, line, column, ruleId }) => [file, line, column, ruleId]);

  it.each([
    ['editions: [print, answer-key]\n', 4, 19],
    ['editions:\n  print:\n  answer-key: { trim: a5 }\n', 6, 3],
  ])('is told where it is asked for: %j', async (yaml, line, column) => {
    expect(await told(yaml, [])).toEqual([['book/book.yaml', line, column, 'book-has-solutions']]);
  });

  it('is told of the flag, and only of that edition', async () => {
    expect(await told('', ['answer-key'])).toEqual([
      ['command line', undefined, undefined, 'book-has-solutions'],
    ]);
    expect(await told('editions: [print, answer-key]\n', ['print', 'teacher'])).toEqual([]);
    expect(await told('', [])).toEqual([]);
  });
});
