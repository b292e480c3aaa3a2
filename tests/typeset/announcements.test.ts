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

  it('keeps its other classes', () => {
    const paragraph = h('p.lead', 'So:');
    holdAnnouncements({ type: 'root', children: [paragraph] });
    expect(paragraph.properties.className).toEqual(['lead', 'announces']);
  });
});
