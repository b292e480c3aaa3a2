import { describe, expect, it } from 'vitest';
import { highlight } from '../../src/typeset/highlight.js';
import { understand } from '../support/chapter.js';

const mark = (number: number, n = number) =>
  ` <a class="code-mark" href="#chapter--code-note${n > 1 ? `-${n}` : ''}">${number}</a>`;
const code = (lines: readonly string[], lang = '') => `# T\n\n\`\`\`${lang}\n${lines.join('\n')}\n\`\`\`\n\n`;

describe('marks in code', () => {
  it.each([
    ['a # <1>', `a${mark(1)}`],
    ['a  // <1>  ', `a${mark(1)}`],
    ['a -- <1>', `a${mark(1)}`],
    ['a ;; <1>', `a${mark(1)}`],
    ['a % <1>', `a${mark(1)}`],
    ['a /* <1> */', `a${mark(1)}`],
    ['&lt;p> <!-- <1> -->', `&#x26;lt;p>${mark(1)}`],
    ['a # <1> <1>', `a${mark(1)}${mark(1)}`],
  ])('%s', (line, expected) => {
    const book = understand(`${code([line])}1. One.`);
    expect(book.dress().html).toContain(`<pre><code>${expected}\n</code></pre>`);
    expect(book.said()).toEqual([]);
  });

  it.each(['a <1>', 'a # <1> b', '"# <1>"', 'vector<1>', 'a # <one>', '# <1>'])('%s is code', (line) => {
    const book = understand(`${code([line])}1. One.`);
    expect(book.dress().html).not.toContain('code-mark');
    expect(book.said()).toEqual([]);
  });

  it('are shown as they are written in Markdown that shows them, unless they are explained', () => {
    const book = understand(code(['a # <1>'], 'markdown'));
    expect(book.dress().html).toContain('a # &#x3C;1>');
    expect(book.said()).toEqual([]);
    expect(understand(`${code(['a # <1>'], 'markdown')}1. One.`).dress().html).toContain('code-mark');
    expect(understand(code(['a # <1>'], 'js')).said()).toEqual(['code-mark-explained chapter.md:4:5']);
  });

  it('stand at their lines in coloured and numbered code, in a word that goes over lines too', async () => {
    const text = code(['/* a // <1>', '*/', 'b(); // <2>', '// <3>'], 'js {#lst-a .numbered}');
    const book = understand(`${text}1. One.\n2. Two.\n3. Three.`);
    await highlight(book.book);
    const lines = book.dress().html.split('\n');
    const at = lines.findIndex((line) => line.includes('<pre>'));
    expect(lines[at]).toMatch(
      /\/\* a<\/span><\/span> <a class="code-mark" href="#chapter--code-note">1<\/a>$/,
    );
    expect(lines[at + 2]).toMatch(/;<\/span> <a class="code-mark" href="#chapter--code-note-2">2<\/a>$/);
    expect(lines[at + 3]).toContain(mark(3));
    expect(lines[at + 3]).not.toContain('//');
  });

  it('keep to their list, which says the number first', () => {
    const page = understand(`${code(['a # <3>'])}3. Three, and\n\n   more.`).dress().html;
    expect(page).toContain('<ol start="3" class="code-notes">');
    expect(page).toContain('<p><span class="code-mark">3</span> Three, and</p>');
  });

  it('are told of where one is without the other', () => {
    const book = understand(
      `${code(['a # <1>', 'b # <2>'])}1. One.\n2. Two.\n3. Three.\n\n${code(['c # <9>'])}Text.`,
    );
    expect(book.said()).toEqual([
      'code-mark-explained chapter.md:10:1',
      'code-mark-explained chapter.md:15:5',
    ]);
    expect(book.words()).toEqual([
      expect.stringContaining('Number 3 of this list explains a mark <3>'),
      expect.stringContaining('The mark <9> in this code is not explained'),
    ]);
    // Nobody explains it, so it is a comment as any other.
    expect(book.dress().html).toContain('c # &#x3C;9>');
  });
});
