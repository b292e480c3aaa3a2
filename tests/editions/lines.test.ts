import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { thisWorld } from '../../src/world.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';

/*
 * The lines of a printed book: where they end, and how they are filled.
 */
let press: Press;
beforeAll(() => {
  press = thisWorld().press();
});
afterAll(() => press[Symbol.asyncDispose]());

/** The pages of a book with these chapters. */
async function pagesOf(chapters: readonly string[], config = '') {
  const { delivered } = await buildInMemory(
    {
      'book.yaml': `title: A\nauthor: B\nchapter-start: any\n${config}`,
      ...Object.fromEntries(chapters.map((text, i) => [`${String(i).padStart(3, '0')}.md`, text])),
    },
    { editions: ['print'] },
    press,
  );
  const pdf = [...delivered].find(([name]) => name.endsWith('.pdf'))?.[1];
  if (!pdf) throw new Error('no book was made');
  return (await inspectPdf(pdf)).pages;
}

describe('small capitals', () => {
  const WORDS = 'beautiful afternoon nobody remembered the carpenter underneath the window lantern neighbour';

  it('show no hyphens but those that their author wrote', async () => {
    const whole = `It was an extraordinarily ${WORDS}.`;
    const pages = await pagesOf(
      [
        '# One\n\nIt was an extraordinarily beautiful afternoon when nobody remembered the carpenter underneath the window.',
        `# Two\n\n${whole} ${whole} ${whole}`,
        `# Three\n\nA [${WORDS} ${WORDS} ${WORDS}]{.small-caps}`,
      ],
      'tokens: {opening-caps: small-caps}\n',
    );
    const [one, two, three] = ['One', 'Two', 'Three'].map((title) =>
      pages.find(({ lines }) => lines[0]?.text === title),
    );
    expect(one?.lines[1]?.text).toMatch(/^It was an extraordinarily beautiful afternoon when( nobody)?$/);
    for (const page of [one, two, three]) expect(page?.lines[1]?.text).not.toMatch(/[-\u00ad]/);
    expect(three?.text).not.toMatch(/[-\u00ad]/);
    // Other lines of such a paragraph are broken as ever.
    expect(two?.text).toMatch(/[-\u00ad]$/m);
  });

  it.each(['classic', 'modern', 'workbook'])(
    'are letters of the typeface, and one text: %s',
    async (theme) => {
      const pages = await pagesOf(
        [
          '# One\n\nSay [Nato]{.small-caps} and [NATO]{.small-caps}.\n\n:::dialogue\nTony: Said.\n:::\n\n:::warning\nOf it.\n:::',
        ],
        `theme: ${theme}\n`,
      );
      const pieces = pages.flatMap((page) => page.pieces);
      const sizeOf = (words: string) => pieces.find(({ text }) => text.trim() === words)?.size;
      // Capitals that are made smaller have another size.
      expect(sizeOf('nato')).toBeCloseTo(sizeOf('Say') ?? 0, 3);
      expect(sizeOf('Warning')).toBeGreaterThan(9);
      const text = pages.map((page) => page.text).join('\n');
      expect(text).toMatch(/Say nato and nato\./);
      expect(text).toMatch(/Tony: Said\./);
    },
  );

  it('open chapters, and no title page, subtitle, preface or colophon', async () => {
    const pages = await pagesOf(
      [
        '# One\n\nWords of it.',
        '---\nsubtitle: A subtitle\nauthor: Its author\n---\n# Two\n\nFurther words.',
        '---\nrole: preface\n---\n# Before\n\nOther words.',
      ],
      'subtitle: Below it\ntokens: {opening-caps: small-caps}\n',
    );
    const lines = pages.flatMap((page) => page.pieces);
    /** Small capitals are wider than small letters. */
    const letter = (words: string): number => {
      const piece = lines.find(({ text }) => text.includes(words));
      return (piece?.width ?? 0) / (piece?.size ?? 1) / words.length;
    };
    const [small, further] = ['Words of it.', 'Further words.'].map(letter);
    expect(small).toBeGreaterThan(0.47);
    expect(further).toBeGreaterThan(0.47);
    for (const words of ['A subtitle', 'Its author', 'Other words.', 'Below it'])
      expect(letter(words), words).toBeLessThan(0.47);
    const colophon = pages.find(({ lines: [title] }) => title?.text === 'Colophon')?.lines[1];
    expect((colophon?.width ?? 0) / (colophon?.size ?? 1) / (colophon?.text.length ?? 1)).toBeLessThan(0.47);
  });
});

describe('justified text', () => {
  it('has no wide spaces for the sake of a longer last line', async () => {
    const text = 'wordk296 Remembered to because the where window lantern neighbour.';
    const pages = await pagesOf([`# One\n\nHer sister remembered.\n\n${text}`]);
    const lines = pages.find(({ lines: [title] }) => title?.text === 'One')?.lines ?? [];
    const line = lines.find((one) => one.text.startsWith('wordk296'));
    expect(line?.text).toMatch(/lantern neigh[-\u00ad]$/);
    // A space is a fifth of the size, and half of it at most.
    const verse = '*Repeat the refrain after each verse; after the last, twice, the second time softly.*';
    const [, ...others] = await pagesOf([`# One\n\nSing.\n\n${verse}`], 'trim: a5\n');
    expect(others.map(({ text }) => text).join('\n')).toMatch(/the second time\nsoftly\./);
  });

  it('is left as it ends where a range that goes over to the next line would leave wide spaces', async () => {
    const measures = '*Numenius arquata* · L 50–60 · W 80–100 · 600–1,000 g';
    const pages = await pagesOf([`# One\n\n${measures}`], 'trim: 108mm x 178mm\n');
    const line = pages.flatMap(({ lines }) => lines).find(({ text }) => text.startsWith('Numenius'));
    expect(line?.text).toMatch(/80–100 ·$/);
    // Filled it would be as wide as the text, which is 238 points here.
    expect(line?.width).toBeLessThan(215);
  });

  it('ends with no part of a word, and no brief one, where there is room', async () => {
    const WORDS =
      'the lamp was lit early because evening came down the stairs before anyone had thought of supper';
    const words = WORDS.split(' ');
    const paragraphs = Array.from(
      { length: 60 },
      (_, i) =>
        `Begin${i} ${Array.from({ length: 30 + i }, (_, j) => words[(i * 7 + j) % words.length]).join(' ')} so.`,
    );
    const pages = await pagesOf([`# One\n\n${paragraphs.join('\n\n')}`]);
    const lines = pages.flatMap((page) => page.lines.map((line) => line.text));
    expect(lines.filter((line) => line.endsWith(' so.')).length).toBeGreaterThan(50);
    expect(lines).not.toContain('so.');
  });
});

describe('the last page of a chapter', () => {
  it('holds a small box that ends the chapter as a whole, where less than four lines of it were left over', async () => {
    const end = `:::exercise\n${long.slice(0, 300)}\n\n${long.slice(0, 160)}\n:::`;
    const pages = await pagesOf(
      Array.from({ length: 10 }, (_, i) => `# C${i}\n\n${'A line.\n\n'.repeat(16 + i)}${end}\n`),
    );
    const onLast = pages.flatMap(({ lines }) => {
      const box = lines.filter(({ text }) => /Exercise|lamp|evening|stairs|come\./.test(text));
      return box.length && !lines[0]?.text.startsWith('C') ? [box.map(({ text }) => text)] : [];
    });
    // Of three it has room for none of its lines on the page before, and twice two or three lines would be left over.
    expect(onLast.filter(([first]) => first?.startsWith('Exercise')).length).toBe(5);
    expect(Math.min(...onLast.map((lines) => lines.length))).toBeGreaterThanOrEqual(4);
  });

  it('is no heading with a line alone: what is above comes along', async () => {
    const long =
      'The lamp was lit early because evening came down the stairs before anyone had thought of supper. '.repeat(
        3,
      );
    const chapters = Array.from({ length: 8 }, (_, i) =>
      [`# C${i}`, ...Array.from({ length: 17 + i }, () => 'A line.'), long, '## Heading', 'Short.'].join(
        '\n\n',
      ),
    );
    const pages = await pagesOf(chapters);
    const last = pages
      .map(({ lines }) => lines.map(({ text }) => text))
      .filter((texts) => texts.includes('Short.'));
    expect(last.length).toBe(8);
    // Some chapters end on their second page, or nothing was tried; the folio is a line, too.
    const second = last.filter((texts) => !texts[0]?.startsWith('C'));
    expect(second.length).toBeGreaterThan(2);
    for (const texts of second) expect(texts.length).toBeGreaterThanOrEqual(5);
  });

  const long = 'The lamp was lit early because evening came down the stairs before anyone had come. '.repeat(
    7,
  );
  it.each([
    ['a paragraph with places for the index behind it', `${long}\n\n[]{.index entry="End"}`],
    ['brief paragraphs', 'Text.\n\nMore.\n\nOne.\n\nLast.'],
    ['brief paragraphs behind verse', '**Refrain**\n\n| O light\n| and wakes\n\n*Amen.*\n\nA. Weir'],
    ['a brief paragraph behind a box', ':::sidebar\nA box.\n\nOf few words.\n:::\n\nText.'],
    ['items of a list', '- One\n- Two\n- Three\n- Four\n- Five\n- Six'],
    ['brief paragraphs behind one of five lines', `${long.slice(0, 350)}\n\nOne.\n\nLast.`],
  ])('has four lines at least, and not many more: %s', async (_, end) => {
    const pages = await pagesOf(
      Array.from({ length: 12 }, (_, i) => `# C${i}\n\n${'A line.\n\n'.repeat(17 + i)}${end}\n`),
      'trim: a5\n',
    );
    const body = pages.slice(
      pages.findIndex(({ lines }) => lines[0]?.text === 'C0'),
      pages.findLastIndex(({ lines: [head] }) => head?.text === 'C11') + 2,
    );
    const counts = body.flatMap(({ lines }, i) => {
      const next = body[i + 1]?.lines[0];
      // A chapter is named above each page of it, the first time in larger letters.
      const ends = next === undefined || next.size > 20;
      return ends && (lines[0]?.size ?? 0) < 20 ? [lines.length - 2] : [];
    });
    expect(counts.length).toBeGreaterThan(3);
    // The edges of a box are as good as a line.
    expect(Math.min(...counts), String(counts)).toBeGreaterThanOrEqual(end.includes(':::') ? 3 : 4);
    expect(counts.filter((count) => count <= 6).length, String(counts)).toBeGreaterThanOrEqual(2);
    // Of five lines two come along, whether one, two or three were left over.
    if (end.startsWith('The lamp was') && end.endsWith('Last.'))
      expect(counts.filter((count) => count === 4).length, String(counts)).toBeGreaterThanOrEqual(3);
  });
});

describe('lines lie evenly', () => {
  /** How far lines with these words are apart, in thousandths of a point, each distance once. */
  const steps = (lines: readonly { text: string; y: number }[], words: RegExp): Set<number> => {
    const ys = lines.filter(({ text }) => words.test(text)).map(({ y }) => y);
    return new Set(ys.slice(1).map((y, i) => Math.round((y - (ys[i] ?? 0)) * 1000)));
  };

  it.each(['classic', 'modern', 'workbook'])('in text, code and tables: %s', async (theme) => {
    const code = Array.from({ length: 12 }, (_, i) => `call(${i});`).join('\n');
    const words = 'cell of words that are turned over from line to line '.repeat(6);
    const pages = await pagesOf(
      [
        `# One\n\n${'Text that goes on and on, for some lines. '.repeat(20)}`,
        `# Two\n\n\`\`\`\n${code}\n\`\`\``,
        `# Three\n\n| a | b |\n| --- | --- |\n| ${words} | 1 |`,
      ],
      `theme: ${theme}\nhyphenate: false\n`,
    );
    const on = (title: string) => pages.find(({ lines }) => lines[0]?.text === title)?.lines ?? [];
    for (const [title, found] of [
      ['One', /Text|goes|lines/],
      ['Two', /call/],
      ['Three', /words|turned|line/],
    ] as const)
      expect(steps(on(title), found).size, title).toBe(1);
  });

  it('in an index, and in both its columns', async () => {
    const entries = [
      'at night!of dogs',
      'at night!of *rain*',
      'by day',
      'by day!of sleep',
      'zeal',
      'zeal!old',
    ];
    const terms = ['fear', 'lamps', 'water', 'yard'].flatMap((term) =>
      entries.map((one) => `[]{.index entry="${term}!${one}"}Word.`),
    );
    const pages = await pagesOf([`# One\n\n${terms.join('\n\n')}`]);
    const index = pages.find(({ lines }) => lines[0]?.text === 'Index');
    const ys = (index?.pieces ?? [])
      .filter(({ size, y }) => Math.abs(size - 9.5) < 0.1 && y < 600)
      .map(({ y }) => y);
    expect(ys.length).toBeGreaterThan(30);
    const top = Math.min(...ys);
    const lines = ys.map((y) => (y - top) / 12.75);
    for (const line of lines) expect(line).toBeCloseTo(Math.round(line), 3);
  });
});

describe('a dash', () => {
  const WORDS = 'remember off the stuff of neighbour a window misunderstandings it seldom'.split(' ');
  const text = Array.from({ length: 400 }, (_, i) => `${WORDS[(i * i) % 11]}${i % 3 ? ' ' : '—'}`).join('');

  it('ends a line and begins none', async () => {
    const pages = await pagesOf([`# One\n\n${text}end.\n\nUse \`a—b\`.\n\n— Then she said.`]);
    const lines = pages.flatMap((page) => page.lines.map((line) => line.text));
    expect(lines.filter((line) => line.startsWith('—'))).toEqual(['— Then she said.']);
    expect(lines.filter((line) => line.endsWith('—')).length).toBeGreaterThan(3);
    expect(lines.join(' ')).toContain('a—b');
  });

  it('parts no ligature of the word before it, whose letters are all there', async () => {
    const pages = await pagesOf([`# One\n\n${text}end.`]);
    const printed = pages.map((page) => page.text.replace(/[-\u00ad]\n/g, '').replace(/\n/g, ' ')).join(' ');
    const pieces = (whole: string): string[] => whole.match(/(?:off|stuff)—/g) ?? [];
    expect(pieces(printed).length).toBeGreaterThan(10);
    expect(pieces(printed)).toEqual(pieces(text));
  });
});

describe('a list with a picture in it', () => {
  it('is followed by a gap, however high the picture is', async () => {
    const heights = Array.from({ length: 9 }, (_, i) => 90 + 2 * i);
    const picture = (height: number) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="${height}" viewBox="0 0 90 ${height}"><rect width="90" height="${height}"/></svg>`;
    const { delivered } = await buildInMemory(
      {
        'book.yaml': 'title: A\nauthor: B\nchapter-start: any\n',
        ...Object.fromEntries(heights.map((height) => [`p${height}.svg`, picture(height)])),
        ...Object.fromEntries(
          heights.map((height) => [
            `${height + 100}.md`,
            `# One\n\n- Before:\n\n  ![Black](p${height}.svg "A caption")\n\n- Last item.\n\nText behind it.\n`,
          ]),
        ),
      },
      { editions: ['print'] },
      press,
    );
    const pdf = [...delivered].find(([name]) => name.endsWith('.pdf'))?.[1] as Uint8Array;
    const { pages } = await inspectPdf(pdf);
    const gaps = pages.flatMap(({ lines }) => {
      const at = lines.findIndex(({ text }) => text === 'Text behind it.');
      return at < 0 ? [] : [(lines[at]?.y ?? 0) - (lines[at - 1]?.y ?? 0)];
    });
    expect(gaps).toHaveLength(heights.length);
    // A line is 15 points and less than a pixel.
    expect(Math.min(...gaps)).toBeGreaterThan(15 * 1.35);
  });
});

describe('between two blocks that are not set in lines of the page', () => {
  it('there is one gap, however often they are brought back', async () => {
    const song = (speeches: number): string =>
      `# Song ${speeches}\n\n:::dialogue\n${'Hob: Who rang?\n'.repeat(speeches)}\n*He listens.*\n\nNell *(sings)*:\n:::\n\n:::verse\nThe river is wide,\nthe river is slow.\n:::\n\nThey go in.\n`;
    const counts = [1, 2, 3, 31, 32, 33, 34, 35];
    const pages = await pagesOf(counts.map(song));
    const gaps = pages.flatMap(({ lines }) => {
      const [above, below] = ['(sings)', 'The river is wide'].map((words) =>
        lines.find(({ text }) => text.includes(words)),
      );
      return above && below ? [below.y - above.y] : [];
    });
    expect(gaps).toHaveLength(counts.length);
    // A line of the text is 15 points, and so is the most that it takes to be on one again; the margin of verse is less.
    expect(Math.max(...gaps)).toBeLessThan(42);
    expect(Math.min(...gaps)).toBeGreaterThan(24);
  });
});

describe('a line', () => {
  it('ends within no range of numbers, no row of signs, and behind no word of one letter in Czech', async () => {
    const texts = ['from 1914–1918', 'for €€€€€€', 'pages 1133–1135'].map((piece) =>
      Array.from({ length: 60 }, (_, i) => `${'so '.repeat(i % 7)}${piece}`).join(' '),
    );
    const czech = Array.from({ length: 60 }, (_, i) => `${'to '.repeat(i % 5)}jede v čase`).join(' ');
    const pages = await pagesOf(
      [...texts.map((text, i) => `# ${i}\n\n${text}\n`), `---\nlang: cs\n---\n# 3\n\n${czech}\n`],
      'trim: 5x8\nrules: {words-stand-once: "off"}\n',
    );
    const full = pages.flatMap(({ lines }) => lines.flatMap(({ text }) => (text.length > 30 ? text : [])));
    expect(full.length).toBeGreaterThan(40);
    for (const text of full) expect(text).not.toMatch(/\d–$|^–?\d+ |(?<!€)€{1,5}$|^€{1,5}(?!€)|\sv$/);
  });
});

describe('what is no letter', () => {
  const widths = Array.from({ length: 12 }, (_, i) => 'of it and '.repeat(i + 1));

  it('keeps the stops behind it on its line, and brackets before it', async () => {
    const pieces = ['$x$,', '($y + z$)', '$K^n$;', '“$x_1, \\dots, x_n$”', '________,', '![sun](sun.svg).'];
    const text = widths.map((words) => pieces.map((piece) => `${words}${piece}`).join(' ')).join('\n\n');
    const { delivered } = await buildInMemory(
      {
        'book.yaml': 'title: A\nauthor: B\nchapter-start: any\n',
        'a.md': `# One\n\n${text}\n`,
        'sun.svg':
          '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4"/></svg>',
      },
      { editions: ['print'] },
      press,
    );
    const pdf = [...delivered].find(([name]) => name.endsWith('.pdf'))?.[1] as Uint8Array;
    const { pages } = await inspectPdf(pdf);
    const lines = pages.flatMap((page) => {
      const own = page.lines.filter(({ text }) => text.includes('of it'));
      const left = Math.min(...own.map(({ x }) => x));
      // A gap and a picture are no text: what follows them is not at the edge.
      return own.map(({ text, x }) => (x < left + 2 ? text : ''));
    });
    expect(lines.length).toBeGreaterThan(40);
    expect(lines.filter((line) => /^[,;.)”]|[(“]$/.test(line))).toEqual([]);
  });

  it('leaves them room where it is as wide as the line', async () => {
    const { delivered, messages } = await buildInMemory(
      {
        'book.yaml': 'title: A\nauthor: B\n',
        'a.md': `# One\n\nI am (${'_'.repeat(99)}), and this is ![wide](wide.svg "Wide"){width=100%}, and more.\n`,
        'wide.svg':
          '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="30" viewBox="0 0 900 30"><rect width="900" height="30"/></svg>',
      },
      { editions: ['print'] },
      press,
    );
    expect(messages.filter(({ ruleId }) => ruleId === 'fits-page').map(String)).toEqual([]);
    const pdf = [...delivered].find(([name]) => name.endsWith('.pdf'))?.[1] as Uint8Array;
    const lines = (await inspectPdf(pdf)).pages.flatMap((page) => page.lines.map(({ text }) => text));
    expect(lines.some((text) => /^\(\s?\),/.test(text))).toBe(true);
  });

  it('tears no line of a note: a formula goes on on the next one, or the line ends before it', async () => {
    const sum = '0 = D(a + b, a + b) = D(a, a) + D(a, b) + D(b, a) + D(b, b) = D(a, b) + D(b, a)';
    const note = (formula: string): string => `A word.^[Each exchange changes the sign: $${formula}$.]\n`;
    const pages = await pagesOf([
      `# Sum\n\n${note(sum)}`,
      `# Root\n\n${note('\\sqrt{a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p + q}')}`,
    ]);
    const noteOn = (title: string) => {
      const page = pages.find(({ lines }) => lines[0]?.text === title);
      const line = page?.lines.find(({ text }) => text.startsWith('1. Each'));
      if (!page || !line) throw new Error('no note');
      return { page, line };
    };
    expect(noteOn('Sum').line.text).toMatch(/sign: 0 = /u);
    // It is as long as its words are.
    expect(noteOn('Root').line.text).toBe('1. Each exchange changes the sign:');
    expect(noteOn('Root').line.width).toBeLessThan(noteOn('Root').page.width / 2);
  });
});

it('text behind a division that ends with verse begins without an indent', async () => {
  const pages = await pagesOf([
    '# One\n\n:::div{.refrain}\nAll:\n\n| Bring it in\n| from the hill.\n:::\n\nRepeat it.\n\nAgain.\n',
  ]);
  const pieces = pages.flatMap((page) => page.pieces);
  const at = (words: string): number => pieces.find(({ text }) => text.startsWith(words))?.x ?? Number.NaN;
  expect(at('Repeat')).toBeCloseTo(at('One'), 0);
  expect(at('Again')).toBeGreaterThan(at('Repeat') + 10);
});

it.each(['modern', 'workbook'])(
  'text of an item is as far from a list in it below as above: %s',
  async (theme) => {
    const pages = await pagesOf(
      ['# One\n\n1. Before it.\n\n   - Inner.\n   - Last.\n\n   Behind it.\n\n2. Two.\n'],
      `theme: ${theme}\n`,
    );
    const lines = pages.flatMap((page) => page.lines);
    const y = (words: string): number => lines.find(({ text }) => text.includes(words))?.y ?? Number.NaN;
    expect(y('Behind it') - y('Last')).toBeCloseTo(y('Inner') - y('Before it'), 0);
  },
);

describe('lines of a pull quote', () => {
  it('are of about one length', async () => {
    const pages = await pagesOf(
      [
        '# One\n\nText.\n\n:::pull-quote\nThey gave me a map. It was a good map. It was of the next valley.\n:::\n\nText.\n',
      ],
      'trim: 5.5x8.5\n',
    );
    const widths = pages.flatMap(({ lines }) =>
      lines.flatMap(({ text, width }) => (/map|valley/.test(text) ? [width] : [])),
    );
    expect(widths).toHaveLength(2);
    expect(Math.min(...widths)).toBeGreaterThan(Math.max(...widths) * 0.6);
  });
});

describe('the last line', () => {
  it('of an item or a meaning is no brief word', async () => {
    const text =
      'Three relatives in three cases, and the third of them is what the translator can only point';
    const items = Array.from({ length: 24 }, (_, i) => `${'so '.repeat(i)}${text} at.`);
    const pages = await pagesOf(
      [
        `# One\n\n${items.map((item) => `- ${item}`).join('\n')}\n`,
        `# Two\n\n${items.map((item) => `Term\n: ${item}\n`).join('\n')}\n`,
      ],
      'trim: 5x8\nrules: {words-stand-once: "off"}\n',
    );
    const lines = pages.flatMap(({ lines }) => lines.map(({ text }) => text));
    expect(lines.filter((line) => line.endsWith(' at.')).length).toBeGreaterThan(40);
    for (const line of lines) expect(line).not.toBe('at.');
  });
});
