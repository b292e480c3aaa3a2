import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { thisWorld } from '../../src/world.js';
import { buildInMemory } from '../support/memory.js';
import { type InspectedPdf, inspectPdf } from '../support/pdf.js';

/*
 * What is changed between the measurement and the print moves nothing: pages are printed as they were measured.
 */
let press: Press;
beforeAll(async () => {
  press = thisWorld().press();
  await press.version();
});
afterAll(() => press[Symbol.asyncDispose]());

async function printed(
  text: string,
  settings: string,
  more: Readonly<Record<string, string>> = {},
): Promise<InspectedPdf> {
  const yaml = `title: Pages\nauthor: A Press\n${settings}\n`;
  const files = { 'book.yaml': yaml, 'c.md': text, ...more };
  const made = await buildInMemory(files, { editions: ['print'] }, press);
  expect(made.messages.filter(({ fatal, ruleId }) => fatal || ruleId === 'fits-page').map(String)).toEqual(
    [],
  );
  return inspectPdf(made.delivered.get('out/pages-print.pdf') as Uint8Array);
}

it('a narrow table keeps its columns when the hyphens that part no word are taken out', async () => {
  const { pages } = await printed(
    `## Where words are parted

| one | two | three | four | five |
| --- | --- | --- | --- | --- |
| thread155 | thread156 | thread157 table extraordinary | they158 kitchen table | it159 evening it |
| paper160 yellow | thread161 and yellow | thread162 understanding grandmother communication | thread163 \`thread\` sometimes through | thread164 morning nevertheless |
| quietly grandmother | thread229 |
| thread230 stair stair thread thread233 paper morning in | thread234 yellow |
| thread235 thread called238[^n238] | thread239 communication thread kitchen | thread240 window a |

[^n238]: note238 grandmother to communication breath nevertheless
`,
    'trim: 105mm x 148mm',
  );
  const page = (word: string): number => pages.findIndex(({ text }) => text.includes(word));
  expect(page('called238')).toBe(page('note238'));
  expect(page('called238')).toBe(page('thread230'));
  // A hyphen that is kept is at the end of the line of its cell.
  const broken = pages.flatMap(({ pieces }) => pieces.filter(({ text }) => /\u00ad(?!-?$)/.test(text)));
  expect(broken.map(({ text }) => text)).toEqual([]);
});

it('a table that is turned has its hyphens where words are parted, and no others', async () => {
  const long = (name: string, i: number): string => `\`${name}thathasnoplacetobreakwhateverisdone${i}\``;
  const words = 'extraordinarily comfortable understanding of neighbours considerably remembered';
  const rows = [1, 2, 3].map(
    (i) => `| ${long('identifier', i)} | ${long('anothername', i)} | ${words} on it ${words} |`,
  );
  const text = `# One\n\n| A | B | C |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  const { pages } = await printed(text, 'lang: en-GB');
  const found = pages.find((page) => page.text.includes('identifier'));
  const cell = found?.pieces.map((piece) => piece.text.trim()).filter(Boolean) ?? [];
  const lines = cell.slice(cell.findLastIndex((piece) => piece.startsWith('anothername')) + 1);
  // What stands behind the hyphen that ends a line goes on with its word.
  const whole = lines.join(' ').replaceAll(' - ', '');
  expect(whole).toBe(`${words} on it ${words}`);
  expect(lines.filter((line) => line === '-').length).toBeGreaterThan(5);
});

it.each([14, 15, 16, 17])(
  'a heading below a scene break is whole, however deep on its page: %i lines',
  async (lines) => {
    const words = (n: number): string => 'evening '.repeat(n).trim();
    const { pages, outline } = await printed(
      `# One

${words(90)}

${words(60)}${' and a line that ends here is longer'.repeat(lines)}.

* * *

### ${words(26)} end99

${words(60)}
`,
      'trim: 4x6\nhyphenate: false\ntheme: workbook',
    );
    const on = pages.findIndex(({ text }) => text.includes('end99') && !text.startsWith('Contents'));
    const [heading] = (outline.find(({ title }) => title === 'One') ?? { children: [] }).children;
    expect(heading?.page).toBe(on);
    const size = pages[on]?.lines.find(({ text }) => text.includes('end99'))?.size ?? 0;
    const torn = pages[on - 1]?.lines.filter((line) => Math.abs(line.size - size) < 0.01);
    expect(torn?.map(({ text }) => text)).toEqual([]);
  },
);

it('a table that is turned keeps its columns where it is parted, and no row comes to reach over the edge', async () => {
  const { pages } = await printed(`# One\n\n${TURNED}\n`, 'trim: 4x6\nhyphenate: false');
  const parts = pages.filter(({ text }) => text.includes('xx342x'));
  expect(parts.length).toBeGreaterThan(2);
  // Turned by a quarter, columns stand above each other: their heads as high on each page.
  const heads = parts.map(({ pieces }) =>
    ['xx338x', 'xx339x', 'xx340x', 'xx341x', 'xx342x'].map((head) =>
      Math.round(pieces.find(({ text }) => text.includes(head))?.y ?? 0),
    ),
  );
  expect(new Set(heads.map(String)).size).toBe(1);
});

it('notes behind a chapter stand where they were measured, though a picture before them was made smaller', async () => {
  const { pages } = await printed(MADE_SMALLER, 'trim: 4x6\nnotes: chapter', {
    'a.md': EXERCISES,
    'z.md': '# Glossary\n\n:::glossary\nlantern\n: harbour\n\nwindow\n: @ex-84\n:::\n',
    'f/tall.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="1400"><rect width="300" height="1400" fill="#ddd"/></svg>',
  });
  const page = (word: string): number => pages.findIndex(({ text }) => text.includes(word));
  expect(page('na104x')).toBe(page('pz133x'));
});

/** Rows that are of other widths on the last page than on all of them. */
const TURNED = `
| xx338x | xx339x | xx340x | xx341x | xx342x |
| --- | --- | --- | --- | --- |
| xx343x harbour | xx344x stair stair | xx345x | xx346x the through | xx347x is table |
| xx348x and of | xx349x morning | xx350x table | xx351x river stair they | xx352x |
| xx353x | xx354x *nevertheless* **morning** and cc355x^[na355x sometimes extraordinary quietly understanding paper understanding stair to we thread paper we grandmother table grandmother nevertheless in yellow mountain of is we they river quietly they yellow harbour wonderful they it yellow harbour sometimes yellow paper thread nevertheless and is is extraordinary is extraordinary of understanding window kitchen is harbour river nz355x] | xx356x window river | xx357x understanding remember | xx358x a |
| xx359x | xx360x through | xx361x of nevertheless | xx362x | xx363x understanding the they |
| xx364x breath a window | xx365x cc366x[^n366] | xx367x | xx368x yellow understanding yellow | xx369x mountain |
| xx370x yellow nevertheless | xx371x of | xx372x | xx373x yellow | xx374x remember kitchen morning |
| xx375x yellow extraordinary breath | xx376x wonderful | xx377x harbour morning remember | xx378x thread window grandmother | xx379x extraordinary in |
| xx385x kitchen | xx386x a cc387x^[na387x thread thread nevertheless remember breath nz387x] communication | xx388x a communication | xx389x | xx390x window |
| xx391x table | xx392x | xx393x stair wonderful | xx394x between | xx395x and they |
| xx406x cc407x[^n407] nevertheless “evening”, page 1  and | xx408x | xx409x to | xx410x | xx411x |
| xx412x extraordinary paper through | xx413x in paper | xx414x mountain of | xx415x morning | xx416x |
| xx417x the river understanding | xx418x | xx419x in \`it\` lantern | xx420x paper | xx421x |
| xx422x communication between cc423x[^n423] | xx424x grandmother of | xx425x yellow harbour | xx426x through and morning | xx427x the evening |
| xx428x remember stair quietly | xx429x | xx430x | xx431x between yellow | xx432x cc433x[^n433] nevertheless thread |
| xx434x to between through | xx435x communication morning the | xx436x evening to | xx437x mountain | xx438x thread grandmother |
| xx439x window wonderful stair | xx440x thread | xx441x | xx442x breath in | xx443x quietly |
| xx444x a breath understanding | xx445x stair river | xx446x nevertheless nevertheless | xx447x to in quietly | xx448x the we |
| xx449x in lantern they | xx450x through | xx451x to window | xx452x sometimes we river | xx453x evening of grandmother |
| xx454x communication it thread | xx455x https://example.org/a-long-path/a-long-path/a-long-path/ | xx456x | xx457x river we | xx458x |
| xx470x communication morning table | xx471x | xx472x table grandmother kitchen | xx473x it river | xx474x of quietly |
| xx475x understanding evening | xx476x to wonderful we | xx477x remember breath it | xx478x quietly | xx479x sometimes grandmother |
| xx480x morning we | xx481x communication nevertheless | xx482x | xx483x window it mountain | xx484x through |`.trim();

const EXERCISES = `
### wir {#sec-15}
:::exercise[xx36x]{#ex-35}
 ::::exercise[xx85x]{#ex-84}
`.trimStart();

const MADE_SMALLER = `
pa103x مصباح كان الليل الطويل الصغير الطويل *على* **البحر** مصباح $x^2+\\frac{a}{b}$ الطويل كان البحر cc104x[^n104] القديمة الليل كان المدينة الليل https://example.org/a-long-path/a-long-path/ وقال وقال الصغير وقال الليل الكتاب باب المساء كان وقال باب من وقال على من المدينة من مصباح الليل الليل المدينة الطويل البحر المدينة الصغير x^2^ القديمة pz103x

pa109x المساء مصباح المساء باب على البحر كان الصغير الليل الصغير كان المدينة الكتاب القديمة المساء مصباح القديمة وقال كان cc110x[^n110] كان الصغير cc111x[^n111] كان المدينة المدينة الطويل القديمة الصغير في باب باب هذا مصباح [lantern]{.term} القديمة باب القديمة كان في من كان كان المدينة cc112x[^n112] cc113x[^n113] cc114x[^n114] على هذا المدينة الصغير الطويل مصباح مصباح على باب وقال الكتاب كان كان هذا باب الصغير وقال الليل القديمة باب هذا الطويل الطويل هذا وقال كان وقال القديمة الكتاب مصباح الليل مصباح باب الكتاب الصغير البحر الطويل في الطويل البحر باب هذا القديمة cc115x[^n115] كان المدينة البحر وقال على الكتاب الطويل من هذا باب باب في المساء كان كان الكتاب pz109x

:::verse
xx116x cc117x[^n117] في وقال
xx118x الطويل الصغير المدينة

![alt المساء كان](f/tall.svg "xx130x الكتاب وقال")

:::exercise[xx132x]{#ex-131}
pa133x القديمة هذا على الصغير على المساء باب القديمة الليل cc134x[^n134] القديمة الصغير على في هذا وقال الصغير مصباح القديمة وقال المساء من كان وقال المساء مصباح كان هذا وقال الكتاب على الصغير pz133x
:::
:::

[^n104]: na104x على على القديمة القديمة القديمة وقال المدينة الكتاب القديمة هذا كان *القديمة* **الطويل** الصغير مصباح nz104x

[^n110]: na110x كان الصغير الليل في nz110x

[^n111]: na111x في باب هذا مصباح باب على باب nz111x

[^n112]: na112x الليل المساء من وقال من الليل هذا البحر الكتاب باب nz112x

    باب الصغير هذا من هذا وقال هذا كان الليل مصباح باب المدينة باب

[^n113]: na113x كان nz113x

[^n114]: na114x وقال الكتاب المدينة باب باب الليل الصغير المساء المساء باب مصباح \`هذا\` المساء باب nz114x

[^n115]: na115x مصباح في القديمة على nz115x

[^n117]: na117x على القديمة الصغير هذا الصغير البحر البحر الليل الكتاب مصباح في nz117x

[^n134]: na134x القديمة القديمة هذا كان البحر الليل المساء الصغير باب على nz134x
`.trimStart();

it('no hyphen is left behind the letter that begins a line, where a word could be parted again', async () => {
  const words = 'original intimately originally economically separately animation imagination '.repeat(4);
  const texts = Array.from(
    { length: 24 },
    (_, i) => `${'it was '.repeat(i % 8)}${'so '.repeat(i % 3)}${words}`,
  );
  const { pages } = await printed(`# One\n\n${texts.join('\n\n')}`, 'trim: 4x6\nlang: en');
  const pieces = pages.flatMap((page) => page.pieces.map(({ text }) => text));
  expect(pieces.filter((text) => text.startsWith('ination')).length).toBeGreaterThan(3);
  // A hyphen that is left behind it parts it from its word.
  expect(pieces.filter((text) => text === 'i')).toEqual([]);
});

it.each([
  ['classic', ''],
  ['modern', ''],
  ['workbook', ''],
  // What moves for the signs that hang is taken back.
  ['classic', 'p:has(wbr) {margin-left: 3px}'],
])(
  'no hyphen is left within a line where the browser looks at paragraphs as wholes: %s %s',
  async (theme, css) => {
    const words =
      'comfortable the remembered of understanding, in neighbours and considerably; to afternoon it representation a carpenters is predecessors that congratulations with distortions for vulnerabilities or existing variable what directory within another example each argument needs'.split(
        ' ',
      );
    const paragraphs = Array.from({ length: 160 }, (_, i) =>
      Array.from(
        { length: 18 + (i % 37) },
        (_, k) => words[(i * 5 + k * (1 + (i % 13)) + ((k * k) % 7)) % words.length],
      ).join(' '),
    );
    const { pages } = await printed(
      `# One\n\n${paragraphs.join('.\n\n')}.\n`,
      `theme: ${theme}\nlang: en-GB\nstyles: own.css`,
      { 'own.css': css },
    );
    const text = pages.map((page) => page.text).join('\n');
    expect(text.match(/\p{L}-\n/gu)?.length).toBeGreaterThan(20);
    // Such a hyphen has no width, and yet parts the word that it is in.
    const parted = pages.flatMap(({ pieces }) =>
      pieces.flatMap((piece, i) => {
        const next = pieces[i + 1];
        const goesOn = next?.y === piece.y && /\p{L}$/u.test(piece.text) && /^\p{L}/u.test(next.text);
        return goesOn ? [`${piece.text}|${next.text}`] : [];
      }),
    );
    expect(parted).toEqual([]);
  },
);

it('both letters of “ff” are in the text where a line ends between them', async () => {
  const paragraphs = Array.from(
    { length: 90 },
    (_, i) => `${'a '.repeat(i % 23)}${'differ suffer official coffee of '.repeat(4)}`,
  );
  const { pages } = await printed(`# One\n\n${paragraphs.join('\n\n')}\n`, 'theme: modern\nlang: en-GB');
  const text = pages.map((page) => page.text).join('\n');
  expect(text.match(/f-\nf/g)?.length).toBeGreaterThan(3);
  const read = text.replace(/-\n/g, '');
  for (const word of ['differ', 'suffer', 'official', 'coffee'])
    expect([word, read.split(word).length - 1]).toEqual([word, 90 * 4]);
});
