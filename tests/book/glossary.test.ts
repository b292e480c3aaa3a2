import { describe, expect, it } from 'vitest';
import { understand } from '../support/chapter.js';

const entry = (term: string, meaning = 'It is explained.') => `${term}\n: ${meaning}\n`;
const chapter = (...entries: string[]) => `---\nrole: glossary\n---\n# Glossary\n\n${entries.join('\n')}`;

describe('terms', () => {
  it('lead to their entry in another chapter, whatever their capitals, spaces and marks', () => {
    const book = understand({
      'a.md': '# A\n\n[window of\ntolerance]{.term}, [*Ease*]{.term}, [eased]{.term term=ease}',
      'glossary.md': chapter(entry('Window of Tolerance'), entry('Ease')),
    });
    const link = (id: string, words: string) =>
      `<a href="#glossary--term-${id}" class="term" role="doc-glossref">${words}</a>`;
    expect(book.dress().html).toContain(
      `<p>${link('window-of-tolerance', 'window of\ntolerance')}, ${link('ease', '<em>Ease</em>')}, ${link('ease', 'eased')}</p>`,
    );
    expect(book.said()).toEqual([]);
  });

  it('that nothing explains are told of, with what was probably meant', () => {
    const book = understand({
      'a.md': '# A\n\n[windows of tolerance]{.term} and [nothing]{.term}',
      'glossary.md': chapter(entry('Window of tolerance')),
    });
    expect(book.said()).toEqual(['glossary-term-known a.md:3:1', 'glossary-term-known a.md:3:35']);
    expect(book.words()[0]).toBe(
      'No glossary of this book explains “windows of tolerance”. Did you mean “Window of tolerance”? Where the words in the text differ, name the entry: {.term term="Window of tolerance"}.',
    );
    expect(book.dress().html).toContain('<p><span class="term">windows of tolerance</span>');
  });

  it('of a handout lead only to what it explains itself', () => {
    const book = understand({
      'a.md': '# A\n\n[ease]{.term}',
      'glossary.md': chapter(entry('Ease')),
      'handouts/h.md': `# H\n\n[ease]{.term} and [calm]{.term}\n\n:::glossary\n${entry('Calm')}:::`,
    });
    const page = book.dress('paged', 'handouts/h.md').html;
    expect(page).toContain('<span class="term">ease</span> and <a href="#h--term-calm"');
    expect(book.said()).toEqual([]);
  });
});

describe('entries', () => {
  const terms = (html: string) => [...html.matchAll(/<dfn>(.*?)<\/dfn>/g)].map(([, term]) => term);

  it('stand in the order of their language, two terms of one meaning together', () => {
    const text = chapter(entry('Zorn'), entry('Öde\nÄrger'), entry('Ofen'), entry('b 10'), entry('b 9'));
    expect(terms(understand(text, { lang: 'de' }).dress().html)).toEqual([
      'b 9',
      'b 10',
      'Öde',
      'Ärger',
      'Ofen',
      'Zorn',
    ]);
    expect(terms(understand(text, { lang: 'sv' }).dress().html).slice(-2)).toEqual(['Öde', 'Ärger']);
  });

  it('are those of :::glossary, and of no other list in a chapter', () => {
    const book = understand(
      `# T\n\n${entry('B')}\n${entry('A')}\n\n:::glossary\n${entry('D')}\n${entry('C')}:::`,
    );
    expect(terms(book.dress().html)).toEqual(['C', 'D']);
    expect(book.dress().html).toMatch(/<dt>B<\/dt>[\s\S]*<dt>A<\/dt>/);
  });

  it('of which there are two are told of', () => {
    const book = understand({
      'a.md': `# A\n\n[ease]{.term}\n\n:::glossary\n${entry('Ease')}:::`,
      'glossary.md': chapter(entry('ease')),
    });
    expect(book.said()).toEqual(['glossary-entry-unique glossary.md:6:1']);
    expect(book.words()[0]).toContain('the first explanation a.md:6:1');
    expect(book.dress().html).toContain('href="#a--term-ease"');
  });

  it('have to be there', () => {
    expect(understand('# T\n\n:::glossary\nEase: it is calm.\n:::').said()).toEqual([
      'glossary-has-entries chapter.md:3:1',
    ]);
  });
});
