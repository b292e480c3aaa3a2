import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { openAddresses } from '../../src/typeset/addresses.js';

const opened = (...children: Parameters<typeof h>[1][]): string => {
  const tree: Root = { type: 'root', children: [h('p', children as never)] };
  openAddresses(tree);
  return toHtml(tree)
    .replace(/<span class="address">(.*?)<\/span>/g, '[$1]')
    .replaceAll('<wbr>', '|')
    .replace(/^<p>|<\/p>$/g, '');
};

describe('an address', () => {
  it.each([
    ['before slashes', 'https://example.org/a-b/c', '[https://example.org|/a-b|/c]'],
    ['before signs', 'www.example.org/x_y.html?a=1#b', '[www.example.org|/x|_y|.html|?a|=1|#b]'],
    [
      'in a long host',
      'https://www.some-site-with-a-name.example.org/a',
      '[https://|www|.some-site-with-a-name|.example|.org|/a]',
    ],
    ['without the end of its sentence', 'see (https://example.org/a).', 'see ([https://example.org|/a]).'],
    [
      'in a long path',
      'see (src/press/layout/optical-margins/lines.ts).',
      'see ([src|/press|/layout|/optical-margins|/lines|.ts]).',
    ],
    [
      'without its scheme',
      'docs.example.org/reference/installation/options.html',
      '[docs.example.org|/reference|/installation|/options|.html]',
    ],
    [
      'anywhere in what is no word',
      `https://example.org/${'0'.repeat(30)}`,
      `[https://example.org|/${'|0'.repeat(30)}]`,
    ],
  ])('may be parted %s', (_, text, expected) => {
    expect(opened(text)).toBe(expected);
  });

  it.each(['example.org', 'and/or', 'src/press/layout/lines.ts', 'https://a.b', 'http://', 'a www. b'])(
    'is none: %s',
    (text) => {
      expect(opened(text)).toBe(text);
    },
  );

  it.each([
    ['Chinese', `${'文字没有空格'.repeat(7)}他/她/它${'去了市场'.repeat(7)}`],
    ['Thai', `${'ภาษาไทยไม่มีช่องว่าง'.repeat(3)}เขา/เธอ/มัน${'ไปตลาด'.repeat(5)}`],
    ['Japanese', `これは/あれは/それは${'ちょっとした文章です'.repeat(6)}`],
  ])('is no sentence without spaces, with slashes in it: %s', (_, text) => {
    expect(opened(text)).toBe(text);
  });

  it('is as long as itself, and not as what stands behind it', () => {
    const text = '12/05/2024—irgendwannundirgendwoundsoweiter';
    expect(opened(text)).toBe(text);
  });

  it('is parted in a link, and whole in code', () => {
    expect(opened(h('a', { href: 'x' }, 'https://example.org/a'))).toBe(
      '<a href="x">[https://example.org|/a]</a>',
    );
    expect(opened(h('code', 'https://example.org/a'))).toBe('<code>https://example.org/a</code>');
  });

  it.each(['a-', 'a/', '/', 'ab', 'https://', 'a.'])('is looked for in endless text: %s', (part) => {
    const text = part.repeat(100_000);
    expect(opened(text).replace(/[[\]|]/g, '') === text).toBe(true);
  });
});
