import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { understand } from '../support/chapter.js';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';
import { type InspectedPdf, inspectPdf } from '../support/pdf.js';
import { testPress } from '../support/press.js';

/* What chapters and parts are called above the pages, in the contents and in what programs read. */

const TEXT = `${'The lamp was lit early because evening came down the stairs before anyone had thought of supper. '.repeat(45)}\n`;
const LONG = 'A Long Title of a Book Which Goes on for Ever and Ever until Its Reader Is Tired of It';

let press: Press;
let pdf: InspectedPdf;
let epub: Uint8Array;

beforeAll(async () => {
  press = testPress();
  const { messages, delivered } = await buildInMemory(
    {
      'book.yaml': `title: ${LONG}\nauthor: A\nidentifier: urn:x:1\nchapter-start: any\ncontents:\n  - part: The *Sea*\n    chapters: [a.md, b.md]\n`,
      'a.md': `# A chapter with $x^2$, $\\alpha_1$ and *em*[^n]\n\n[^n]: Note.\n\n${TEXT}`,
      'b.md': `# H<sub>2</sub>O,<br>ice <!-- draft --> and ![Snow & rain](s.svg) <!-- or hail -->\n\n${TEXT}`,
      's.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>',
    },
    { editions: ['print', 'epub'] },
    press,
  );
  expect(messages.filter(({ severity }) => severity === 'error').map(String)).toEqual([]);
  const file = (ending: string) => [...delivered].find(([name]) => name.endsWith(ending))?.[1];
  pdf = await inspectPdf(file('-print.pdf') as Uint8Array);
  epub = file('.epub') as Uint8Array;
});
afterAll(() => press[Symbol.asyncDispose]());

const page = (label: string) => pdf.pages.find((one) => one.label === label);

describe('running heads', () => {
  it('say what formulas in the title of a chapter show', () => {
    expect(page('3')?.lines[0]?.text).toBe('A chapter with x², α₁ and em');
  });

  it('say nothing of tags and comments, and what images say, as outlines do', async () => {
    const words = 'H2O, ice and Snow & rain';
    expect(pdf.pages.map(({ lines }) => lines[0]?.text)).toContain(words);
    expect(JSON.stringify(pdf.outline)).toContain(`"${words}"`);
    expect(JSON.stringify((await openEpub(epub)).nav)).toContain(`"${words}"`);
  });
});

describe('a running head that names authors', () => {
  it('names those of the chapter, and of the book where the chapter names none', async () => {
    const { messages, delivered } = await buildInMemory(
      {
        'book.yaml':
          'title: Weirs\nidentifier: urn:x:1\nchapter-start: any\nrunning-heads: {verso: author, recto: author}\ncontributor: {name: P. Stone, role: edt}\n',
        'a.md': `---\nauthor: [Ann Weir, "Bo O'Dell"]\n---\n\n# One\n\n${TEXT}`,
        'b.md': `# Two\n\n${TEXT}`,
      },
      { editions: ['print'] },
      press,
    );
    expect(messages.filter(({ severity }) => severity === 'error').map(String)).toEqual([]);
    const { pages } = await inspectPdf([...delivered.values()].at(0) as Uint8Array);
    const heads = pages.flatMap(({ lines }) => {
      const above = lines[0]?.text ?? '';
      return /^The lamp|^$/.test(above) ? [] : above;
    });
    expect(heads).toContain('Ann Weir and Bo O’Dell');
    expect(heads.indexOf('Ann Weir and Bo O’Dell')).toBeLessThan(heads.lastIndexOf('Weirs'));
  });
});

describe('a formula in a title', () => {
  it('is words where nothing else can stand, and never TeX', async () => {
    const { messages, delivered } = await buildInMemory(
      {
        'book.yaml':
          'identifier: urn:x:1\nauthor: A\nchapter-start: any\nrunning-heads: {verso: chapter, recto: section}\n',
        'a.md': `# Roots of $\\sqrt{2}$\n\nSee @sec-deep.\n\n## Numbers and $\\sqrt{x^2}$ {#sec-deep}\n\n${TEXT}\n${TEXT}`,
        'b.md': '# Others\n\nText.\n',
      },
      { editions: ['print', 'epub'] },
      press,
    );
    expect(messages.filter(({ severity }) => severity === 'error').map(String)).toEqual([]);
    const file = (ending: string) =>
      [...delivered].find(([name]) => name.endsWith(ending)) ?? ['', new Uint8Array()];
    const [name, bytes] = file('-print.pdf');
    expect(name).toContain('roots-of-2');
    const made = await inspectPdf(bytes);
    expect(made.title).toBe('Roots of √2');
    expect(made.pages[0]?.text).toBe('Roots of √2');
    const heads = made.pages.map(({ lines }) => lines[0]?.text);
    expect(heads).toContain('Numbers and √x²');
    const opened = await openEpub(file('.epub')[1]);
    for (const outline of [made.outline, opened.nav.toc, opened.ncx.toc]) {
      const words = JSON.stringify(outline);
      expect(words).toContain('"Roots of √2"');
      expect(words).toContain('"Numbers and √x²"');
    }
    expect(JSON.stringify([made.outline, opened.nav, heads])).not.toMatch(/sqrt|\^|\$/);
    expect(opened.meta('dc:title')).toEqual(['Roots of √2']);
    // Signs that the theme has no letters of come from no stranger.
    expect(made.fonts.map((font) => font.name.replace(/^[A-Z]{6}\+/, '').replace(/-.*/, ''))).not.toContain(
      'DejaVuSerif',
    );
    // An address is made of what is typed.
    expect(opened.documents.get('a.xhtml')?.all('h1')[0]?.attributes.id).toBe('a--roots-of-sqrt2');
  });
});

it('a second chapter in a file is named above its own pages', async () => {
  const { messages, delivered } = await buildInMemory(
    {
      'book.yaml':
        'title: Birds\nidentifier: urn:x:1\nauthor: A\nchapter-start: any\nrunning-heads: {verso: chapter, recto: section}\n',
      'a.md': `# Crows\n\n## Rook\n\n${`${TEXT}\n\n`.repeat(4)}# Small birds\n\n${`${TEXT}\n\n`.repeat(4)}## Wren\n\n${`${TEXT}\n\n`.repeat(4)}`,
      'b.md': '# Others\n\nText.\n',
    },
    { editions: ['print'] },
    press,
  );
  expect(messages.filter(({ severity }) => severity === 'error').map(String)).toEqual([]);
  const { pages } = await inspectPdf(delivered.get('out/birds-print.pdf') as Uint8Array);
  const body = pages.slice(pages.findIndex(({ label }) => label === '1'));
  const opens = body.findIndex(({ text }) => /^Small birds$/m.test(text));
  const wren = body.findIndex(({ text }) => /^Wren$/m.test(text));
  const others = body.findIndex(({ text }) => /^Others$/m.test(text));
  expect(opens).toBeGreaterThan(2);
  expect(wren).toBeGreaterThan(opens + 1);
  for (let i = 1; i < others; i++) {
    const isVerso = Number(body[i]?.label) % 2 === 0;
    const chapter = i < opens ? 'Crows' : 'Small birds';
    const section = i < opens ? 'Rook' : i < wren ? 'Small birds' : 'Wren';
    expect(body[i]?.lines[0]?.text, body[i]?.label).toBe(isVerso ? chapter : section);
  }
});

describe('a running head that is long', () => {
  const SEA =
    'All that was ever told of the sea, of the ships on it, and of those below, by sailors who had seen it and by others';
  const JA =
    '海について語られたすべてのことと、その上の船と下に眠るものたちの物語、そして灯台守と海を見たことのない人々の話';
  const HE =
    'השם של הפרק הזה ארוך מאוד עד שהוא צריך עוד שורה בתוכן העניינים ועוד אחת ועוד אחת עד שהקורא עייף';
  /** The heads of the second and third page of a chapter with this title, and how wide the text below them is. */
  async function headsOf(title: string, trim: string, more = '') {
    const { delivered } = await buildInMemory(
      {
        'book.yaml': `title: Sea\nauthor: A\nidentifier: urn:x:1\ntrim: ${trim}\nchapter-start: any\nrunning-heads: {verso: chapter, recto: chapter}\n${more}`,
        'a.md': `# ${title}\n\n${TEXT}\n\n${TEXT}`,
      },
      { editions: ['print'] },
      press,
    );
    const { pages } = await inspectPdf(
      [...delivered].find(([name]) => name.endsWith('.pdf'))?.[1] as Uint8Array,
    );
    return pages
      .filter(({ label }) => label === '2' || label === '3')
      .map(({ lines: [head, ...text] }) => ({
        head: head?.text ?? '',
        left: head?.x ?? 0,
        width: head?.width ?? 0,
        text: Math.max(...text.map(({ width }) => width)),
        edge: Math.min(...text.map(({ x }) => x)),
      }));
  }

  it.each([
    ['a small page', SEA, '105mm x 148mm', ''],
    ['a page', SEA, '6x9', ''],
    ['a small page of another theme', SEA, '4in x 6in', 'theme: workbook\n'],
    ['full-width letters', JA, '4in x 6in', 'lang: ja\n'],
    ['words of a script from the right', HE, '5x8', 'lang: he\n'],
  ])('fills most of its line, and no more: %s', async (_, title, trim, more) => {
    for (const { head, left, width, text, edge } of await headsOf(title, trim, more)) {
      expect(head).toContain('…');
      expect(left).toBeGreaterThan(edge);
      expect(width).toBeLessThan(text * 0.87);
      expect(width).toBeGreaterThan(text * 0.6);
    }
  });

  it('is cut at a word, and behind no comma', async () => {
    const [{ head } = { head: '' }] = await headsOf(SEA, '6x9');
    expect(head).toMatch(/^All that was ever told of the sea, .*\p{L}…$/u);
    const cut = head.slice(0, -1);
    expect(SEA.startsWith(cut) && /^[ ,]/.test(SEA.slice(cut.length))).toBe(true);
  });

  it('is whole where it has room', async () => {
    for (const { head } of await headsOf(SEA, '9in x 7in')) expect(head).toBe(SEA);
  });
});

describe('the title of a part', () => {
  it('has its emphasis on its page and in the contents, where parts are slanted themselves', () => {
    const isSlanted = (label: string, words: string): boolean | undefined =>
      page(label)
        ?.pieces.find(({ text }) => text.trim() === words)
        ?.font.includes('Italic');
    expect(isSlanted('1', 'Sea')).toBe(true);
    expect(isSlanted('1', 'The')).toBe(false);
    expect(isSlanted('v', 'Sea')).toBe(false);
    expect(isSlanted('v', 'The')).toBe(true);
    for (const label of ['v', '1']) expect(page(label)?.text).not.toContain('*');
  });

  it('is plain in the outline', async () => {
    expect(pdf.outline.map(({ title }) => title)).toContain('The Sea');
    const { nav } = await openEpub(epub);
    expect(JSON.stringify(nav)).toContain('The Sea');
    expect(JSON.stringify(nav)).not.toContain('*');
  });
});

it('the message of a pointer of the index to nothing says which pointer it is', () => {
  const said = understand(
    '[]{.index entry="anger" see-also="fear; dread"} [rage]{.index see="fury"}\n',
  ).words();
  expect(said.map((words) => words.split('. ')[0])).toEqual([
    'The index says “anger, see also fear; dread”, and has no entry “fear; dread”',
    'The index says “rage, see fury”, and has no entry “fury”',
  ]);
});
