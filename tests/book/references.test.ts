import { describe, expect, it } from 'vitest';
import { thisWorld } from '../../src/world.js';
import { understand } from '../support/chapter.js';
import { openEpub } from '../support/epub.js';
import { buildInMemory, checkInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';

/*
 * Links between the files of a book: they lead where the author meant, in every edition, or they are told and set as text.
 */
const BOOK = {
  'one.md': '# One\n\n## The first part\n\n## Überblick\n\nText.',
  'deep/two two.md': '# Two\n\n## The first part',
  'handouts/log.md': '# Log',
};

/** The HTML of a link from a chapter, and what was said. */
const link = (url: string, from = 'start.md') => {
  const book = understand({ ...BOOK, [from]: `# Start\n\n[x](${url})` });
  const html = book.dress('reflowable', from).html;
  return { html: /<p>(.*)<\/p>/.exec(html)?.[1], said: book.said(), words: book.words() };
};

describe('an id without a kind', () => {
  const said = (text: string) => {
    const book = understand(`# Start {#start}\n\n${text}`, { assets: ['disc.png'] });
    return [book.said(), book.words().join()] as const;
  };

  it.each([
    ['![A disc](disc.png "A disc"){#disc}\n\nSee @disc.', '5:5'],
    ['See @start, and [@start].', '3:5 3:18'],
  ])('is no reference with an @, and that is told: %j', (text, places) => {
    const [messages, words] = said(text);
    expect(messages).toEqual(places.split(' ').map((place) => `reference-has-kind chapter.md:${place}`));
    expect(words).toMatch(/\{#fig-(disc|start)\} and @fig-/);
  });

  it('is told of a theorem with how it is named', () => {
    const [messages, words] = said(':::div{#thm-one}\nText.\n:::\n\nBy @thm-one.');
    expect(messages).toEqual(['reference-has-kind chapter.md:7:4']);
    expect(words).toContain('[Theorem 1](#thm-one)');
  });

  it.each(['Ask @somebody, me@start.org or \\@start; `@start`.', '## Two\n\nAsk @two.'])(
    'is none that its author did not give: %j',
    (text) => {
      expect(said(text)[0]).toEqual([]);
    },
  );
});

describe('links that hold', () => {
  it.each([
    ['one.md', '#one'],
    ['./one.md', '#one'],
    ['deep/../one.md', '#one'],
    ['one.md#the-first-part', '#one--the-first-part'],
    ['one.md#The-First-Part', '#one--the-first-part'],
    ['one.md#überblick', '#one--überblick'],
    ['one.md#%C3%BCberblick', '#one--überblick'],
    ['deep/two%20two.md', '#two-two'],
    ['<deep/two two.md>', '#two-two'],
    ['deep/two%20two.md#the-first-part', '#two-two--the-first-part'],
    // As sites show it.
    ['one', '#one'],
    ['/one#the-first-part', '#one--the-first-part'],
    ['one.html#the-first-part', '#one--the-first-part'],
    ['deep/two%20two/', '#two-two'],
    ['#start', '#start--start'],
    ['https://example.org/one.md?x#y', 'https://example.org/one.md?x#y'],
    ['mailto:me@example.org', 'mailto:me@example.org'],
  ])('%s', (url, href) => {
    const { html, said } = link(url);
    expect(said).toEqual([]);
    expect(decodeURI(/^<a href="([^"]+)">x<\/a>$/.exec(html ?? '')?.[1] ?? '')).toBe(href);
  });

  it('are relative to the file they stand in', () => {
    expect(link('../one.md', 'deep/start.md').html).toBe('<a href="#one">x</a>');
    expect(link('two%20two.md', 'deep/start.md').html).toBe('<a href="#two-two">x</a>');
    expect(link('/one.md', 'deep/start.md').html).toBe('<a href="#one">x</a>');
    expect(link('/start.md', 'deep/start.md').said).toHaveLength(1);
  });

  it('may be written as references', () => {
    const book = understand({ ...BOOK, 'start.md': '[x][there]\n\n[there]: one.md#the-first-part "title"' });
    expect(book.dress('paged', 'start.md').html).toContain(
      '<a href="#one--the-first-part" title="title">x</a>',
    );
    expect(book.said()).toEqual([]);
  });

  it('may be written in HTML', () => {
    const book = understand({ ...BOOK, 'start.md': '<a href="one.md#the-first-part">x</a>' });
    expect(book.dress('paged', 'start.md').html).toContain('<a href="#one--the-first-part">x</a>');
    expect(book.said()).toEqual([]);
  });
});

describe('a place in HTML of the author’s own', () => {
  const two =
    '# Two\n\n### Limits\n<a id="Limits-1"></a>\n\nText. <a name="below"></a>More.\n\n<!-- <a id="gone"> -->';

  it('is led to from another file, and from another chapter of its own', () => {
    const book = understand({
      'one.md': '# One\n\n[a](two.md#Limits-1) [b](two.md#limits-1) [c](two.md#below)',
      'two.md': two,
    });
    expect(book.said()).toEqual([]);
    expect(book.dress('reflowable', 'one.md').html).toContain(
      '<a href="#two--Limits-1">a</a> <a href="#two--Limits-1">b</a> <a href="#two--below">c</a>',
    );
    expect(book.dress('reflowable', 'two.md').html).toContain('<span id="two--Limits-1"></span>');
  });

  it('is none within a comment, and gives way to a heading', () => {
    const book = understand({
      'one.md': '# One\n\n[a](two.md#gone) [b](two.md#limits)',
      'two.md': `${two}\n\n<a name="limits"></a>\n`,
    });
    expect(book.said()).toEqual(['link-resolves one.md:3:1']);
    expect(book.dress('reflowable', 'one.md').html).toContain('a <a href="#two--limits">b</a>');
  });

  it('is what an attribute of that name says, and nothing that only looks like one', () => {
    const book = understand({
      'one.md': '# One\n\n[a](two.md#here) [b](two.md#there) [c](two.md#elsewhere)',
      'two.md':
        '# Two\n\n<span title="a > b" id="here">A</span>\n<a href="https://example.org/?name=there" data-name="elsewhere">B</a>',
    });
    expect(book.said()).toEqual(['link-resolves one.md:3:18', 'link-resolves one.md:3:36']);
    expect(book.dress('reflowable', 'one.md').html).toContain('<a href="#two--here">a</a> b c');
  });

  it('alone on its line is no paragraph: text below its heading is not indented, and stays with it', async () => {
    await using press = thisWorld().press();
    const text = Array.from({ length: 34 }, () => 'One line.').join('  \n');
    const { delivered, messages } = await buildInMemory(
      {
        'one.md': `# One\n\n${text}\n\n## Limits\n<a id="up"></a>\n\nFirst words of it, [and](#up) so on.\n\nSecond words.`,
        'book.yaml': 'trim: a5\n',
      },
      { editions: ['print', 'epub'] },
      press,
    );
    expect(messages.map(String)).toEqual([]);
    const file = (end: string) => [...delivered].find(([path]) => path.endsWith(end))?.[1] as Uint8Array;
    const { pages } = await inspectPdf(file('.pdf'));
    const lines = pages.flatMap(({ lines }, page) => lines.map((line) => ({ ...line, page })));
    const at = (words: RegExp) => lines.findLast(({ text }) => words.test(text));
    expect(at(/^First words/)?.x).toBeCloseTo(at(/^Limits/)?.x ?? 0, 0);
    expect(at(/^First words/)?.page).toBe(at(/^Limits/)?.page);
    expect(at(/^Second words/)?.x).toBeGreaterThan((at(/^First words/)?.x ?? 0) + 5);
    const chapter = (await openEpub(file('.epub'))).documents.get('one.xhtml');
    expect(chapter?.all('p').map((p) => p.text.trim())).not.toContain('');
  }, 60_000);
});

describe('links that lead nowhere', () => {
  it.each([
    'two.md',
    'one.md#nowhere',
    '#nowhere',
    '../outside.md',
    '//example.org/x',
    'ftp://example.org',
    '%zz.md',
  ])('%s is set as text, and told at its place', (url) => {
    const { html, said } = link(url);
    expect(html).toBe('x');
    expect(said).toEqual(['link-resolves start.md:3:1']);
  });

  it('say what was meant', () => {
    expect(link('oen.md').words[0]).toContain('Did you mean one.md?');
    expect(link('oen.html').words[0]).toContain('Did you mean one.md?');
    expect(link('one.html#the-fist-part').words[0]).toContain('Did you mean one.html#the-first-part?');
    expect(link('#überblick').words[0]).toContain('Did you mean one.md#überblick?');
    expect(link('#the-first-part').words[0]).not.toContain('Did you mean');
    expect(link('deep/twotwo.md#a').words[0]).toContain('Did you mean deep/two two.md?');
    expect(link('me@example.org').words[0]).toContain('Did you mean mailto:me@example.org?');
    expect(link('example.org/a').words[0]).toContain('Did you mean https://example.org/a?');
    expect(link('http//example.org').words[0]).toContain('Did you mean http://example.org?');
  });

  it('are told in HTML too, once, whatever the number of editions', () => {
    const book = understand('# T\n\n<p><a href="nowhere.md">x</a></p>');
    for (const medium of ['paged', 'reflowable'] as const)
      expect(book.dress(medium).html).toContain('<p>x</p>');
    expect(book.said()).toEqual(['link-resolves chapter.md:3:4']);
  });
});

it('folders are the page that begins them, and a slash before an address is the folder of the book', () => {
  const book = understand({
    'one.md': '# One\n\n[a](deep/) [b](deep/more#of-it) [c](/deep/two.md)',
    'deep/README.md': '# Deep\n\n[d](../one.md) [e](.) [f](/deep/more/index.md)',
    'deep/two.md': '# Two',
    'deep/more/index.md': '# More\n\n## Of it',
  });
  const hrefs = (path: string) =>
    [...book.dress('paged', path).html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  expect(hrefs('one.md')).toEqual(['readme', 'index--of-it', 'two']);
  expect(hrefs('deep/README.md')).toEqual(['one', 'readme', 'index']);
  expect(book.said()).toEqual([]);
});

it('pages are called without the ending of their file, whatever that is', () => {
  const book = understand({
    'one.md': '# One\n\n[a](limits.html#rates) [b](/guide/) [c](guide/more)',
    'limits.Rmd': '# Limits\n\n## Rates',
    'guide/index.qmd': '# Guide',
    'guide/more.mdx': '# More',
  });
  const { html } = book.dress('paged', 'one.md');
  expect([...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)).toEqual([
    'limits--rates',
    'index',
    'more',
  ]);
  expect(book.said()).toEqual([]);
});

it('an image whose address begins with a slash lies in the folder of the book, or nowhere', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>';
  const { messages } = await checkInMemory({
    'book.yaml': 'title: T\nauthor: A\n',
    'deep/a.md': '# A\n\n![A](/images/a.svg)\n\n![B](/images/b.svg)\n\n![C](/etc/passwd.svg)\n',
    'images/a.svg': svg,
  });
  expect(messages.map(({ ruleId, line, remedy }) => [ruleId, line, remedy])).toEqual([
    ['image-exists', 5, 'Did you mean ../images/a.svg?'],
    ['inside-folder', 7, expect.stringContaining('without a slash before it')],
  ]);
});

it('an image in HTML that is not there is told where it stands', async () => {
  const { messages } = await checkInMemory({
    'book.yaml': 'title: T\nauthor: A\n',
    'a.md':
      '# A\n\n<table>\n<tr><td>x</td>\n<td><img src="a.png" alt="x"></td></tr>\n</table>\n\n> <p>\n> <img src="b.png" alt="x"></p>\n\nSo <img src="c.png" alt="x"> it is.\n',
  });
  expect(messages.map(({ ruleId, line, column }) => [ruleId, line, column])).toEqual([
    ['image-exists', 5, 5],
    ['image-exists', 8, 3],
    ['image-exists', 11, 4],
  ]);
});

it('notes are linked whatever they are called, in a file of any name', () => {
  const book = understand({ 'Über.md': 'A[^größe] b[^größe] c[^1].\n\n[^größe]: One.\n[^1]: Two.' });
  const html = decodeURI(book.dress('paged', 'Über.md').html);
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
  const targets = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
  expect(targets).toHaveLength(6);
  expect(targets.filter((id) => !ids.has(id))).toEqual([]);
  expect(book.dress('paged', 'Über.md').html).not.toMatch(/ id="[^"]*%/);
  expect(book.said()).toEqual([]);
});

it('a heading that is called as a note is has an id of its own', () => {
  const book = understand('# T\n\n## Fn a\n\nSee [it](#fn-a).[^a]\n\n## Fnref a\n\n[^a]: A note.');
  const { html } = book.dress('reflowable');
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(html).toContain('<h2 id="chapter--fn-a-2">');
  expect(html).toContain('<a href="#chapter--fn-a-2">it</a>');
  expect(html).toContain('<h2 id="chapter--fnref-a-2">');
});

it('a link to a handout is text: it is a file of its own', () => {
  expect(link('handouts/log.md')).toMatchObject({ html: 'x', said: [] });
  // A place of its own that is not there.
  const { said } = understand({ 'a.md': '# A', 'handouts/log.md': '# Log\n\n[x](#no-such-place)' });
  expect(said()).toEqual(['link-resolves handouts/log.md:3:1']);
});

describe('a link without words', () => {
  it('says the title of what it leads to', () => {
    const book = understand({
      'a.md': '# One\n\nSee [](b.md), [](b.md#three-kinds), and [](#one).\n',
      'b.md': '# *Two*\n\n## Three kinds\n\nText.\n',
    });
    expect(book.said()).toEqual([]);
    expect(book.dress('reflowable', 'a.md').html).toContain(
      '<p>See <a href="#b">Two</a>, <a href="#b--three-kinds">Three kinds</a>, and <a href="#a--one">One</a>.</p>',
    );
  });
});

describe('what is counted', () => {
  const BESIDE = {
    'book.yaml': 'title: T\nauthor: A\n',
    'cup.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  };
  const TEXT = `# One

See [](#fig-a), [](#tbl-b) and [](#sec-c).

![A cup](cup.svg "The *first* cup."){#fig-a}

| Day |
| --- |
| Mon |

: Days {#tbl-b}

## Third {#sec-c}

Text.
`;

  it('is called by its name and number where a link to it has no words', () => {
    const book = understand({ 'a.md': TEXT });
    expect(book.said()).toEqual([]);
    expect(book.dress('reflowable', 'a.md').html).toMatch(
      /<p>See <a [^>]*>Figure 1<\/a>, <a [^>]*>Table 1<\/a> and <a [^>]*>Third<\/a>\.<\/p>/,
    );
  });

  it('is missed at a block, whose caption, or first words, are said instead', async () => {
    const panel =
      '::: {#fig-p}\n![A cup](cup.svg "One cup.")\n\nBoth of them.\n:::\n\n::: {#tbl-p}\nFirst.\n\nSecond.\n:::';
    const text = `# One\n\nSee @fig-p and @tbl-p.\n\n${panel}\n`;
    expect(understand({ 'a.md': text }).dress('reflowable', 'a.md').html).toMatch(
      /<p>See <a [^>]*>“One cup\.”<\/a> and <a [^>]*>“First\.”<\/a>\.<\/p>/,
    );
    const { messages } = await checkInMemory({ ...BESIDE, 'a.md': text });
    expect(messages.map(({ ruleId, line, column }) => `${ruleId} ${line}:${column}`)).toEqual([
      'reference-has-number 3:5',
      'reference-has-number 3:16',
    ]);
  });

  it.each([
    ['Siehe Abbildung @fig-a.', 1],
    ['Siehe Abb. @fig-a und Abb @fig-a.', 2],
    ['Siehe ab @fig-a.', 0],
  ])('is no word that only begins like its name: %s', async (text, times) => {
    const { messages } = await checkInMemory({
      ...BESIDE,
      'a.md': `---\nlang: de\n---\n\n${TEXT.replace('See [', `${text}\n\nSee [`)}`,
    });
    const said = messages.filter(({ ruleId }) => ruleId === 'reference-names-once');
    expect(said).toHaveLength(times);
  });

  it.each([
    ['See Figure @fig-a.', 1],
    ['So says [fig. @fig-a].', 1],
    ['In Tab.\n@tbl-b it is.', 1],
    ['See @fig-a, figure [-@fig-a] and fig @tbl-b; so @sec-c.', 0],
  ])('is named once: %s', async (text, times) => {
    const { messages } = await checkInMemory({
      ...BESIDE,
      'a.md': TEXT.replace('See [', `${text}\n\nSee [`),
    });
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(Array(times).fill('reference-names-once'));
  });
});
