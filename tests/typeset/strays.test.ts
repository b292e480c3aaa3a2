import { describe, expect, it } from 'vitest';
import { thisWorld } from '../../src/world.js';
import { understand } from '../support/chapter.js';
import { openEpub } from '../support/epub.js';
import { epubcheck } from '../support/epubcheck.js';
import { buildInMemory } from '../support/memory.js';

/*
 * HTML in a manuscript that is HTML, and in a shape that HTML does not have.
 */
const html = (markdown: string) => {
  const book = understand({ 'chapter.md': `# T\n\n${markdown}` }, { assets: ['a.png'] });
  return {
    html: book.dress().html.replace('<h1 id="chapter--t">T</h1>', '').trim(),
    words: book.words().map((words) => words.replace(/ is not among .*/, '')),
  };
};

describe('what has its place in another element stands by itself', () => {
  it.each([
    ['<details>x</details>', '<div>x</div>', '<details> that does not begin with <summary>'],
    ['<summary>s</summary>', '<div>s</div>', '<summary> in this place'],
    ['<li>i</li>', '<div>i</div>', '<li> in this place'],
    ['<figcaption>c</figcaption>', '<div>c</div>', '<figcaption> in this place'],
    ['a <rt>b</rt>', '<p>a <span>b</span></p>', '<rt> in this place'],
    [
      '<figure><figcaption>a</figcaption>x<figcaption>b</figcaption></figure>',
      '<figure><figcaption>a</figcaption>x<div>b</div></figure>',
      '<figcaption> in this place',
    ],
    [
      '<ul>a<b>b</b><li>c</li></ul>',
      '<ul><li>a<b>b</b></li><li>c</li></ul>',
      '<ul> of other things than <li>',
    ],
    ['<dl>a<dt>b</dt></dl>', '<div>a<div>b</div></div>', '<dl> of other things than <dt> and <dd> in turns'],
    ['<h2><p>x</p></h2>', '<h2><span>x</span></h2>', '<p> in a heading'],
    [
      '<ol start="x"><li>i</li></ol>',
      '<ol><li>i</li></ol>',
      'The attribute “start” of <ol> with the value “x”',
    ],
    ['<p dir="up">x</p>', '<p>x</p>', 'The attribute “dir” of <p> with the value “up”'],
    ['<p lang="!">x</p>', '<p>x</p>', 'The attribute “lang” of <p> with the value “!”'],
    [
      '<p><time datetime="soon">x</time></p>',
      '<p><time>x</time></p>',
      'The attribute “datetime” of <time> with the value “soon”',
    ],
  ])('%s', (source, made, said) => {
    expect(html(source)).toEqual({ html: made, words: [said] });
  });

  it.each([
    ['<tt>a</tt> <strike>b</strike>', '<p><code>a</code> <s>b</s></p>'],
    [
      '<dl><div><dt>a</dt><dt>b</dt><dd>c</dd></div></dl>',
      '<dl><div><dt>a</dt><dt>b</dt><dd>c</dd></div></dl>',
    ],
    [
      '<p><time datetime="2020-02-01T10:00">x</time></p>',
      '<p><time datetime="2020-02-01T10:00">x</time></p>',
    ],
  ])('and nothing is said of %s', (source, made) => {
    expect(html(source)).toEqual({ html: made, words: [] });
  });
});

describe('an id of the author’s own HTML', () => {
  it('is given once', () => {
    const { html: made, words } = html('<p id="a">x</p>\n\n<p id="a">y</p>');
    expect(made.replace(/\n/g, '')).toBe('<p id="chapter--a">x</p><p>y</p>');
    expect(words).toHaveLength(1);
    expect(words[0]).toMatch(/^The id “a” is given twice.*it is given here first chapter\.md:3:1$/);
  });

  it('gives way to that of a heading, as READMEs have it', () => {
    const { html: made, words } = html('<a name="start"></a>\n\n## Start\n\n[There](#start)');
    expect(made).toContain('<h2 id="chapter--start">Start</h2>');
    expect(made).toContain('<a href="#chapter--start">There</a>');
    expect(made.match(/chapter--start"/g)).toHaveLength(2);
    expect(words).toEqual([]);
  });

  it('is what a name of it becomes, and a name of nothing goes', () => {
    expect(html('<p id="a">x</p>\n\n<section aria-labelledby="a none">y</section>').html).toContain(
      '<section aria-labelledby="chapter--a">',
    );
    expect(html('<section aria-labelledby="none">y</section>').html).toBe('<section>y</section>');
  });
});

it('an EPUB of all of it is valid, and says of widths and sides in its style what HTML has no attribute for', async () => {
  const text = [
    '<details>folded</details>',
    '<summary>s</summary> <li>i</li> <figcaption>c</figcaption>',
    '<ul>a<p>b</p></ul>',
    '<dl><dt>t</dt></dl>',
    '<h2><p>h</p></h2>',
    '<tt>tt</tt> <strike>gone</strike> <rt>rt</rt>',
    '<a name="start"></a>\n\n## Start',
    '<p align="center">mid</p>',
    '<img src="a.svg" alt="A" width="50%" height="auto">',
    '<table><tr><td valign="top">cell</td></tr></table>',
    '<ol start="x"><li value="y">o</li></ol>',
    '<section aria-labelledby="none">sec</section>',
  ].join('\n\n');
  await using press = thisWorld().press();
  const made = await buildInMemory(
    {
      'a.md': `# A\n\n${text}\n`,
      'a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>',
    },
    { editions: ['epub', 'print'] },
    press,
  );
  expect(made.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  const bytes = [...made.delivered].find(([path]) => path.endsWith('.epub'))?.[1] as Uint8Array;
  expect((await epubcheck(bytes))[0]).toMatchObject({ errors: [], warnings: [] });
  const chapter = (await openEpub(bytes)).documents.get('a.xhtml');
  const styled = ['p', 'img', 'td'].map((name) =>
    chapter?.all(name).map(({ attributes }) => attributes.style),
  );
  expect(styled.flat().filter(Boolean)).toEqual(['text-align: center', 'width: 50%', 'vertical-align: top']);
}, 120_000);
