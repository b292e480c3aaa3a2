import { proseIn } from '../markdown/prose.js';
import { ownWordsIn, placeIn } from '../markdown/prose-text.js';
import type { Book } from '../model/book.js';
import type { At, Say } from '../model/notice.js';
import type { Workshop } from '../model/workshop.js';
import { dictionaryOf, openDictionary, SPELT, type Speller } from './dictionaries.js';
import { dictionaryThere, wordsSpelt } from './notices.js';

/** A word with its apostrophes and hyphens; what stands with figures or signs of addresses is none. */
const WORD =
  /(?<![\p{L}\p{M}\p{N}@#/\\_.~&=+-])\p{L}[\p{L}\p{M}]*(?:[’'-][\p{L}\p{M}]+)*(?![\p{N}@_/\\=+]|[.:]\p{L}|[\p{L}\p{M}])/gu;
/** A sign behind which a sentence begins, and a capital says nothing. */
const BEGINS = /(?:^|[.!?…:]["’”»)\]]*\s+|["“‘„«‚([–—]\s*|\ufffc\s*)$/u;
/** Guesses take their time: so many words are guessed at. */
const GUESSED = 100;
const GUESSES = 3;
/** What is longer is no word of any language, in letters. */
const LONGEST = 40;

/** A word that no dictionary has. */
interface Unknown {
  readonly word: string;
  readonly at: At;
  readonly speller: Speller;
  times: number;
}

/**
 * Says which words no dictionary has, each once, at its first place. A capital within a sentence makes a name, and names are
 * not spelt; nor is code, what its author marked as another language that has no dictionary, or what he lists himself.
 * @param own words that are right in this book
 */
export async function checkSpelling(
  book: Book,
  own: readonly string[],
  files: Workshop['own'],
  at: At,
  say: Say,
): Promise<void> {
  const right = new Set(own.flatMap((word) => [plain(word), plain(word).toLowerCase()]));
  const spellers = new Map<string, Speller>();
  const missing = new Set<string>();
  const names = new Set<string>();
  const unknown = new Map<string, Unknown>();
  for (const chapter of book.chapters) {
    const source = String(chapter.file.value);
    for (const prose of proseIn(chapter)) {
      const name = dictionaryOf(prose.tag);
      if (name === undefined) {
        const lang = prose.tag.split('-')[0] ?? prose.tag;
        if (!missing.has(lang)) say(dictionaryThere, { lang, known: SPELT }, at);
        missing.add(lang);
        continue;
      }
      const speller = spellers.get(name) ?? (await openDictionary(name, files));
      spellers.set(name, speller);
      const text = ownWordsIn(prose);
      for (const { 0: typed, index } of text.matchAll(WORD)) {
        const word = plain(typed);
        if (word.length < 2 || word.length > LONGEST || word === word.toUpperCase()) continue;
        const capital = /^\p{Lu}/u.test(word);
        if (capital && !BEGINS.test(text.slice(Math.max(0, index - 4), index))) {
          names.add(bare(word));
          continue;
        }
        if (isRight(word, speller, right)) continue;
        const before = unknown.get(word);
        if (before) before.times++;
        else {
          const node = placeIn(prose, index, index + typed.length, source);
          unknown.set(word, { word, at: { file: chapter.file, node }, speller, times: 1 });
        }
      }
    }
  }
  let guessed = 0;
  for (const { word, at: place, speller, times } of unknown.values()) {
    if (names.has(bare(word))) continue;
    const guesses = guessed++ < GUESSED ? speller.suggest(word).slice(0, GUESSES) : [];
    say(wordsSpelt, { word, times, guesses }, place);
  }
}

function isRight(word: string, speller: Speller, own: ReadonlySet<string>): boolean {
  const one = (part: string): boolean =>
    part.length < 2 ||
    own.has(part) ||
    own.has(part.toLowerCase()) ||
    speller.correct(part) ||
    own.has(bare(part)) ||
    speller.correct(bare(part));
  return one(word) || (word.includes('-') && word.split('-').every(one));
}

/** As dictionaries write it. */
function plain(word: string): string {
  return word.replaceAll('’', "'").replaceAll('\u00ad', '');
}

/** Without the ending of a possessive. */
function bare(word: string): string {
  return word.replace(/'s?$/, '');
}
