import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf, tagged } from '../support/pdf.js';
import { testPress } from '../support/press.js';
import { screenOf } from '../support/screen.js';

/* Formulas that have no room on a line: in print, and on the screen of a telephone. */

let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

const terms = (count: number, sign = ' + '): string =>
  Array.from({ length: count }, (_, i) => `a_{${i + 10}}b`).join(sign);

async function printed(text: string, more: Readonly<Record<string, string>> = {}) {
  const files = { 'book.yaml': 'title: T\nauthor: A\nlang: en\nidentifier: urn:x:1\ntrim: 6x9\n', ...more };
  const { delivered, messages } = await buildInMemory(
    { ...files, 'a.md': `# One\n\n${text}\n` },
    { editions: ['print'] },
    press,
  );
  const bytes = [...delivered].find(([name]) => name.endsWith('.pdf'))?.[1] as Uint8Array;
  return { ...(await inspectPdf(bytes)), said: messages.map(({ ruleId }) => ruleId) };
}

/** The pieces of a page that are of formulas and no index, those of each line together, from its top. */
function formulaLines(page: Awaited<ReturnType<typeof printed>>['pages'][number]) {
  const pieces = page.pieces.filter(({ font, text, size }) => /STIX/.test(font) && text.trim() && size > 8.5);
  const tops = [...new Set(pieces.map(({ y }) => Math.round(y)))].sort((a, b) => a - b);
  return tops.map((top) => pieces.filter(({ y }) => Math.round(y) === top).sort((a, b) => a.x - b.x));
}

const words = (line: readonly { text: string }[] | undefined): string | undefined =>
  line
    ?.map(({ text }) => text.normalize('NFKC').trim())
    .join('')
    .replace(/\s/g, '');

describe('in print a displayed formula that is too wide', () => {
  const pageOf = ({ pages }: Awaited<ReturnType<typeof printed>>) => {
    const page = pages.find(({ text }) => text.includes('Behind it.'));
    if (!page) throw new Error('there is no page');
    return page;
  };

  it('stands on several lines, at full size, one relation below the other, with its number beside it', async () => {
    const tex = `f = ${terms(6)} = ${terms(6, ' - ')} \\le ${terms(5)}`;
    const book = await printed(`Text.\n\n$$\n${tex}\n$$ {#eq-a}\n\nBehind it.`);
    expect(book.said).toEqual([]);
    const page = pageOf(book);
    const lines = formulaLines(page);
    expect(lines.map((line) => words(line)?.[line === lines[0] ? 1 : 0])).toEqual(['=', '=', '≤']);
    const signs = lines.map((line) => line.find(({ text }) => /^\s*[=≤]/.test(text)));
    for (const sign of signs) expect(sign?.x).toBeCloseTo(signs[0]?.x ?? 0, 0);
    expect(Math.min(...lines.flat().map(({ size }) => size))).toBeGreaterThan(10);
    const right = page.width - 36;
    expect(Math.max(...page.pieces.map(({ x, width }) => x + width))).toBeLessThan(right);
    const number = page.pieces.find(
      ({ text, x, font }) => x > right - 40 && /1/.test(text) && !/STIX/.test(font),
    );
    const [first, last] = [lines[0]?.[0]?.y ?? 0, lines.at(-1)?.[0]?.y ?? 0];
    expect(number?.y).toBeGreaterThan(first);
    expect(number?.y).toBeLessThan(last);
    expect(tagged(book.tags, 'Formula').map(({ alt }) => alt)).toEqual([tex]);
  });

  it('goes on before a sum where a relation alone is too long, further in than the relation', async () => {
    const book = await printed(`Text.\n\n$$ f = ${terms(18)} $$\n\nBehind it.`);
    expect(book.said).toEqual([]);
    const lines = formulaLines(pageOf(book));
    expect(lines.length).toBeGreaterThan(1);
    const relation = lines[0]?.find(({ text }) => text.includes('='))?.x ?? 0;
    for (const line of lines.slice(1)) {
      expect(words(line)).toMatch(/^\+/);
      expect(line[0]?.x).toBeGreaterThan(relation + 8);
    }
    // Nothing is lost on the way.
    expect(lines.map(words).join('').match(/a/g)).toHaveLength(18);
  });

  it('has what it says below each other, if it says more than one thing', async () => {
    const book = await printed(
      `Text.\n\n$$ x = ${terms(4)}, \\qquad y = ${terms(4)}, \\qquad z = ${terms(4)} $$\n\nBehind it.`,
    );
    expect(book.said).toEqual([]);
    expect(formulaLines(pageOf(book)).map((line) => words(line)?.slice(0, 2))).toEqual(['x=', 'y=', 'z=']);
  });

  it('stays on its line, a little smaller, where that is enough', async () => {
    const book = await printed(`Text.\n\n$$ f = ${terms(12)} $$\n\nBehind it.`);
    expect(book.said).toEqual([]);
    const [line, ...others] = formulaLines(pageOf(book));
    expect(others).toEqual([]);
    expect(line?.[0]?.size).toBeLessThan(10.6);
    expect(line?.[0]?.size).toBeGreaterThan(10.8 * 0.84);
  });

  it('is whole where it fits, however short the line of its paragraph is before it', async () => {
    const text = 'The equations that are wanted here';
    const book = await printed(
      `${text} $$x_1 = a + b + c,\\qquad y_1 = d + e$$ where all of this is known. ${'More of it is said. '.repeat(20)}\n\nBehind it.`,
    );
    const lines = formulaLines(pageOf(book));
    expect(lines).toHaveLength(1);
    expect(words(lines[0])).toMatch(/=.*=/);
  });

  it('is not broken within brackets, and told as before', async () => {
    const { said } = await printed(`Text.\n\n$$ f = \\frac{${terms(30)}}{2} $$\n\nBehind it.`);
    expect(said).toEqual(['fits-page']);
  });
});

describe('in print a formula in a line', () => {
  it('goes on on the next one behind a sign, where it would reach beyond its line, and is one formula', async () => {
    const book = await printed(
      `It is $${terms(24)} = c$ as said, and in a list:\n\n- that $${terms(24)} = c$ is so.`,
    );
    expect(book.said).toEqual([]);
    const page = book.pages.find(({ text }) => text.includes('as said'));
    if (!page) throw new Error('there is no page');
    const lines = formulaLines(page);
    expect(lines.length).toBeGreaterThanOrEqual(4);
    expect(words(lines[0])).toMatch(/\+$/);
    expect(words(lines[1])).toMatch(/^a/);
    expect(Math.max(...page.pieces.map(({ x, width }) => x + width))).toBeLessThan(page.width - 36);
    expect(tagged(book.tags, 'Formula').map(({ alt }) => alt)).toEqual([
      `${terms(24)} = c`,
      `${terms(24)} = c`,
    ]);
  });

  it('goes to the next one whole where lines need not be filled', async () => {
    const text = `Whoever reckons with such things knows at once that $${terms(5)}$ is so.`;
    const linesOf = async (justify: boolean): Promise<number[]> => {
      const settings = `title: T\nauthor: A\nlang: en\nidentifier: urn:x:1\ntrim: 6x9\njustify: ${justify}\n`;
      const { pages } = await printed(text, { 'book.yaml': settings });
      return pages.map((page) => formulaLines(page).length).filter(Boolean);
    };
    expect([await linesOf(false), await linesOf(true)]).toEqual([[1], [2]]);
  });

  it('is on one page, where notes stand at the foot', async () => {
    const filler = (lines: number): string =>
      Array.from({ length: lines }, (_, i) => `Line ${i}.`).join('\\\n');
    const text = Array.from(
      { length: 5 },
      (_, i) =>
        `# Chapter ${i}\n\n${filler(20 + i)}\n\nA call[^${i}] and $x_${i} = ${terms(40)}$ as said, and more.\n\n[^${i}]: A note.`,
    ).join('\n\n');
    const book = await printed(text);
    const shown = book.pages.map((page) =>
      formulaLines(page)
        .flat()
        .map(({ text }) => text.normalize('NFKC'))
        .join(''),
    );
    const counts = shown.map((text) => text.match(/a/g)?.length ?? 0).filter(Boolean);
    expect(counts).toEqual(counts.map(() => 40));
    expect(counts).toHaveLength(5);
  });
});

it('a page ends behind a displayed formula, so that notes called before it stand at its foot', async () => {
  const text = Array.from(
    { length: 9 },
    (_, i) =>
      `It is said in the words that lead to it, and called here.[^${i}]\n\n$$ x_${i} = \\frac{a}{b} $$\n\n[^${i}]: Note ${i}.`,
  ).join('\n\n');
  const { pages, said } = await printed(text);
  expect(said).toEqual([]);
  const words = pages.map((page) => page.text);
  const called = words.map((page) => page.match(/called here/g)?.length ?? 0);
  expect(called.filter(Boolean).length).toBeGreaterThan(1);
  expect(words.map((page) => page.match(/Note \d\./g)?.length ?? 0)).toEqual(called);
});

it('what is set smaller fits, though not all that is in it becomes smaller with it', async () => {
  const tex =
    '\\binom{n}{k} = \\frac{n!}{k!(n-k)!}, \\quad \\widehat{abc}, \\quad \\overline{x+y}, \\quad \\underbrace{a+b+c}_{n\\text{ terms}}, \\quad \\overbrace{x}^{y} \\quad \\lim_{x \\to 0} \\frac{\\sin x}{x} = 1 \\text{ for all } x';
  const settings = 'title: T\nauthor: A\nlang: en\nidentifier: urn:x:1\ntrim: 5.5x8.5\ntheme: workbook\n';
  expect((await printed(`Text.\n\n$$ ${tex} $$`, { 'book.yaml': settings })).said).toEqual([]);
});

it('a note that is called right behind a displayed formula is called on its line, and is no exponent', async () => {
  const { pages, said } = await printed('As $$x = y + z$$[^1] says, and more.\n\n[^1]: A note.');
  expect(said).toEqual([]);
  const page = pages.find(({ text }) => text.includes('As'));
  const pieces = page?.pieces ?? [];
  const last = pieces.find(({ text, font }) => /STIX/.test(font) && text.normalize('NFKC').includes('z'));
  const call = pieces.find(({ text, y }) => text.trim() === '1' && y < (page?.height ?? 0) / 2);
  if (!last || !call) throw new Error('there is no formula, or no call');
  expect(Math.abs(call.y - last.y)).toBeLessThan(9);
  expect(call.x - last.x - last.width).toBeGreaterThan(3);
  expect(call.x - last.x - last.width).toBeLessThan(10);
});

it('several notes that are called there are called on its line, all of them', async () => {
  const { pages } = await printed('As $$x = y + z$$[^1][^2] and on.\n\n[^1]: A note.\n\n[^2]: Another.');
  const page = pages.find(({ text }) => text.includes('and on'));
  const calls = (page?.pieces ?? []).filter(
    ({ text, y }) => /^[12]+$/.test(text.trim()) && y < (page?.height ?? 0) / 2,
  );
  expect(calls.map(({ text }) => text.trim()).join('')).toBe('12');
  expect(new Set(calls.map(({ y }) => Math.round(y))).size).toBe(1);
});

it('white that is written stays in a formula that goes over lines', async () => {
  const all = [1, 2, 3, 4, 5, 6].map((i) => `x_${i} = a + b + c`).join(',\\quad ');
  const { pages } = await printed(`An inline $${all}$ that is long.`);
  const page = pages.find(({ text }) => text.includes('An inline'));
  const pieces = (page?.pieces ?? []).filter(({ text }) => text.trim());
  const gaps = pieces.flatMap((piece, i) => {
    const next = pieces[i + 1];
    return piece.text.trim() === ',' && next && Math.abs(next.y - piece.y) < 1 ? [next.x - piece.x] : [];
  });
  expect(gaps.length).toBeGreaterThanOrEqual(3);
  for (const gap of gaps) expect(gap).toBeGreaterThan(9);
});

it('no root has a gap behind it', async () => {
  const { pages } = await printed('It is $\\sqrt{2}x$ and $\\sqrt{1+\\sqrt{3}}y$ and $\\sqrt[3]{5}z$.');
  const page = pages.find(({ text }) => text.includes('It is'));
  const pieces = page?.pieces.filter(({ text }) => text.trim()) ?? [];
  for (const [under, behind] of ['2x', '3y', '5z']) {
    const index = pieces.findIndex(({ text }) => text.normalize('NFKC').includes(under as string));
    const [one, next] = [
      pieces[index],
      pieces.slice(index + 1).find(({ text }) => text.normalize('NFKC').includes(behind as string)),
    ];
    expect((next?.x ?? 0) - (one?.x ?? 0) - (one?.width ?? 0)).toBeLessThan(2);
  }
});

it.each(['epub', 'web'])(
  'in the edition %s they go over the lines of a small screen, and over none where there is room',
  async (edition) => {
    const { screen, file } = await screenOf(
      {
        'book.yaml': 'title: T\nauthor: A\nlang: en\nidentifier: urn:x:1\n',
        'a.md': `# One\n\n$$ f = ${terms(5)} = ${terms(7)} $$ {#eq-a}\n\nIt is $${terms(11)} = c$ as said.\n`,
      },
      edition,
    );
    const seen = async (width: number) => {
      const page = await screen.open(file, { width });
      return page.evaluate(() => {
        const linesIn = (all: Iterable<Element>) =>
          new Set([...all].map((one) => Math.round(one.getBoundingClientRect().bottom / 8))).size;
        const [displayed, inLine] = document.querySelectorAll('math');
        return {
          page: document.documentElement.scrollWidth,
          moves: !!displayed && displayed.scrollWidth > displayed.clientWidth,
          displayed: linesIn(displayed?.querySelectorAll('.statement > mrow:last-child > mrow > mrow') ?? []),
          inLine: linesIn(inLine?.querySelectorAll(':scope > mrow') ?? []),
        };
      });
    };
    const narrow = await seen(360);
    expect(narrow).toMatchObject({ page: 360, moves: false });
    expect(Math.min(narrow.displayed, narrow.inLine)).toBeGreaterThan(1);
    expect(await seen(1400)).toMatchObject({ page: 1400, moves: false, displayed: 1 });
    await screen.close();
  },
);
