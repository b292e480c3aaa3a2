import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import postcss from 'postcss';
import { describe, expect, it } from 'vitest';
import { familyOf, flatten, lengthOf, ownProperties, tokensOf } from '../../src/typeset/tokens.js';
import { ROOT } from '../support/desk.js';

/*
 * The `--book-*` properties: the contract between Octavo and a theme.
 */
const tokens = (...css: string[]) => tokensOf(css.map((one) => postcss.parse(one)));
const flat = (css: string, from = css): string => {
  const root = postcss.parse(css);
  flatten(root, tokens(from));
  return root.toString().trim();
};

describe('tokens', () => {
  it('are those of :root, the later over the earlier', () => {
    const found = tokens(':root{--book-a:1;--book-b:2;--other:3} p{--book-c:4}', ':root{--book-a: 5 }');
    expect([...found]).toEqual([
      ['a', '5'],
      ['b', '2'],
    ]);
  });

  it('may name one another, by any number of steps and in any order', () => {
    const found = tokens(
      ':root{--book-a:var(--book-b);--book-b:var(--book-c) x;--book-c:calc(1pt + var(--book-d, 2pt))}',
    );
    expect(found.get('a')).toBe('calc(1pt + 2pt) x');
  });

  it('are empty where they name themselves', () => {
    const found = tokens(':root{--book-a:var(--book-b);--book-b:var(--book-a);--book-c:1pt var(--book-c)}');
    expect([...found.values()]).toEqual(['', '', '']);
  });

  it('cannot unfold to more than memory holds', () => {
    const twenty = (name: string) => `var(--book-${name}) `.repeat(20);
    const steps = Array.from({ length: 11 }, (_, i) => `--book-t${i}:${twenty(`t${i + 1}`)}`);
    const found = tokens(`:root{${steps.join(';')};--book-t11:0123456789}`);
    for (const value of found.values()) expect(value.length).toBeLessThan(100_000);
    expect(found.get('t0')).toBe('');
    expect(found.get('t11')).toBe('0123456789');
  });
});

describe('flattening', () => {
  it.each([
    [':root{--book-x:3pt} p{margin:var(--book-x) auto}', 'p{margin:3pt auto}'],
    [':root{--book-x:var(--book-x)} p{margin:var(--book-x);top:0}', 'p{top:0}'],
    ['p{top:calc(-1 * var(--none));left:0}', 'p{left:0}'],
    [':root{/* said */--book-x:1pt} p{margin:var(--book-x)}', 'p{margin:1pt}'],
    ['p{margin:var(--book-none, 2em)}', 'p{margin:2em}'],
    [':root{--book-x:3pt;color:red} p{a:calc(var(--book-x) * 2)}', ':root{color:red} p{a:calc(3pt * 2)}'],
    ['/* said */ p{margin:0}', 'p{margin:0}'],
    ['@font-face{font-family:X} p{margin:0}', 'p{margin:0}'],
    ['@media print{p{margin:var(--book-y, 1px)}}', '@media print{p{margin:1px}}'],
  ])('%s', (css, expected) => {
    expect(flat(css)).toBe(expected);
  });
});

describe("flattening a book's own properties", () => {
  it.each([
    [':root{--a:#036} p{color:var(--a)}', 'p{color:#036}'],
    [':root{--a:var(--book-x)} p{margin:0 var(--a, 1em)}', 'p{margin:0 2em}'],
    // What differs from place to place, or with the reader, is the reader's to look up.
    [':root{--a:#036} .b{--a:red} p{color:var(--a)}', ':root{--a:#036} .b{--a:red} p{color:var(--a)}'],
    [
      ':root{--a:#036} @media (x){:root{--a:red}} p{margin:var(--book-x);color:var(--a)}',
      ':root{--a:#036} @media (x){:root{--a:red}} p{margin:2em;color:var(--a)}',
    ],
    ['p{color:var(--none)}', ''],
    [':root{--a:var(--a)} p{color:var(--a);top:0}', 'p{top:0}'],
  ])('%s', (css, expected) => {
    const root = postcss.parse(css);
    flatten(root, new Map([['x', '2em']]), undefined, ownProperties([postcss.parse(css)]));
    const empty = /[^{}]+\{\}/g;
    expect(root.toString().replace(empty, '').trim()).toBe(expected);
  });
});

it.each([
  ['"STIX Two Math", math', 'STIX Two Math'],
  ["'A'", 'A'],
  ['math', 'math'],
  ['', ''],
])('the first family of %j is %j', (value, family) => {
  expect(familyOf(new Map([['math', value]]), 'math')).toBe(family);
});

it('flattening keeps the faces of one family, if it is told which', () => {
  const css = '@font-face{font-family:"X Y"}@font-face{font-family:Z}';
  const root = postcss.parse(css);
  flatten(root, new Map(), 'X Y');
  expect(root.toString()).toBe('@font-face{font-family:"X Y"}');
});

describe('the contract with a theme', () => {
  it('names the typeface of formulas', () => {
    const found = tokensOf([postcss.parse(readFileSync(join(ROOT, 'styles/tokens.css'), 'utf8'))]);
    expect(familyOf(found, 'math')).toBe('STIX Two Math');
  });
});

describe('lengths', () => {
  it.each([
    ['1in', 96],
    ['25.4mm', 96],
    ['2.54cm', 96],
    ['72pt', 96],
    ['6pc', 96],
    ['96px', 96],
    ['1em', 7],
    ['calc(1in + 1pt)', 7],
    ['-1in', 7],
    ['', 7],
  ])('%s is %d px', (value, pixels) => {
    expect(lengthOf(new Map([['x', value]]), 'x', 7)).toBeCloseTo(pixels, 6);
  });
});
