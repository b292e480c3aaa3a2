import type { Element, Properties } from 'hast';
import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { giveRoomToNumbers } from '../../src/typeset/number-room.js';

const items = (count: number, properties: Properties = {}): Element[] =>
  Array.from({ length: count }, () => h('li', { ...properties }, 'Item.'));

function roomOf(list: Element): unknown {
  giveRoomToNumbers({ type: 'root', children: [h('blockquote', list)] });
  return list.properties.className;
}

describe('a list has room', () => {
  it.each([
    [{}, 99, undefined],
    [{}, 100, ['numbers-3']],
    [{ start: 95 }, 5, undefined],
    [{ start: 95 }, 6, ['numbers-3']],
    [{ start: '995' }, 6, ['numbers-4']],
    [{ start: -10 }, 2, ['numbers-3']],
    [{ start: 999999999 }, 2, ['numbers-9']],
    [{ reversed: true }, 100, ['numbers-3']],
    [{ reversed: true, start: 99 }, 100, undefined],
    [{ start: 'many' }, 3, undefined],
    [{ type: 'A', start: 26 }, 2, undefined],
    [{ type: 'a', start: 702 }, 2, ['numbers-3']],
    [{ type: 'i' }, 3, undefined],
    [{ type: 'I', start: 88 }, 1, ['numbers-7']],
    [{ className: ['days'] }, 100, ['days', 'numbers-3']],
    [{}, 0, undefined],
  ])('for its widest number: %j, %i items', (properties, count, wanted) => {
    expect(roomOf(h('ol', properties as Properties, items(count)))).toEqual(wanted);
  });

  it('for a number that an item has of its own, and what is counted behind it', () => {
    expect(roomOf(h('ol', [h('li', { value: 998 }), ...items(2)]))).toEqual(['numbers-4']);
    expect(roomOf(h('ol', [...items(3), h('li', { value: 5 })]))).toBeUndefined();
  });

  it('where it has no numbers, none', () => {
    expect(roomOf(h('ul', items(200)))).toBeUndefined();
  });
});
