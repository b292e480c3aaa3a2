import type { Root } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { hasDropCap, openWithDropCap, settleDropCaps } from '../../src/typeset/drop-caps.js';

const html = (tree: Root) => unified().use(rehypeStringify).stringify(tree);
const root = (...children: Parameters<typeof h>[2][]) => h(null, ...children) as Root;
const opened = (tree: Root) => {
  openWithDropCap(tree, new VFile(), () => {});
  settleDropCaps(tree);
  return html(tree);
};

/** Enough text to stand beside a letter that is three lines high. */
const MORE = ' it rained and nobody had asked the harbour what it thought'.repeat(3);

describe('the opening paragraph', () => {
  it.each([
    ['When', '<p class="drop-cap">When</p>'],
    ['“When”', '<p class="drop-cap"><span class="drop-mark">“</span>When”</p>'],
    ['«\u202fQuand\u202f»', '<p class="drop-cap"><span class="drop-mark">«</span>Quand\u202f»</p>'],
    ['— “¿Cuándo?', '<p class="drop-cap"><span class="drop-mark">— “¿</span>Cuándo?</p>'],
    ['’Twas', '<p class="drop-cap"><span class="drop-mark">’</span>Twas</p>'],
    ['É', '<p class="drop-cap">É</p>'],
    ['L’air', '<p class="drop-cap">L’air</p>'],
    ['1984', '<p>1984</p>'],
    ['“20,000 leagues”', '<p>“20,000 leagues”</p>'],
    ['IJsland', '<p>IJsland</p>'],
    ['iPhones', '<p>iPhones</p>'],
    ['“I,” he said', '<p>“I,” he said</p>'],
    ['W. H. Auden', '<p>W. H. Auden</p>'],
    ['I, for one,', '<p>I, for one,</p>'],
    ['A(n) or', '<p>A(n) or</p>'],
    ['O’Brien', '<p class="drop-cap">O’Brien</p>'],
    ['X-rays', '<p class="drop-cap">X-rays</p>'],
    ['Mr. Auden', '<p class="drop-cap">Mr. Auden</p>'],
    ['Когда', '<p class="drop-cap">Когда</p>'],
    ['日本', '<p>日本</p>'],
    ['שלום', '<p>שלום</p>'],
    ['…', '<p>…</p>'],
    ['', '<p></p>'],
  ])('%j', (text, expected) => {
    const more = text && MORE;
    expect(opened(root(h('p', text + more)))).toBe(expected.replace('</p>', `${more}</p>`));
  });

  it('stands below a heading that is the only one of its chapter, and right below the title', () => {
    const paragraph = () => h('p', `A${MORE}`);
    const [chapter, letter] = [h('h1', 'Chapter One'), h('h2', 'The Letter')];
    expect(opened(root(chapter, letter, paragraph(), paragraph()))).toContain('</h2><p class="drop-cap">A');
    expect(opened(root(chapter, paragraph(), letter, paragraph()))).toMatch(
      /<\/h1><p class="drop-cap">A.*<p>A/,
    );
    expect(opened(root(chapter, letter, paragraph(), h('h2', 'Another'), paragraph()))).not.toContain(
      'drop-cap',
    );
    expect(opened(root(chapter, h('ul'), letter, paragraph()))).not.toContain('drop-cap');
  });

  it('stands right below the title and what belongs to that', () => {
    const opening = [h('h1', 'T'), h('p.subtitle', 'S'), h('blockquote.epigraph-block', h('p', 'Motto'))];
    expect(opened(root(...opening, h('p', h('em', 'As'), MORE)))).toContain(
      `</blockquote><p class="drop-cap"><em>As</em>${MORE}</p>`,
    );
    for (const picture of [
      h('figure', h('img', { alt: 'A' })),
      h('div.figures', h('figure', h('img', { alt: 'A' }))),
    ])
      expect(opened(root(h('h1', 'T'), picture, h('p', `A${MORE}`)))).toContain('<p class="drop-cap">A');
    for (const before of [
      h('figure.listing', h('pre', 'code')),
      h('pre', 'code'),
      h('h2', 'T'),
      h('p.stanza', 'Verse'),
      h('ul'),
      h('p', 'Short.'),
    ])
      expect(opened(root(...opening, before, h('p', `A${MORE}`)))).not.toContain('drop-cap');
  });

  it('is long enough for it, and begins with no code', () => {
    expect(opened(root(h('p', MORE.slice(0, 140).trim())))).not.toContain('drop-cap');
    expect(opened(root(h('p', h('code', 'map'), MORE)))).not.toContain('drop-cap');
  });

  it('has none where it begins with an image, or where the author has set one', () => {
    expect(opened(root(h('p', h('img', { alt: '' }), `A${MORE}`)))).not.toContain('drop-cap');
    const own = root(h('p', 'One'), h('p.drop-cap', '“Two'));
    expect(opened(own)).toBe('<p>One</p><p class="drop-cap"><span class="drop-mark">“</span>Two</p>');
  });

  it('passes over what shows nothing', () => {
    expect(opened(root(h('p', h('span#i'), h('em', '“As'), MORE)))).toBe(
      `<p class="drop-cap"><span id="i"></span><em><span class="drop-mark">“</span>As</em>${MORE}</p>`,
    );
  });

  it('takes a letter back to its word, and leaves a word of its own before another look', () => {
    expect(opened(root(h('p', h('em', '“W'), h('span#i'), `hen${MORE}`)))).toBe(
      `<p class="drop-cap"><em><span class="drop-mark">“</span></em><span id="i"></span>When${MORE}</p>`,
    );
    expect(opened(root(h('p', 'I ', h('em', 'never'), MORE)))).not.toContain('drop-cap');
    expect(opened(root(h('p', h('b', 'W'), '. H. Auden', MORE)))).not.toContain('drop-cap');
  });
});

it('a chapter tells whether it has one', () => {
  expect(hasDropCap(root(h('p', 'A'), h('span.drop-cap', 'B')))).toBe(false);
  expect(hasDropCap(root(h('blockquote', h('p.drop-cap', 'A'))))).toBe(true);
});

describe('a letter that is all of its text', () => {
  const note = h('sup', h('a', { dataFootnoteRef: '' }, '1'));
  it.each([
    ['is capital with the rest of its word', [h('strong', 'W'), `hen${MORE}`], '<strong></strong>When'],
    ['is none before a note', ['I', note, MORE], 'I<sup>'],
    ['is none before a formula', ['I', h('math', h('mi', 'x')), MORE], 'I<math>'],
    ['is none before code', ['I', h('code', 'x'), MORE], 'I<code>x'],
    ['is none before an image', ['O', h('img'), `!${MORE}`], 'O<img>!'],
    ['is none in emphasis before a note', [h('em', 'I'), note, MORE], '<em>I</em><sup>'],
  ])('%s', (_, children, begins) => {
    const page = opened(root(h('p', ...children)));
    expect(page.replace(/^<p[^>]*>/, '').startsWith(begins)).toBe(true);
    expect(page.startsWith('<p class="drop-cap">')).toBe(begins.includes('When'));
  });
});
