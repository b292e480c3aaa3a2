import type { Root } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { hasDropCap, openWithDropCap, settleDropCaps } from '../../src/typeset/drop-caps.js';

const html = (tree: Root) => unified().use(rehypeStringify).stringify(tree);
const root = (...children: Parameters<typeof h>[2][]) => h(null, ...children) as Root;
const opened = (tree: Root) => {
  openWithDropCap(tree);
  settleDropCaps(tree);
  return html(tree);
};

describe('the opening paragraph', () => {
  it.each([
    ['When', '<p class="drop-cap">When</p>'],
    ['“When”', '<p class="drop-cap"><span class="drop-mark">“</span>When”</p>'],
    ['«\u202fQuand\u202f»', '<p class="drop-cap"><span class="drop-mark">«</span>Quand\u202f»</p>'],
    ['— “¿Cuándo?', '<p class="drop-cap"><span class="drop-mark">— “¿</span>Cuándo?</p>'],
    ['’Twas', '<p class="drop-cap"><span class="drop-mark">’</span>Twas</p>'],
    ['1984', '<p class="drop-cap">1984</p>'],
    ['Когда', '<p class="drop-cap">Когда</p>'],
    ['日本', '<p>日本</p>'],
    ['שלום', '<p>שלום</p>'],
    ['…', '<p>…</p>'],
    ['', '<p></p>'],
  ])('%j', (text, expected) => {
    expect(opened(root(h('p', text)))).toBe(expected);
  });

  it('is the first that is a paragraph and nothing else', () => {
    expect(
      opened(
        root(h('h1', 'T'), h('blockquote', h('p', 'Motto')), h('p.stanza', 'Verse'), h('p', h('em', 'A'))),
      ),
    ).toBe(
      '<h1>T</h1><blockquote><p>Motto</p></blockquote><p class="stanza">Verse</p><p class="drop-cap"><em>A</em></p>',
    );
  });

  it('has none where it begins with an image, or where the author has set one', () => {
    expect(opened(root(h('p', h('img', { alt: '' }), 'A')))).toBe('<p><img alt="">A</p>');
    const own = root(h('p', 'One'), h('p.drop-cap', '“Two'));
    expect(opened(own)).toBe('<p>One</p><p class="drop-cap"><span class="drop-mark">“</span>Two</p>');
  });

  it('passes over what shows nothing', () => {
    expect(opened(root(h('p', h('span#i'), h('em', '“A'))))).toBe(
      '<p class="drop-cap"><span id="i"></span><em><span class="drop-mark">“</span>A</em></p>',
    );
  });
});

it('a chapter tells whether it has one', () => {
  expect(hasDropCap(root(h('p', 'A'), h('span.drop-cap', 'B')))).toBe(false);
  expect(hasDropCap(root(h('blockquote', h('p.drop-cap', 'A'))))).toBe(true);
});
