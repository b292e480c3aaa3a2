import type { Root } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { breakCode } from '../../src/typeset/code-lines.js';

const broken = (...children: Parameters<typeof h>[2][]): string => {
  const tree = h(null, ...children) as Root;
  breakCode(tree);
  return unified().use(rehypeStringify).stringify(tree);
};

describe('code on paper', () => {
  const long = `    let guess = ${'x'.repeat(50)};`;

  it('hangs in what is turned over, by the indent of its line, and leaves other lines alone', () => {
    const code = h('code', [`fn main() {\n`, h('span.pl-c', `${long}\n    end`), '\n}\n']);
    expect(broken(h('pre', code))).toBe(
      `<pre data-whole=""><code>fn main() {\n<span class="long-line" style="--indent:4ch"><span class="pl-c">${long}</span></span>\n<span class="pl-c">    end</span>\n}\n</code></pre>`,
    );
    const short = h('pre', h('code', 'a\nb\n'));
    expect(broken(short)).toBe('<pre data-whole=""><code>a\nb\n</code></pre>');
  });

  it('keeps up to five lines together, if they are not lines without end', () => {
    const whole = (text: string) => broken(h('pre', h('code', text))).includes('data-whole');
    expect(whole('a\n'.repeat(5))).toBe(true);
    expect(whole('a\n'.repeat(6))).toBe(false);
    expect(whole(`${'x'.repeat(401)}\n`)).toBe(false);
  });

  it('does so in numbered lines, with the explained mark that ends one', () => {
    const line = h('span.code-line', long);
    const code = (behind: Parameters<typeof h>[2]): string =>
      broken(h('pre', h('code.numbered', line, behind)));
    expect(code('\n')).toContain('<span class="code-line long-line" style="--indent:4ch">');
    const marked = h(
      'code.numbered',
      h('span.code-line', long),
      ' ',
      h('a', '1'),
      '\n',
      h('span.code-line', 'b'),
    );
    expect(broken(h('pre', marked))).toContain(`${long} <a>1</a></span>\n<span class="code-line">b</span>`);
  });

  it('holds options with what they are set to, in blocks', () => {
    expect(broken(h('pre', h('code', './configure --prefix=/opt/local -x\n')))).toContain(
      './configure <span class="nowrap">--prefix=/opt/local</span> <span class="nowrap">-x</span>\n',
    );
    const endless = `--prefix=${'/local'.repeat(9)}`;
    expect(broken(h('pre', h('code', `a ${endless} b--c\n`)))).toContain(
      `a <span class="nowrap">--prefix</span>${endless.slice(8)} b--c`,
    );
  });

  it('sets a line of data as it comes, for it would be higher than a page', () => {
    expect(broken(h('pre', h('code', `${'x'.repeat(600)}\n`)))).not.toContain('long-line');
  });

  it('breaks a long name in a sentence behind its joints', () => {
    expect(broken(h('p', h('code', 'std::collections::HashMap')))).toBe(
      '<p><code>std::<wbr>collections::<wbr>HashMap</code></p>',
    );
    expect(broken(h('p', h('code', 'path/to/the_file.txt')))).toBe(
      '<p><code>path/<wbr>to/<wbr>the_<wbr>file.<wbr>txt</code></p>',
    );
    expect(broken(h('p', h('code', '--dry-run ..')))).not.toContain('wbr');
    expect(broken(h('p', h('code', 'a::b')))).toBe('<p><code>a::b</code></p>');
  });

  it('does not part a flag behind its hyphens', () => {
    expect(broken(h('p', h('code', 'octavo check --stats')))).toBe(
      '<p><code>octavo check <span class="nowrap">--stats</span></code></p>',
    );
  });

  it('does not part a brief name behind its hyphens', () => {
    expect(broken(h('p', h('code', 'a-b and well-known')))).toBe(
      '<p><code><span class="nowrap">a-b</span> and <span class="nowrap">well-known</span></code></p>',
    );
    expect(broken(h('p', h('code', 'chicago-author-date')))).not.toContain('nowrap');
  });
});
