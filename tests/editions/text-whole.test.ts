import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { thisWorld } from '../../src/world.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { meddling } from '../support/press.js';

/*
 * An edition that has not every word, once and in order, is never delivered, and the line is told.
 */
let press: Press;
beforeAll(async () => {
  press = thisWorld().press();
  await press.version();
});
afterAll(() => press[Symbol.asyncDispose]());

const FILLING = 'The harbour was older than the town and nobody had asked it what it thought of that. ';
const BOOK = {
  'book.yaml': 'title: Whole\nauthor: A\nlang: en\nchapter-start: any\nlists: [tables]\n',
  'one.md': [
    '# One',
    `First it rained.[^n] ${FILLING.repeat(2)}`,
    'Then the lamp was lit by a man with a ladder.',
    `Last of all came the morning, and H~2~O froze.[^m] ${FILLING.repeat(30)}`,
    '| Name | Value |\n| --- | --- |\n' +
      Array.from({ length: 60 }, (_, i) => `| row ${i} | ${i * 7} |`).join('\n'),
    'Table: Many rows {#tbl-rows}',
    'See @tbl-rows, and the lamps[]{.index entry="lamp"} again. *Ä œ ﬁ ß ‘x’*, `code --flag`, $x^2$.',
    '```\nline one\n  line two\n```',
    '[^n]: A note of the rain.\n[^m]: Another one, of the morning.',
  ].join('\n\n'),
  'two.md':
    '# Two\n\nHebrew שלום with 12 words, and Arabic مرحبا.\n\nRecto\n: Right.\n\n1. First\n2. Second\n',
};

/** What is seen otherwise than it is written, or not at all, by its author's will. */
const STYLES = `ol.inside, .inside ol, .inside ul { list-style-position: inside }
.sr { position: absolute; left: -9999px }
.clip { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
.tr { color: transparent }
.op { opacity: 0 }
.replaced { text-indent: -9999px }
.tiny { font-size: 0 }
.gone { display: none }
.inv { visibility: hidden }
.emph { text-emphasis: filled dot }
.caps { font-variant: all-small-caps } .cap { text-transform: capitalize } .lig { font-variant-ligatures: discretionary-ligatures historical-ligatures; }
.frac { font-variant-numeric: diagonal-fractions ordinal }
p.before::before { content: "BEFORE 12 " } p.before::after { content: counter(page) " AFTER" }
.cut { height: 1em; overflow: hidden }
`;
const ODDITIES = String.raw`# Alarms

::: inside
1. First of them
2. Second of them

- bullet
:::

A <span class="sr">screen reader only</span> text. <span class="clip">clipped words</span> and <span class="tr">transparent words</span> and <span class="op">opaque no</span>. [Replaced heading words]{.replaced}

::: replaced
Image replacement words.
:::

::: gone
Gone words.
:::

[tiny words]{.tiny} [invisible words]{.inv} [emphasised words]{.emph} [Small Caps Words]{.caps} [lower words]{.cap} [fficient sthetic ctive]{.lig} [1/2 and 3/4 1st 2nd]{.frac}

Para before.{.before}

::: cut
Line one of a cut box that is quite long and goes on and on for a while so that it must be broken over lines, of which only the first is seen by anybody who reads it. Line one of a cut box that is quite long.
:::

<math><mfrac><mi>x</mi><mn>27</mn></mfrac></math> and $\frac{a}{b}$.

<svg viewBox="0 0 100 20"><text x="0" y="10">inline svg words</text></svg>

<svg viewBox="0 0 100 20" role="img"><title>A drawing</title><text x="0" y="10">titled svg words</text></svg>

<details><summary>Sum of it</summary>

Hidden in details.

</details>

हिन्दी में 3 words. 漢字かな交じり文。한국어 ไทย. 1️⃣ 👩‍👩‍👧 🇩🇪 ½ ⅔ № ™ ß ŉ ĳ ﬁ ſt. ́orphan. Ǆ ǅ İstanbul ıssız.


| a | b |
|---|---|
| <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> | x |

Term
: Meaning 1

<div lang="de">Deutsche Wörter in einem Block.</div>

<q>Quoted</q> <kbd>Ctrl</kbd> H~2~O x^2^ ==mark== ~~gone~~ <abbr title="Long">L.</abbr> <bdi>iso</bdi> <sub>s</sub>

<p aria-hidden="true">Aria hidden words.</p>
<p hidden>Hidden words.</p>

Text[^1] and more[^2].

[^1]: A note with *code* and $x$.
[^2]: Another

    with two paragraphs and a list

    1. one
    2. two
`;

async function told(files: Readonly<Record<string, string>>, spoil?: () => void, edition = 'print') {
  const made = await buildInMemory(
    files,
    { editions: [edition] },
    meddling(press, async (open) => spoil && open.run(spoil)),
  );
  return {
    delivered: made.delivered.size > 0,
    messages: made.messages
      .filter(({ fatal }) => fatal)
      .map((message) => `${message.file}:${message.line} ${message.ruleId} ${message.reason}`),
  };
}

describe('a build', () => {
  it.each(['print', 'screen'])('is made where nothing is lost (%s)', async (edition) => {
    expect(await told(BOOK, undefined, edition)).toEqual({ delivered: true, messages: [] });
  });

  it.each([
    [
      'a paragraph is dropped',
      () => void document.querySelectorAll('.chapter p')[1]?.remove(),
      /one\.md:5 text-whole .*print has some not at all: “Then the lamp was lit by a man/,
    ],
    [
      'a note stands twice',
      () => {
        const note = document.querySelector('.foot-note');
        note?.after(note.cloneNode(true));
      },
      /one\.md:\d+ text-whole .* has some twice/,
    ],
    [
      'two lines change places',
      () => {
        const code = document.querySelector('pre code');
        if (code) code.textContent = '  line two\nline one\n';
      },
      /one\.md:\d+ text-whole .* has some otherwise: “one line two”/,
    ],
    [
      'a letter has no glyph',
      () => {
        for (const text of document.querySelectorAll('.chapter p'))
          if (text.firstChild instanceof Text)
            text.firstChild.data = text.firstChild.data.replace('ladder', 'la\u{10FFFD}der');
      },
      /one\.md:5 text-whole .* has some not at all: “ladder\./,
    ],
    [
      'a word is another',
      () => {
        for (const cell of document.querySelectorAll('td'))
          if (cell.textContent === 'row 33') cell.textContent = 'row 34';
      },
      /one\.md:\d+ text-whole /,
    ],
    [
      'a letter of a script that is read from the right is lost',
      () => {
        for (const text of document.querySelectorAll('.chapter p'))
          if (text.firstChild instanceof Text)
            text.firstChild.data = text.firstChild.data.replace('שלום', 'לום');
      },
      /two\.md:3 text-whole .* has some not at all/,
    ],
  ])('is not delivered when %s', async (_, spoil, message) => {
    const { delivered, messages } = await told(BOOK, spoil);
    expect(messages).toEqual([expect.stringMatching(message), ...messages.slice(1)]);
    expect(messages.every((one) => one.includes('text-whole'))).toBe(true);
    expect(delivered).toBe(false);
  });

  it.each(['print', 'screen', 'epub'])(
    'is delivered whatever a style makes of its text (%s)',
    async (edition) => {
      const files = {
        'book.yaml': 'title: Alarms\nauthor: A\nlang: en\nstyles: [own.css]\n',
        'own.css': STYLES,
        'one.md': ODDITIES,
      };
      expect(await told(files, undefined, edition)).toEqual({ delivered: true, messages: [] });
    },
  );

  it.each(['chapter', 'book'])(
    'is delivered where a book that is read from the right has its notes behind the %s',
    async (notes) => {
      const files = {
        'book.yaml': `title: ספר\nauthor: A\nlang: he\nnumber-chapters: true\nnotes: ${notes}\n`,
        'one.md': `# אחת\n\nמילה[^a] ועוד מילה, @sec-two.\n\n[^a]: גשם ירד.\n`,
        'two.md': '# Second {#sec-two}\n\nRain.[^b]\n\n[^b]: Snow.\n',
      };
      expect(await told(files)).toEqual({ delivered: true, messages: [] });
    },
  );

  it.each(['Meaning', 'פירוש'])(
    'is delivered where the head of a table with words that are read from the right stands again (%s)',
    async (head) => {
      const COLUMNS = 12;
      const cells = (of: (column: number) => string): string =>
        `| ${Array.from({ length: COLUMNS }, (_, column) => of(column)).join(' | ')} |`;
      const rows = Array.from({ length: 30 }, (_, i) =>
        cells((column) => (column ? `Measurement${column}` : `שלום ${i}`)),
      );
      const table = [cells((column) => (column ? `${head}${column}` : head)), cells(() => '---'), ...rows];
      const files = {
        'book.yaml': `${BOOK['book.yaml']}trim: 5x8\n`,
        'one.md': `# One\n\nAbove.\n\n${table.join('\n')}\n\nBelow.\n`,
      };
      const made = await buildInMemory(files, { editions: ['print'] }, press);
      expect(made.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
      const { pages } = await inspectPdf(made.delivered.get('out/whole-print.pdf') as Uint8Array);
      expect(pages.filter(({ text }) => text.includes('ment2')).length).toBeGreaterThan(1);
    },
  );

  it.each(['\u202e', '\u202b', '\u2067'])(
    'is delivered where a sign (%j) has its text read from the right, which is told of a sign that nobody sees',
    async (sign) => {
      const files = {
        'book.yaml': BOOK['book.yaml'],
        'one.md': `# One ${sign} turned\n\nBefore ${sign} and behind it. ${FILLING}\n`,
      };
      const made = await buildInMemory(files, { editions: ['print'] }, press);
      expect(made.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
      expect([...made.delivered.keys()]).toContain('out/whole-print.pdf');
    },
  );

  it('is delivered where a stylesheet hides something, for that is its author’s will', async () => {
    const hiding = {
      ...BOOK,
      'book.yaml': `${BOOK['book.yaml']}styles: [own.css]\n`,
      'own.css': 'p:nth-of-type(2) { display: none } td { font-size: 0 } h1 { text-transform: uppercase }\n',
    };
    expect(await told(hiding)).toEqual({ delivered: true, messages: [] });
  });

  it.each([
    'display: none',
    'visibility: hidden',
    'opacity: 0',
    'color: transparent',
    'position: absolute; top: -999in',
  ])('is delivered where a stylesheet hides paragraphs that have notes (%s)', async (style) => {
    const hiding = {
      ...BOOK,
      'book.yaml': `${BOOK['book.yaml']}styles: [own.css]\n`,
      'own.css': `.chapter > p, .foot-note:last-child, .foot-note p { ${style} }\n`,
    };
    expect(await told(hiding)).toEqual({ delivered: true, messages: [] });
  });

  it('is not delivered where a stylesheet repeats text on every page, which is told of the stylesheet', async () => {
    const css = '.chapter p { position: fixed; top: 0 }';
    const files = { ...BOOK, 'book.yaml': `${BOOK['book.yaml']}styles: [own.css]\n`, 'own.css': css };
    const { delivered, messages } = await told(files);
    expect(delivered).toBe(false);
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) expect(message).toMatch(/ style-keeps-\w+ With own\.css /);
  });
});
