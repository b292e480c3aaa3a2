import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { fillTitles, titleOf } from '../../src/typeset/titles.js';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';

/** What a place for the title of an element becomes. */
function repeatedOf(element: ReturnType<typeof h>, plain = 'plain'): string {
  const tree = h(null, [h('p', ['1. ', titleOf('x', plain), '.']), element]);
  fillTitles([{ tree }]);
  return toHtml(tree.children[0] ?? h('p'));
}

describe('a title that is repeated', () => {
  const note = h('sup', [h('a', { href: '#fn-1', id: 'fnref-1', dataFootnoteRef: '' }, '1')]);

  it.each([
    ['words only', h('h2', { id: 'x' }, 'Words'), 'plain'],
    ['a link only', h('h2', { id: 'x' }, [h('a', { href: 'https://a.org' }, 'Words')]), 'plain'],
    ['emphasis', h('h1', { id: 'x' }, ['On ', h('em', { id: 'e' }, 'Whales')]), 'On <em>Whales</em>'],
    ['a note', h('h2', { id: 'x' }, [h('em', 'Whales'), note]), '<em>Whales</em>'],
    [
      'a language in a link, soft hyphens, a place of the index',
      h('h2', { id: 'x' }, [
        h('span', { id: 'index-1' }),
        h('a', { href: '#y' }, ['Wal', h('i', { lang: 'de' }, 'Wal\u00adfang')]),
      ]),
      'Wal<i lang="de">Walfang</i>',
    ],
    [
      'a formula',
      h('h2', { id: 'x' }, ['On ', h('math', { id: 'm', alttext: 'a' }, [h('mi', { id: 'n' }, 'a')])]),
      'On <math alttext="a"><mi>a</mi></math>',
    ],
    [
      'a caption with its number and credit',
      h('figure', { id: 'x' }, [
        h('img', { src: 'a.png' }),
        h('figcaption', [
          h('span', [h('span', { className: ['label'] }, 'Figure 1.'), ' A ', h('b', 'wave')]),
          ' ',
          h('span', { className: ['credit'] }, 'Doe'),
        ]),
      ]),
      'A <b>wave</b>',
    ],
    [
      'a picture, a line break and what is no text',
      h('h2', { id: 'x' }, [
        h('img', { src: 'a.png' }),
        h('em', 'A'),
        h('br'),
        h('svg', [h('text', 'B')]),
        'C',
      ]),
      '<em>A</em> C',
    ],
  ])('with %s', (_, element, expected) => {
    expect(repeatedOf(element)).toBe(`<p>1. ${expected}.</p>`);
  });

  it('is each place’s own, and stays where there is none', () => {
    const tree = h(null, [
      h('p', [titleOf('x', 'X')]),
      h('p', [titleOf('x', 'X')]),
      h('p', [titleOf('y', 'Y')]),
    ]);
    const chapter = h(null, [h('h2', { id: 'x' }, [h('em', 'x')])]);
    fillTitles([{ tree }, { tree: chapter }]);
    expect(toHtml(tree)).toBe('<p><em>x</em></p><p><em>x</em></p><p>Y</p>');
    expect(toHtml(chapter)).toBe('<h2 id="x"><em>x</em></h2>');
  });

  it('is of its own language in a list of another', () => {
    const tree = h(null, [
      h('p', [titleOf('x', 'X')]),
      h('p', [titleOf('y', 'Y')]),
      h('p', [titleOf('z', 'Z')]),
    ]);
    const german = h(null, [h('h1', { id: 'x' }, 'X'), h('h2', { id: 'y', lang: 'en' }, [h('em', 'y')])]);
    const english = h(null, [h('h1', { id: 'z' }, 'Z')]);
    fillTitles([
      { tree, lang: 'en' },
      { tree: german, lang: 'de' },
      { tree: english, lang: 'en' },
    ]);
    expect(toHtml(tree)).toBe('<p><span lang="de">X</span></p><p><em>y</em></p><p>Z</p>');
  });

  it('runs its own way in a list that runs the other', () => {
    const tree = h(null, [h('p', [titleOf('x', 'X')]), h('p', [titleOf('y', 'Y')])]);
    const chapter = h(null, [h('h1', { id: 'x' }, 'X')]);
    const other = h(null, [h('h2', { id: 'y', lang: 'ar', dir: 'rtl' }, [h('em', 'y')])]);
    fillTitles([{ tree }, { tree: chapter, lang: 'he', dir: 'rtl' }, { tree: other, lang: 'en' }]);
    expect(toHtml(tree)).toBe(
      '<p><bdi lang="he" dir="rtl">X</bdi></p><p><bdi lang="ar" dir="rtl"><em>y</em></bdi></p>',
    );
  });
});

it('leaves behind what stands between two notes of a caption', async () => {
  const { delivered, messages } = await buildInMemory({
    'book.yaml': 'title: T\nauthor: A\nlists: [tables]\n',
    'a.md':
      '# Weirs\n\nSee @tbl-a.\n\n| a |\n| - |\n| b |\n\n: The *weir* of 10^6^, in 1841.[^a][^b] {#tbl-a}\n\n[^a]: One.\n\n[^b]: Two.\n',
  });
  expect(messages).toEqual([]);
  const [bytes] = delivered.values();
  const epub = await openEpub(bytes as Uint8Array);
  const listed = epub.opf.spine.map((file) => epub.textOf(file)).find((text) => /^\s*Tables/.test(text));
  expect(listed?.replace(/\s+/g, ' ').trim()).toBe('TablesTable 1. The weir of 106, in 1841.');
  expect(epub.textOf('a.xhtml')).toMatch(/in 1841\.1,2/);
});
