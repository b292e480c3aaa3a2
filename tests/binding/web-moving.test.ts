import { h } from 'hastscript';
import { expect, it } from 'vitest';
import { moving } from '../../src/binding/web/moving.js';
import { wordsOf } from '../../src/language/words.js';

/* What may be wider than a narrow screen moves in a frame that keys reach. */
const { counters } = wordsOf('en')('en');
const code = (lines: number, last: string) =>
  moving(h('pre', h('code', `${'x\n'.repeat(lines)}${last}`)), counters);

it.each([3, 300_000])('code of %i lines is reached by keys if one of them is long', (lines) => {
  expect(code(lines, 'y'.repeat(200)).properties).toEqual({
    tabIndex: '0',
    role: 'group',
    ariaLabel: 'Listing',
  });
  expect(code(lines, 'y').properties).toEqual({});
});

it.each([
  ['Cups a day', 'Cups a day'],
  [undefined, 'Table'],
])('a wide table is called by its caption, or a table: %s', (caption, name) => {
  const cells = Array.from({ length: 4 }, () => h('td', 'x'.repeat(20)));
  const table = h('table', [...(caption ? [h('caption', caption)] : []), h('tbody', h('tr', cells))]);
  const { properties } = moving(table, counters);
  expect(properties).toMatchObject({ tabIndex: '0', role: 'group', ariaLabel: name });
  expect(moving(h('table', h('tr', h('td', 'x'))), counters).properties).toEqual({
    className: ['site-wide'],
  });
});
