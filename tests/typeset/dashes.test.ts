import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { holdDashes } from '../../src/typeset/dashes.js';

const held = (...children: Parameters<typeof h>[1][]): string => {
  const tree: Root = { type: 'root', children: [h('p', children as never)] };
  holdDashes(tree);
  return toHtml(tree).replaceAll('<span class="nowrap">', '[').replaceAll('</span>', ']');
};

describe('an em dash', () => {
  it.each([
    ['a short word', 'hats off—then', 'hats [off—]then'],
    ['each of two', 'here—there—end', '[here—][there—]end'],
    ['what closes a quotation', '“off”—then', '[“off”—]then'],
    ['a mark for hyphens', 're\u00admem\u00adber—then', '[re\u00admem\u00adber—]then'],
    ['nothing behind a space', 'then — so', 'then — so'],
    ['no long word', 'internationalisations—then', 'internationalisations—then'],
    ['one letter where there are no spaces', '我們去了故宮——那天', '我們去了故[宮——]那天'],
    ['a sign where there are no spaces', '「はい」——それ', '「はい[」——]それ'],
  ])('stays with %s', (_, text, expected) => {
    expect(held(text)).toBe(`<p>${expected}</p>`);
  });

  it.each([
    ['that is marked', h('em', 'off'), '[<em>off</em>—]then'],
    ['that is code', h('code', 'a-b'), '[<code>a-b</code>—]then'],
    ['that is marked twice', h('strong', h('em', 'off')), '[<strong><em>off</em></strong>—]then'],
    ['that is not short', h('em', 'internationalisations'), '<em>internationalisations</em>—then'],
    ['that is several', h('em', 'The Whale'), '<em>The Whale</em>—then'],
    ['that is none', h('br'), '<br>—then'],
  ])('stays with a word %s', (_, word, expected) => {
    expect(held(word, '—then')).toBe(`<p>${expected}</p>`);
  });

  it('stays with the number of a note, and alone with a word behind which there is nothing', () => {
    expect(held('off', h('sup', '1'), '—then')).toBe('<p>off[<sup>1</sup>—]then</p>');
    expect(held(h('em', 'off'), '—', h('em', 'then'))).toBe('<p>[<em>off</em>—]<em>then</em></p>');
  });

  it('is left alone in code', () => {
    expect(held(h('code', 'a—b'))).toBe('<p><code>a—b</code></p>');
  });
});
