import { describe, expect, it } from 'vitest';
import { understand } from '../support/chapter.js';

const HTML = '<abbr title="HyperText Markup Language">HTML</abbr>';
const define = '*[HTML]: HyperText Markup Language';
const html = (text: string, options: Parameters<typeof understand>[1] = {}) => {
  const book = understand({ 'chapter.md': text }, options);
  const page = book.dress().html.replace(/^<h1.*<\/h1>\n?/, '');
  return { page, said: book.said(), words: book.words() };
};

describe('an abbreviation', () => {
  it.each([
    ['A *word* of HTML.', `<p>A <em>word</em> of ${HTML}.</p>`],
    ['**HTML** (HTML)', `<p><strong>${HTML}</strong> (${HTML})</p>`],
    ['XHTML, HTMLs, HTML5 and HTML', `<p>XHTML, HTMLs, HTML5 and ${HTML}</p>`],
    ['`HTML` and HTML', `<p><code>HTML</code> and ${HTML}</p>`],
    ['[x](https://example.org/HTML) HTML', `<p><a href="https://example.org/HTML">x</a> ${HTML}</p>`],
    ['"HTML" -- HTML...', `<p>“${HTML}”\u00a0– ${HTML}…</p>`],
    ['html, HTML', `<p>html, ${HTML}</p>`],
  ])('is marked as a whole word in prose: %s', (text, expected) => {
    expect(html(`# T\n\n${text}\n\n${define}`)).toMatchObject({ page: expected, said: [] });
  });

  it('leaves the ids of headings and their titles in the contents alone', () => {
    const { book, dress } = understand(`# T\n\n## What HTML is\n\n${define}`);
    expect(dress().html).toContain(`<h2 id="chapter--what-html-is">What ${HTML} is</h2>`);
    expect(book.outline[0]?.children[0]?.title).toBe('What HTML is');
  });

  it('is defined right behind a paragraph, in a quote or a list, and never shown', () => {
    const text = `# T\n\nHTML and CSS and R&D.\n${define}\n*[CSS]:Style *sheets*\n\n> *[R&D]: Research & Development\n`;
    const { page, said } = html(text);
    expect(page.match(/<abbr title="[^"]*">/g)).toEqual([
      '<abbr title="HyperText Markup Language">',
      '<abbr title="Style *sheets*">',
      '<abbr title="Research &#x26; Development">',
    ]);
    expect(page).not.toMatch(/\*\[|\]:/);
    expect(said).toEqual([]);
  });

  it('takes the longest, and any signs', () => {
    const { page } = html(
      '# T\n\nC++ and C and HTML5.\n\n*[C]: See\n*[C++]: See more\n*[HTML5]: Five\n*[HTML]: No',
    );
    expect(page).toContain('<abbr title="See more">C++</abbr> and <abbr title="See">C</abbr>');
    expect(page).toContain('<abbr title="Five">HTML5</abbr>.');
  });

  it('of the whole book holds in each file, where the file has none of its own', () => {
    const book = understand(
      { 'a.md': '# A\n\nPR', 'b.md': '# B\n\nPR\n\n*[PR]: Pull Request' },
      { abbreviations: { PR: 'Public Relations' } },
    );
    expect(book.dress('paged', 'a.md').html).toContain('<abbr title="Public Relations">');
    expect(book.dress('paged', 'b.md').html).toContain('<abbr title="Pull Request">');
    expect(book.said()).toEqual([]);
  });

  it('is told of where it is explained twice or never used', () => {
    const { said, words } = html(`# T\n\nHTML\n\n${define}\n*[HTML]: Again\n\n*[HTLM]: Mistyped`);
    expect(said).toEqual(['abbreviation-once chapter.md:6:1', 'abbreviation-used chapter.md:8:1']);
    expect(words[0]).toContain('the first explanation chapter.md:5:1');
  });

  it.each(['*[HTML] is', '*[]: x', '*[HTML]:', '*[HT\nML]: x', '\\*[HTML]: x', '    *[HTML]: x'])(
    'is not defined by %j',
    (line) => {
      const { page, said } = html(`# T\n\n${line}\n\nHTML`);
      expect(page).not.toContain('<abbr');
      expect(page).toMatch(/\*\[/);
      expect(said).toEqual([]);
    },
  );
});

describe('::abbreviations', () => {
  it('lists those of the whole book in the order of its language', () => {
    const book = understand(
      {
        'a.md': '# A\n\nÖPNV and Z\n\n*[ÖPNV]: Nahverkehr\n*[Z]: "Last"',
        'b.md': '# B\n\n::abbreviations',
      },
      { lang: 'de', abbreviations: { PR: 'Presse' } },
    );
    expect(book.dress('paged', 'b.md').html).toContain(
      '<dl class="abbreviations"><dt>ÖPNV</dt><dd>Nahverkehr</dd><dt>PR</dt><dd>Presse</dd><dt>Z</dt><dd>„Last“</dd></dl>',
    );
  });
});
