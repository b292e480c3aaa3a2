import { type ByLanguage, patternsBy } from './by-language.js';

/**
 * Words that never stand twice in a row in good prose. Most words may ("had had", "die die", "nous nous", "very very"), so
 * these are few.
 */
const SOLE: ByLanguage<string> = {
  de: 'und oder aber dass wir',
  en: 'the a an and of or but my your our their its we they than because',
  es: 'el los las de del una y con',
  fr: 'le de des du une et dans avec',
  it: 'il di del della una con',
  nl: 'een en wij niet',
  pl: 'w z na do że oraz',
  ru: 'и в на из для от или',
  sv: 'och att ett av eller vi',
  uk: 'і й та в у на з із до для від або',
};
/** A pattern for one of these words and the same again, with nothing but space between, over the end of a line too. */
export const doubledWords = patternsBy(SOLE, '', (list) => {
  const words = list.split(' ').filter(Boolean).join('|');
  const second = '(?:[ \\t]+|[ \\t]*(?:\\r\\n|\\r|\\n)[ \\t>]*)';
  return new RegExp(
    words ? `(?<![\\p{L}\\p{N}’'.-])(${words})(${second})(\\1)(?![\\p{L}\\p{N}’'-])` : '(?!)',
    'giu',
  );
});

/** Whether the second word is no other: “the The” is a name, and “vitamin A a day” no mistake; “The the” at a beginning is one. */
export function isDoubled(first: string, second: string): boolean {
  return second === second.toLowerCase() && (first === second || (first.length > 1 && isInitial(first)));
}

function isInitial(word: string): boolean {
  return word.slice(1) === word.slice(1).toLowerCase();
}
