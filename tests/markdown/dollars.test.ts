import { describe, expect, it } from 'vitest';
import { understand } from '../support/chapter.js';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';

/*
 * Where a formula begins and ends, by Pandoc's rules, and that a price is none.
 */

/** HTML of a text, with each formula as its TeX: `⟦x⟧` in a line, `⟦⟦x⟧⟧` displayed. */
async function shown(markdown: string): Promise<{ html: string; said: string[] }> {
  const book = understand(`# T\n\n${markdown}`);
  await book.setFormulas();
  const html = book
    .dress()
    .html.replace('<h1 id="chapter--t">T</h1>', '')
    .replace(/<math alttext="([^"]*)">.*?<\/math>/g, '⟦$1⟧')
    .replace(/<math display="block" alttext="([^"]*)">.*?<\/math>/g, '⟦⟦$1⟧⟧')
    .replace(/<div class="equation"( id="[^"]*")?>\n(.*?)\n<\/div>/gs, '<eq$1>$2</eq>')
    .trim();
  return { html, said: book.said() };
}

describe('in a line', () => {
  it.each([
    ['a $x^2$ b', '<p>a ⟦x^2⟧ b</p>'],
    ['$x$', '<p>⟦x⟧</p>'],
    ['($x$), $y$; "$z$".', '<p>(⟦x⟧), ⟦y⟧; “⟦z⟧”.</p>'],
    ['10$^{-3}$', '<p>10⟦^{-3}⟧</p>'],
    ['CO$_2$ and 5$\\mu$m', '<p>CO⟦_2⟧ and 5⟦\\mu⟧m</p>'],
    ['2$n$ of them, $.5$ or $]0, 1[$', '<p>2⟦n⟧ of them, ⟦.5⟧ or ⟦]0, 1[⟧</p>'],
    ['当$x > 0$时, ה$x$ (a$) and ($b$)', '<p>当⟦x > 0⟧时, ה⟦x⟧ (a$) and (⟦b⟧)</p>'],
    ['$a$ $b$', '<p>⟦a⟧ ⟦b⟧</p>'],
    ['$x +\ny$', '<p>⟦x + y⟧</p>'],
    ['$\\text{5\\$}$', '<p>⟦\\text{5\\$}⟧</p>'],
    ['$x_1 * y_2 * z$ and $a_b$', '<p>⟦x_1 * y_2 * z⟧ and ⟦a_b⟧</p>'],
    ['*em $a*b$ em*', '<p><em>em ⟦a*b⟧ em</em></p>'],
    ['**$x$**', '<p><strong>⟦x⟧</strong></p>'],
    ['[$x$](https://a.example)', '<p><a href="https://a.example">⟦x⟧</a></p>'],
    ['# The $x$ law', '<h1 id="chapter--the-x-law">The ⟦x⟧ law</h1>'],
    ['$$x$$ in a line', '<p>⟦⟦x⟧⟧ in a line</p>'],
    ['$$\\text{if $x$}$$ in', '<p>⟦⟦\\text{if $x$}⟧⟧ in</p>'],
  ])('%j', async (markdown, expected) => {
    const { html } = await shown(markdown);
    expect(html).toBe(expected);
  });

  it('has the bar of a table as GFM has it in code', async () => {
    expect((await shown('| a |\n| - |\n| $P(a \\| b)$ |')).html).toContain('<td>⟦P(a | b)⟧</td>');
  });
});

describe('is none', () => {
  it.each([
    'it costs $5 and $6',
    'US$10',
    'US$10 or $11, not $12',
    'a $ b $ c',
    'a $b $ c',
    'a $ b$ c',
    '$20,000 and USD$30,000',
    'only $one',
    'a$',
    '$',
    '$$',
    'a $$ b',
    'from $$ to $$, seldom $$$',
    '$$ x $$ in a line',
    '$$$ and $$$x$$$',
    '$100–$200',
    'It cost 7$, and the other one, which Anna bought, 8$.',
    'CA$10; A$AP',
    'A$AP and Ke$ha, A$AP/Ke$ha',
    '7$US or 8$US, 7$/kg or 8$/kg, 7$–8$',
    'One sign ($) and another ($). The $; the ($.), and (5$.',
    'Она стоит 7$, а другая 8$.',
    '(כ-7$). צבא יוצא (כ-7$)',
  ])('%s', async (text) => {
    expect(await shown(text)).toMatchObject({ html: `<p>${text}</p>` });
  });

  it.each([
    ['\\$x$ and \\$5\\$', '<p>$x$ and $5$</p>'],
    ['`$x$`', '<p><code>$x$</code></p>'],
    ['$5 `x$` y', '<p>$5 <code>x$</code> y</p>'],
    ['```\n$$\nx\n$$\n```', '<pre><code>$$\nx\n$$\n</code></pre>'],
    ['    $$\n    x\n    $$', '<pre><code>$$\nx\n$$\n</code></pre>'],
    ['<span title="$x$">y</span>', '<p><span title="$x$">y</span></p>'],
    ['[x](https://a.example/$1/$)', '<p><a href="https://a.example/$1/$">x</a></p>'],
    ['<https://a.example/$x$>', '<p><a href="https://a.example/$x$">https://a.example/$x$</a></p>'],
    ['a $5 *b* $6', '<p>a $5 <em>b</em> $6</p>'],
    ['| $5 | $6 |\n| - | - |', '<table>\n<thead>\n<tr>\n<th>$5</th>\n<th>$6</th>\n</tr>\n</thead>\n</table>'],
  ])('%j', async (markdown, expected) => {
    expect(await shown(markdown)).toEqual({ html: expected, said: [] });
  });
});

describe('a block', () => {
  it.each([
    ['$$\nx\n$$', '<eq>⟦⟦x⟧⟧</eq>'],
    ['$$x$$', '<eq>⟦⟦x⟧⟧</eq>'],
    ['$$ x\n+ y $$', '<eq>⟦⟦x + y⟧⟧</eq>'],
    ['Text\n$$\nx\n$$\nmore', '<p>Text</p>\n<eq>⟦⟦x⟧⟧</eq>\n<p>more</p>'],
    ['```math\nx\n\ny\n```', '<eq>⟦⟦x y⟧⟧</eq>'],
    ['> $$\n> x\n> $$', '<blockquote>\n<eq>⟦⟦x⟧⟧</eq>\n</blockquote>'],
    ['- a\n\n  $$\n  x\n  $$', '<ul>\n<li>\n<p>a</p>\n<eq>⟦⟦x⟧⟧</eq>\n</li>\n</ul>'],
    ['$$\r\nx\r\n$$\r\n', '<eq>⟦⟦x⟧⟧</eq>'],
    ['$$\nx\n$$ {#eq-x}', '<eq id="chapter--eq-x">⟦⟦x⟧⟧\n<span class="equation-number">(1)</span></eq>'],
    ['$$x$$ {#eq-x}', '<eq id="chapter--eq-x">⟦⟦x⟧⟧\n<span class="equation-number">(1)</span></eq>'],
    [
      '```math {#eq-x}\nx\n```',
      '<eq id="chapter--eq-x">⟦⟦x⟧⟧\n<span class="equation-number">(1)</span></eq>',
    ],
    ['$$x$$ {#here}', '<eq id="chapter--here">⟦⟦x⟧⟧</eq>'],
  ])('%j', async (markdown, expected) => {
    const { html, said } = await shown(markdown);
    expect({ html, said }).toEqual({ html: expected, said: [] });
  });

  it('takes what its lines begin with for a part of it', async () => {
    const { html } = await shown('$$\na\n- b\n+ c\n> 0\n$$');
    expect(html).toBe('<eq>⟦⟦a - b + c > 0⟧⟧</eq>');
  });

  it.each([
    '$$\nx\n\nMore.\n\n- item',
    '$$ x\n\nMore.\n\n- item',
    '$$x$$ and more\n\nMore.\n\n- item',
    '$$\nx\n$$ {nothing}\n\nMore.\n\n- item',
  ])('that is not closed takes nothing that follows: %j', async (markdown) => {
    const { html } = await shown(markdown);
    expect(html).toMatch(/<p>More\.<\/p>\n<ul>\n<li>item<\/li>\n<\/ul>$/);
    expect(html).not.toContain('<eq');
  });

  it('in a quote ends with the quote', async () => {
    const { html } = await shown('> $$\n> x\n\nMore.');
    expect(html).toBe('<blockquote>\n<p>$$\nx</p>\n</blockquote>\n<p>More.</p>');
  });
});

it.each([
  ['$a ', '', 8000],
  ['$a\n', '', 8000],
  ['$$ ', '', 8000],
  ['a ', '$', 20_000],
  ['a\n', '$$\n', 20_000],
])('thousands of %j stay what they are', async (piece, before, times) => {
  const { html } = await shown(before + piece.repeat(times));
  expect(html).not.toContain('⟦');
  expect(html.replace(/\s/g, '')).toBe(`<p>${before}${piece.repeat(times)}</p>`.replace(/\s/g, ''));
});

it('equations are counted through the book, and pointed at', async () => {
  const book = understand({
    'a.md': '$$x$$ {#eq-one}\n\n$$y$$\n\n@eq-two',
    'b.md': '---\nlang: de\n---\n$$z$$ {#eq-two}\n\n@eq-one [-@eq-two]',
  });
  await book.setFormulas();
  expect(book.dress('reflowable', 'a.md').html).toContain('<a href="#b--eq-two">Equation\u00a02</a>');
  const german = book.dress('reflowable', 'b.md').html;
  expect(german).toContain('<span class="equation-number">(2)</span>');
  expect(german).toContain('<a href="#a--eq-one">Gleichung\u00a01</a> <a href="#b--eq-two">2</a>');
  expect(book.said()).toEqual([]);
});

it.each([
  ['CA$10; A$AP or 7$, never 8$', 'CA$10; A$AP or 7$, never 8$'],
  ['On $x^2$ and CO$_2$', 'On x² and CO₂'],
])('the title of a book has the same formulas: %s', async (heading, title) => {
  const { delivered } = await buildInMemory({ 'a.md': `# ${heading}\n\nText.\n` });
  const [bytes] = delivered.values();
  expect((await openEpub(bytes as Uint8Array)).meta('dc:title')).toEqual([title]);
});
