import type { Words, WordsOf } from '../model/words.js';
import { ar } from './words/ar.js';
import { de } from './words/de.js';
import { en } from './words/en.js';
import { es } from './words/es.js';
import { fr } from './words/fr.js';
import { he } from './words/he.js';
import { it } from './words/it.js';
import { ja } from './words/ja.js';
import { nl } from './words/nl.js';
import { pl } from './words/pl.js';
import { pt } from './words/pt.js';
import { ru } from './words/ru.js';
import { sv } from './words/sv.js';
import { uk } from './words/uk.js';
import { zh } from './words/zh.js';

const WORDS: Readonly<Record<string, Words>> = { ar, de, en, es, fr, he, it, ja, nl, pl, pt, ru, sv, uk, zh };

/** Words that an author sets himself: any of them, grouped as the table groups them. */
export type OwnWords = {
  readonly [Key in keyof Words]?: (Words[Key] extends string ? string : Partial<Words[Key]>) | undefined;
};

/**
 * The words of every language, with the author's own in those of his book's language.
 * @param lang language of the book; one that is not in the table is served in English, save for the author's own words. A
 *   chapter in another language that is not there has the words of its book.
 */
export function wordsOf(lang: string, own: OwnWords = {}): WordsOf {
  const ofBook = merge(tableOf(lang), own);
  return (tag) => (languageOf(tag) === languageOf(lang) ? ofBook : (WORDS[languageOf(tag)] ?? ofBook));
}

/** Whether there are words in a language. */
export function hasWords(lang: string): boolean {
  return Object.hasOwn(WORDS, languageOf(lang));
}

/** Whether words of a book are English ones that stand in for those of its language. */
export function isServedEnglish(lang: string, { contents }: Pick<Words, 'contents'>): boolean {
  return !hasWords(lang) && contents === en.contents;
}

/** Puts what is meant in the place of a word in braces. */
export function filled(words: string, values: Readonly<Record<string, string>>): string {
  return words.replace(/\{(\w+)\}/g, (written, name: string) => values[name] ?? written);
}

/**
 * What stands behind the name of something: the page that it is on.
 * @param word for “page”, or all of it with `{page}` where its number stands
 */
export function onPage<Folio>(word: string, folio: Folio): (string | Folio)[] {
  const [before = '', behind] = word.split('{page}');
  return behind === undefined ? [`, ${word}\u00a0`, folio] : [before, folio, behind];
}

function tableOf(lang: string): Words {
  return WORDS[languageOf(lang)] ?? en;
}

function languageOf(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? '';
}

function merge(table: Words, own: OwnWords): Words {
  return Object.fromEntries(
    Object.entries(table).map(([key, words]) => {
      const mine = own[key as keyof Words];
      return [
        key,
        typeof words === 'string' ? (mine ?? words) : { ...words, ...(mine as object | undefined) },
      ];
    }),
  ) as unknown as Words;
}
