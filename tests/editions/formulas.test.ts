import { beforeAll, describe, expect, it } from 'vitest';
import { bytesOf, desk, octavoJson } from '../support/desk.js';
import { type Epub, openEpub } from '../support/epub.js';
import { epubcheck } from '../support/epubcheck.js';
import { type InspectedPdf, inspectPdf, tagged } from '../support/pdf.js';

/*
 * Formulas in the finished files: typeface, tags, places, and what an e-reader is told.
 */
const TEXT = `# The $x^2$ law

${'A line of text that is long enough to go on to another line, and then one more. '.repeat(4)}With $\\frac{a}{b}$ in it.

$$
a^2 + b^2 = c^2
$$ {#eq-pythagoras}

$$
\\begin{aligned} x &= \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix} \\\\ &= \\sqrt{\\frac{1}{2}} \\end{aligned}
$$ {#eq-lines}

$$ f'(x) = \\begin{cases} \\mathbf{1} & \\boldsymbol{+} \\\\ \\cancel{x} & \\text{otherwise} \\end{cases} $$

## **Bold** $\\mathcal{L}$

See @eq-pythagoras and @eq-lines.
`;
const WIDE = `# Wide

Text.

$$
\\sqrt{${'x_{1} + y_{2} + '.repeat(12)} z}
$$

Fits: $${'a+'.repeat(10)}b$.
`;

let print: InspectedPdf;
let epub: Epub;
let bytes: Uint8Array;
let plainEpub: Epub;
let plainPrint: InspectedPdf;

beforeAll(async () => {
  const cwd = await desk({
    'book/book.yaml': 'title: Laws\nauthor: Somebody\n',
    'book/a.md': TEXT,
    'book/b.md': '# Words\n\nOnly words, and @eq-lines.\n',
    'plain/book.yaml': 'title: Words\nauthor: Somebody\n',
    'plain/a.md': '# Words\n\nIt costs $5 and $6.\n',
  });
  const made = await octavoJson(cwd, ['build', 'book', '-e', 'print', '-e', 'epub']);
  expect(made.messages).toEqual([]);
  print = await inspectPdf(await bytesOf(cwd, 'dist/laws-print.pdf'));
  bytes = await bytesOf(cwd, 'dist/laws.epub');
  epub = await openEpub(bytes);
  const plain = await octavoJson(cwd, ['build', 'plain', '-o', 'plain-dist', '-e', 'print', '-e', 'epub']);
  expect(plain.messages).toEqual([]);
  plainEpub = await openEpub(await bytesOf(cwd, 'plain-dist/words.epub'));
  plainPrint = await inspectPdf(await bytesOf(cwd, 'plain-dist/words-print.pdf'));
}, 120_000);

describe('in print', () => {
  const page = () => {
    const found = print.pages.find(({ label }) => label === '1');
    if (!found) throw new Error('there is no page 1');
    return found;
  };

  it('are set in a typeface of their own, embedded, and drawn by no Type 3', () => {
    const math = print.fonts.filter(({ name }) => name === 'STIXTwoMath-Regular');
    expect(math).toEqual([
      expect.objectContaining({ type: 'CIDFontType2', embedded: true, subset: true, toUnicode: true }),
    ]);
    expect(print.fonts.filter(({ type, embedded }) => type === 'Type3' || !embedded)).toEqual([]);
    expect(plainPrint.fonts.map(({ name }) => name)).not.toContain('STIXTwoMath-Regular');
  });

  it('have their number at the right margin, and stand in the middle', () => {
    const full = page().lines.find(({ text }) => text.startsWith('A line of text'));
    const number = page().lines.find(({ text }) => text.endsWith('(1)'));
    if (!full || !number) throw new Error(page().text);
    const right = full.x + full.width;
    expect(Math.abs(number.x + number.width - right)).toBeLessThan(1);
    expect(number.text).toMatch(/=.*\(1\)$/);
    expect(number.x).toBeGreaterThan(full.x + full.width / 4);
  });

  it('are tagged as formulas that say their TeX, and nothing is left without a tag', () => {
    expect(tagged(print.tags, 'Formula').map(({ alt }) => alt)).toEqual([
      // In the contents, and in the heading itself.
      'x^2',
      'x^2',
      '\\frac{a}{b}',
      'a^2 + b^2 = c^2',
      expect.stringContaining('\\begin{aligned}'),
      expect.stringContaining('\\begin{cases}'),
      '\\mathcal{L}',
    ]);
    expect(tagged(print.tags, 'Figure')).toEqual([]);
    expect(print.pages.map(({ unmarked }) => unmarked)).toEqual(print.pages.map(() => 0));
  });

  it('may stand in headings, which the outline names in plain words', () => {
    const [chapter] = print.outline.filter(({ title }) => title.startsWith('The'));
    expect(chapter?.title).toBe('The x² law');
    expect(chapter?.children.map(({ title }) => title)).toEqual(['Bold L']);
  });

  it('are pointed at by number, and by page from another page', () => {
    const text = print.pages
      .map((one) => one.text)
      .join(' ')
      .replace(/\s+/g, ' ');
    expect(text).toContain('See Equation 1 and Equation 2. ');
    expect(text).toContain('Only words, and Equation 2, page 1.');
  });

  it('do not have the line before them torn apart, and leave other lines full', async () => {
    const cwd = await desk({
      'book/book.yaml': 'title: Torn\nauthor: S\nlang: en\ntrim: 5x8\nhyphenate: false\n',
      'book/a.md': `# Torn

Whoever reckons knows that this very long $(a_1+a_2+a_3+a_4+a_5+a_6+a_7+a_8+a_9+a_0)$ cannot be parted and that the words before it are few.

Of one $\\sum_{i=1}^n i$ and of $\\frac{a}{b}$, and of others that are longer $y$ and go on over two lines or even three of them, if there is enough to say of it all.
`,
    });
    await octavoJson(cwd, ['build', 'book', '-e', 'print']);
    const { pages } = await inspectPdf(await bytesOf(cwd, 'dist/torn-print.pdf'));
    const ends = (start: string): number[] => {
      // The parts of a fraction are lines of their own there.
      const lines = pages.flatMap((one) => one.lines).filter(({ width }) => width > 100);
      const at = lines.findIndex(({ text }) => text.startsWith(start));
      return lines.slice(at, at + 2).map(({ x, width }) => x + width);
    };
    const [full = 0, next] = ends('Of one');
    expect(next).toBeCloseTo(full, 0);
    expect(ends('Whoever reckons')[0]).toBeLessThan(full - 20);
  });

  it('have words that stand on an arrow close above it', async () => {
    const cwd = await desk({
      'book/book.yaml': 'title: Arrows\nauthor: S\n',
      'book/a.md': '# Arrows\n\n$$\nA \\xrightarrow{over} B \\xmapsto{onto} C\n$$\n',
    });
    await octavoJson(cwd, ['build', 'book', '-e', 'print']);
    const { pages } = await inspectPdf(await bytesOf(cwd, 'dist/arrows-print.pdf'));
    const pieces = pages.flatMap((one) => one.pieces);
    // Letters of a word in italics are pieces of their own.
    const [label, tip] = ['𝑜', '⟶'].map((sign) => pieces.find(({ text }) => text.includes(sign)));
    if (!label || !tip) throw new Error(pieces.map(({ text }) => text).join('|'));
    // In points, of letters that have eleven.
    const above = Math.abs(tip.y - label.y);
    expect(above).toBeGreaterThan(4);
    expect(above).toBeLessThan(9);
    const [mapped, onto] = ['↦', '𝑛'].map((sign) => pieces.find(({ text }) => text.includes(sign)));
    expect(Math.abs((mapped?.y ?? 0) - (onto?.y ?? 99))).toBeLessThan(9);
  });

  it('that are too wide are told at their line, once, and nothing else is', async () => {
    const cwd = await desk({ 'book/book.yaml': 'title: W\nauthor: S\n', 'book/a.md': WIDE });
    const { messages } = await octavoJson(cwd, ['build', 'book', '-e', 'print']);
    expect(messages.map(({ id, line }) => `${id} ${line}`)).toEqual(['fits-page 5']);
    expect(messages[0]?.message).toMatch(/This formula is \d+\.\d mm too wide/);
    expect(messages[0]?.remedy).toContain('\\begin{aligned}');
  });
});

describe('in an EPUB', () => {
  it('are MathML that says its TeX, in a document that is announced as such', () => {
    const math = epub.documents.get('a.xhtml')?.all('math') ?? [];
    expect(math).toHaveLength(6);
    expect(math.map(({ uri }) => uri)).toEqual(math.map(() => 'http://www.w3.org/1998/Math/MathML'));
    expect(math[2]?.attributes).toMatchObject({ display: 'block', alttext: 'a^2 + b^2 = c^2' });
    const properties = (href: string) => epub.opf.manifest.find((item) => item.href === href)?.properties;
    expect([properties('a.xhtml'), properties('b.xhtml')]).toEqual(['mathml', undefined]);
    expect(epub.textOf('a.xhtml')).toMatch(/\(1\).*\(2\)/s);
  });

  it('bring their typeface along, and no other book does', () => {
    const fonts = (one: Epub) => one.files.filter((file) => /woff2$/.test(file));
    expect(fonts(epub)).toEqual([expect.stringContaining('stix-two-math')]);
    expect(fonts(plainEpub)).toEqual([]);
  });

  it('say in elements around them how large they are set, as MathML 3 has it', async () => {
    const cwd = await desk({
      'book/book.yaml': 'title: Deep\nauthor: S\n',
      'book/a.md': `# Deep

$x^{a^{b^{c}}}$ and $y_{a_{b_{c}}}$ and $\\hbox{text}$.

$$
\\boxed{\\frac{a}{b}}
$$

$$
\\begin{CD} A @>a>> B \\\\ @VVbV @VVcV \\\\ C @>d>> D \\end{CD}
$$

<math><mtable><mtr displaystyle="true"><mtd scriptlevel="1"><mi>z</mi></mtd></mtr></mtable></math>
`,
    });
    expect((await octavoJson(cwd, ['build', 'book', '-e', 'epub'])).messages).toEqual([]);
    const deep = await bytesOf(cwd, 'dist/deep.epub');
    const document = (await openEpub(deep)).documents.get('a.xhtml');
    const styled = document?.all('mstyle').map((one) => ({ ...one.attributes, text: one.text })) ?? [];
    expect(styled).toContainEqual({ scriptlevel: '2', text: 'c' });
    expect(styled).toContainEqual({ scriptlevel: '0', displaystyle: 'true', text: 'ab' });
    expect(styled).toContainEqual({ scriptlevel: '1', text: 'z' });
    const [verdict] = await epubcheck(deep);
    expect([...(verdict?.errors ?? []), ...(verdict?.warnings ?? [])]).toEqual([]);
  }, 60_000);

  it('and pass EPUBCheck', async () => {
    const [verdict] = await epubcheck(bytes);
    expect([...(verdict?.errors ?? []), ...(verdict?.warnings ?? [])]).toEqual([]);
  });
});
