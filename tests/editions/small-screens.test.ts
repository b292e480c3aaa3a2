import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { openScreen, type Screen, screenOf } from '../support/screen.js';

/* What there is to write on and to look at, on the screen of a telephone and on paper: in an EPUB and on web pages. */

const WIDTH = 390;
const BOOK = {
  'book.yaml': 'title: T\nauthor: A\nlang: en\nidentifier: urn:x:1\ntheme: workbook\n',
  'a.md': [
    '# One',
    '::lines[What I felt]{n=4 spacing=9mm}',
    '::box[What I saw]{height=40mm ruling=squares}',
    '::box[Draw it]{height=120mm}',
    '::calendar[Two weeks]{weeks=2 row-height=12mm}',
    '::calendar[From March on]{from=2027-03-31 weeks=1}',
    '| Day | Cups |\n| --- | --- |\n| | |',
  ].join('\n\n'),
};

describe('in an EPUB in very large type', () => {
  it('words of a poem and of what is quoted are whole, and a caption is as large as text', async () => {
    const wide = Array.from({ length: 7 }, (_, i) => `Column ${i}`);
    const { screen, file } = await screenOf(
      {
        ...BOOK,
        'a.md': [
          '# One',
          ':::verse\nThe moon has gone across,\nthe listening mountains.\n:::',
          '> And quietly wonderful lanterns.',
          `| ${wide.join(' | ')} |\n|${wide.map(() => '---|').join('')}\n| ${wide.join(' | ')} |\n\n: Seven columns`,
        ].join('\n\n'),
      },
      'epub',
    );
    const page = await screen.open(file, { width: 360 });
    await page.addStyleTag({ content: 'html{font-size:36px}body{margin:0 20px}' });
    const seen = await page.evaluate(() => ({
      parted: [...document.querySelectorAll('.verse-line, blockquote p')].flatMap((line) => {
        const [text] = line.childNodes;
        return [...(line.textContent ?? '').matchAll(/[a-z]+/gi)].flatMap(({ 0: word, index }) => {
          const range = document.createRange();
          range.setStart(text as Node, index);
          range.setEnd(text as Node, index + word.length);
          return range.getClientRects().length > 1 ? [word] : [];
        });
      }),
      caption: [...document.querySelectorAll('caption')].map((one) =>
        parseFloat(getComputedStyle(one).fontSize),
      ),
    }));
    expect(seen.parted).toEqual([]);
    expect(seen.caption[0]).toBeGreaterThan(36 * 0.85);
    await screen.close();
  });

  it('a table of many columns is within the screen, and its figures are whole', async () => {
    const days = ['Office', 'What to bring', 'Who helps', 'Thursday', 'Barrels', 'Distance'];
    const cells = ['Registration', 'Vaccination card', 'Interpreter', 'enrolment', '4567', '8319'];
    const { screen, file } = await screenOf(
      { ...BOOK, 'a.md': `# One\n\n|${days.join('|')}|\n|-|-|-|-|-:|-:|\n|${cells.join('|')}|\n` },
      'epub',
    );
    const page = await screen.open(file, { width: 360 });
    await page.addStyleTag({ content: 'html{font-size:24px}body{margin:0 12px}' });
    const seen = await page.evaluate(() => {
      const figures = [...document.querySelectorAll('td')].slice(-2);
      const lines = (cell: Element): number => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return range.getClientRects().length;
      };
      const right = document.querySelector('table')?.getBoundingClientRect().right ?? 0;
      return { isWithin: right > 0 && right <= innerWidth, lines: figures.map(lines) };
    });
    expect(seen).toEqual({ isWithin: true, lines: [1, 1] });
    await screen.close();
  });
});

describe.each(['epub', 'web'])('in the edition %s', (edition) => {
  let screen: Screen;
  let file: string;
  beforeAll(async () => {
    ({ screen, file } = await screenOf(BOOK, edition));
  });
  afterAll(() => screen.close());

  it('a line, or a frame that is low, stands below what is asked', async () => {
    const page = await screen.open(file, { width: WIDTH });
    const heights = await page.evaluate(() =>
      ['.line', '.writing-box'].map((selector) =>
        [...document.querySelectorAll(selector)]
          .map((element) => element.getBoundingClientRect().height)
          .filter((height) => height > 0),
      ),
    );
    const [lines, boxes] = heights;
    expect(lines).toHaveLength(1);
    expect(lines?.[0]).toBeGreaterThan(16);
    expect(boxes).toHaveLength(2);
    for (const height of boxes ?? []) expect(height).toBeLessThan(100);
  });

  it('days without dates and empty rows have room, and days and months their whole names in large type', async () => {
    const page = await screen.open(file, { width: WIDTH });
    if (edition === 'epub')
      await page.addStyleTag({ content: 'html{font-size:26px}body{overflow-wrap:anywhere}' });
    const seen = await page.evaluate(() => ({
      days: [...document.querySelectorAll('.day')].map((day) => day.getBoundingClientRect().height),
      row: document.querySelector('table:not(.calendar) td')?.getBoundingClientRect().height,
      words: [...document.querySelectorAll('.calendar th, .day-number')].flatMap((name) => {
        const range = document.createRange();
        const cell = name.closest('th, td')?.getBoundingClientRect();
        return [...(name.textContent ?? '').matchAll(/\S+/g)].map(({ 0: word, index }) => {
          range.setStart(name.firstChild as Node, index);
          range.setEnd(name.firstChild as Node, index + word.length);
          const lines = [...range.getClientRects()];
          return lines.length === 1 && lines.every(({ right }) => right <= (cell?.right ?? 0)) ? '' : word;
        });
      }),
    }));
    expect(seen.days).toHaveLength(21);
    for (const height of [...seen.days, seen.row]) expect(height).toBeGreaterThan(18);
    expect(seen.words).toHaveLength(7 + 7 + 9);
    expect(seen.words.filter(Boolean)).toEqual([]);
  });
});

it('on paper web pages have all that there is to write on', async () => {
  const { delivered } = await buildInMemory(BOOK, { editions: ['web'] });
  const screen = await openScreen(delivered);
  try {
    const page = await screen.open('out/web/a.html', { width: 800 });
    await page.emulateMediaType('print');
    const heights = await page.evaluate(() =>
      [...document.querySelectorAll('.line, .writing-box, .day:first-child')].map(
        (one) => one.getBoundingClientRect().height,
      ),
    );
    const mm = (height: number) => Math.round((height / 96) * 25.4);
    expect(heights.map(mm)).toEqual([9, 9, 9, 9, 40, 120, 12, 12, 18]);
  } finally {
    await screen.close();
  }
});

it.each(['epub', 'web'])('a date to fill in stands on one line (%s)', async (edition) => {
  const { screen, file } = await screenOf(
    { ...BOOK, 'a.md': '# One\n\nName: ______ Date: __/__/____\n' },
    edition,
  );
  try {
    const page = await screen.open(file, { width: WIDTH });
    const tops = await page.evaluate(() =>
      [...document.querySelectorAll('.fill-in')].map((gap) => gap.getBoundingClientRect().top),
    );
    expect(tops).toHaveLength(4);
    expect(new Set(tops).size).toBe(1);
    if (edition === 'epub') return;
    await page.emulateMediaType('print');
    const width = await page.evaluate(
      () => document.querySelector('.fill-in')?.getBoundingClientRect().width,
    );
    // Six underscores, in a browser that reads how wide they are to be.
    expect(((width ?? 0) / 96) * 25.4).toBeCloseTo(13.2, 0);
  } finally {
    await screen.close();
  }
});

it('on paper a web page ends where its text does, and a caption stays with its table', async () => {
  const rows = Array.from({ length: 6 }, (_, i) => `| ${i} | b |`).join('\n');
  const text = `# A\n\nText.\n\n| A | B |\n| --- | --- |\n${rows}\n\n: What it shows\n`;
  const { delivered } = await buildInMemory({ ...BOOK, 'a.md': text }, { editions: ['web'] });
  const screen = await openScreen(delivered);
  try {
    const page = await screen.open('out/web/a.html', { width: 600 });
    await page.emulateMediaType('print');
    const [caption, end] = await page.evaluate(() =>
      ['caption', 'main > section'].map((one) => document.querySelector(one)?.getBoundingClientRect().bottom),
    );
    const printed = async (height: number) =>
      (await inspectPdf(new Uint8Array(await page.pdf({ width: 600, height })))).pages.map((one) => one.text);
    expect(await printed(Math.ceil((end ?? 0) + 24))).toHaveLength(1);
    const [first, second] = await printed(Math.ceil((caption ?? 0) + 8));
    expect(first).not.toContain('What it shows');
    expect(second).toContain('What it shows');
  } finally {
    await screen.close();
  }
});

it('a title that a web page has for who hears it takes no room, on a screen or on paper', async () => {
  const { delivered } = await buildInMemory(
    {
      'book.yaml': BOOK['book.yaml'],
      'a.md': '# A\n\nText.\n',
      'dedication.md': '---\nrole: dedication\n---\nFor Ada.\n',
    },
    { editions: ['web'] },
  );
  const screen = await openScreen(delivered);
  const page = await screen.open('out/web/dedication.html', { width: WIDTH });
  const seen = await page.evaluate(() => {
    const title = document.querySelector('h1') as Element;
    const section = document.querySelector('main > section') as Element;
    const { clipPath } = getComputedStyle(title);
    const top = section.getBoundingClientRect().top;
    title.remove();
    return { words: title.textContent, clipPath, moved: top - section.getBoundingClientRect().top };
  });
  expect(seen).toEqual({ words: 'Dedication', clipPath: 'inset(50%)', moved: 0 });
  await page.reload();
  const printed = await inspectPdf(new Uint8Array(await page.pdf()));
  await screen.close();
  const text = printed.pages.map((one) => one.text).join(' ');
  expect(text).toContain('For Ada.');
  expect(text).not.toContain('Dedication');
});

it('on paper web pages show what is folded away', async () => {
  const text = '# A\n\n<details><summary>More</summary>\n\nWhat is folded away.\n\n</details>\n';
  const { delivered } = await buildInMemory(
    { 'a.md': text, 'b.md': '# B\n\nText.\n' },
    { editions: ['web'] },
  );
  const screen = await openScreen(delivered);
  try {
    const page = await screen.open('out/web/a.html', { width: 800 });
    const isSeen = () => page.evaluate(() => document.querySelector('details > p')?.checkVisibility());
    expect(await isSeen()).toBe(false);
    await page.emulateMediaType('print');
    expect(await isSeen()).toBe(true);
  } finally {
    await screen.close();
  }
});

it('a picture that is higher than the screen of an e-reader is as high as that, and keeps its shape', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="1400"><rect width="200" height="1400"/></svg>';
  const { delivered } = await buildInMemory(
    {
      'a.md': '# A\n\n![A pole](pole.svg "A pole.")\n\n![A pole](pole.svg "Wide."){width=100%}\n',
      'pole.svg': svg,
    },
    { editions: ['epub'] },
  );
  const [, epub] = [...delivered].find(([path]) => path.endsWith('.epub')) ?? [];
  const { bytes } = await openEpub(epub as Uint8Array);
  const screen = await openScreen(bytes);
  try {
    const page = await screen.open('OEBPS/a.xhtml', { width: WIDTH });
    const seen = await page.evaluate(() =>
      [...document.querySelectorAll('figure img')].map((image) => ({
        fits: image.getBoundingClientRect().height <= innerHeight,
        shape: getComputedStyle(image).objectFit,
      })),
    );
    expect(seen).toEqual([0, 1].map(() => ({ fits: true, shape: 'contain' })));
  } finally {
    await screen.close();
  }
});

it.each([
  ['en', 'left'],
  ['he', 'right'],
])('the contents of a book in %s are indented on the %s', async (lang, side) => {
  const { delivered } = await buildInMemory(
    { 'book.yaml': `title: T\nlang: ${lang}\n`, 'a.md': '# A\n\n## B\n\nText.\n', 'b.md': '# C\n\nText.\n' },
    { editions: ['epub'] },
  );
  const [, epub] = [...delivered].find(([path]) => path.endsWith('.epub')) ?? [];
  const screen = await openScreen((await openEpub(epub as Uint8Array)).bytes);
  try {
    const page = await screen.open('OEBPS/nav.xhtml', { width: WIDTH });
    const sides = await page.evaluate(() => {
      const { paddingLeft, paddingRight } = getComputedStyle(
        document.querySelector('nav li > ol') as Element,
      );
      return { left: Number.parseFloat(paddingLeft) > 0, right: Number.parseFloat(paddingRight) > 0 };
    });
    expect(sides).toEqual({ left: side === 'left', right: side === 'right' });
  } finally {
    await screen.close();
  }
});

describe('on the screen of a telephone', () => {
  const SHAPE =
    '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300"><path d="M0 0h600v300H0z"/></svg>';
  const book = {
    'book.yaml':
      'title: T\nauthor: A\nlang: en\nidentifier: urn:x:1\ntheme: workbook\ncontributor: {name: B, role: trl}\n',
    'shape.svg': SHAPE,
    'a.md': [
      '# One',
      ':::practice\nWrite.\n:::',
      ':::example\nSo it is.\n:::',
      '![A dark one](shape.svg){width=50%} ![Another dark one](shape.svg){width=50%}',
    ].join('\n\n'),
  };

  it.each(['epub', 'web'])('figures side by side have white between them (%s)', async (edition) => {
    const { screen, file } = await screenOf(book, edition);
    try {
      const page = await screen.open(file, { width: WIDTH });
      const [left, right] = await page.evaluate(() =>
        [...document.querySelectorAll('.figures img')].map((image) => image.getBoundingClientRect().toJSON()),
      );
      expect(right.top).toBe(left.top);
      expect(right.left - left.right).toBeGreaterThan(5);
    } finally {
      await screen.close();
    }
  });

  it('words keep from the edge of a tint on a web page', async () => {
    const { screen, file } = await screenOf(book, 'web');
    try {
      const page = await screen.open(file, { width: WIDTH });
      const paddings = await page.evaluate(() =>
        [...document.querySelectorAll('.callout')].map((box) => {
          const { paddingLeft, paddingTop, paddingBottom } = getComputedStyle(box);
          return [paddingLeft, paddingTop, paddingBottom].map(Number.parseFloat);
        }),
      );
      expect(paddings).toHaveLength(2);
      for (const one of paddings.flat()) expect(one).toBeGreaterThan(5);
    } finally {
      await screen.close();
    }
  });

  it('who translated an EPUB stands in the middle of its title page, as the author does', async () => {
    const { delivered } = await buildInMemory(book, { editions: ['epub'] });
    const { bytes } = await openEpub(delivered.get('out/t.epub') as Uint8Array);
    const screen = await openScreen(bytes);
    try {
      const file = [...bytes.keys()].find((name) => name.endsWith('titlepage.xhtml')) ?? '';
      const page = await screen.open(file, { width: WIDTH });
      const aligned = await page.evaluate(() =>
        ['.author', '.translator'].map((line) => {
          const found = document.querySelector(line);
          return found && getComputedStyle(found).textAlign;
        }),
      );
      expect(aligned).toEqual(['center', 'center']);
    } finally {
      await screen.close();
    }
  });
});

it('at night a high picture on a web page has no paper beside it, and keeps the width that was asked for', async () => {
  const { screen, file } = await screenOf(
    {
      'book.yaml': 'title: T\nauthor: A\nlang: en\n',
      'a.md': '# One\n\n![High](high.png)\n\n![Half](half.png){width=50%}\n',
      'high.png': await picture(1000, 2400),
      'half.png': await picture(1000, 400),
    },
    'web',
  );
  const page = await screen.open(file, { width: 900, dark: true });
  const [high, half] = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main img')].map((image) => {
      const { width, height } = image.getBoundingClientRect();
      return { shape: width / height, share: width / (image.parentElement?.clientWidth ?? 0) };
    }),
  );
  await screen.close();
  expect(high?.shape).toBeCloseTo(1000 / 2400, 2);
  expect(half?.shape).toBeCloseTo(1000 / 400, 2);
  expect(half?.share).toBeCloseTo(0.5, 2);
});

it('days have whole names on a narrow web page in Arabic, and white between scenes is a line', async () => {
  const { screen, file } = await screenOf(
    {
      'book.yaml': 'title: T\nauthor: A\nlang: ar\nnotes: chapter\n',
      'a.md': '# One\n\n::calendar{month=2027-03}\n\nA.\n\n* * * {.space}\n\nB.\n',
    },
    'web',
  );
  const page = await screen.open(file, { width: 360 });
  const { lines, white } = await page.evaluate(() => {
    const range = document.createRange();
    const tops = [...document.querySelectorAll('.calendar th')].map((day) => {
      range.selectNodeContents(day);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    });
    const scene = document.querySelector('hr.space');
    const before = scene?.previousElementSibling?.getBoundingClientRect().bottom ?? 0;
    const after = scene?.nextElementSibling?.getBoundingClientRect().top ?? 0;
    const line = Number.parseFloat(getComputedStyle(document.querySelector('main p') as Element).lineHeight);
    return { lines: tops, white: (after - before) / line };
  });
  await screen.close();
  expect(lines).toEqual(Array.from({ length: 7 }, () => 1));
  expect(white).toBeGreaterThan(1);
  expect(white).toBeLessThan(3);
});

const picture = (width: number, height: number): Promise<Uint8Array> =>
  sharp({ create: { width, height, channels: 3, background: '#478' } })
    .png()
    .toBuffer();

it('on a web page columns stand beside each other where the screen has room for them', async () => {
  const column = (name: string) => `:::column[${name}]\nWhat ${name} wants.\n:::`;
  const { screen, file } = await screenOf(
    { ...BOOK, 'a.md': `# One\n\n::::columns[Both]\n${column('he')}\n${column('she')}\n::::\n` },
    'web',
  );
  for (const { width, beside } of [
    { width: 768, beside: true },
    { width: 390, beside: false },
  ]) {
    const page = await screen.open(file, { width });
    const [his, hers] = await page.$$eval('.column', (all) =>
      all.map((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect();
        return { left, right, top, bottom };
      }),
    );
    if (!his || !hers) throw new Error('there are no two columns');
    expect([his.right <= hers.left + 1, his.bottom <= hers.top]).toEqual([beside, !beside]);
  }
  await screen.close();
});
