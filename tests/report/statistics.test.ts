import { describe, expect, it } from 'vitest';
import { desk, octavo, octavoJson } from '../support/desk.js';

const BOOK = {
  'book/book.yaml': 'title: Two\nauthor: A\n',
  // Two sentences of five words each, of which two in ten are long: 5 + 20.
  'book/a.md':
    '# One\n\nHe carried the heaviest stone. It weighed as mountains do.[^n]\n\n```\nno word of it\n```\n\n| Day | Cups |\n| --- | --- |\n| Mon | 3 |\n\n[^n]: A note of five words.\n',
  'book/b.md': `---\nlang: de\n---\n# Zwei\n\n${'Es regnete lange. '.repeat(400)}\n`,
  'book/c.md': '---\nlang: ja\n---\n# 三\n\n今日は雨が降っています。\n',
};

describe('octavo check --stats', () => {
  it('counts what there is of each chapter', async () => {
    const { statistics } = (await octavoJson(await desk(BOOK), ['check', 'book', '--stats'])) as unknown as {
      statistics: Record<string, unknown>[];
    };
    expect(statistics).toMatchObject([
      { path: 'book/a.md', title: 'One', words: 20, sentences: 3, notes: 1, figures: 0, tables: 1, pages: 1 },
      // 179 words a minute.
      { path: 'book/b.md', title: 'Zwei', words: 1201, sentences: 400, minutes: 7, notes: 0, pages: 4 },
      { path: 'book/c.md', title: '三', sentences: 1, pages: 1 },
    ]);
    const [one, two, three] = statistics.map(({ lix, words }) => [lix, words]);
    // Fifteen words in three sentences, of which “carried”, “heaviest”, “weighed” and “mountains” are long.
    expect(one?.[0]).toBe(Math.round(15 / 3 + 400 / 15));
    // “regnete” is long, one word in three.
    expect(two?.[0]).toBe(Math.round(3 + 100 / 3));
    expect(three?.[1]).toBeGreaterThan(4);
  });

  it('shows them as a table with a sum, and says what the words mean', async () => {
    const { code, out } = await octavo(await desk(BOOK), ['check', 'book', '--stats']);
    expect(code).toBe(0);
    expect(out).toMatch(/^ +words +pages +minutes +notes +figures +tables +LIX$/m);
    expect(out).toMatch(/^Zwei +1,201 +4 +7 +0 +0 +0 +36$/m);
    expect(out).toMatch(/^all +1,2\d\d /m);
    expect(out).toContain('LIX: below 30 is very easy');
  });

  it('counts nothing that was not asked for, or could not be read', async () => {
    expect(await octavoJson(await desk(BOOK), ['check', 'book'])).not.toHaveProperty('statistics');
    const { out } = await octavo(await desk(), ['check', 'nowhere', '--stats']);
    expect(out).toBe('');
  });
});
