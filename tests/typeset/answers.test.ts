import { describe, expect, it } from 'vitest';
import { settleAnswers } from '../../src/typeset/answers.js';
import { dropFolios } from '../../src/typeset/lists.js';
import { numberNotes } from '../../src/typeset/notes.js';
import { understand } from '../support/chapter.js';
import { textOf } from '../support/hast.js';

const exercise = (title: string, solution?: string) =>
  `:::exercise[${title}]\nDo ${title}.\n:::\n\n${solution ? `:::solution\n${solution}\n:::\n` : ''}`;

/** A book read in one go, each chapter as its words. */
function read(chapters: Readonly<Record<string, string>>, alone = false) {
  const book = understand(chapters);
  const sections = book.book.chapters.map((chapter) => ({
    id: chapter.id,
    tree: book.dress('paged', chapter.file.path).tree,
    lang: chapter.lang,
    file: chapter.file,
  }));
  settleAnswers(sections, book.book.exercises, alone);
  numberNotes(sections, false);
  return { book, sections, texts: sections.map(({ tree }) => textOf(tree)) };
}

describe('solutions', () => {
  it('stay in their exercises where nothing gathers them', () => {
    const { texts, book } = read({ 'a.md': `# A\n\n${exercise('one', 'Uno.')}` });
    expect(texts).toEqual(['A Exercise 1. one Do one. Solution Uno.']);
    expect(book.said()).toEqual([]);
  });

  it('are gathered across chapters, each tied to its exercise both ways', () => {
    const { texts, sections, book } = read({
      'a.md': `# A\n\n${exercise('one', 'Uno.')}${exercise('two')}`,
      'b.md': `---\nlang: de\n---\n# B\n\n${exercise('drei', 'Tre.')}`,
      'c.md': '# C\n\n::answers',
    });
    expect(texts).toEqual([
      'A Exercise 1. one Do one. Solution, page\u00a00 Exercise 2. two Do two.',
      'B Aufgabe 3. drei Do drei. Lösung, Seite\u00a00',
      'C Exercise 1. one Uno. Aufgabe 3. drei Tre.',
    ]);
    const html = JSON.stringify(sections[2]?.tree);
    expect(html).toContain('"lang":"de"');
    expect(html).toContain('"href":"#b--exercise"');
    expect(JSON.stringify(sections[1]?.tree)).toContain('"href":"#b--solution"');
    // In another file its lines are other lines; the file of the answers knows them, and where they come from.
    const file = sections[2]?.file;
    for (const [words, path] of [
      ['Uno.', 'a.md'],
      ['Tre.', 'b.md'],
    ] as const) {
      const line = Number(new RegExp(`"${words}","position":\\{"start":\\{"line":(\\d+)`).exec(html)?.[1]);
      expect(String(file?.value).split('\n')[line - 1]).toBe(words);
      expect(file?.data.origins?.findLast((origin) => origin.line <= line)?.file.path).toBe(path);
    }
    expect(book.said()).toEqual([]);
  });

  it('take their notes along, and all notes are numbered as they are called', () => {
    const { texts, sections, book } = read({
      'a.md': `# A\n\nOne.^[First.]\n\n${exercise('x', 'Uno.^[Carried.]')}\nTwo.[^last] Once more.[^both]\n\n[^last]: Last.\n[^both]: Both.\n`,
      'b.md': `# B\n\n${exercise('y', 'Due.')}`,
      'c.md': '# C\n\n::answers\n\nBehind.^[Own.]',
      'd.md': `# D\n\n${exercise('z', 'Tre.^[Only.]')}\n\n::answers`,
    });
    expect(texts).toEqual([
      'A One.1 Exercise 1. x Do x. Solution, page\u00a00 Two.2 Once more.3 Notes First. ↩ Last. ↩ Both. ↩',
      'B Exercise 2. y Do y. Solution, page\u00a00',
      'C Exercise 1. x Uno.1 Exercise 2. y Due. Behind.2 Notes Carried. ↩ Own. ↩',
      'D Exercise 3. z Do z. Solution, page\u00a00 Exercise 3. z Tre.1 Notes Only. ↩',
    ]);
    expect(JSON.stringify(sections[2]?.tree).match(/"id":"[^"]*__notes"/g)).toEqual(['"id":"c__notes"']);
    expect(book.said()).toEqual([]);
    const alone = read({ 'a.md': `# A\n\n${exercise('x', 'Uno.^[Carried.]')}`, 'c.md': '# C\n\n::answers' });
    expect(alone.texts).toEqual([
      'A Exercise 1. x Do x. Solution, page\u00a00',
      'C Exercise 1. x Uno.1 Notes Carried. ↩',
    ]);
    expect(JSON.stringify(alone.sections[1]?.tree)).toContain('"id":"c__notes"');
  });

  it('take the notes of their notes along', () => {
    const notes = '[^a]: A, as in[^b].\n[^b]: B, and[^c].\n[^c]: C.\n[^own]: Own.\n';
    const { texts, book } = read({
      'a.md': `# A\n\nOne.[^own]\n\n${exercise('x', 'Uno.[^a]')}\n${notes}`,
      'b.md': '# B\n\n::answers',
    });
    expect(texts).toEqual([
      'A One.1 Exercise 1. x Do x. Solution, page\u00a00 Notes Own. ↩',
      'B Exercise 1. x Uno.1 Notes A, as in.2 ↩ B, and.3 ↩ C. ↩',
    ]);
    expect(book.said()).toEqual([]);
  });

  it('go to the next place behind them', () => {
    const { texts } = read({
      'a.md': `# A\n\n${exercise('one', 'Uno.')}\n\n::answers`,
      'b.md': `# B\n\n${exercise('two', 'Due.')}\n\n::answers\n\n${exercise('three', 'Tre.')}`,
    });
    expect(texts).toEqual([
      'A Exercise 1. one Do one. Solution, page\u00a00 Exercise 1. one Uno.',
      'B Exercise 2. two Do two. Solution, page\u00a00 Exercise 2. two Due. Exercise 3. three Do three. Solution Tre.',
    ]);
  });

  it('are shown in a handout only where it asks for them', () => {
    const text = `# H\n\n${exercise('one', 'Uno.')}`;
    expect(read({ 'handouts/h.md': text }, true).texts).toEqual(['H Exercise 1. one Do one.']);
    expect(read({ 'handouts/h.md': `${text}\n\n::answers` }, true).texts).toEqual([
      'H Exercise 1. one Do one. Solution, page\u00a00 Exercise 1. one Uno.',
    ]);
  });

  it('name no page where there is none', () => {
    const { sections } = read({ 'a.md': `# A\n\n${exercise('one', 'Uno.')}\n\n::answers` });
    for (const { tree } of sections) dropFolios(tree);
    expect(sections.map(({ tree }) => textOf(tree))).toEqual([
      'A Exercise 1. one Do one. Solution Exercise 1. one Uno.',
    ]);
  });

  it('may be nested, have titles, and be several', () => {
    const nested =
      '::::exercise[one]\nDo.\n\n:::solution[Short]\nUno.\n:::\n\n:::solution\nUno, uno.\n:::\n::::';
    expect(read({ 'a.md': `# A\n\n${nested}\n\n::answers` }).texts).toEqual([
      'A Exercise 1. one Do. Solution, page\u00a00 Solution, page\u00a00 Exercise 1. one Solution. Short Uno. Exercise 1. one Uno, uno.',
    ]);
  });

  it('may be for some readers or editions only', () => {
    const text = '# A\n\n:::exercise\nDo.\n:::\n\n';
    const teachers = `${text}::::when{profile="teacher"}\n:::solution\nUno.\n:::\n::::`;
    expect(read({ 'a.md': teachers }).texts).toEqual(['A Exercise 1 Do.']);
    const book = understand({ 'a.md': `${text}::::when{edition="epub"}\n:::solution\nUno.\n:::\n::::` });
    expect(textOf(book.dress('reflowable').tree)).toBe('A Exercise 1 Do. Solution Uno.');
    expect(textOf(book.dress('paged').tree)).toBe('A Exercise 1 Do.');
  });

  it('without an exercise are told of', () => {
    const book = understand(
      '# A\n\n:::solution\nUno.\n:::\n\n:::exercise\nx\n:::\n\nBetween.\n\n:::solution\nDue.\n:::',
    );
    expect(book.said()).toEqual([
      'solution-has-exercise chapter.md:3:1',
      'solution-has-exercise chapter.md:13:1',
    ]);
  });
});

describe('exercises', () => {
  it('are counted through the book, with or without an id', () => {
    const { book } = read({
      'a.md': `# A\n\n${exercise('one')}\n\nSee @ex-last and [-@ex-last].`,
      'b.md': '# B\n\n:::exercise[Last]{#ex-last}\nx\n:::',
    });
    expect(book.dress('reflowable').html).toContain(
      'See <a href="#b--ex-last">Exercise\u00a02</a> and <a href="#b--ex-last">2</a>.',
    );
    expect(book.book.exercises.map(({ id, label, title }) => [id, label, title])).toEqual([
      ['a--exercise', 'Exercise 1', 'one'],
      ['b--ex-last', 'Exercise 2', 'Last'],
    ]);
  });
});
