import { describe, expect, it } from 'vitest';
import { understand } from '../support/chapter.js';

/*
 * Chapters that are numbered by themselves, and whose authors have typed a number as well: both would be printed.
 */
const said = (titles: readonly string[], lang = 'en', numbered = true) => {
  const chapters = titles.map((title, i) => [`${i}.md`, `# ${title}\n\nText.\n`]);
  return understand(Object.fromEntries(chapters), { numbered, lang });
};

describe('a number that is typed as well', () => {
  it.each([
    [['Chapter 1: The Storm'], 'en', 'Write “# The Storm”'],
    [['Chapter 7 – The Storm'], 'en', 'Write “# The Storm”'],
    [['CHAPTER IV. The Storm'], 'en', 'Write “# The Storm”'],
    [['Chapter 1'], 'en', 'Give it a title without a number'],
    [['1. The Storm'], 'en', 'Write “# The Storm”'],
    [['Kapitel 1: Der Sturm'], 'de', 'Write “# Der Sturm”'],
    [['第3章 嵐'], 'ja', 'Write “# 嵐”'],
    [['第三章'], 'zh', 'Give it a title without a number'],
    [['פרק ג׳: הסערה'], 'he', 'Write “# הסערה”'],
  ])('is told at its heading, with what to write: %j', (titles, lang, remedy) => {
    const book = said(titles, lang);
    expect(book.said()).toEqual(['number-stands-once 0.md:1:1']);
    expect(book.words()[0]).toContain(remedy);
  });

  it('is told of an appendix, whose letter may be in its word as well', () => {
    const book = (title: string) =>
      understand({ 'a.md': `---\nrole: appendix\n---\n# ${title}\n\nText.\n` }, { numbered: true });
    expect(book('Appendix A: Sizes').words()[0]).toContain('Write “# Sizes”');
    expect(book('Sizes').said()).toEqual([]);
  });

  it.each([
    ['en', 'Appendix B: More', 'More'],
    ['en', 'APPENDIX: Sources', 'Sources'],
    ['en', 'Appendix', ''],
    ['de', 'Anhang B – Mehr', 'Mehr'],
    ['de', 'Anhang: Quellen', 'Quellen'],
    ['fr', 'Annexe II. Sources', 'Sources'],
    ['es', 'Apéndice: Fuentes', 'Fuentes'],
    ['it', 'Appendice A: Fonti', 'Fonti'],
    ['nl', 'Bijlage 1: Bronnen', 'Bronnen'],
    ['pt', 'Apêndice 2. Fontes', 'Fontes'],
    ['pl', 'Dodatek A. Źródła', 'Źródła'],
    ['ru', 'Приложение Б. Источники', 'Источники'],
    ['sv', 'Bilaga: Källor', 'Källor'],
    ['ja', '付録A 出典', '出典'],
    ['zh', '附录：来源', '来源'],
    ['he', 'נספח א׳: מקורות', 'מקורות'],
    ['ar', 'الملحق أ: المصادر', 'المصادر'],
  ])('is told of a chapter that is called an appendix, in %s: %s', (lang, title, bare) => {
    const book = said(['Storm', title], lang);
    expect(book.said()).toEqual(['number-stands-once 1.md:1:1']);
    const words = book.words()[0]?.replaceAll('\u00a0', ' ');
    expect(words).toContain(`printed above “${title}”, which is called an appendix. Say “role: appendix”`);
    expect(words).toContain(bare ? `write “# ${bare}”` : 'give it a title without a number');
    const own = understand(
      { 'a.md': `---\nrole: appendix\n---\n# ${title}\n\nText.\n` },
      { numbered: true, lang },
    );
    expect(own.said()).toEqual(['number-stands-once a.md:4:1']);
    expect(own.words()[0]).toContain(bare ? `. Write “# ${bare}”` : '. Give it');
  });

  it('is told of each where several are counted otherwise', () => {
    expect(said(['3. The Storm', '4. The Calm', 'The Rest']).said()).toEqual([
      'number-stands-once 0.md:1:1',
      'number-stands-once 1.md:1:1',
    ]);
    expect(said(['I. The Storm', 'II. The Calm']).said()).toHaveLength(2);
  });
});

describe('a number that belongs to the title', () => {
  it.each([
    [['1984', '39 Steps'], 'en'],
    [['7. Juni', 'Der Sturm'], 'de'],
    [['Rozdział o burzy', 'Dodatek o morzu'], 'pl'],
    [['Приложение к договору', 'Приложения'], 'ru'],
    [['An Appendix', 'Appendix on Weirs', 'Appendices'], 'en'],
    [['付録の話', '第一の章'], 'ja'],
    [['Chapter and Verse', 'Chapters', 'I. Robot'], 'en'],
    [['Chapter 1: The Storm {.unnumbered}', '1. The Calm {.unnumbered}'], 'en'],
  ])('is none: %j', (titles, lang) => {
    expect(said(titles, lang).said()).toEqual([]);
  });

  it('and none is, where chapters are not numbered', () => {
    expect(said(['Chapter 1: The Storm', '2. The Calm'], 'en', false).said()).toEqual([]);
  });
});
