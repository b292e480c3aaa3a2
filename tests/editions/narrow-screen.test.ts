import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildInMemory } from '../support/memory.js';
import { openScreen, type Screen, screenOf } from '../support/screen.js';

/* What is wide, on the screen of a telephone: in the documents of an EPUB and on web pages. */

const WIDTH = 390;
const sum = Array.from({ length: 11 }, (_, i) => `a_{${i}} x^{${i}}`).join(' + ');
const BOOK = {
  'book.yaml': 'title: T\nauthor: A\nlang: en\nidentifier: urn:x:1\n',
  'a.md': [
    '# One',
    `$$\n\\sqrt{${sum}}\n$$ {#eq-wide}`,
    '$$\nf(x) = a_0 + \\frac{a_1}{x}\n$$ {#eq-brief}',
    `- Item\n\n  $$\n  \\sqrt{${sum}}\n  $$ {#eq-item}`,
    'See @eq-wide, @eq-brief and @eq-item.',
    '<https://example.org/a/very/long/address/that/goes/on/and/on/until/the/edge/of/the/phone.html>',
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft.',
    'A `name_that_has_no_break_points_at_all_and_goes_on_and_on_for_ever_and_ever` word.',
    '| Kraj | Ludność | Stolica | Rzeka | Język |\n|---|---|---|---|---|\n| Polska | 37,7 | Warszawa | Wisła | polski |',
  ].join('\n\n'),
};

describe.each(['epub', 'web'])('in the edition %s', (edition) => {
  let screen: Screen;
  let file: string;
  beforeAll(async () => {
    ({ screen, file } = await screenOf(BOOK, edition));
  });
  afterAll(() => screen.close());

  it('formulas that are too wide move in their own frame, with their numbers below them', async () => {
    const page = await screen.open(file, { width: WIDTH });
    const seen = await page.evaluate(() => ({
      page: document.documentElement.scrollWidth,
      formulas: [...document.querySelectorAll('.equation')].map((equation) => {
        const [formula, number] = [
          equation.querySelector('math'),
          equation.querySelector('.equation-number'),
        ];
        const [a, b] = [formula?.getBoundingClientRect(), number?.getBoundingClientRect()];
        return {
          within: a && b ? Math.max(a.right, b.right) <= innerWidth : false,
          moves: formula ? formula.scrollWidth > formula.clientWidth : false,
          below: a && b ? b.top >= a.bottom : false,
          beside: a && b ? b.left >= a.right : false,
        };
      }),
    }));
    const wide = { within: true, moves: true, below: true, beside: false };
    const brief = { within: true, moves: false, below: false, beside: true };
    expect(seen).toEqual({ page: WIDTH, formulas: [wide, brief, wide] });
  });

  it('an address, a long word and a name in code are within the screen', async () => {
    const page = await screen.open(file, { width: WIDTH });
    const long = await page.evaluate(() => {
      const rights = [...document.querySelectorAll('p a, p code')].map(
        (one) => one.getBoundingClientRect().right,
      );
      return { page: document.documentElement.scrollWidth, rights };
    });
    expect(long.page).toBe(WIDTH);
    expect(Math.floor(Math.max(...long.rights))).toBeLessThanOrEqual(WIDTH);
  });

  it('a table is within the screen, its words whole in type of the usual size', async () => {
    const page = await screen.open(file, { width: WIDTH });
    const sizes = edition === 'epub' ? [16, 20, 26] : [16];
    for (const size of sizes) {
      await page.addStyleTag({ content: `html{font-size:${size}px} body{margin:0 27px}` });
      const [right, parted] = await page.evaluate(() => {
        const cells = [...document.querySelectorAll('td, th')].map((cell) => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          return {
            right: cell.getBoundingClientRect().right,
            tops: [...range.getClientRects()].map(({ top }) => top),
          };
        });
        return [
          Math.max(...cells.map((cell) => cell.right)),
          cells.some(({ tops }) => Math.max(...tops) > Math.min(...tops) + 8),
        ] as const;
      });
      expect({ size, within: right <= WIDTH - 27, parted }).toEqual({
        size,
        within: true,
        parted: size > 16,
      });
    }
  });
});

describe('web pages', () => {
  let screen: Screen;
  beforeAll(async () => {
    const wide = Array.from({ length: 8 }, (_, i) => `Column${i}`);
    const { delivered, messages } = await buildInMemory(
      {
        ...BOOK,
        'b.md': [
          '# Two',
          `| ${wide.join(' | ')} |\n|${wide.map(() => '---|').join('')}\n| ${wide.join(' | ')} |`,
          '| A | B |\n| --- | --- |\n| a | b |',
          '| Name | Kind | Default | What it is for |\n| --- | --- | --- | --- |\n| `timeout` | duration | 30 s | How long it waits before it gives up |\n| `maximum_number_of_connections` | integer | 100 | How many there may be |',
          '| Where | What |\n| --- | --- |\n| https://example.org/a/very/long/address/that/has/no/end | A page |',
          '```js\nconst whatIsLong = anotherThing(thatIsLong, andMore, andMoreAgain);\n```',
          '```js\nwait();\n```',
          '> [!NOTE]\n> A box.',
          ':::aside\nBeside.\n:::',
          ':::epigraph\nAbove.\n:::',
        ].join('\n\n'),
      },
      { editions: ['web'] },
    );
    expect(messages).toEqual([]);
    screen = await openScreen(delivered);
  });
  afterAll(() => screen.close());

  it.each(['a', 'b'])(
    'let keys reach all that moves in a frame, and nothing that does not (%s)',
    async (name) => {
      const page = await screen.open(`out/web/${name}.html`, { width: 360 });
      const frames = await page.evaluate(() =>
        [...document.querySelectorAll('main pre, main .site-wide, main math[display="block"]')].map(
          (frame) => ({
            moves: frame.scrollWidth > frame.clientWidth,
            reached: frame.getAttribute('tabindex') === '0',
          }),
        ),
      );
      expect(new Set(frames.map(({ moves }) => moves))).toEqual(new Set([true, false]));
      for (const { moves, reached } of frames) expect(reached).toBe(moves);
    },
  );

  it('have names in the code of a table whole, and long ones in pieces that can be read', async () => {
    const page = await screen.open('out/web/b.html', { width: 390 });
    const names = await page.evaluate(() =>
      [...document.querySelectorAll('main td code')].map((name) => {
        const range = document.createRange();
        range.selectNodeContents(name);
        return new Set([...range.getClientRects()].map(({ top }) => top)).size;
      }),
    );
    expect(names).toEqual([1, 2]);
    const address = await page.evaluate(() => {
      const frame = document.querySelector('main td a')?.closest('.site-wide');
      return frame && frame.scrollWidth - frame.clientWidth;
    });
    expect(address).toBe(0);
  });

  it('move nowhere sideways in type twice as large, whatever stands around the text', async () => {
    const { delivered } = await buildInMemory(
      {
        'book.yaml': 'title: An Introduction to Thermodynamics\nauthor: A\nlang: en\n',
        'a.md': '---\nrole: dedication\n---\nFor Ada.\n',
        'b.md': '# Understanding\n\nText.\n',
        'c.md': '# Characteristics\n\nText.\n',
        'd.md': '# Electrochemistry\n\nText.\n',
      },
      { editions: ['web'] },
    );
    const large = await openScreen(delivered);
    for (const name of ['a', 'b', 'c', 'd', 'copyright-page']) {
      const page = await large.open(`out/web/${name}.html`, { width: 320 });
      await page.addStyleTag({ content: 'html{font-size:200%}' });
      expect([name, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([name, 320]);
    }
    const page = await large.open('out/web/c.html', { width: 360 });
    const tops = await page.evaluate(() =>
      [...document.querySelectorAll('.masthead a, .site-turn a')].map(
        (link) => link.getBoundingClientRect().top,
      ),
    );
    expect(new Set(tops).size, 'pairs stand beside each other on a telephone').toBe(2);
    await large.close();
  });

  it('call boxes what they are, so that none is a place to go to', async () => {
    const page = await screen.open('out/web/b.html', { width: 360 });
    const roles = await page.evaluate(() =>
      [...document.querySelectorAll('main aside, main blockquote')].map((box) => box.getAttribute('role')),
    );
    expect(roles).toEqual(['note', 'note', 'doc-epigraph']);
  });
});
