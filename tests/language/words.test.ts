import { describe, expect, it } from 'vitest';
import { filled, wordsOf } from '../../src/language/words.js';
import type { Words } from '../../src/model/words.js';
import { understand } from '../support/chapter.js';
import { checkInMemory } from '../support/memory.js';

const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'he', 'it', 'ja', 'nl', 'pl', 'pt', 'ru', 'sv', 'uk', 'zh'];

/** Every word of a table by its path. */
function flat(words: Words): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, word]): [string, string][] =>
      typeof word === 'string'
        ? [[key, word]]
        : Object.entries(word as object).map(([name, one]): [string, string] => [`${key}.${name}`, one]),
    ),
  );
}

describe('the words of Octavo', () => {
  const english = flat(wordsOf('en')('en'));

  it.each(LANGUAGES)('are all there in %s, with what is filled in', (lang) => {
    const words = flat(wordsOf(lang)(lang));
    expect([...words.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, word] of words) {
      expect(word.trim(), key).toBe(word);
      expect(word, key).not.toBe('');
      expect(word.match(/\{\w+\}/g), key).toEqual(english.get(key)?.match(/\{\w+\}/g) ?? null);
    }
  });

  it('are English where a language is not listed, and of the language whatever the country', () => {
    expect(wordsOf('cs')('cs').contents).toBe('Contents');
    expect(wordsOf('de-AT')('de-CH').contents).toBe('Inhalt');
  });

  it('are missed at the language of the book, unless its author brings some', async () => {
    const said = async (text: string) => {
      const { messages } = await checkInMemory({ 'book.yaml': text, 'a.md': '# Jedna\n\nText.\n' });
      return messages.map(({ ruleId, line, column, reason }) => [ruleId, line, column, reason]);
    };
    const [missed] = await said('title: T\nauthor: A\nlang: cs-CZ\n');
    expect(missed?.slice(0, 3)).toEqual(['words-there', 3, 7]);
    expect(missed?.[3]).toContain('Octavo has no words in Czech');
    expect(await said('title: T\nauthor: A\nlang: cs\nwords: {contents: Obsah}\n')).toEqual([]);
    expect(await said('title: T\nauthor: A\nlang: de-CH\n')).toEqual([]);
  });

  it('are those of the book in a chapter whose language has none', () => {
    expect(wordsOf('de')('cs').contents).toBe('Inhalt');
    expect(wordsOf('de')('fr').contents).not.toBe('Inhalt');
  });

  it('are the author’s own in the language of his book only', () => {
    const words = wordsOf('de-AT', { contents: 'Was drin steht', callouts: { tip: 'Probier es' } });
    expect(words('de').contents).toBe('Was drin steht');
    expect(words('de').callouts).toMatchObject({ tip: 'Probier es', note: 'Hinweis' });
    expect(words('en').contents).toBe('Contents');
  });

  it('are filled by name, and by nothing else', () => {
    expect(filled('{name}, {else}', { name: '$& {name}' })).toBe('$& {name}, {else}');
  });

  it('reach the page', () => {
    const book = understand('> [!TIP]\n> Go.\n\n@fig-a\n\n![A](a.png){#fig-a}', {
      assets: ['a.png'],
      words: { callouts: { tip: 'Have a go' }, counters: { figure: 'Fig.' } },
    });
    const { html } = book.dress();
    expect(html).toContain('>Have a go<');
    expect(html).toContain('Fig.\u00a01</a>');
  });
});
