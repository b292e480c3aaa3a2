import { beforeAll, describe, expect, it } from 'vitest';
import { bytesOf, desk, octavoJson } from '../support/desk.js';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';
import { type InspectedPdf, inspectPdf } from '../support/pdf.js';

/*
 * A book that is read from the right, on paper: its pages are counted from the right, its lines begin there, its code does not.
 * In Latin letters, which every machine has a font for.
 */
const paragraphs = Array.from(
  { length: 40 },
  (_, i) => `In the beginning was a line that goes on, ${i + 1}.`,
).join('\n\n');
const BOOK = {
  'book/book.yaml': 'title: Mirror\nauthor: A\ndir: rtl\ntoc-depth: 2\n',
  'book/a.md': `# First\n\n${paragraphs}\n\n## Second\n\n\`\`\`js\nconst a = 1;\n\`\`\`\n\n<details><summary>More</summary>\n\nHidden.\n\n</details>\n`,
};

describe('a drop cap', () => {
  it.each(['rtl', 'ltr'])('keeps from its text, and a mark stands before it: %s', async (dir) => {
    const words =
      'The lamp was lit early because evening came down the stairs before anyone had thought of it. ';
    const cwd = await desk({
      'book/book.yaml': `title: Mirror\nauthor: A\nhyphenate: false\ndir: ${dir}\n`,
      'book/a.md': `# First\n\n"[H]{.drop-cap}ow now?" ${words.repeat(3)}`,
    });
    const { messages, artifacts } = await octavoJson(cwd, ['build', 'book', '-e', 'print']);
    expect(messages).toEqual([]);
    const pdf = await inspectPdf(await bytesOf(cwd, 'dist', artifacts[0]?.path ?? ''));
    const pieces = pdf.pages.find(({ text }) => text.includes('stairs'))?.pieces ?? [];
    const letter = pieces.find(({ text, size }) => text === 'H' && size > 30);
    const mark = pieces.find(({ text }) => text === '“');
    if (!letter || !mark) throw new Error('there is no letter or no mark');
    const beside = pieces.filter(
      ({ y, size, text }) => y < letter.y + 1 && size < 15 && text.includes('lamp'),
    );
    const [gap, before] =
      dir === 'rtl'
        ? [letter.x - Math.max(...beside.map(({ x, width }) => x + width)), mark.x - letter.x - letter.width]
        : [Math.min(...beside.map(({ x }) => x)) - letter.x - letter.width, letter.x - mark.x - mark.width];
    expect(gap).toBeGreaterThan(0.5);
    expect(gap).toBeLessThan(6);
    expect(before).toBeGreaterThan(-2);
    expect(before).toBeLessThan(4);
  });
});

describe.each(['print', 'screen'])('%s', (edition) => {
  let pdf: InspectedPdf;
  beforeAll(async () => {
    const cwd = await desk(BOOK);
    const { code, messages, artifacts } = await octavoJson(cwd, ['build', 'book', '-e', edition]);
    expect([code, messages]).toEqual([0, []]);
    pdf = await inspectPdf(await bytesOf(cwd, 'dist', artifacts[0]?.path ?? ''));
  });
  const linesOf = (text: RegExp) =>
    pdf.pages.flatMap((page) =>
      page.lines.filter((line) => text.test(line.text)).map((line) => ({ page, line })),
    );

  it('finds the page of a heading that is not on the first of its chapter', () => {
    const [chapter] = pdf.outline.filter(({ title }) => title === 'First');
    const [section] = chapter?.children ?? [];
    expect(section?.title).toBe('Second');
    expect(Number(section?.label)).toBeGreaterThan(Number(chapter?.label));
    const contents = pdf.pages.find(({ lines }) =>
      lines.some(({ text }) => text.includes(section?.label ?? '-')),
    );
    expect(contents?.text).toContain('Second');
  });

  it('begins headings at the right, and code at the left', () => {
    const heading = linesOf(/^Second$/).at(-1);
    const code = linesOf(/const a = 1;/).at(0);
    if (!heading || !code) throw new Error('there is no heading or no code');
    expect(heading.line.x + heading.line.width).toBeGreaterThan(heading.page.width * 0.75);
    expect(code.line.x).toBeLessThan(code.page.width * 0.25);
  });

  it('shows on paper what opens at a touch', () => {
    expect(pdf.pages.map(({ text }) => text).join(' ')).toContain('Hidden');
    // And no sign that it could be closed stands before its words.
    const [more, hidden] = ['More', 'Hidden'].map((word) => linesOf(new RegExp(word))[0]?.line);
    expect((more?.x ?? 0) + (more?.width ?? 0)).toBeCloseTo((hidden?.x ?? 0) + (hidden?.width ?? 0), 0);
  });
});

it('in an EPUB, what opens at a touch is open, and pages turn from the right', async () => {
  const cwd = await desk(BOOK);
  const { artifacts } = await octavoJson(cwd, ['build', 'book', '-e', 'epub']);
  const epub = await openEpub(await bytesOf(cwd, 'dist', artifacts[0]?.path ?? ''));
  expect(epub.opf.direction).toBe('rtl');
  expect(epub.documents.get('a.xhtml')?.one('details').attributes.open).toBeDefined();
});

it.each(['foot', 'chapter'])(
  'a note of a division that is read from the right begins there: notes at the %s',
  async (notes) => {
    const cwd = await desk({
      'book/book.yaml': `title: Mirror\nauthor: A\nnotes: ${notes}\n`,
      'book/a.md':
        '# First\n\n:::div{dir=rtl}\nOne.[^a]\n\n[^a]: Hers (Hello).\n:::\n\nTwo.[^b] [Three.^[Mine.]]{dir=rtl}\n\n[^b]: His.\n',
    });
    const { messages, artifacts } = await octavoJson(cwd, ['build', 'book', '-e', 'print']);
    expect(messages).toEqual([]);
    const { pages } = await inspectPdf(await bytesOf(cwd, 'dist', artifacts[0]?.path ?? ''));
    const page = pages.find(({ text }) => text.includes('Hers'));
    const words = (text: string) => page?.pieces.find((piece) => piece.text.includes(text));
    const { width = 0 } = page ?? {};
    for (const [word, isRight] of [
      ['Hers', true],
      ['His', false],
      ['Mine', true],
    ] as const)
      expect((words(word)?.x ?? 0) > width / 2, word).toBe(isRight);
  },
);

it('a number of a telephone is read from the left, group by group', async () => {
  const cwd = await desk({
    'book/book.yaml': 'title: Mirror\nauthor: A\ndir: rtl\n',
    'book/a.md': '# First\n\n0800 123 4567\n',
  });
  const { messages, artifacts } = await octavoJson(cwd, ['build', 'book', '-e', 'print', '-e', 'epub']);
  expect(messages).toEqual([]);
  const paths = artifacts.map(({ path }) => path);
  const bytes = (ending: string) => bytesOf(cwd, 'dist', paths.find((path) => path.endsWith(ending)) ?? '');
  const { pages } = await inspectPdf(await bytes('.pdf'));
  const lines = pages.flatMap((page) => page.lines.map(({ text }) => text));
  expect(lines).toContain('0800 123 4567');
  const epub = await openEpub(await bytes('.epub'));
  const [number] =
    epub.documents
      .get('a.xhtml')
      ?.all('span')
      .filter(({ text }) => /^0800/.test(text)) ?? [];
  expect(number?.attributes.dir).toBe('ltr');
});

describe('what hangs from the right', () => {
  const MARGIN = (20 * 72) / 25.4;
  const entries = Array.from(
    { length: 90 },
    (_, i) => `[]{.index entry="Fear!of what nobody has a name for yet, number ${i + 1}"}`,
  ).join('');
  let pdf: InspectedPdf;
  beforeAll(async () => {
    const cwd = await desk({
      'book/book.yaml':
        'title: Mirror\nauthor: A\ndir: rtl\ntoc-depth: 2\ntokens: { margin-inner: 20mm, margin-outer: 20mm }\n',
      'book/a.md': `# First\n\nText.${entries} More.[]{.index entry="Zeal"}\n\n## Second\n\n- [ ] Ticked\n\n:::dialogue\nAnna: Said so\n:::\n`,
    });
    const { code, messages, artifacts } = await octavoJson(cwd, ['build', 'book', '-e', 'print']);
    expect([code, messages]).toEqual([0, []]);
    pdf = await inspectPdf(await bytesOf(cwd, 'dist', artifacts[0]?.path ?? ''));
  });

  it('lies within the text block, on every page', () => {
    for (const { pieces, width, label } of pdf.pages)
      for (const piece of pieces) {
        expect(piece.x, `${label}: ${piece.text}`).toBeGreaterThan(MARGIN - 0.5);
        expect(piece.x + piece.width, `${label}: ${piece.text}`).toBeLessThan(width - MARGIN + 0.5);
      }
  });

  it('shows the levels of the index by where they begin at the right', () => {
    /** How far from the right edge of the text block pieces begin, in points. */
    const indents = (text: RegExp): number[] =>
      pdf.pages.flatMap(({ pieces, width }) =>
        pieces.filter((piece) => text.test(piece.text)).map(({ x, width: own }) => width - MARGIN - x - own),
      );
    expect(indents(/^Fear$/)[0]).toBeLessThan(0.5);
    // What is repeated on another page stands as far out as what it repeats.
    const repeated = indents(/^\)$/);
    expect(repeated.length).toBeGreaterThan(1);
    expect(Math.max(...repeated)).toBeLessThan(0.5);
    const [first, second, ...others] = new Set(indents(/^of what/).map(Math.round));
    // The two columns of the page.
    expect([first, others]).toEqual([Math.round(2.4 * 9.5), []]);
    expect(second).toBeGreaterThan(150);
  });
});

/** A book in a language that is read from the right, with roman pages and everything that waits for a page. */
const ROMAN: Readonly<Record<string, readonly [words: string, preface: string, chapter: string]>> = {
  he: ['הערב', 'הקדמה', 'האיש הלך אל הבית'],
  ar: ['المساء', 'مقدمة', 'ذهب الرجل إلى البيت'],
};
it.each(Object.entries(ROMAN))(
  'in %s, its contents, lists and index lead to roman pages and others',
  async (lang, [title, preface, words]) => {
    const cwd = await desk({
      'book/book.yaml': `title: ${title}\nauthor: A\nlang: ${lang}\nlists: [figures]\ncontents: {front: [pre.md], body: [01.md]}\n`,
      'book/pre.md': `# ${preface}\n\n${words}.[]{.index entry="${words}"}\n`,
      'book/01.md': `# ${title}\n\n${words}.[]{.index entry="${words}"}\n\n![${title}](a.svg "${title}"){#fig-a}\n`,
      'book/a.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><path d="M0 0h90v30H0z"/></svg>',
    });
    const { code, messages, artifacts } = await octavoJson(cwd, ['build', 'book', '-e', 'print']);
    expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(code).toBe(0);
    const pdf = await inspectPdf(await bytesOf(cwd, 'dist', artifacts[0]?.path ?? ''));
    const label = pdf.outline.find((entry) => entry.title === preface)?.label ?? '-';
    expect(label).toMatch(/^[ivx]+$/);
    const naming = pdf.pages.filter(({ pieces }) => pieces.some(({ text }) => text.trim() === label));
    // The preface itself, the contents and the index.
    expect(naming.length).toBeGreaterThanOrEqual(2);
  },
);

it('says in EPUB and on the web which way a chapter runs that is in another language than its book', async () => {
  const files = (lang: string) => ({
    'book.yaml': `title: Two ways\nauthor: A\nlang: ${lang}\n`,
    'a.md': '---\nlang: he\n---\n\n# אחת\n\nמילה [words]{lang=en} `code`\n',
    'b.md': '---\nlang: en\n---\n\n# Two\n\n[מילה]{lang=he} [mot]{lang=fr}\n\n:::div{lang=ar}\nكلمة\n:::\n',
    'c.md': '---\ndir: rtl\n---\n\n# Three\n\nWords.\n',
  });
  const directions = async (lang: string) => {
    const { delivered } = await buildInMemory(files(lang), { editions: ['epub', 'web'] });
    const epub = await openEpub(delivered.get('out/two-ways.epub') as Uint8Array);
    const of = (name: string) => epub.documents.get(`${name}.xhtml`);
    const page = (name: string) => new TextDecoder().decode(delivered.get(`out/web/${name}.html`));
    const packed = [...epub.bytes].find(([path]) => path.endsWith('/b.xhtml'))?.[1];
    for (const document of [new TextDecoder().decode(packed), page('b')]) {
      expect(document).toMatch(/<span lang="he"[^>]* dir="rtl"/);
      expect(document).toMatch(/<div[^>]* lang="ar"[^>]* dir="rtl"/);
      expect(document).not.toMatch(/lang="fr"[^>]* dir=/);
    }
    expect(page('a')).toMatch(/<span lang="en"[^>]* dir="ltr"/);
    expect(page('a')).toContain('<code dir="ltr">');
    return ['a', 'b', 'c'].map((name) => [
      of(name)?.attributes.dir,
      /<section[^>]* class="sheet chapter"(?: dir="(\w+)")?/.exec(page(name))?.[1],
    ]);
  };
  expect(await directions('en')).toEqual([
    ['rtl', 'rtl'],
    [undefined, undefined],
    ['rtl', 'rtl'],
  ]);
  expect(await directions('he')).toEqual([
    ['rtl', undefined],
    ['ltr', 'ltr'],
    ['rtl', undefined],
  ]);
});
