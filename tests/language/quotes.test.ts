import { describe, expect, it } from 'vitest';
import { educate, marksOf } from '../../src/language/quotes.js';

const set = (text: string, lang = 'en'): string => educate(text, marksOf(lang)).join('');

describe('typographic marks', () => {
  it.each([
    [`"Hello," she said.`, '“Hello,” she said.'],
    [`It's the dog's.`, 'It’s the dog’s.'],
    [`'Tis the season, rock 'n' roll, the '90s`, '’Tis the season, rock ’n’ roll, the ’90s'],
    [`"He said 'go' to me."`, '“He said ‘go’ to me.”'],
    [`'Single,' he said.`, '‘Single,’ he said.'],
    [`("Quoted")`, '(“Quoted”)'],
    [`wait... what`, 'wait… what'],
    [`1990--1995 and a --- dash`, '1990–1995 and a — dash'],
    [`a 6" nail`, 'a 6″ nail'],
    [`"Yes"—"No"`, '“Yes”—“No”'],
    [`the parents' house`, 'the parents’ house'],
    [`----`, '----'],
    [`....`, '....'],
    [`"One paragraph that goes on`, '“One paragraph that goes on'],
  ])('en: %s', (plain, typographic) => {
    expect(set(plain)).toBe(typographic);
  });

  it.each([
    ['de', `"Nein", sagte er, "das 'Haus' ist's."`, '„Nein“, sagte er, „das ‚Haus‘ ist’s.“'],
    ['de-CH', `"Nein"`, '«Nein»'],
    ['fr', `"Oui" ! Vraiment ?`, '«\u202fOui\u202f»\u202f! Vraiment\u202f?'],
    ['es', `"Sí"`, '«Sí»'],
    ['it', `"Sì"`, '«Sì»'],
    ['nl', `"Ja"`, '“Ja”'],
    ['pl', `"Tak"`, '„Tak”'],
    ['ru', `"Да"`, '«Да»'],
    ['sv', `"Ja"`, '”Ja”'],
  ])('%s: %s', (lang, plain, typographic) => {
    expect(set(plain, lang)).toBe(typographic);
  });

  it('gives one string for each character, so that text nodes can be filled again', () => {
    const text = `"A -- b..." 'c'`;
    expect(educate(text, marksOf('en'))).toHaveLength(text.length);
  });
});
