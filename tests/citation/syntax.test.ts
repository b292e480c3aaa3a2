import { describe, expect, it } from 'vitest';
import { understand } from '../support/chapter.js';
import { type Citing, cite, libraryOf } from '../support/citing.js';

/*
 * What an author writes to cite, and what is no citation.
 */
const BIB = `
@book{doe99, author={Doe, Jane}, title={Rain}, publisher={Harbour}, year=1999}
@book{smith04, author={Smith, John}, title={Wind}, publisher={Harbour}, year=2004}
@book{a:b.c/d-e, author={Odd, Olga}, title={Keys}, publisher={Harbour}, year=2000}
@book{10.1/x_y, author={Dot, Dora}, title={Dots}, publisher={Harbour}, year=2002}
@book{tom, author={Tom, Tim}, title={Handles}, publisher={Harbour}, year=2005}
`;
const text = async (markdown: string, citing?: Citing): Promise<string> =>
  (await cite(markdown, BIB, citing)).text;

describe('in brackets', () => {
  it.each([
    ['[@doe99]', '(Doe 1999)'],
    ['[@doe99; @smith04]', '(Doe 1999; Smith 2004)'],
    ['[@doe99;@smith04]', '(Doe 1999; Smith 2004)'],
    ['[see @doe99]', '(see Doe 1999)'],
    ['[see @doe99; also @smith04]', '(see Doe 1999; also Smith 2004)'],
    [
      '[see @doe99, pp. 33-35 and *passim*; also @smith04, chap. 1]',
      '(see Doe 1999, 33–35 and *passim*; also Smith 2004, chap. 1)',
    ],
    ['[*cf.* @doe99]', '(*cf.* Doe 1999)'],
    ['[-@doe99]', '(1999)'],
    ['[-@doe99, p. 3]', '(1999, 3)'],
    ['[see -@doe99; @smith04]', '(see 1999; Smith 2004)'],
    ['[@a:b.c/d-e]', '(Odd 2000)'],
    ['[@{10.1/x_y}]', '(Dot 2002)'],
    ['[@doe99, and more; and more yet]', '(Doe 1999, and more; and more yet)'],
    ['"[@doe99]"', '“(Doe 1999)”'],
    ['[@doe99, a "thing"]', '(Doe 1999, a “thing”)'],
    ['**[@doe99]**', '(Doe 1999)'],
    ['[[@doe99]]', '[(Doe 1999)]'],
  ])('%s', async (written, expected) => {
    expect(await text(written)).toBe(expected);
  });
});

describe('places in a work', () => {
  it.each([
    ['p. 33', '33'],
    ['33', '33'],
    ['33--35', '33–35'],
    ['pp. 33-35, 40', '33–35, 40'],
    ['pages 33 & 35', '33 & 35'],
    ['pp. xi-xiv', 'xi–xiv'],
    ['iv', 'iv'],
    ['chap. 3', 'chap. 3'],
    ['chapter 3', 'chap. 3'],
    ['§ 12', 'sec. 12'],
    ['sec. 3.2', 'sec. 3.2'],
    ['fig. 4a', 'fig. 4a'],
    ['vol. 2', 'vol. 2'],
    ['{ch. A of it}', 'chap. A of it'],
    ['p. 33 and more', '33 and more'],
    ['p. 33, and more', '33, and more'],
    ['who is right', 'who is right'],
    ['page by page', 'page by page'],
  ])('%s', async (written, expected) => {
    expect(await text(`[@doe99, ${written}]`)).toBe(`(Doe 1999, ${expected})`);
  });

  it.each([
    ['de', 'S. 33', '33'],
    ['de', 'Kap. 3', 'Kap. 3'],
    ['fr', 'chap. 3', 'chap. 3'],
    ['es', 'cap. 3', 'cap. 3'],
    ['it', 'pp. 33-35', '33–35'],
  ])('are read in the language of the book: %s %s', async (lang, written, expected) => {
    expect(await text(`[@doe99, ${written}]`, { lang })).toBe(`(Doe 1999, ${expected})`);
  });
});

describe('in a sentence', () => {
  it.each([
    ['@doe99 says so', 'Doe (1999) says so'],
    ['@doe99, who says so', 'Doe (1999), who says so'],
    ['As says @doe99.', 'As says Doe (1999).'],
    ['(@doe99)', '(Doe (1999))'],
    ['@doe99 [p. 33] says', 'Doe (1999, 33) says'],
    ['@doe99 [p. 33; also @smith04] says', 'Doe (1999, 33; also Smith 2004) says'],
    ['@doe99 [@smith04] says', 'Doe (1999) (Smith 2004) says'],
    ['*@doe99*', '*Doe (1999)*'],
    ['@{10.1/x_y} too', 'Dot (2002) too'],
  ])('%s', async (written, expected) => {
    expect(await text(written)).toBe(expected);
  });
});

describe('no citation', () => {
  it.each([
    ['Ask @octocat or @doe.', 'Ask @octocat or @doe.'],
    ['Ask @octocat [who knows].', 'Ask @octocat [who knows].'],
    ['\\@doe99 and \\[@doe99\\] and [\\@doe99]', '@doe99 and [Doe (1999)] and [@doe99]'],
    ['jane@doe99.org, x@doe99', 'jane@doe99.org, x@doe99'],
    ['`[@doe99]` and `@doe99`', '[@doe99] and @doe99'],
    ['[@doe99](https://example.org)', '@doe99'],
    ['Mail tom@tom.org', 'Mail tom@tom.org'],
    ['[an aside; no more]', '[an aside; no more]'],
  ])('%s', async (written, expected) => {
    expect(await text(written)).toBe(expected);
  });

  it('but a reference to a figure or a heading', async () => {
    const { text, book } = await cite(
      'See @sec-a, [@sec-a] and [see @doe99, and @sec-a].\n\n## A {#sec-a}',
      BIB,
    );
    expect(text).toContain('See “A”, “A” and (see Doe 1999, and “A”).');
    expect(book.said()).toEqual([]);
  });

  it('but text like any other, in a book without a bibliography: this is told once', () => {
    const book = understand('# T\n\nAs [see @doe99, *p*] says; @doe99 [p. 3].\n\n[@doe99]');
    expect(book.dress('reflowable').html).toContain(
      '<p>As [see @doe99, <em>p</em>] says; @doe99 [p.\u00a03].</p>\n<p>[@doe99]</p>',
    );
    expect(book.said()).toEqual(['citation-has-bibliography chapter.md:3:9']);
  });

  it('nor the address of a machine, which is not told either', () => {
    expect(understand('# T\n\nWrite to [jane@doe.org] or [@doe.org].').said()).toEqual([]);
  });
});

describe('an unknown key', () => {
  it('is told at its place, with the one that was probably meant', async () => {
    const { library } = await libraryOf(BIB);
    const book = understand(
      '# T\n\nOne [@doe98]\nand [see @doe99; @smyth04, p. 3]\nand @doe98 and [@qqqqqqqqqq; @doe98].',
      { library },
    );
    expect(book.said()).toEqual([
      'citation-resolves chapter.md:3:6',
      'citation-resolves chapter.md:4:18',
      'citation-names-work chapter.md:5:5',
      'citation-resolves chapter.md:5:17',
      'citation-resolves chapter.md:5:30',
    ]);
    expect(book.words()[0]).toContain('Did you mean “@doe99”?');
    expect(book.words()[3]).toContain('Enter the work under the key “qqqqqqqqqq”');
    expect(book.dress('reflowable').html).toContain('One [@doe98]\nand [see @doe99; @smyth04, p.\u00a03]');
  });
});

describe('a name in a sentence', () => {
  it('is told where it is the key of a work but for one slip or its capitals', async () => {
    const { library } = await libraryOf(BIB);
    const book = understand('# T\n\nAs @deo99 and @Doe99, @smith4 say.', { library });
    expect(book.said()).toEqual([
      'citation-names-work chapter.md:3:4',
      'citation-names-work chapter.md:3:15',
      'citation-names-work chapter.md:3:23',
    ]);
    expect(book.words()[0]).toContain('Did you mean “@doe99”?');
    expect(book.dress('reflowable').html).toContain('As @deo99 and @Doe99, @smith4 say.');
  });

  it('is that of anybody else, and is not told', async () => {
    const { library } = await libraryOf(BIB);
    expect(understand('# T\n\nAs @jane, @smith, @doe and \\@doe98 say.', { library }).said()).toEqual([]);
  });
});

describe('the list of works', () => {
  it('holds what is cited and what is named beside it', async () => {
    expect((await cite('[@smith04]', BIB, { nocite: ['doe99'] })).works).toEqual([
      'Doe, Jane. 1999. *Rain*. Harbour.',
      'Smith, John. 2004. *Wind*. Harbour.',
    ]);
    expect((await cite('[@smith04]', BIB, { nocite: ['*'] })).works).toHaveLength(5);
    expect((await cite('No one.', BIB)).book.book.bibliography).toBeUndefined();
  });

  it.each([
    ['a.md', '# A\n\n[@doe99]\n\n::bibliography\n\nEnd.', '</ul>\n<p>End.</p>'],
    ['a.md', '# A\n\n[@doe99]\n\n::: {#refs}\n:::\n\nEnd.', '</ul>\n<p>End.</p>'],
    ['bibliography.md', '# Works\n\nThese:\n\n[@doe99]', '</p>\n<ul class="works hanging">'],
  ])('stands where the author wants it: %s', async (path, markdown, expected) => {
    const { library } = await libraryOf(BIB);
    const book = understand({ [path]: markdown }, { library });
    const { html } = book.dress('reflowable');
    expect(html).toContain(expected);
    const id = /<li id="([^"]+)">Doe, Jane/.exec(html)?.[1];
    expect(html).toContain(`<a href="#${id}" class="biblioref">Doe 1999</a>`);
    expect(book.book.bibliography).toBeUndefined();
    expect(book.said()).toEqual([]);
  });

  it('stands in one place', async () => {
    const { library } = await libraryOf(BIB);
    const twice = understand('# T\n\n[@doe99]\n\n::bibliography\n\n::bibliography', { library });
    expect(twice.said()).toEqual(['bibliography-placed-once chapter.md:7:1']);
    expect(twice.dress('reflowable').html.match(/class="works/g)).toHaveLength(1);
    const none = understand('# T\n\nText.\n\n::bibliography', { library });
    expect(none.said()).toEqual(['bibliography-placed-once chapter.md:5:1']);
    const missing = understand('# T\n\n[@dow99]\n\n::bibliography', { library });
    expect(missing.said()).toEqual(['citation-resolves chapter.md:3:2']);
    const listless = { ...library, style: { ...library.style, bibliography: undefined } };
    const unlisted = understand('# T\n\n[@doe99]\n\n::bibliography', { library: listless });
    expect(unlisted.said()).toEqual(['bibliography-placed-once chapter.md:5:1']);
    expect(unlisted.words()[0]).toContain('The style of citation has no list of works');
  });

  it('is no place for a handout, which is a paper of its own', async () => {
    const { library } = await libraryOf(BIB);
    const book = understand({ 'a.md': '# A\n\nX.', 'handouts/b.md': '# B\n\n[@doe99]' }, { library });
    expect(book.dress('paged', 'handouts/b.md').html).toContain('<p>(Doe 1999)</p>');
  });
});
