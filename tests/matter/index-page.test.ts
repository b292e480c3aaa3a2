import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { beforeAll, describe, expect, it } from 'vitest';
import { elements } from '../../src/binding/documents/rewrite.js';
import { build } from '../../src/build.js';
import { indexGroups } from '../../src/typeset/index-list.js';
import { thisWorld } from '../../src/world.js';
import { understand } from '../support/chapter.js';
import { bytesOf, desk } from '../support/desk.js';
import { type Epub, openEpub } from '../support/epub.js';
import { epubcheck } from '../support/epubcheck.js';
import { matterhorn } from '../support/matterhorn.js';
import { buildInMemory } from '../support/memory.js';
import { type InspectedPdf, inspectPdf, tagged } from '../support/pdf.js';
import { linesOf } from '../support/pdf-lines.js';

/** Sixty words that stand once in the book, each marked, spread over five chapters at every place of a line. */
const TERMS = Array.from({ length: 60 }, (_, i) => `zq${String.fromCharCode(97 + (i % 26))}${i}`);
const filler = (n: number): string =>
  Array.from({ length: n }, (_, i) => 'lorem amet dolor sit'.split(' ')[i % 4]).join(' ');

const chapters = Object.fromEntries(
  [0, 1, 2, 3, 4].map((c) => [
    `book/${c}.md`,
    `# Chapter ${c}\n\n${TERMS.slice(c * 12, c * 12 + 12)
      .map((term, i) => `${filler(40 + ((i * 37) % 50))} [${term}]{.index} ${filler(30 + ((i * 17) % 40))}.`)
      .join('\n\n')}\n`,
  ]),
);

describe('the index of a book', () => {
  let pdf: InspectedPdf;
  let epub: Epub;
  let epubBytes: Uint8Array;
  beforeAll(async () => {
    const folder = await desk({
      ...chapters,
      'book/5.md':
        '# Last\n\n[]{.index entry="passage!long" range=start}\n\nOnce, [twice]{.index entry="twice"} and [twice]{.index entry="twice"}.\n\n' +
        `${`${filler(90)}.\n\n`.repeat(12)}End.[]{.index entry="passage!long" range=end} <!--index: comment\\\\inner; 30 days-->\n\n[See]{.index entry="elsewhere" see="twice"} [also]{.index entry="twice" see-also="comment"}\n`,
      'book/book.yaml': 'title: T\nauthor: A\nlang: en\neditions: { print: null, epub: null }\n',
    });
    const output = `${folder}/out`;
    const { ok, messages } = await build({ folder: `${folder}/book`, output }, thisWorld());
    // Its paragraphs are made of numbers, and longer than a writer's.
    expect(messages.filter(({ severity }) => severity !== 'info').map(String)).toEqual([]);
    expect(ok).toBe(true);
    pdf = await inspectPdf(await bytesOf(output, 't-print.pdf'));
    epubBytes = await bytesOf(output, 't.epub');
    epub = await openEpub(epubBytes);
  });

  it('names for each term the page on which it is printed', () => {
    const start = pdf.pages.findIndex((page) => /^Index\n?/.test(page.text.trim()));
    const index = pdf.pages
      .slice(start)
      .map(({ text }) => text.replace(/\s+/g, ' '))
      .join(' ');
    for (const term of TERMS) {
      const printed = pdf.pages.slice(0, start).find((page) => page.text.includes(term))?.label;
      expect(new RegExp(`${term}, (\\w+)`).exec(index)?.[1], term).toBe(printed);
    }
  });

  it('names a page once, and a passage from its first page to its last', () => {
    const text = pdf.pages
      .slice(-4)
      .map((page) => page.text.replace(/\s+/g, ' '))
      .join(' ');
    const first = pdf.pages.find((page) => page.text.includes('Once, twice'))?.label ?? '';
    const last = pdf.pages.find((page) => page.text.includes('End.'))?.label ?? '';
    expect(Number(last)).toBeGreaterThan(Number(first));
    expect(text).toContain(`long, ${first}–${last}`);
    expect(text).toContain(`twice, ${first}. See also comment`.replace(`${first}.`, `${first}, ${last}.`));
    expect(text).toContain('elsewhere. See twice');
    const said = epub.documents.get('octavo-index.xhtml')?.all('a') ?? [];
    const pointers = said.filter(({ text }) => text === 'twice' || text === 'comment');
    expect(pointers).toHaveLength(2);
    for (const { attributes } of pointers)
      expect(epub.textBehind(`octavo-index.xhtml${attributes.href}`)).toMatch(/^(?:twice|comment)/);
    expect(text).toMatch(/30 days, \d+/);
    expect(text).toMatch(/inner, \d+/);
  });

  it('stands in the contents, and in the EPUB with links that lead somewhere', async () => {
    expect(pdf.pages.find((page) => page.text.includes('Contents'))?.text).toMatch(/Index/);
    expect(epub.nav.toc.map(({ title }) => title)).toContain('Index');
    expect(epub.nav.landmarks.map(({ type }) => type)).toContain('index');
    expect(epub.brokenLinks()).toEqual([]);
    const [report] = await epubcheck(epubBytes);
    expect([...(report?.errors ?? ['no report']), ...(report?.warnings ?? [])]).toEqual([]);
  });
});

/** How authors put a place that shows nothing beside a word, each on every word of a text of several pages; words too short to be parted. */
const WAYS: Readonly<Record<string, (word: string, point: string) => string>> = {
  fore: (word, point) => `${point}${word}`,
  aft: (word, point) => `${word},${point}`,
  mid: (word, point) => `${point} *${word}*`,
  over: (word, point) => `\n\n${point}\n\n${word}`,
  note: (word) => `\n\n<!--index: ${word}-->\n\n${word}`,
};

it('names for a place that shows nothing the page of its word, also where a page ends', async () => {
  const words = (way: string): string[] => Array.from({ length: 140 }, (_, i) => `${way}q${i}`);
  const files = Object.fromEntries(
    Object.entries(WAYS).map(([way, write]) => [
      `book/${way}.md`,
      `# ${way}\n\n${words(way)
        .map((word) => write(word, `[]{.index entry="${word}"}`))
        .join(' ')}\n`,
    ]),
  );
  const folder = await desk({
    ...files,
    'book/book.yaml':
      'title: T\nauthor: A\nlang: en\ntrim: 105mm x 100mm\nchapter-start: any\neditions: { print: null }\n',
  });
  const output = `${folder}/out`;
  const { ok } = await build({ folder: `${folder}/book`, output }, thisWorld());
  expect(ok).toBe(true);
  const { pages } = await inspectPdf(await bytesOf(output, 't-print.pdf'));
  const start = pages.findIndex(({ text }) => /^Index\n/.test(text.trim()));
  const index = new Map(
    pages
      .slice(start)
      .flatMap(({ text }) => [...text.matchAll(/(\w+q\d+), (\d+)/g)].map((m) => [m[1], m[2]])),
  );
  for (const way of Object.keys(WAYS)) {
    const ends = new Set<string>();
    for (const word of words(way)) {
      const page = pages.slice(0, start).find(({ text }) => new RegExp(`\\b${word}\\b`).test(text));
      expect(index.get(word), word).toBe(page?.label);
      ends.add(page?.label ?? '');
    }
    expect(ends.size, way).toBeGreaterThan(2);
  }
});

it('repeats on the next page an entry whose sub-entries go on there, for the eye alone', async () => {
  const point = (entry: string): string => `[]{.index entry="${entry}"}Word.`;
  const under = (entry: string, count: number): string =>
    Array.from({ length: count }, (_, i) =>
      point(`${entry}!${entry.replace('*', '').charAt(0)}under${100 + i}`),
    ).join(' ');
  const text = [under('candles', 70), point('doors'), under('*Moby-Dick*', 90), under('night!at sea', 120)];
  const folder = await desk({
    'book/a.md': `# One\n\n${text.join('\n\n')}\n`,
    'book/book.yaml': 'title: T\nauthor: A\nlang: en\ntrim: 5x8\neditions: { print: null }\n',
  });
  const output = `${folder}/out`;
  const { messages } = await build({ folder: `${folder}/book`, output }, thisWorld());
  expect(messages.filter(({ severity }) => severity !== 'info').map(String)).toEqual([]);
  const bytes = await bytesOf(output, 't-print.pdf');
  expect(await matterhorn(bytes)).toEqual([]);
  const pdf = await inspectPdf(bytes);
  const start = pdf.pages.findIndex(({ text }) => /^Index\n/.test(text.trim()));
  const repeated = pdf.pages.slice(start).flatMap(({ pieces }) => {
    const left = Math.min(...pieces.map(({ x }) => x));
    /** Of the first column, without the running head. */
    const column = linesOf(pieces.filter(({ x, size }) => x < left + 140 && size < 9.6));
    const entries = column.map(({ text }) => text).filter((text) => /continued|under/.test(text));
    const first = entries.findIndex((text) => text.includes('under'));
    return first < 0 ? [] : [[...entries.slice(0, first), `${entries[first]?.charAt(0)}under`]];
  });
  expect(repeated[0]).toEqual(['cunder']);
  expect(repeated.slice(1).length).toBeGreaterThan(2);
  const above: Record<string, string[]> = {
    cunder: ['candles (continued)'],
    Munder: ['Moby-Dick (continued)'],
    nunder: ['night (continued)', 'at sea (continued)'],
  };
  for (const page of repeated.slice(1)) expect(page.slice(0, -1)).toEqual(above[page.at(-1) ?? '']);
  const said = tagged(pdf.tags, 'LI').map(({ text }) => text);
  expect(said.length).toBeGreaterThan(200);
  expect(said.filter((item) => item.includes('continued'))).toEqual([]);
});

it.each([2, 4, 6])(
  'keeps the lines of an entry together that has others under it, below %i others',
  async (others) => {
    const long =
      'goes on over two lines of its column or three or four or even five, as it may in a book of law';
    const entry = (letter: string): string =>
      ['', '!one', '!two', '!three']
        .map((under) => `[]{.index entry="${letter}first ${long} ${letter}last${under}"}`)
        .join('');
    const before = Array.from({ length: others }, (_, i) => `[]{.index entry="aa${i}"}`).join('');
    const { delivered } = await buildInMemory(
      {
        'book.yaml': 'title: T\nauthor: A\n',
        'a.md': `# One\n\n${before}Text.${[...'abcdefghijklmnopqrstuvwxyz'].map(entry).join('')}\n`,
      },
      { editions: ['print'] },
      thisWorld().press(),
    );
    const pdf = await inspectPdf(delivered.get('out/t-print.pdf') as Uint8Array);
    /** On which page a word stands, and how far down. */
    const placeOf = (word: string): { page: number; y: number } =>
      pdf.pages
        .flatMap(({ pieces }, page) =>
          pieces.flatMap(({ text, y }) => (text.includes(word) ? [{ page, y }] : [])),
        )
        .at(-1) ?? { page: 0, y: 0 };
    const places = [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => ({
      first: placeOf(`${letter}first`),
      last: placeOf(`${letter}last`),
    }));
    expect(new Set(places.map(({ first }) => first.page)).size).toBeGreaterThan(2);
    for (const { first, last } of places) {
      expect(last.page).toBe(first.page);
      // In the next column it would stand higher.
      expect(last.y).toBeGreaterThan(first.y);
    }
  },
);

describe('terms of the index', () => {
  it('are sorted as the language of the book sorts', () => {
    const book = understand('[Zebra]{.index} [Öl]{.index} [apfel]{.index} [Ober]{.index} [9 Tage]{.index}', {
      lang: 'de',
    });
    expect(book.book.index.map(({ term }) => term)).toEqual(['9 Tage', 'apfel', 'Ober', 'Öl', 'Zebra']);
  });

  it('are told where they are wrong', () => {
    const book = understand(
      '[a]{.index range=start} b\n\n[c]{.index range=end}\n\n[d]{.index see="aa"}\n\n[e]{.index range=middle}',
    );
    expect(book.said()).toEqual([
      'index-range-closes chapter.md:1:1',
      'index-range-closes chapter.md:3:1',
      'index-see-resolves chapter.md:5:1',
      'attribute-valid chapter.md:7:1',
    ]);
  });

  it('have no entry without words, and are told', () => {
    const book = understand('Here[]{.index} and [ ]{.index see="b"}.\n\n[b]{.index}');
    expect(book.book.index.map(({ term }) => term)).toEqual(['b']);
    expect(book.said()).toEqual([
      'index-entry-has-words chapter.md:1:5',
      'index-entry-has-words chapter.md:1:20',
    ]);
  });

  it.each([
    ['de', 'Hunde. Siehe auch Katzen; Wölfe, graue', 'Welpen. Siehe Hunde; Katzen'],
    ['en', 'Hunde. See also Katzen; Wölfe, graue', 'Welpen. See Hunde; Katzen'],
    ['es', 'Hunde. Véase también Katzen; Wölfe, graue', 'Welpen. Véase Hunde; Katzen'],
    ['fr', 'Hunde. Voir aussi Katzen\u202f; Wölfe, graue', 'Welpen. Voir Hunde\u202f; Katzen'],
    ['it', 'Hunde. Vedi anche Katzen; Wölfe, graue', 'Welpen. Vedi Hunde; Katzen'],
    ['nl', 'Hunde. Zie ook Katzen; Wölfe, graue', 'Welpen. Zie Hunde; Katzen'],
    ['pl', 'Hunde. Zob. też Katzen; Wölfe, graue', 'Welpen. Zob. Hunde; Katzen'],
    ['ru', 'Hunde. См. также Katzen; Wölfe, graue', 'Welpen. См. Hunde; Katzen'],
    ['sv', 'Hunde. Se även Katzen; Wölfe, graue', 'Welpen. Se Hunde; Katzen'],
  ])('point to several others in one sentence, in order: %s', (lang, also, instead) => {
    const { book } = understand(
      '[]{.index entry="Hunde" see-also="Wölfe!graue"} [b]{.index entry="Hunde" see-also="*Katzen*"} [c]{.index entry="Hunde" see-also="*Katzen*"}\n\n' +
        '[]{.index entry="Welpen" see="Katzen"} []{.index entry="Welpen" see="Hunde"}\n\n[Katzen]{.index} [Wölfe!]{.index entry="Wölfe!graue"}',
      { lang },
    );
    const entries = indexGroups(book).flatMap(({ children }) => children.map((entry) => textOf(entry)));
    expect(entries.map((entry) => entry.replace(/(?:, \d+)+/, ''))).toEqual([
      also,
      'Katzen',
      instead,
      'Wölfegraue',
    ]);
  });

  it('lead to the entries that they name, and to the one above where there is none below', () => {
    const { book } = understand(
      '[]{.index entry="Cats" see="*dogs*!old"} []{.index entry="Hens" see="dogs!young"} [x]{.index entry="Owls" see-also="cats"} [Dogs]{.index} [y]{.index entry="Dogs!old"} [z]{.index entry="Apes" see-also="nothing"}',
    );
    const entries = indexGroups(book).flatMap(({ children }) => children as Element[]);
    const links = entries.flatMap((entry) =>
      [...elements(entry)].flatMap(({ tagName, properties: { href, dataFolio } }) =>
        tagName === 'a' && dataFolio === undefined ? [[textOf(entry).split(/[.,]/)[0], href]] : [],
      ),
    );
    const idOf = (term: string) =>
      entries
        .flatMap((entry) => [entry, ...elements(entry)])
        .find((one) => one.tagName === 'li' && textOf(one).startsWith(term))?.properties.id;
    expect(links).toEqual([
      ['Cats', `#${idOf('old')}`],
      ['Hens', `#${idOf('Dogs')}`],
      ['Owls', `#${idOf('Cats')}`],
    ]);
    expect(idOf('Apes')).toBeUndefined();
  });

  it.each([
    ['ar', 'بيت، 1، 2، 3، 4. انظر أيضًا كتاب؛ مساء، ليل'],
    ['fa', 'بيت، 1، 2، 3، 4. See also كتاب؛ مساء، ليل'],
    ['he', 'بيت, 1, 2, 3, 4. ראו גם كتاب; مساء, ليل'],
  ])('are parted by the stops of their letters: %s', (lang, expected) => {
    const { book } = understand(
      '[]{.index entry="بيت"} a [b]{.index entry="بيت"} [c]{.index entry="بيت" see-also="كتاب"} [d]{.index entry="بيت" see-also="مساء!ليل"}\n\n[كتاب]{.index} [ليل]{.index entry="مساء!ليل"}',
      { lang },
    );
    const entries = indexGroups(book).flatMap(({ children }) => children.map((entry) => textOf(entry)));
    expect(entries.find((entry) => entry.startsWith('بيت'))).toBe(expected);
  });

  it('hold an exclamation mark within code, and one that is doubled', () => {
    const { book, said } = understand(
      'A.[]{.index entry="`!important`!in print"} B.[]{.index entry="CSS" see="`!important`!in print"} C.[]{.index entry="Oh!!!in verse"} D.[]{.index entry="Ah" see="Oh!!"}',
    );
    expect(said()).toEqual([]);
    const entries = indexGroups(book).flatMap(({ children }) => children as Element[]);
    expect(entries.map((entry) => textOf(entry))).toEqual([
      '!importantin print, 1',
      'Ah. See Oh!',
      'CSS. See !important, in print',
      'Oh!in verse, 1',
    ]);
  });

  it('show nothing where they are only a place', () => {
    const page = understand(
      'Before.[]{.index entry="x"} After.\n\n<!--index: y-->\n\n[]{.index entry="z"}\n\nLast.',
    ).dress('reflowable').html;
    expect(page).toContain('<p>Before.<span id="chapter--index-1"></span> After.</p>');
    for (const number of [2, 3])
      expect(page).toContain(`<div class="place-mark"><span id="chapter--index-${number}"></span></div>`);
  });
});

describe('an index that its author places', () => {
  const indexed = async (files: Readonly<Record<string, string>>) => {
    const { delivered, messages } = await buildInMemory({
      'book.yaml': 'title: T\nauthor: A\nidentifier: urn:x:1\n',
      'a.md': '# One\n\nIt takes [patience]{.index}.\n',
      ...files,
    });
    const epub = await openEpub(delivered.get('out/t.epub') as Uint8Array);
    return {
      said: messages.map(({ ruleId }) => ruleId),
      pages: epub.opf.spine.flatMap((file) =>
        /patience\s*, 1/.test(epub.textOf(file)) ? [file.replace(/^.*\//, '')] : [],
      ),
    };
  };

  it('stands where ::index is, once, and on no other page', async () => {
    const b = '# Two\n\nBefore.\n\n::index\n\nBehind.\n';
    expect(await indexed({ 'b.md': b })).toEqual({ said: [], pages: ['b.xhtml'] });
  });

  it('leaves no sign of itself, however often it is asked for', async () => {
    const { delivered } = await buildInMemory({
      'book.yaml': 'title: T\nauthor: A\nidentifier: urn:x:1\n',
      'a.md': '# One\n\nIt takes [patience]{.index}.\n\n::index\n\n::index\n',
    });
    const epub = await openEpub(delivered.get('out/t.epub') as Uint8Array);
    const page = epub.opf.spine.find((file) => file.endsWith('a.xhtml')) ?? '';
    const lists = epub.documents
      .get(page)
      ?.all('div')
      .filter(({ text }) => /patience\s*, 1/.test(text));
    expect(lists).toHaveLength(1);
    expect(lists?.some(({ attributes }) => 'data-index' in attributes)).toBe(false);
  });

  it('ends a page of his own that is an index, unless that has a list of its own', async () => {
    expect(await indexed({ 'index.md': '---\nrole: index\n---\n# Words\n\nHow to use it.\n' })).toEqual({
      said: [],
      pages: ['index.xhtml'],
    });
    const own = '---\nrole: index\n---\n# Words\n\n- patience: everywhere\n';
    expect((await indexed({ 'index.md': own })).pages).toEqual([]);
  });

  it('slants what is marked so in an entry, sorts it by its letters, and turns the quotes of what it points to', async () => {
    const { delivered, messages } = await buildInMemory({
      'book.yaml': 'title: T\nauthor: A\nidentifier: urn:x:1\n',
      'a.md': `# One

[it]{.index entry="*Moby-Dick*!"} and [her]{.index entry="l'eau!*cold* water"}, [so]{.index entry="adder"}; [x]{.index entry="water" see="l'eau"} [y]{.index entry="zebra" see="Moby-Dick"}
`,
    });
    expect(messages).toEqual([]);
    const epub = await openEpub(delivered.get('out/t.epub') as Uint8Array);
    const page = epub.opf.spine.find((file) => file.endsWith('octavo-index.xhtml')) ?? '';
    const text = epub.textOf(page).replace(/\s+/g, ' ');
    expect(text).toContain('adder, 1');
    expect(text).toMatch(/l’eau.*cold water, 1.*Moby-Dick, 1.*water\. See l’eau.*zebra\. See Moby-Dick/);
    const slanted = epub.documents
      .get(page)
      ?.all('em')
      .map(({ text }) => text);
    expect(slanted).toEqual(['cold', 'Moby-Dick']);
  });

  it('is there without it', async () => {
    expect((await indexed({})).pages).toEqual(['octavo-index.xhtml']);
  });
});

it.each(['leading: 11pt', 'text-size: 24pt, leading: 16.5pt'])(
  'is true where letters are taller than their lines, on the first line of a page too (%s)',
  async (tokens) => {
    // A marked word and a place behind a space in turns, and each page has several that begin it.
    const terms = Array.from({ length: 900 }, (_, n) => ({
      n,
      term: `zq${n}x`,
      entry: `entry ${n - (n % 3)}`,
    }));
    const marked = terms.map(({ n, term, entry }) =>
      n % 2 ? `[${term}]{.index entry="${entry}"}` : `[]{.index entry="${entry}"}${term}`,
    );
    const text = Array.from({ length: 30 }, (_, i) => marked.slice(i * 30, i * 30 + 30).join(' and ')).join(
      '\n\n',
    );
    await using press = thisWorld().press();
    const { delivered, messages } = await buildInMemory(
      {
        'book.yaml': `title: T\nauthor: A\nlang: en\ntheme: modern\ntokens: {${tokens}}\n`,
        'a.md': `# One\n\n${text}\n`,
      },
      { editions: ['print'] },
      press,
    );
    expect(messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
    const { pages } = await inspectPdf(delivered.get('out/t-print.pdf') as Uint8Array);
    const start = pages.findIndex(({ text }) => /^Index\n?/.test(text.trim()));
    expect(start).toBeGreaterThan(8);
    const index = pages
      .slice(start)
      .map(({ text }) => text.replace(/\s+/g, ' '))
      .join(' ');
    const pageOf = (term: string): number => pages.findIndex(({ text }) => text.includes(term));
    for (const { n, entry } of terms.filter(({ n }) => n % 3 === 0)) {
      const on = new Set([n, n + 1, n + 2].map((one) => Number(pages[pageOf(`zq${one}x`)]?.label)));
      const [first, last = first] = [...on];
      expect(new RegExp(`${entry}, (\\d+)(?:[–, ]+(\\d+)(?= |$))?`).exec(index)?.slice(1, 2), entry).toEqual([
        String(first),
      ]);
      expect(on.size, entry).toBeLessThan(3);
      if (first !== last) expect(index).toMatch(new RegExp(`${entry}, ${first}[–, ]+${last}\\b`));
    }
  },
);

describe('an index that is asked for twice', () => {
  const made = async (b: string, c: string) => {
    const { delivered, messages } = await buildInMemory(
      {
        'book.yaml': 'title: T\nauthor: A\n',
        'a.md': '# One\n\n[Fear]{.index} and [dread]{.index see=fear}.\n',
        'b.md': b,
        'c.md': c,
      },
      { editions: ['epub'] },
    );
    const epub = await openEpub(delivered.get('out/t.epub') as Uint8Array);
    const documents = [...epub.bytes].flatMap(([name, bytes]) =>
      name.endsWith('.xhtml') ? [new TextDecoder().decode(bytes)] : [],
    );
    const ids = documents.flatMap((text) => [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const entries = documents.map((text) => text.split('class="index-term"').length - 1);
    return {
      said: messages.map(({ ruleId, file, line }) => [ruleId, file, line]),
      twice: ids.filter((id, i) => id?.includes('entry') && ids.indexOf(id) !== i),
      entries: entries.filter(Boolean),
    };
  };

  it('stands in its first place, and the second is told', async () => {
    expect(await made('# Here\n\n::index\n\nText.\n', '# There\n\nText.\n\n::index\n')).toEqual({
      said: [['index-placed-once', 'book/c.md', 5]],
      twice: [],
      entries: [2],
    });
  });

  it('stands where its author says, and not on a page that is called the index as well', async () => {
    expect(await made('---\nrole: index\n---\n# Words\n\nText.\n', '# There\n\nText.\n\n::index\n')).toEqual({
      said: [],
      twice: [],
      entries: [2],
    });
  });

  it('stands in each edition once where the places are for different ones', async () => {
    const { said, twice, entries } = await made(
      '# Here\n\nText.\n\n:::when{edition=print}\n::index\n:::\n',
      '# There\n\nText.\n\n:::when{edition=epub}\n::index\n:::\n',
    );
    expect([said, twice, entries]).toEqual([[], [], [2]]);
  });
});
