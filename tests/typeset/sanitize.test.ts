import { describe, expect, it } from 'vitest';
import { MEDIA, understand } from '../support/chapter.js';

/*
 * HTML in a manuscript: what every edition can show comes through, everything else is left out and told.
 */
const html = (markdown: string) => {
  const book = understand({ 'chapter.md': `# T\n\n${markdown}` }, { assets: ['a.png'] });
  return {
    html: book.dress().html.replace('<h1 id="chapter--t">T</h1>', '').trim(),
    said: book.said(),
    words: book.words(),
  };
};

describe('comes through as it was written', () => {
  it.each([
    '<p><abbr title="x">H</abbr> <kbd>K</kbd> <mark>m</mark> <small>s</small> <q cite="https://a.example">q</q></p>',
    '<p>a<br>b<wbr>c <sub>d</sub><sup>e</sup> <cite>f</cite> <dfn>g</dfn> <u>h</u></p>',
    '<p><span lang="fr" dir="ltr" title="t">x</span> <bdo dir="rtl">y</bdo> <time datetime="2020">t</time></p>',
    ...['P3D', 'PT4H18M', '2024-W05', '05-12', '3D 2H', '2024-05-12T08:30Z'].map(
      (moment) => `<p><time datetime="${moment}">t</time></p>`,
    ),
    '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>',
    '<details open><summary>S</summary>x</details>',
    '<ol start="3" reversed type="a"><li value="7">x</li></ol>',
    '<dl><dt>t</dt><dd>d</dd></dl>',
    '<section class="a b"><h2>Heading</h2></section>',
    '<table><caption>c</caption><colgroup><col span="2"></colgroup><tbody><tr><th scope="row" rowspan="2">a</th><td colspan="2">b</td></tr></tbody></table>',
    '<p><math display="block" alttext="x"><mfrac linethickness="1px"><mi mathvariant="normal">x</mi><mn>2</mn></mfrac></math></p>',
    '<p><math><semantics><mi style="color:red;padding:1px 2px">x</mi><annotation encoding="application/x-tex">x</annotation></semantics></math></p>',
    '<p><math><mtable columnalign="left"><mtr><mtd columnspan="2"><mtext>a</mtext></mtd></mtr></mtable></math></p>',
    '<figure role="group" aria-label="two"><img src="a.png" alt="A" width="10"><figcaption>c</figcaption></figure>',
    '<p><a href="https://a.example/?b=c#d">x</a> <a href="mailto:a@example.org">y</a> <a href="tel:112">z</a></p>',
  ])('%s', (source) => {
    expect(html(source)).toEqual({ html: source, said: [], words: [] });
  });

  it('in every medium alike', () => {
    const book = understand('<div class="x"><b>bold</b></div>');
    const [first, ...others] = MEDIA.map((medium) => book.dress(medium).html);
    expect(others).toEqual([first, first]);
    expect(first).toContain('<div class="x"><b>bold</b></div>');
  });

  it('and comments go without a word', () => {
    expect(html('<!-- a -- b -->\n\nx')).toMatchObject({ html: '<p>x</p>', said: [] });
  });
});

describe('is refused, and stops the build', () => {
  it.each([
    ['<script>alert(1)</script>', '', '<script>'],
    ['<style>p{color:red}</style>', '', '<style>'],
    ['<iframe src="https://a.example"></iframe>', '', '<iframe>'],
    ['<object data="x"></object>', '<p></p>', '<object>'],
    ['<embed src="x">', '', '<embed>'],
    ['<base href="https://a.example">', '', '<base>'],
    ['<meta http-equiv="refresh" content="0">', '', '<meta>'],
    ['<link rel="stylesheet" href="x">', '', '<link>'],
    ['<form action="x">text</form>', 'text', '<form>'],
    ['<input value="x">', '', '<input>'],
    ['<button>b</button>', '<p>b</p>', '<button>'],
    ['<textarea>x</textarea>', '', '<textarea>'],
    ['<video src="a.mp4"></video>', '<p></p>', '<video>'],
    ['<audio src="a.mp3"></audio>', '<p></p>', '<audio>'],
    ['<template><p>x</p></template>', '<p></p>', '<template>'],
    ['<noscript>x</noscript>', '<p></p>', '<noscript>'],
    ['<p onclick="x()">a</p>', '<p>a</p>', 'The event handler “onclick”'],
    ['<p ONMOUSEOVER=x()>a</p>', '<p>a</p>', 'The event handler “onmouseover”'],
    ['<p style="background:url(x)">a</p>', '<p>a</p>', 'The attribute “style” of <p>'],
    [
      '<p><math><mi style="color:red;background:url(x)">x</mi></math></p>',
      '<p><math><mi>x</mi></math></p>',
      'The attribute “style” of <mi>',
    ],
    [
      '<p><math><mi onclick="x()">x</mi></math></p>',
      '<p><math><mi>x</mi></math></p>',
      'The event handler “onclick”',
    ],
    [
      '<p><math><mtext><script>1</script></mtext></math></p>',
      '<p><math><mtext></mtext></math></p>',
      '<script>',
    ],
    [
      '<img src="a.png" alt="" srcset="b.png 2x" width="1">',
      '<img src="a.png" alt="" width="1">',
      'The attribute “srcset” of <img>',
    ],
    ['<p><source srcset="b.png">x</p>', '<p>x</p>', '<source>'],
  ])('%s', (source, left, what) => {
    const { html: kept, said, words } = html(source);
    expect(kept).toBe(left);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^html-is-safe chapter\.md:3:\d+$/);
    expect(words[0]).toContain(`${what} is refused`);
  });

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' &#x6a;avascript:alert(1)',
    'java&#x09;script:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    'file:///etc/hosts',
    'blob:x',
  ])('the link %s', (url) => {
    const { html: kept, said } = html(`<p><a href="${url}">x</a></p>`);
    expect(kept).toBe('<p>x</p>');
    expect(said).toEqual(['link-is-safe chapter.md:3:4']);
  });
});

it('what a picture has for some screens is left out without a word', () => {
  const { html: kept, said } = html(
    '<p><picture><source srcset="b.png"><img src="a.png" alt="" width="1"></picture></p>',
  );
  expect(kept).toBe('<p><picture><img src="a.png" alt="" width="1"></picture></p>');
  expect(said).toEqual([]);
});

describe('is not known, and is told', () => {
  it.each([
    ['<p style="color:red">a</p>', '<p>a</p>', ['The attribute “style” of <p>']],
    [
      '<p><math><mi style="position:fixed">x</mi></math></p>',
      '<p><math><mi>x</mi></math></p>',
      ['The attribute “style” of <mi>'],
    ],
    ['<font color="red">x</font>', '<p>x</p>', ['<font>']],
    ['<center>x</center>', 'x', ['<center>']],
    ['<p data-first-count="1" hidden>x</p>', '<p>x</p>', ['“data-first-count” of <p>', '“hidden” of <p>']],
    [
      '<a href="https://a.example" target="_blank">x</a>',
      '<p><a href="https://a.example">x</a></p>',
      ['“target” of <a>'],
    ],
    ['<svg><circle r="1"></circle></svg>', '<p></p>', ['<svg>', '<circle>']],
    ['<math><maction><mi>x</mi></maction></math>', '<p><math><mi>x</mi></math></p>', ['<maction>']],
    [
      '<math><mi href="https://a.example">x</mi></math>',
      '<p><math><mi>x</mi></math></p>',
      ['“href” of <mi>'],
    ],
    ['<p contenteditable>x</p>', '<p>x</p>', ['“contenteditable” of <p>']],
  ])('%s', (source, left, what) => {
    const { html: kept, said, words } = html(source);
    expect(kept).toBe(left);
    expect(said.map((one) => one.split(' ')[0])).toEqual(what.map(() => 'html-is-known'));
    for (const [i, one] of what.entries()) expect(words[i]).toContain(`${one} is not among the HTML`);
  });

  it.each([
    ['<center>x</center>', true],
    ['<font><b></b><i>x</i></font>', true],
    ['<center><img src="a.png" alt="x"></center>', true],
    ['<font></font>', false],
    ['<svg><circle r="1"></circle></svg>', false],
    ['<title>x</title>', false],
  ])('and whether what stands in it stays: %s', (source, stays) => {
    const { html: kept, words } = html(source);
    expect(kept.replace(/<\/?p>/g, '') !== '').toBe(stays);
    expect(words[0]).toContain(stays ? 'so only what stands in it was kept' : 'so it was left out');
  });

  it('leaves out only what it names: a script in a drawing is refused all the same', () => {
    const { html: kept, said } = html('<svg><script>alert(1)</script><a href="javascript:x">y</a></svg>');
    expect(kept).not.toMatch(/script|alert/);
    expect(said.map((one) => one.split(' ')[0])).toEqual(['html-is-known', 'html-is-safe', 'link-is-safe']);
  });
});

it('closes what was left open, and lets nothing out of its chapter', () => {
  const { html: kept } = html('<div><b>bold\n\n</section></body></html><p>after');
  expect(kept).toContain('<b>bold');
  expect(kept).not.toMatch(/<\/?(section|body|html)/);
});

it('keeps its own ids to the chapter, so that two chapters may use the same', () => {
  const book = understand({
    'a.md': '<p id="x">one</p>\n\n[to](#x)',
    'b.md': '<a name="x">two</a> [to](#x)',
  });
  expect(book.dress('paged', 'a.md').html).toContain('<p id="a--x">one</p>\n<p><a href="#a--x">to</a></p>');
  expect(book.dress('paged', 'b.md').html).toContain('<span id="b--x">two</span> <a href="#b--x">to</a>');
  expect(book.said()).toEqual([]);
});
