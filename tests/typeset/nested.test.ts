import postcss from 'postcss';
import { describe, expect, it } from 'vitest';
import { unnest } from '../../src/typeset/nested.js';

/*
 * Rules within rules, as old readers are told of them.
 */
const flat = (css: string): string => {
  const root = postcss.parse(css);
  unnest(root);
  return root.toString().replace(/\s+/g, ' ').replace(/;? \}/g, ' }').trim();
};

describe('a rule within another', () => {
  it.each([
    ['.a { b: c }', '.a { b: c }'],
    ['.a { b: c; &:hover { d: e } }', '.a { b: c } .a:hover { d: e }'],
    ['.a { p { d: e } }', '.a p { d: e }'],
    ['.a { > p, + q { d: e } }', '.a > p, .a + q { d: e }'],
    ['.a, .b { & p { d: e } }', '.a p, .b p { d: e }'],
    ['.a, .b { & + & { d: e } }', ':is(.a, .b) + :is(.a, .b) { d: e }'],
    ['.a { .b & { d: e } }', '.b .a { d: e }'],
    ['.a { .b { .c { d: e } } f: g }', '.a .b .c { d: e } .a { f: g }'],
    ['.a { x: y; @media (m) { b: c; p { d: e } } }', '.a { x: y } @media (m) { .a { b: c } .a p { d: e } }'],
    ['@media (m) { .a { p { d: e } } }', '@media (m) { .a p { d: e } }'],
    ['.a { [b="&"] { d: e } }', '.a [b="&"] { d: e }'],
    [
      '@font-face { a: b } @keyframes k { from { a: b } }',
      '@font-face { a: b } @keyframes k { from { a: b } }',
    ],
  ])('%s', (css, expected) => {
    const said = (text: string) =>
      text
        .replace(/\s*([{}])\s*/g, ' $1 ')
        .replace(/; }/g, ' }')
        .trim();
    expect(said(flat(css))).toBe(said(expected));
  });
});
