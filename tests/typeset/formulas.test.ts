import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { understand } from '../support/chapter.js';

/*
 * From TeX to MathML: what is set, what is refused, and where that is said.
 */
async function set(markdown: string) {
  const book = understand({ 'chapter.md': `# T\n\n${markdown}` });
  await book.setFormulas();
  const { html, tree } = book.dress();
  return {
    html: html.replace('<h1 id="chapter--t">T</h1>\n', ''),
    tree,
    said: book.said(),
    words: book.words(),
  };
}

describe('sets', () => {
  it.each([
    ['\\frac{a}{b}', '<mfrac><mi>a</mi><mi>b</mi></mfrac>'],
    ['\\sqrt[3]{x}', '<mroot>'],
    [
      '\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}',
      '<mtd style="padding-left:0.59776em;padding-right:0em;"><mn>4</mn></mtd>',
    ],
    ['\\begin{cases}1&x>0\\\\0&\\text{else}\\end{cases}', '<mtext>else</mtext>'],
    ['\\begin{aligned}a&=b\\\\&=c\\end{aligned}', '<mtd class="tml-right"'],
    ['\\textcolor{red}{x}', '<mi style="color:#ff0000;">x</mi>'],
    ['\\cancel{x}', '<mrow class="tml-cancel upstrike"></mrow>'],
    ['a\\!b', '<mrow style="margin-left:-0.1667em;"></mrow>'],
    ['\\boxed{x}', 'border:1px solid;'],
    ['\\mathbb{R}', '<mi>ℝ</mi>'],
    ['\\ce{H2O}', '<mn>2</mn>'],
    ['\\text{größer}', '<mtext>größer</mtext>'],
    ['\\text{<b onclick=x>}', '<mtext>&#x3C;b\u00a0onclick=x></mtext>'],
    ['\\dots'.repeat(300), '<mo lspace="0em" rspace="0em">…</mo>'],
  ])('%s', async (tex, expected) => {
    const { html, said } = await set(`$$${tex}$$`);
    expect(html).toContain(expected);
    expect(html.match(/<math/g)).toHaveLength(1);
    expect(said).toEqual([]);
  });

  it.each(['equation', 'align', 'gather', 'multline'])(
    '%s without numbers that nobody can point at',
    async (name) => {
      const { html, said } = await set(`$$\n\\begin{${name}}\na \\\\\nb\n\\end{${name}}\n$$`);
      expect(html).toContain('<mi>b</mi>');
      expect(html).not.toMatch(/tml-eqn|tml-tag/);
      expect(said).toEqual([]);
    },
  );

  it('with every element at the place of its formula', async () => {
    const { tree } = await set('Text $\\frac{a}{b}$.');
    const places = new Set(
      JSON.stringify(tree)
        .match(/"tagName":"m\w+".*?"position":\{"start":\{"line":\d+,"column":\d+/g)
        ?.map((one) => one.slice(-21)),
    );
    expect([...places]).toEqual([expect.stringContaining('"line":3,"column":6')]);
  });
});

it.each([
  [
    'sums and integrals have no white of their own behind a sign',
    'a = \\sum b',
    '<mo lspace="0em" movablelimits="false">∑',
  ],
  ['and have it behind what they multiply', 'a \\sum b', '<mo movablelimits="false">∑'],
  ['rings have it everywhere', 'a = \\oint b', '<mo movablelimits="false">∮'],
  ['dots have none beside a sign', 'a + \\dots + b', '<mo lspace="0em" rspace="0em">⋯'],
  ['and a little beside a letter', 'a \\dots b', '<mo lspace="0.1667em" rspace="0.1667em">…'],
  [
    'brackets around what is low do not grow',
    '\\left( a \\right)',
    '<mo fence="true" form="prefix" stretchy="false">(',
  ],
  ['those around a sum do', '\\left( \\sum a \\right)', '<mo fence="true" form="prefix" stretchy="true">('],
  ['bars are apart from rows', '\\begin{vmatrix} a \\end{vmatrix}', 'rspace="0.1667em" stretchy="true">|'],
  ['words stand on long arrows', 'a \\xrightarrow{f} b', '>⟶</mo>'],
])('spaces: %s', async (_, tex, expected) => {
  const { html } = await set(`$$ ${tex} $$`);
  const sorted = html.replace(/<mo ([^>]*)>/g, (_, all: string) => `<mo ${all.split(' ').sort().join(' ')}>`);
  expect(sorted).toContain(expected);
});

it('two backslashes end a line, and what may end one takes no room', async () => {
  const { html, said } = await set(
    '$$\na = b \\\\\n\\quad {} \\equiv d \\pmod{n} \\\\ \\quad (e \\mod n)\n$$\n\nText $a \\pmod{n}$.',
  );
  expect(said).toEqual([]);
  expect(html.match(/<mtr>/g)).toHaveLength(3);
  expect(html).not.toContain('<mo></mo>');
  const brief = await set('$$ a \\pmod{n} $$');
  expect(brief.html).not.toContain('<mtr>');
});

it.each([
  ['\\underset{x}{\\operatorname{arg}}', 'munder', '<mrow><mi>arg</mi>'],
  ['\\stackrel{x}{\\operatorname{arg}}', 'mover', '<mrow><mi>arg</mi>'],
  ['\\overset{x}{\\operatorname{arg}}', 'mover', '<mrow><mi>arg</mi>'],
  ['\\overset{x}{A}', 'mover', '<mi>A</mi>'],
  ['\\overset{x}{ab}', 'mover', '<mrow><mi>a</mi><mi>b</mi>'],
  ['\\stackrel{x}{ab}', 'mover', '<mrow><mi>a</mi><mi>b</mi>'],
  ['\\overset{x}{=}', 'mover', '<mo>=</mo>'],
])('what stands above or below is neither an exponent nor in the row: %s', async (tex, element, base) => {
  const { html, said } = await set(`$${tex}$`);
  const found = new RegExp(`<${element}>(.*?)</${element}>`).exec(html)?.[1];
  expect(found).toMatch(/^(.*)<mi>x<\/mi>$/);
  expect(found?.startsWith(base)).toBe(true);
  // Two parts: a base that is one element, and what stands above or below it.
  expect(fromHtml(found ?? '', { fragment: true }).children).toHaveLength(2);
  expect(said).toEqual([]);
});

it.each([
  ['\\ce{^{14}_{6}C2}', '<mn>6</mn><mn>14</mn>', '<mrow><mi mathvariant="normal">C</mi>'],
  ['\\ce{^{227}_{90}Th+}', '<mn>90</mn><mn>227</mn>', '<mpadded lspace="0"><mi>Th</mi>'],
  ['\\ce{^14C}', '<mrow></mrow><mn>14</mn>', '<mrow><mi mathvariant="normal">C</mi>'],
  ['\\ce{A + ^{0}_{-1}e}', '<mn>1</mn></mrow><mn>0</mn>', '<mrow><mi mathvariant="normal">e</mi>'],
  ['\\prescript{14}{6}{C}', '<mn>6</mn><mn>14</mn>', '<mi>C</mi>'],
])('numbers stand before an element, the mass above: %s', async (tex, numbers, base) => {
  const { html, said } = await set(`$${tex}$`);
  const [, inside = ''] = /<mmultiscripts>(.*?)<\/mmultiscripts>/.exec(html) ?? [];
  expect(inside.startsWith(base), inside).toBe(true);
  expect(inside.replace(/^.*<mprescripts><\/mprescripts>/, '')).toContain(numbers);
  expect(html).not.toMatch(/mphantom|position/);
  expect(said).toEqual([]);
});

it('a case without a condition is an empty cell, and asks for no style', async () => {
  const { html, said } = await set('$$\n\\begin{cases} x & \\text{if } y \\\\ z \\end{cases}\n$$');
  expect(said).toEqual([]);
  expect(html).toMatch(/<mtd[^>]*><\/mtd>/);
  expect(html).not.toMatch(/level|undefined|Infinity/);
});

describe('says what is wrong, where, and keeps the source', () => {
  it.each([
    ['Text $\\frac{a}{b$ more.', '3:17', 'Unexpected end of input in a macro argument'],
    ['Text $\\foo + 1$ more.', '3:7', 'Unsupported function name: \\foo'],
    ['$$\na + \\\n\\bar + \\baz\n$$', '5:8', 'Unsupported function name: \\baz'],
    ['$$\n\\begin{align}\na &= \\nope\n\\end{align}\n$$', '5:6', 'Unsupported function name: \\nope'],
    ['$$ \\begin{align} a \\nope \\end{align} $$', '3:20', 'Unsupported function name: \\nope'],
    ['> - $$\n>   a &\n>   $$', '4:7', 'Expected'],
    ['```math\n\na \\nope\n```', '5:3', 'Unsupported function name: \\nope'],
    ['| a |\n| - |\n| $\\nope \\| b$ |', '5:3', 'Unsupported function name: \\nope'],
    ['$x^2^3$', '3:5', 'Double superscript'],
    ['$x^^^^$', '3:2', 'not TeX that can be understood'],
    ['$\\char"110000$', '3:2', ''],
    ['$$ $$', '3:3', 'it is empty'],
    ['$\\includegraphics{/etc/passwd}$', '3:2', 'not trusted'],
    ['$\\href{javascript:alert(1)}{x}$', '3:2', 'Unsupported function name'],
    ['$\\style{position:fixed}{x}$', '3:2', 'not trusted'],
    ['$\\mathllap{x}$', '3:2', 'no edition can show'],
    ['$a \\def\\b{c}$', '3:4', '\\def is not set here'],
    ['$\\newcommand{\\R}{x}\\R$', '3:2', '\\newcommand is not set here'],
    ['$$x \\tag{1}$$', '3:5', '\\tag is not set here'],
    ['$$\\label{eq:x} x$$', '3:3', '\\label is not set here'],
    ['$\\eqref{x}$', '3:2', '\\eqref is not set here'],
  ])('%j', async (markdown, place, reason) => {
    const { html, said, words } = await set(markdown);
    expect(said).toEqual([`formula-reads chapter.md:${place}`]);
    expect(words[0]).toContain(reason);
    expect(words[0]).not.toMatch(/\n|\u0332|at position/);
    expect(html).toContain('<code>');
    expect(html).not.toContain('<math');
  });

  it('once for each, and goes on', async () => {
    const { html, said } = await set('$\\a$ and $\\frac$ and $x$.');
    expect(said).toEqual(['formula-reads chapter.md:3:2', 'formula-reads chapter.md:3:16']);
    expect(html).toMatch(/^<p><code>\\a<\/code> and <code>\\frac<\/code> and <math/);
  });
});

describe('cannot be made to burn time or memory', () => {
  const nested = (open: string, close: string, n = 2000) => `${open.repeat(n)}x${close.repeat(n)}`;
  it.each([
    ['a loop', '\\def\\a{\\a\\a}\\a'],
    ['a bomb', `\\def\\a{xxxxxxxxxx}\\def\\b{${'\\a'.repeat(10)}}\\def\\c{${'\\b'.repeat(10)}}\\c`],
    ['a bomb by another name', `\\newcommand{\\zz}[1]{#1#1}${nested('\\zz{', '}', 30)}`],
    ['fractions', nested('\\frac{1}{', '}', 900)],
    ['roots', nested('\\sqrt{', '}', 1400)],
    ['exponents', nested('x^{', '}', 2000)],
    ['brackets', nested('\\left(', '\\right)', 600)],
    ['matrices', nested('\\begin{matrix}', '\\end{matrix}', 300)],
    ['length', 'x'.repeat(20_000)],
    ['expansions', '\\dots'.repeat(1_990)],
  ])('%s', async (_, tex) => {
    const { said, html } = await set(`$$\n${tex}\n$$`);
    expect(said.map((one) => one.split(' ')[0])).toEqual(['formula-reads']);
    expect(html).toContain('<pre><code>');
  });

  it('lengths end somewhere', async () => {
    const { html } = await set('$\\rule{9999999em}{9999999cm}\\kern{9999999em}$');
    expect([...html.matchAll(/(?:width|height)="([\d.]+)(em|pt|px)"/g)].map(([, n]) => Number(n))).toSatisfy(
      (sizes: number[]) => sizes.length > 0 && Math.max(...sizes) <= 500,
    );
  });
});

it('has words of any script whole, and leaves each part of an element its place', async () => {
  const { html } = await set(
    '$m = 5\\ \\mathrm{кг \\cdot м}$, $U_{\\mathrm{вх}}$, $а_б$, $\\text{если }x$ and $\\mathrm{速度}$.',
  );
  expect([...html.matchAll(/<mtext>([^<]*)/g)].map(([, text]) => text?.replace(/\u00a0/g, '_'))).toEqual([
    '_',
    'кг',
    'м',
    'вх',
    'а',
    'б',
    'если_',
    '速度',
  ]);
});

it('keeps the parts that elements need where one is empty', async () => {
  const { html } = await set('Text $a \\stackrel{!}{} b$ and $\\underset{x}{\\\\}$.');
  for (const [, name, inner = ''] of html.matchAll(/<(mover|munder)>(.*?)<\/\1>/g))
    expect(inner.match(/<(mo|mi|mrow|mn|mstyle|mtext)\b/g)?.length, name).toBeGreaterThanOrEqual(2);
  expect(html).toMatch(/<mover>.*<munder>/);
});
