import { describe, expect, it } from 'vitest';
import { shownIn } from '../../src/typeset/shown.js';
import { understand } from '../support/chapter.js';
import { checkInMemory } from '../support/memory.js';

const TITLE = '<h1 id="chapter--t">T</h1>\n';
const shown = (markdown: string, medium: 'paged' | 'reflowable' = 'paged', profiles: string[] = []) => {
  const book = understand(`# T\n\n${markdown}`, { profiles, assets: ['a.png'] });
  const { html } = book.dress(medium);
  expect(book.said()).toEqual([]);
  return html.replace(TITLE.trim(), '').trim();
};

describe('conditions by edition', () => {
  it.each([
    [':::when{edition=print}\nA\n:::', '<p>A</p>', ''],
    [':::when{edition="print, screen"}\nA\n\nB\n:::', '<p>A</p>\n<p>B</p>', ''],
    [':::when{when-edition=epub}\nA\n:::', '', '<p>A</p>'],
    [':::unless{edition=print}\nA\n:::', '', '<p>A</p>'],
    [':::content-visible{when-format=pdf}\nA\n:::', '<p>A</p>', ''],
    [':::content-visible{unless-format=pdf}\nA\n:::', '', '<p>A</p>'],
    [':::content-hidden{when-format=html}\nA\n:::', '<p>A</p>', ''],
    [
      'a [b]{when-edition=print}[c]{unless-edition=print}',
      '<p>a <span>b</span></p>',
      '<p>a <span>c</span></p>',
    ],
    ['[all of it]{when-edition=print}', '<p><span>all of it</span></p>', ''],
    [
      '- a\n- [b]{when-edition=epub}',
      '<ul>\n<li>a</li>\n</ul>',
      '<ul>\n<li>a</li>\n<li><span>b</span></li>\n</ul>',
    ],
    [
      '![A](a.png "C"){when-edition=print}',
      '<figure><img src="a.png" alt="A" width="40" height="30"><figcaption>C</figcaption></figure>',
      '',
    ],
    [
      '```js {#lst-a caption="C" when-edition=epub}\nx\n```',
      '',
      '<figure class="listing" id="chapter--lst-a">\n<figcaption><span class="label">Listing 1.</span> C</figcaption>\n<pre><code class="language-js">x\n</code></pre>\n</figure>',
    ],
    [
      '## A {when-edition=print}\n\na\n\n### In A\n\n## B\n\nb',
      '<h2 id="chapter--a">A</h2>\n<p>a</p>\n<h3 id="chapter--in-a">In A</h3>\n<h2 id="chapter--b">B</h2>\n<p>b</p>',
      '<h2 id="chapter--b">B</h2>\n<p>b</p>',
    ],
    [
      '## A {when-edition=print}\n\na\n\n:::when{edition="print, epub"}\n## B\n\nb\n:::',
      '<h2 id="chapter--a">A</h2>\n<p>a</p>\n<h2 id="chapter--b">B</h2>\n<p>b</p>',
      '<h2 id="chapter--b">B</h2>\n<p>b</p>',
    ],
    ['::::when{edition=print}\nA\n\n:::unless{edition=print}\nB\n:::\n::::', '<p>A</p>', ''],
    [':::tip{unless-edition=epub}\nA\n:::', expect.stringContaining('callout-tip'), ''],
  ])('%j', (markdown, paged, reflowable) => {
    expect(shown(markdown)).toEqual(paged);
    expect(shown(markdown, 'reflowable')).toEqual(reflowable);
  });
});

describe('conditions by profile', () => {
  it.each([
    [':::when{profile=teacher}\nA\n:::', '<p>A</p>', ''],
    [':::unless{profile=teacher}\nA\n:::', '', '<p>A</p>'],
    ['a [b]{when-profile="teacher pupil"}', '<p>a <span>b</span></p>', '<p>a </p>'],
    [
      '## A {when-profile=teacher}\n\na\n\n## B',
      '<h2 id="chapter--a">A</h2>\n<p>a</p>\n<h2 id="chapter--b">B</h2>',
      '<h2 id="chapter--b">B</h2>',
    ],
    [':::when{profile=teacher edition=epub}\nA\n:::', '', ''],
  ])('%j', (markdown, teacher, nobody) => {
    expect(shown(markdown, 'paged', ['teacher'])).toBe(teacher);
    expect(shown(markdown)).toBe(nobody);
  });

  it('are decided before anything is counted', () => {
    const figures = '![A](a.png){#fig-a when-profile=teacher}\n\n![B](a.png){#fig-b}\n\n@fig-b';
    expect(shown(figures)).toContain('>Figure\u00a01</a>');
    expect(shown(figures, 'paged', ['teacher'])).toContain('>Figure\u00a02</a>');
  });
});

describe('what points at something that an edition does not show', () => {
  const book = understand(
    {
      'a.md':
        '# A\n\n## Paper {when-edition=print}\n\n![A](a.png){#fig-a}\n\n[wood]{.index}\n\n### Deep\n\n## Both\n\n![B](a.png){#fig-b}',
      'b.md': '# B\n\nSee @fig-a, @fig-b, [paper](a.md#paper), [deep][d].\n\n[d]: a.md#deep',
      'c.md': '---\noutputs: print\n---\n# C\n\n[To B](b.md)',
      'd.md': '# D\n\n[To C](c.md)',
    },
    { assets: ['a.png'] },
  );

  it('is text there, and a link elsewhere; numbers are the same', () => {
    expect(book.said()).toEqual([]);
    expect(book.dress('reflowable', 'b.md').html).toContain(
      'See Figure\u00a01, <a href="#a--fig-b">Figure\u00a02</a>, paper, deep.',
    );
    expect(book.dress('reflowable', 'd.md').html).toContain('<p>To C</p>');
    const paged = book.dress('paged', 'b.md').html;
    for (const id of ['fig-a', 'fig-b', 'paper', 'deep']) expect(paged).toContain(`<a href="#a--${id}">`);
    expect(paged).toContain('data-folio="a--fig-a"');
    expect(book.said()).toEqual([]);
  });

  it('is not in the outline nor in the index', () => {
    const epub = shownIn(book.book, { name: 'epub', shows: 'chapters', matter: [] });
    const print = shownIn(book.book, { name: 'print', shows: 'chapters', matter: [] });
    const titles = (of: typeof epub) =>
      of.outline
        .filter(({ section }) => section !== 'octavo-index')
        .map(({ title, children }) => [title, ...children.map((one) => one.title)]);
    expect(titles(epub)).toEqual([['A', 'Both'], ['B'], ['D']]);
    expect(titles(print)).toEqual([['A', 'Paper', 'Both'], ['B'], ['C'], ['D']]);
    expect([epub.index.length, print.index.length]).toEqual([0, 1]);
    expect(epub.chapters).toHaveLength(3);
    // The book itself is as it was: another edition comes after this one.
    expect(book.book.outline[0]?.children).toHaveLength(2);
  });
});

describe('mistakes in conditions', () => {
  it('are told at their place', () => {
    const book = understand(
      '# T\n\n:::when\nA\n:::\n\n:::when{edition=prnt}\nB\n:::\n\n:::unless{colour=red}\nC\n:::\n\n[x]{when-edition=epbu} [y]{when-profile=""}',
    );
    expect(book.said()).toEqual([
      'condition-named chapter.md:3:1',
      'edition-known chapter.md:7:1',
      'condition-named chapter.md:11:1',
      'attribute-known chapter.md:11:11',
      'edition-known chapter.md:15:1',
      'condition-named chapter.md:15:24',
    ]);
    expect(book.words()[5]).toContain(
      '“when-profile” does not say when. Name editions or profiles: {when-profile="teacher"}',
    );
    expect(book.words()[1]).toContain('Did you mean “print”?');
    expect(book.dress().html).toContain('<p>A</p>');
  });
});

it('a paragraph of nothing but words for others is left out without a word', async () => {
  const other = '[For teachers alone.]{when-profile=teacher}';
  const { messages } = await checkInMemory(
    { 'a.md': `# A\n\nText.\n\n${other}\n\n${other} [Nor this.]{when-profile=teacher}\n\n- ${other}\n` },
    { profiles: ['pupil'] },
  );
  expect(messages.filter(({ ruleId }) => ruleId === 'text-arrives').map(String)).toEqual([]);
});

describe('the profiles of a build', () => {
  const files = {
    'book.yaml': 'title: T\nauthor: A\nprofile: teacher\n',
    'a.md': '# A\n\nText.\n\n:::when{profile=teacher}\nAnswer.\n:::\n',
    'b.md': '---\nprofiles: [teacher, parent]\n---\n# B\n\nText.\n',
  };
  const said = async (profiles?: string[], also: Record<string, string> = {}) => {
    const { messages, chapters } = await checkInMemory({ ...files, ...also }, { profiles });
    return [chapters, ...messages.map(({ ruleId, name, remedy }) => `${ruleId} ${name} ${remedy}`)];
  };

  it('are those of book.yaml, and in their place those of the call; chapters are for them or not', async () => {
    expect(await said()).toEqual([2]);
    expect(await said(['parent'])).toEqual([2]);
    expect(await said(['techer'])).toEqual([1, 'profile-used command line Did you mean “teacher”?']);
    expect(await said(undefined, { 'book.yaml': 'title: T\nauthor: A\nprofile: [pupil]\n' })).toEqual([
      1,
      'profile-used book/book.yaml:3:10 Its profiles are parent, teacher.',
    ]);
  });
});
