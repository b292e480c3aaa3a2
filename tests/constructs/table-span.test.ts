import { describe, expect, it } from 'vitest';
import { tableFitsHead } from '../../src/rules/table-fits-head.js';
import { understand } from '../support/chapter.js';

/** Each row as its cells: `th`, spans as `2x1` (columns x rows), text. */
function rows(markdown: string) {
  const book = understand(`# T\n\n${markdown}`);
  const page = book.dress().html;
  const cells = [...page.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<(t[dh])([^>]*)>(.*?)<\/t[dh]>/g)].map(([, tag, attributes = '', text]) => {
      const of = (name: string) => new RegExp(`${name}="(\\d+)"`).exec(attributes)?.[1] ?? '1';
      const span = `${of('colspan')}x${of('rowspan')}`;
      return [tag === 'th' ? 'th' : '', span === '1x1' ? '' : span, text].filter(Boolean).join(' ');
    }),
  );
  return { cells, page, book };
}
const HEAD = '| a | b | c |\n| - | - | - |\n';

describe('cells', () => {
  it.each<[string, string[]]>([
    ['| 1 || 3 |', ['2x1 1', '3']],
    ['| 1 |||', ['3x1 1']],
    ['| 1 | 2 ||', ['1', '2x1 2']],
    ['| 1 | | 3 |', ['1', '', '3']],
    ['|1||3|', ['1', '', '3']],
    ['|||', ['', '', '']],
    ['|| 2 | 3 |', ['', '2', '3']],
    ['| 1 |', ['1', '', '']],
    ['| \\| || 3 |', ['2x1 |', '3']],
  ])('%s', (row, expected) => {
    const { cells, book } = rows(HEAD + row);
    expect(cells[1]?.map((cell) => cell.trim())).toEqual(expected.map((cell) => cell.trim()));
    expect(book.said()).toEqual([]);
  });

  it.each<[string, string[][]]>([
    ['| 1 | 2 | 3 |\n| ^^ | 2 | ^^ |\n| ^^ | 2 | 3 |', [['1x3 1', '2', '1x2 3'], ['2'], ['2', '3']]],
    ['| 1 || 3 |\n| ^^ || 3 |', [['2x2 1', '3'], ['3']]],
    ['| 1 || 3 |\n| ^^ | ^^ | 3 |', [['2x2 1', '3'], ['3']]],
    [
      '| 1 | 2 | 3 |\n| 1 | \\^^ | 3 |',
      [
        ['1', '2', '3'],
        ['1', '^^', '3'],
      ],
    ],
  ])('down the rows: %j', (body, expected) => {
    const { cells, book } = rows(HEAD + body);
    expect(cells.slice(1)).toEqual(expected);
    expect(book.said()).toEqual([]);
  });

  it.each([
    ['| ^^ | 2 | 3 |', ['5:1']],
    ['| 1 || 3 |\n| ^^ | 2 | 3 |', ['6:1']],
    ['| 1 || 3 |\n| 1 | ^^ | 3 |', ['6:5']],
    ['| 1 | 2 | 3 |\n| ^^ || 3 |', ['6:6']],
  ])('that cannot be one are told of: %j', (body, places) => {
    const { book } = rows(HEAD + body);
    expect(book.said()).toEqual(places.map((place) => `table-span-fits chapter.md:${place}`));
  });

  it('of head, body and foot have nothing in common', () => {
    const { book } = rows(`${HEAD}| 1 | 2 | 3 |\n| ^^ | 2 | 3 |\n\n: T {#tbl-t footer-rows=1}`);
    expect(book.said()).toEqual(['table-span-fits chapter.md:6:1']);
  });
});

describe('a head of several rows', () => {
  const text = `| Day | Cups ||\n| - | - | - |\n| ^^ | tea | water |\n| Mon | 1 | 2 |\n\n: T {#tbl-t header-rows=2 header-columns=1}`;
  it('says of each cell what it heads', () => {
    const { page, cells, book } = rows(text);
    expect(cells).toEqual([
      ['th 1x2 Day', 'th 2x1 Cups'],
      ['th tea', 'th water'],
      ['th Mon', '1', '2'],
    ]);
    expect(page.match(/<th\b[^>]*>/g)).toEqual([
      '<th rowspan="2" scope="col">',
      '<th colspan="2" scope="col">',
      '<th scope="col">',
      '<th scope="col">',
      '<th scope="row">',
    ]);
    expect(book.said()).toEqual([]);
  });

  it('has cells that are counted as before', () => {
    const { book } = rows(`${text}\n\n| a | b |\n| - | - |\n| 1 || 3 |\n\n: T {#tbl-u}`);
    const said: unknown[] = [];
    tableFitsHead.check(book.book, (facts) => said.push(facts));
    expect(said).toEqual([{ columns: 2, cells: 3, lost: '3' }]);
  });

  it('heads its rows where a cell goes down several', () => {
    const { cells } = rows(`| a | b |\n| - | - |\n| 1 | 2 |\n| ^^ | 3 |\n\n: T {#tbl-t header-columns=1}`);
    expect(cells.slice(1)).toEqual([['th 1x2 1', '2'], ['3']]);
  });
});
