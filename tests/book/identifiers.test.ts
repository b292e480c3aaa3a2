import { describe, expect, it } from 'vitest';
import { understand } from '../support/chapter.js';

/*
 * Ids: one place each, whatever the titles are, and the outline that is built on them.
 */
const ids = (chapters: Parameters<typeof understand>[0]): string[] => {
  const { book, dress } = understand(chapters);
  return book.chapters.flatMap(({ file }) =>
    [...dress('paged', file.path).html.matchAll(/<h\d[^>]* id="([^"]+)"/g)].map((match) => match[1] ?? ''),
  );
};

describe('ids of headings', () => {
  it('are told apart where titles are the same', () => {
    expect(ids('# A\n\n## A\n\n## A\n\n## A 1')).toEqual([
      'chapter--a',
      'chapter--a-1',
      'chapter--a-2',
      'chapter--a-1-1',
    ]);
  });

  it('belong to their chapter, so that two chapters may have the same titles', () => {
    expect(ids({ 'one.md': '# Notes\n\n## End', 'two.md': '# Notes\n\n## End' })).toEqual([
      'one--notes',
      'one--end',
      'two--notes',
      'two--end',
    ]);
  });

  it.each([
    ['# Über Straßen', 'chapter--über-straßen'],
    ['# 日本語の本', 'chapter--日本語の本'],
    ['# Война и мир', 'chapter--война-и-мир'],
    ['# شرح', 'chapter--شرح'],
    ['# 1984', 'chapter--s-1984'],
    ['# …!?', 'chapter--section'],
    ['# **Bold** `code` & more', 'chapter--bold-code-more'],
    ['# 🎈', 'chapter--section'],
    ['# H<sub>2</sub>O<br>ice <!-- old -->', 'chapter--h2o-ice'],
    ['# One\\\n', 'chapter--one'],
    ['Two  \nlines\n===', 'chapter--two-lines'],
    ['# <img src="a.png" alt="A &amp; B">', 'chapter--a-b'],
    ['# <img src="a.png">', 'chapter--section'],
  ])('%s', (markdown, expected) => {
    expect(ids(markdown)).toEqual([expected]);
  });

  it('are given to chapters by their file names, in any folder', () => {
    const { book } = understand({
      'a/intro.md': '# X',
      'b/intro.md': '# Y',
      '01-Über uns.md': '# Z',
      '07.md': '# 7',
    });
    expect(book.chapters.map(({ id }) => id)).toEqual(['intro', 'intro-2', 'c-01-über-uns', 'c-07']);
  });

  it('are unique in the book, and never begin with a digit', () => {
    const same = Array.from(
      { length: 30 },
      (_, i) => [`${i}/1.md`, '# 1\n\n## 1\n\n## 1-1\n\n### 1'] as const,
    );
    const all = ids(Object.fromEntries(same));
    expect(new Set(all).size).toBe(120);
    expect(all.filter((id) => /^\d/.test(id))).toEqual([]);
  });
});

describe('ids that the author gives', () => {
  it('are taken as they are', () => {
    const { book } = understand('---\nid: start-here\n---\n# T');
    expect(book.chapters[0]?.id).toBe('start-here');
    expect(book.outline[0]?.id).toBe('start-here--t');
  });

  it('may be given once', () => {
    const { said, words } = understand({ 'a.md': '---\nid: x\n---\n# A', 'b.md': '---\nid: X\n---\n# B' });
    expect(said()).toEqual(['id-unique b.md:2:5']);
    expect(words()[0]).toContain('it is given here first a.md:2:5');
  });
});

describe('the outline', () => {
  const shown = (chapters: Parameters<typeof understand>[0]): string[] => {
    const lines = (headings: ReturnType<typeof understand>['book']['outline'], indent = ''): string[] =>
      headings.flatMap(({ title, depth, children }) => [
        `${indent}${title} (${depth})`,
        ...lines(children, `${indent}  `),
      ]);
    return lines(understand(chapters).book.outline);
  };

  it('nests by level, and skips no depth where the author skipped a level', () => {
    expect(shown('# A\n\n### B\n\n#### C\n\n## D\n\n# E')).toEqual([
      'A (1)',
      '  B (2)',
      '    C (3)',
      '  D (2)',
      'E (1)',
    ]);
  });

  it('gives a chapter without a heading the title of its front matter, or its file name', () => {
    expect(shown({ 'a.md': '---\ntitle: "Named"\n---\nText.', '02-my_long-day.md': 'Text.' })).toEqual([
      'Named (1)',
      'My long day (1)',
    ]);
  });

  it('leaves out what is not listed: display pages, toc: false, handouts, which have a page in some editions', () => {
    expect(
      shown({
        'dedication.md': 'For you.',
        'a.md': '# A',
        'b.md': '---\ntoc: false\n---\n# B',
        'handouts/h.md': '# H',
      }),
    ).toEqual(['A (1)', 'Handouts (1)']);
  });

  it('passes over headings that show nothing', () => {
    expect(shown('# A\n\n## \n\n## ![](x.png)\n\n## B')).toEqual(['A (1)', '  B (2)']);
  });

  it('reads headings as text', () => {
    expect(shown('# A *b* `c` [d](https://example.org)[^1]\n\n[^1]: n')).toEqual(['A b c d (1)']);
  });
});
