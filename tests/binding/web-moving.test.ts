import { h } from 'hastscript';
import { expect, it } from 'vitest';
import { moving } from '../../src/binding/web/moving.js';

/* What may be wider than a narrow screen moves in a frame that keys reach. */
const code = (lines: number, last: string) => moving(h('pre', h('code', `${'x\n'.repeat(lines)}${last}`)));

it.each([3, 300_000])('code of %i lines is reached by keys if one of them is long', (lines) => {
  expect(code(lines, 'y'.repeat(200)).properties).toEqual({ tabIndex: '0' });
  expect(code(lines, 'y').properties).toEqual({});
});
