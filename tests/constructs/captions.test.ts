import { describe, expect, it } from 'vitest';
import { understand } from '../support/chapter.js';
import { libraryOf } from '../support/citing.js';

/*
 * A caption is Markdown like all text: in the title of an image, in the brackets of a numbered one, in `caption="…"` and
 * `credit="…"`.
 */
const assets = ['a.png'];
const { library } = await libraryOf('@book{doe99, author={Doe, Jane}, title={Rain}, year=1999}');

async function captionsOf(markdown: string) {
  const book = understand({ 'a.md': `# T\n\n${markdown}` }, { assets, library });
  await book.setFormulas();
  const html = book.dress('reflowable').html;
  return {
    captions: [...html.matchAll(/<figcaption>(.*?)<\/figcaption>/gs)].map(([, inside]) => inside),
    html,
    said: book.said(),
  };
}

describe('a line below a picture', () => {
  it.each([
    '![A](a.png)\nA wave',
    '![A](a.png)\n**A wave**',
    '![A](a.png) *A wave*',
    '![A](a.png)\n*A wave* at sea',
    'So:\n![A](a.png)\n*A wave*',
    '![A](a.png)\n[A wave]{.mark}',
  ])('that is not slanted, or not alone, is text: %s', async (markdown) => {
    expect((await captionsOf(markdown)).captions).toEqual([]);
  });

  it('is text below a caption', async () => {
    for (const image of ['![A](a.png "Rain")\n*A wave*', '![A][a]\n*A wave*\n\n[a]: a.png "Rain"'])
      expect((await captionsOf(image)).html).toContain('<em>A wave</em>');
  });
});

describe('what an image shows', () => {
  it.each([
    ["![](a.png){alt='Three: waves'}", []],
    ['![How it breaks](a.png){fig-alt="Three: waves" width=40%}', ['How it breaks']],
    [
      '![How it breaks](a.png){#fig-a alt="Three: waves"}',
      ['<span class="label">Figure 1.</span> How it breaks'],
    ],
    ['![](a.png){alt="Three: waves"} ![B](a.png)', []],
    ['Among words ![](a.png){alt="Three: waves"} it stands, too.', []],
  ])('may be said in braces: %s', async (markdown, expected) => {
    const { captions, html, said } = await captionsOf(markdown);
    expect(captions).toEqual(expected);
    expect(html).toContain('alt="Three: waves"');
    expect(said).toEqual([]);
  });
});

describe('words in the brackets of a picture', () => {
  it.each([
    '![How it breaks](a.png "Seen from below"){fig-alt="Three waves"}',
    '![How it breaks](a.png){alt="Three waves"}\n*Seen from below*',
    '![How it breaks][a]{alt=""}\n\n[a]: a.png "Seen from below"',
  ])('that are neither caption nor what it shows are told: %s', async (markdown) => {
    const { html, said } = await captionsOf(markdown);
    expect(html).toContain('Seen from below</figcaption>');
    expect(html).not.toContain('How it breaks');
    expect(said).toEqual(['caption-stands-once a.md:3:1']);
  });

  it('are told once, where they are what it shows not at all', async () => {
    expect((await captionsOf('![Three waves](a.png "Rain"){alt="Three waves"}')).said).toEqual([]);
  });
});

describe('a caption', () => {
  it.each([
    ['![A](a.png "From *Moby-Dick*, 1851")', 'From <em>Moby-Dick</em>, 1851'],
    ["![A](a.png 'He said “yes” -- *once*')", 'He said “yes”\u00a0– <em>once</em>'],
    ['![A](a.png (In [parts]{.small-caps}))', 'In <span class="small-caps">parts</span>'],
    ['![A](a.png "A \\"quoted\\" word, 2 \\* 3")', 'A “quoted” word, 2 * 3'],
    ['![A](a.png "1. Harbour")', '1. Harbour'],
    ['![A](a.png "# 12: `code` &amp; more")', '# 12: <code>code</code> &#x26; more'],
    ['> ![A](a.png "Over\n> two *lines*")', 'Over\ntwo <em>lines</em>'],
    [
      '![A](a.png){credit="[Jane Doe](https://example.org), CC BY"}',
      '<span class="credit"><a href="https://example.org">Jane Doe</a>, CC BY</span>',
    ],
    ['![A *wave* at sea](a.png){#fig-a}', '<span class="label">Figure 1.</span> A <em>wave</em> at sea'],
    [
      '![An `a[0]` and [b]](a.png){#fig-a}',
      '<span class="label">Figure 1.</span> An <code>a[0]</code> and [b]',
    ],
    [
      '![A](a.png){width=50% credit="*J. Doe*, <https://example.org>"}',
      '<span class="credit"><em>J.\u00a0Doe</em>, <a href="https://example.org">https://example.org</a></span>',
    ],
    [
      '![A](a.png){credit="https://example.org/a_b_c_d"}',
      '<span class="credit"><a href="https://example.org/a_b_c_d">https://example.org/a_b_c_d</a></span>',
    ],
    ['![A][wave]\n\n[wave]: a.png "From *The Sea*"', 'From <em>The Sea</em>'],
    [
      '![A *wave*][wave]{#fig-a width=30%}\n\n[wave]: a.png',
      '<span class="label">Figure 1.</span> A <em>wave</em>',
    ],
    ['![How a *wave* breaks](a.png){alt="Three waves, the last in foam"}', 'How a <em>wave</em> breaks'],
    ['![](a.png "Seen from below"){fig-alt="Three waves"}', 'Seen from below'],
    ['![A](a.png)\n*From **Moby-Dick***', 'From <strong>Moby-Dick</strong>'],
    [
      '> ![A](a.png){width=40%}\\\n> _Seen [there](https://example.org)_',
      'Seen <a href="https://example.org">there</a>',
    ],
    ['![A][wave]\n*From **Moby-Dick***\n\n[wave]: a.png', 'From <strong>Moby-Dick</strong>'],
    ['![A](a.png){#fig-a}\n*A wave*', '<span class="label">Figure 1.</span> A wave'],
    ['```js {caption="Waits for *one* hour"}\nwait();\n```', 'Waits for <em>one</em> hour'],
  ])('%s', async (markdown, expected) => {
    const { captions, said } = await captionsOf(markdown);
    expect(captions).toEqual([expected]);
    expect(said).toEqual([]);
  });

  it('cites, refers, counts notes and sets formulas', async () => {
    const { captions, html, said } = await captionsOf(
      '![A](a.png "After [@doe99], see @fig-a[^1] and $a^2$.^[Not *quite*.]"){#fig-a}\n\n[^1]: A note.',
    );
    expect(captions[0]).toContain('<a href="#octavo-bibliography--work-doe99" class="biblioref">');
    expect(captions[0]).toContain('see <a href="#a--fig-a">Figure\u00a01</a><sup><a href="#a--fn-1"');
    expect(captions[0]).toContain('<math alttext="a^2">');
    expect(html).toContain('<p>Not <em>quite</em>. <a href="#a--fnref-inline-1"');
    expect(said).toEqual([]);
  });

  it('is told of where it stands', async () => {
    expect((await captionsOf('![A](a.png "See @fig-b"){credit="and @fig-c"}')).said).toEqual([
      'reference-resolves a.md:3:17',
      'reference-resolves a.md:3:38',
    ]);
    expect((await captionsOf('- x\n\n  ```js {caption="See @fig-d"}\n  a\n  ```')).said).toEqual([
      'reference-resolves a.md:5:23',
    ]);
    expect((await captionsOf('![see @fig-e](a.png){#fig-a}')).said).toEqual(['reference-resolves a.md:3:7']);
  });

  it('takes the place of the image’s title', async () => {
    for (const image of ['![A](a.png "Words")', '![A][a]\n\n[a]: a.png "Words"']) {
      const { html } = await captionsOf(image);
      expect(html).toContain('<figure><img src="a.png" alt="A" width="40" height="30"><figcaption>Words<');
    }
  });

  it('is none where the image stands in a line, and does not lose its notes there', async () => {
    const { html, said } = await captionsOf('Look ![A](a.png "An *x*^[A note.]") here.');
    expect(html).not.toContain('<figcaption>');
    expect(html).not.toContain('<li id=');
    expect(said).toEqual([]);
  });
});

describe('several images and nothing else', () => {
  const html = (markdown: string, medium: 'paged' | 'reflowable' = 'paged') => {
    const book = understand(`# T\n\n${markdown}`, { assets: ['a.png'] });
    expect(book.said()).toEqual([]);
    return book.dress(medium).html.replace(/^<h1.*\n/, '');
  };
  const image = (alt: string, more = '') => `<img src="a.png" alt="${alt}"${more} width="40" height="30">`;

  it('are figures side by side, each with its width, number, caption and credit', () => {
    expect(
      html('![A](a.png "One"){#fig-a width=40%}\n![B](a.png "Two"){width=60% credit="me"} ![C](a.png){.x}'),
    ).toBe(
      `<div class="figures"><figure class="width-40" id="chapter--fig-a">${image('A')}<figcaption><span class="label">Figure 1.</span> One</figcaption></figure><figure class="width-60">${image('B')}<figcaption><span>Two</span> <span class="credit">me</span></figcaption></figure><figure class="plain x">${image('C')}</figure></div>`,
    );
  });

  it('may be for one edition each', () => {
    const markdown = '![A](a.png "One"){when-edition=print} ![B](a.png "Two"){when-edition=epub}';
    expect(html(markdown)).toContain(`<figure>${image('A')}<figcaption>One</figcaption></figure></div>`);
    expect(html(markdown, 'reflowable')).not.toContain('One');
  });

  it('are none among words or in a cell, where they may have a width all the same', () => {
    expect(html('See *![A](a.png){width=10%}* and ![B](a.png){width=20%}')).toBe(
      `<p>See <em>${image('A', ' class="width-10"')}</em> and ${image('B', ' class="width-20"')}</p>`,
    );
    expect(html('| a |\n| - |\n| ![A](a.png){width=50%} |')).toContain(
      `<td>${image('A', ' class="width-50"')}</td>`,
    );
  });
});
