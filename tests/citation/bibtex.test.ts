import { describe, expect, it } from 'vitest';
import { readBibtex } from '../../src/citation/sources/bibtex.js';
import { namesIn } from '../../src/citation/sources/bibtex-names.js';
import { parseDate, referenceOf } from '../../src/citation/sources/csl-data.js';
import { fromLatex } from '../../src/citation/sources/latex.js';
import { sentenceCase } from '../../src/citation/sources/title-case.js';
import { cite, libraryOf } from '../support/citing.js';

describe('LaTeX in fields', () => {
  it.each([
    ['{\\"O}sterreich', 'Österreich'],
    ["Fran\\c{c}ois, Andr\\'e, Ren\\'{e}", 'François, André, René'],
    ["\\v{S}koda, \\'{\\i}, {\\ss}, \\o re, {\\AA}", 'Škoda, í, ß, øre, Å'],
    ['Lighthouse \\& Co., 10\\%, \\$5, a\\_b', 'Lighthouse & Co., 10%, $5, a_b'],
    ["1--3, a---b, ``quoted''", '1–3, a—b, “quoted”'],
    ['\\emph{Not} \\textbf{bold} \\textsuperscript{2}', '<i>Not</i> <b>bold</b> <sup>2</sup>'],
    ['H$_2$O and $x^{10}$ and $\\alpha$', 'H<sub>2</sub>O and x<sup>10</sup> and α'],
    ['No.~5', 'No.\u00a05'],
    ['\\href{https://example.org}{words} and \\url{https://example.org}', 'words and https://example.org'],
    ['\\unknown{text} and \\other', 'text and'],
    ['{\\noopsort{1973b}}1973, {\\SortNoop{a}Zed}', '1973, Zed'],
    ['{{Kept}} {as} it is', 'Kept as it is'],
    ['unclosed {brace and \\emph{more', 'unclosed brace and <i>more</i>'],
    ['closed} too often}', 'closed too often'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('%s', (latex, text) => {
    expect(fromLatex(latex)).toBe(text);
  });

  it('braces keep the case of titles', () => {
    const title = fromLatex('The {DNA} of Things in {\\"O}sterreich: A {Study}', true);
    expect(sentenceCase(title).replace(/<[^>]+>/g, '')).toBe('The DNA of things in Österreich: A Study');
  });
});

describe('names', () => {
  it.each([
    ['Jane Doe', [{ family: 'Doe', given: 'Jane' }]],
    [
      'Doe, Jane and Roe, R.',
      [
        { family: 'Doe', given: 'Jane' },
        { family: 'Roe', given: 'R.' },
      ],
    ],
    ['Ludwig van Beethoven', [{ family: 'Beethoven', given: 'Ludwig', dropping: 'van' }]],
    ['de la Cruz, Jr., Ana', [{ family: 'Cruz', given: 'Ana', dropping: 'de la', suffix: 'Jr.' }]],
    ['{World Health Organization}', [{ literal: 'World Health Organization' }]],
    ['Doe, Jane and others', [{ family: 'Doe', given: 'Jane' }, { literal: 'others' }]],
    ["{\\'E}lise Andre", [{ family: 'Andre', given: 'Élise' }]],
    ['Plato', [{ family: 'Plato' }]],
    ['Barnes and Noble, A.', [{ family: 'Barnes' }, { family: 'Noble', given: 'A.' }]],
    ['{Barnes and Noble}', [{ literal: 'Barnes and Noble' }]],
  ])('%s', (written, names) => {
    expect(JSON.parse(JSON.stringify(namesIn(written)))).toEqual(names);
  });

  it('“others” are written as such', async () => {
    const { text, works } = await cite(
      '[@a]',
      '@book{a, author={Doe, Jane and others}, title={T}, year=1999}',
    );
    expect(text).toBe('(Doe et al. 1999)');
    expect(works).toEqual(['Doe, Jane et al. 1999. *T*.']);
  });
});

describe('dates', () => {
  it.each([
    ['1999', { from: { year: 1999 }, circa: false }],
    ['1999-05-03', { from: { year: 1999, month: 5, day: 3 }, circa: false }],
    ['1999-05/1999-06', { from: { year: 1999, month: 5 }, to: { year: 1999, month: 6 }, circa: false }],
    ['1999~', { from: { year: 1999 }, circa: true }],
    ['-0044', { from: { year: -44 }, circa: false }],
    ['2020-21', { from: { year: 2020, month: 13 }, circa: false }],
    ['forthcoming', { literal: 'forthcoming' }],
  ])('%s', (written, date) => {
    expect(JSON.parse(JSON.stringify(parseDate(written)))).toEqual(date);
  });
});

describe('a .bib file', () => {
  it('has comments, abbreviations, joined values and both brackets', () => {
    const { entries, faults } = readBibtex(
      'Anything @ all\n@comment{x}\n@preamble{"\\foo"}\n@string{hp = "Harbour " # {Press}}\n' +
        '@Book(doe99, Title = "A {B} C", publisher = hp # { Ltd}, month = may, year = 1999,)\n% note\n@misc{x,}',
    );
    expect(faults).toEqual([]);
    expect(entries.map(({ type, key, fields }) => [type, key, Object.fromEntries(fields)])).toEqual([
      ['book', 'doe99', { title: 'A {B} C', publisher: 'Harbour Press Ltd', month: '5', year: '1999' }],
      ['misc', 'x', {}],
    ]);
  });

  it.each([
    [
      '@book{a, title={Never closed,\n year=1999}\n\n@book{b, title={Good}}\n',
      'refs.bib:1:1',
      /not closed before the next one begins/,
    ],
    ['@book{a, title="Never closed}\n', 'refs.bib:1:16', /quotation mark that opens here/],
    ['@book{a, title={A} year=1999}', 'refs.bib:1:20', /comma is missing before this/],
    ['@book{a,\n title {A}}', 'refs.bib:2:8', /equals sign is missing behind “title”/],
    ['@book{a,\n publisher = hp}', 'refs.bib:2:14', /“hp” is no number, and no @string/],
    ['@book{, title={A}}', 'refs.bib:1:7', /has no key/],
    ['@book{a, title={A}', 'refs.bib:1:19', /comma is missing|never closed/],
    ['@book{a, title=}', 'refs.bib:1:16', /value should stand here/],
  ])('is told where it is broken: %j', async (text, place, says) => {
    const { said, words } = await libraryOf(text);
    expect(said).toEqual([`bibliography-parses ${place}`.replace('refs', 'book/refs')]);
    expect(words[0]).toMatch(says);
  });

  it('is read on behind a mistake', async () => {
    const { library, said } = await libraryOf(
      '@book{a, title={A} year=1}\n@book{b, title={B}}\n@book{c, oops}\n@book{d, title={D}}',
    );
    expect([...library.works.keys()]).toEqual(['b', 'd']);
    expect(said).toEqual([
      'bibliography-parses book/refs.bib:1:20',
      'bibliography-parses book/refs.bib:3:14',
    ]);
  });

  it('has each key once', async () => {
    const { library, said, words } = await libraryOf('@book{a, title={A}}\n\n@book{a, title={B}}');
    expect(said).toEqual(['bibliography-key-unique book/refs.bib:3:7']);
    expect(words[0]).toContain('book/refs.bib:1');
    expect(library.works.get('a')?.text.get('title')).toBe('A');
  });

  it('inherits from what an entry refers to', async () => {
    const { works } = await cite(
      '[@ch]',
      '@incollection{ch, author={Poe, Anna}, title={A Chapter}, pages={1-9}, crossref={col}}\n' +
        '@collection{col, editor={Fox, Max}, title={The Collection}, year=2003, publisher={Lighthouse}}',
    );
    expect(works).toEqual([
      'Poe, Anna. 2003. “A Chapter.” In *The Collection*, edited by Max Fox, 1–9. Lighthouse.',
    ]);
  });

  it('is asked once by each, however long or wide what refers to it is', async () => {
    const chain = Array.from({ length: 3000 }, (_, i) => `@book{k${i}, crossref={k${i + 1}}}`);
    const lattice = Array.from({ length: 40 }, (_, i) =>
      ['a', 'b'].map((name) => `@xdata{${name}${i}, xdata={a${i + 1},b${i + 1}}}`),
    ).flat();
    const { works } = await cite(
      '[@k2999; @wide]',
      `${[...chain, ...lattice].join('\n')}\n@book{k3000, author={Poe, Anna}, title={Volumes}, year=2003}
@book{wide, author={Roe, Ben}, year=2004, title={Wide}, xdata={a0}}
@xdata{a40, publisher={Lighthouse}}\n@xdata{b40, location={Oslo}}`,
    );
    expect(works).toEqual(['Poe, Anna. 2003. *Volumes*.', 'Roe, Ben. 2004. *Wide*. Oslo: Lighthouse.']);
  });

  it('inherits from all that this refers to, from what several share, and never from itself', async () => {
    const { works } = await cite(
      '[@ch; @b]',
      '@inbook{ch, author={Poe, Anna}, title={A Chapter}, crossref={BOOK}}\n' +
        '@book{book, title={A Book}, crossref={many}, xdata={house}}\n' +
        '@mvbook{many, title={Volumes}, year=2003, crossref={book}}\n' +
        '@xdata{house, publisher={Lighthouse}, location={Oslo}}\n' +
        '@book{b, title={Alone}, crossref={b}, xdata={house}, year=2004}',
    );
    expect(works).toEqual([
      '*Alone*. 2004. Oslo: Lighthouse.',
      'Poe, Anna. 2003. “A Chapter.” In *A Book*. Oslo: Lighthouse.',
    ]);
  });

  it('says where an entry refers to none', async () => {
    const { said, words } = await libraryOf(
      '@book{a, title={A}, crossref={nowhere}}\n@book{b, title={B}, xdata={a, gone}}',
    );
    expect(said).toEqual(['entry-finds-parent book/refs.bib:1:7', 'entry-finds-parent book/refs.bib:2:7']);
    expect(words[1]).toContain('“gone”');
  });

  it('says what is cited and has nothing to be printed', async () => {
    const { book } = await cite('See [@a, p. 3]; @b says.', '@book{a}\n@book{b, title={B}}');
    expect(book.said()).toEqual(['work-has-words chapter.md:3:6']);
  });

  it('says where a style prints nothing of a work', async () => {
    const style = (layout: string) =>
      `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><citation><layout>${layout}</layout></citation></style>`;
    const bib = '@book{a, title={A}, volume={3}}\n@book{b, title={B}}';
    const saidBy = async (layout: string) =>
      (await cite('[@a] [@b]', bib, { csl: 's.csl', files: { 'book/s.csl': style(layout) } })).book.said();
    expect(await saidBy('<number variable="volume"/>')).toEqual(['work-has-words chapter.md:3:7']);
    expect(await saidBy('<text variable="title"/>')).toEqual([]);
  });

  it('has so many works and no more, and that is told', async () => {
    const { said } = await libraryOf(
      Array.from({ length: 50_001 }, (_, i) => `@book{k${i},title={T}}`).join('\n'),
    );
    expect(said).toEqual(['bibliography-parses book/refs.bib']);
  });

  it('does not grow without end, and what is in it does not run', async () => {
    const doubling = Array.from({ length: 40 }, (_, i) => `@string{s${i + 1} = s${i} # s${i}}`).join('\n');
    const { said } = await libraryOf(`@string{s0 = "${'x'.repeat(1000)}"}\n${doubling}`);
    expect(said[0]).toMatch(/^bibliography-parses/);
    const { book, works } = await cite(
      '[@a]',
      '@book{a, title={<script>alert(1)</script> <img src=x onerror=y>}, url={javascript:alert(1)}, year=1}',
    );
    expect(works[0]).toMatch(/<script>alert\(1\)<\/script>/i);
    expect(JSON.stringify(book.book.bibliography)).not.toMatch(/"url":"javascript/);
    expect(book.dress('reflowable').html).not.toContain('<script');
  });
});

describe('CSL data', () => {
  const DOE = {
    id: 'doe99',
    type: 'book',
    title: 'Rain',
    issued: { 'date-parts': [[1999]] },
    author: [{ family: 'Doe' }],
  };

  it.each([
    ['refs.json', JSON.stringify([DOE])],
    [
      'refs.yaml',
      'references:\n- id: doe99\n  type: book\n  title: Rain\n  issued: 1999\n  author:\n  - family: Doe\n',
    ],
    [
      'refs.yml',
      '- {id: doe99, type: book, title: Rain, issued: {date-parts: [[1999]]}, author: [{family: Doe}]}\n',
    ],
  ])('%s', async (name, text) => {
    expect((await cite('[@doe99]', text, { name })).text).toBe('(Doe 1999)');
  });

  it.each([
    ['refs.json', '[{"id": "a"}\n {"id": "b"}]', 'bibliography-parses book/refs.json:2:2'],
    ['refs.json', '[{"id": "a"', 'bibliography-parses book/refs.json:1:12'],
    ['refs.json', '{"a": 1}', 'bibliography-parses book/refs.json'],
    ['refs.json', '[{"title": "A"}]', 'bibliography-parses book/refs.json'],
    ['refs.yaml', 'a: [b\n', 'yaml-parses book/refs.yaml:1:4'],
    ['refs.yaml', '- 1\n', 'bibliography-parses book/refs.yaml'],
  ])('broken: %s %s', async (name, text, said) => {
    expect((await libraryOf(text, { name })).said).toEqual([said]);
  });

  it('passes over what is of no kind that it knows', () => {
    const odd = {
      id: 5,
      type: ['x'],
      title: { a: 1 },
      author: [[{ given: 1 }]],
      issued: [[[1]]],
      __proto__: { x: 1 },
      volume: 3,
    };
    const read = referenceOf(odd);
    expect(read?.id).toBe('5');
    expect([...(read?.text ?? [])]).toEqual([['volume', '3']]);
    expect(read?.names.size).toBe(0);
  });

  it('takes a name that is written as a whole, and one person for a list of one', () => {
    const namesOf = (author: unknown) => referenceOf({ id: 'a', author })?.names.get('author');
    expect(namesOf('Jane Doe')).toEqual([{ literal: 'Jane Doe' }]);
    expect(namesOf(['Jane Doe', { literal: 'Roe' }])).toEqual([{ literal: 'Jane Doe' }, { literal: 'Roe' }]);
    expect(namesOf({ family: 'Doe' })).toMatchObject([{ family: 'Doe' }]);
    expect(referenceOf({ id: 'a', title: ['Rain'], ISSN: ['1', '2'] })?.text).toEqual(
      new Map([
        ['title', 'Rain'],
        ['ISSN', '1, 2'],
      ]),
    );
  });

  it('keeps the tags of rich text, and nothing else', async () => {
    const item = { ...DOE, title: 'A <i>rainy</i> <b>day</b> in <sup>2</sup> <u>x</u>' };
    const { book } = await cite('[@doe99]', JSON.stringify([item]), { name: 'refs.json' });
    const list = JSON.stringify(book.book.bibliography);
    expect(list).toContain('"strong"');
    expect(list).toContain('<u>');
  });
});
