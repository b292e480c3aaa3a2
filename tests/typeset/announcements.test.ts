import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { holdAnnouncements } from '../../src/typeset/announcements.js';

describe('a line that announces something', () => {
  it.each([
    ['gives:', true],
    ['次のとおり：', true],
    ['It gives.', false],
    ['At 10:30 it rained', false],
    [`${'It rained and it rained. '.repeat(9)}So:`, false],
  ])('%j: %s', (text, held) => {
    const paragraph = h('p', text);
    holdAnnouncements({ type: 'root', children: [h('div', paragraph)] });
    expect(paragraph.properties.className).toEqual(held ? ['announces'] : undefined);
  });

  it('is none where it ends with a gap to fill in, but the first line of a form stays with the next', () => {
    const line = (label: string) => h('p', label, h('span.nowrap', h('span.fill-in')), ' ');
    const lines = [line('Name: '), line('Boat: '), line('Port: ')];
    const alone = line('Date: ');
    const asked = h('p', 'Fill in ', h('span.fill-in'), ' here:');
    const root = [...lines, h('p', 'It rained.'), alone, h('p', 'It rained.'), asked];
    holdAnnouncements({ type: 'root', children: root });
    const held = [...lines, alone, asked].map(({ properties }) => properties.className !== undefined);
    expect(held).toEqual([true, false, false, false, true]);
  });

  it('keeps its other classes', () => {
    const paragraph = h('p.lead', 'So:');
    holdAnnouncements({ type: 'root', children: [paragraph] });
    expect(paragraph.properties.className).toEqual(['lead', 'announces']);
  });
});
