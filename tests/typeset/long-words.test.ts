import type { Root } from 'hast';
import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { openLongWords } from '../../src/typeset/long-words.js';

const opened = (...children: Parameters<typeof h>[1][]): string => {
  const tree: Root = { type: 'root', children: [h('p', children as never)] };
  openLongWords(tree);
  return JSON.stringify(tree);
};

describe('what is longer than half a line', () => {
  it.each([
    ['a key', '3f786850e387550fdab836ed7e6dc881de23001b'],
    ['no word that there is', 'x'.repeat(90)],
  ])('may break anywhere: %s', (_, text) => {
    expect(opened(`Before ${text} behind`)).toContain('"endless"');
  });

  it.each([
    ['an address, which is parted in its own places', `https://example.com/${'path/'.repeat(8)}`],
    [
      'an address with hyphens in it',
      'https://rust-lang.example.org/the-installation/of/everything/that/there/is/windows-msvc.html',
    ],
    ['a path', `src/press/${'layout/'.repeat(6)}lines.ts`],
    ['an address without its scheme', `(example.org/reference/${'path/'.repeat(8)})`],
    ['one in brackets', `(https://example.com/${'path/'.repeat(8)}on-${'path/'.repeat(8)})`],
    ['a word, which is hyphenated', 'Rindfleischetikettierungsüberwachungsaufgabengesetz,'],
    ['words that dashes part', 'harpooneers—Queequeg—Tashtego—Daggoo—and the rest'],
    ['words that hyphens part', 'now-I-lay-me-down-to-sleep-and-pray-the-lord-my-soul-to-keep'],
    [
      'a sentence without spaces',
      '吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。何でも薄暗いじめじめした所で',
    ],
    ['words', 'short words in a long line that goes on and on'],
  ])('is left alone: %s', (_, text) => {
    expect(opened(`Before ${text} behind`)).not.toContain('"endless"');
  });

  it.each(['code', 'td', 'h2'])('is left alone in %s', (name) => {
    expect(opened(h(name, 'x'.repeat(90)))).not.toContain('"endless"');
  });

  it('keeps all of the text, and its places', () => {
    const text = `a ${'b/'.repeat(30)} c ${'d/'.repeat(30)}`;
    const tree: Root = {
      type: 'root',
      children: [
        {
          type: 'text',
          value: text,
          position: { start: { line: 3, column: 1 }, end: { line: 3, column: 120 } },
        },
      ],
    };
    openLongWords(tree);
    const words = tree.children.map((child) => (child.type === 'element' ? child.children[0] : child));
    expect(words.map((word) => (word?.type === 'text' ? word.value : '')).join('')).toBe(text);
    expect(words.every((word) => word?.position?.start.line === 3)).toBe(true);
  });
});
