import { BOUND, type Bound, CURRENCIES, UNITS } from './abbreviations.js';
import { type ByLanguage, byLanguage } from './by-language.js';

const WIDE = '\u00a0';
const NARROW = '\u202f';

/** Spaces that do not break, besides those of abbreviations and units. */
interface Custom {
  /** Stops that a narrow and a wide space stand before, if the author put a space there. */
  readonly narrow?: string;
  readonly wide?: string;
  /** The space inside « and ». */
  readonly guillemets?: string;
  /** The space before a per cent sign: put there, or taken away (empty). */
  readonly percent?: string;
  /** Whether thousands are parted by a space. */
  readonly thousands?: boolean;
}

const SPACED: Custom = { percent: WIDE, thousands: true };
const THOUSANDS: Custom = { thousands: true };
const CUSTOMS: ByLanguage<Custom> = {
  bg: THOUSANDS,
  cs: THOUSANDS,
  de: SPACED,
  en: { percent: '' },
  es: SPACED,
  et: THOUSANDS,
  fi: SPACED,
  fr: { narrow: ';!?', wide: ':', guillemets: NARROW, percent: NARROW, thousands: true },
  'fr-CA': { wide: ':', guillemets: WIDE, percent: WIDE, thousands: true },
  hu: THOUSANDS,
  it: THOUSANDS,
  lt: THOUSANDS,
  lv: THOUSANDS,
  nb: SPACED,
  nl: THOUSANDS,
  nn: SPACED,
  no: SPACED,
  pl: THOUSANDS,
  ru: SPACED,
  sk: THOUSANDS,
  sv: SPACED,
  uk: THOUSANDS,
};

const ROMAN = '[IVXLC]{1,7}(?!\\p{L})';
const BARE = '(?<![\\p{L}\\p{N}.])';
/** A day of a month: 25, 25., 25th, 1er. */
const DAY = '(?<![\\p{L}\\p{N}.,:])\\d{1,2}(?:\\.|st|nd|rd|th|er)?';
/** A move of chess, behind its number or behind points where White's is not said: 4. Nxd4, 12… O-O-O. */
const MOVE_NUMBER = '(?:(?<![\\p{L}\\p{N}.])\\d{1,3}(?:\\.{1,3}|…)|(?<![^\\s(])(?:\\.{3}|…))';
const MOVE = '(?:[\\p{Lu}♔-♟]?[a-h]?[1-8]?[x×:]?[a-h][1-8](?:=?\\p{Lu})?|O-O)(?![\\p{L}\\p{N}])';
/** A per cent sign behind a number; `%20` in an address and `5 % 3` in a sum are none. */
const PERCENT = /(?<=\d)(?:%(?![\p{L}\p{N}%])|( )%(?![\p{L}\p{N}%]| \d))/gu;
const GUILLEMETS = /«(?=\S)(?![\u00a0\u202f])|(?<=[^\s\u00a0\u202f])»/g;

/** Spaces where a line may not break become spaces that do not. */
export function setSpaces(text: string, cells: string[], tag: string): void {
  const custom = byLanguage(CUSTOMS, tag, {});
  const { wide, narrow } = patternsOf(tag, custom);
  for (const { index } of text.matchAll(wide)) cells[index] = WIDE;
  for (const { index } of text.matchAll(narrow)) cells[index] = NARROW;
  const { guillemets, percent } = custom;
  if (guillemets)
    for (const { 0: mark, index } of text.matchAll(GUILLEMETS))
      cells[index] = mark === '«' ? `«${guillemets}` : `${guillemets}»`;
  if (percent !== undefined)
    for (const { 1: space = '', index } of text.matchAll(PERCENT)) {
      if (space) cells[index] = percent;
      else cells[index] = `${percent}%`;
    }
}

/** What parts things in a row, with the spaces that a language wants at it. */
export interface Separators {
  readonly comma: string;
  readonly semicolon: string;
  readonly colon: string;
}

/** Arabic letters have stops of their own, Hebrew ones those of Latin letters. */
const ARABIC: Separators = { comma: '، ', semicolon: '؛ ', colon: ': ' };
const SEPARATORS: ByLanguage<Separators> = {
  ar: ARABIC,
  ckb: ARABIC,
  fa: ARABIC,
  ps: ARABIC,
  sd: ARABIC,
  ug: ARABIC,
  ur: ARABIC,
};

export function separatorsOf(tag: string): Separators {
  const { narrow, wide } = byLanguage(CUSTOMS, tag, {});
  return byLanguage(SEPARATORS, tag, {
    comma: ', ',
    semicolon: narrow?.includes(';') ? `${NARROW}; ` : '; ',
    colon: wide?.includes(':') ? `${WIDE}: ` : ': ',
  });
}

interface Patterns {
  readonly wide: RegExp;
  readonly narrow: RegExp;
}
const compiled = new Map<string, Patterns>();

/** Two patterns that find every space to be bound; made once for each language. */
function patternsOf(tag: string, custom: Custom): Patterns {
  const known = compiled.get(tag);
  if (known) return known;
  const bound = byLanguage(BOUND, tag, {});
  const inGuillemets = custom.guillemets ? [['«', ''] as const, ['', '»'] as const] : [];
  const patterns = {
    wide: between([
      ...bindings(bound),
      // Initials, and abbreviations of single letters: J. S. Bach, z. B., и т. д.
      [`${BARE}\\p{L}\\.`, '\\p{L}\\.'],
      [`${BARE}\\p{Lu}\\.`, '\\p{Lu}\\p{Ll}'],
      [MOVE_NUMBER, MOVE],
      ...stops(custom.wide),
      ...(custom.guillemets === WIDE ? inGuillemets : []),
    ]),
    narrow: between([
      ...(custom.thousands
        ? [['(?<![\\p{L}\\d.,:/-])[1-9]\\d{0,2}(?: \\d{3}){0,4}', '\\d{3}(?!\\d)'] as const]
        : []),
      ...stops(custom.narrow),
      ...(custom.guillemets === NARROW ? inGuillemets : []),
    ]),
  };
  compiled.set(tag, patterns);
  return patterns;
}

type Pair = readonly [behind: string, ahead: string];

function bindings({ names, numbers, units = '', months, small, particles, several }: Bound): Pair[] {
  const pairs: Pair[] = [
    ['\\d', `(?:${anyOf(`${UNITS} ${units}`)})(?![\\p{L}\\p{N}])`],
    // Before a price: € 6, EUR 6.
    [`(?<![\\p{L}\\p{N}])(?:\\p{Sc}|${anyOf(CURRENCIES)})`, '\\d'],
  ];
  if (months) {
    const month = `(?:${anyOf(months)})`;
    pairs.push([DAY, `${month}(?![\\p{L}\\p{N}])`]);
    pairs.push([`${BARE}${month}`, '\\d{1,2}(?:st|nd|rd|th)?(?![\\p{L}\\p{N}]|[.,:]\\d)']);
  }
  if (names) pairs.push([`${BARE}(?:${anyOf(names)})`, '\\p{Lu}']);
  if (numbers) pairs.push([`${BARE}(?:${anyOf(numbers)})`, `(?:\\d|${ROMAN})`]);
  if (small) pairs.push([`(?<![\\p{L}\\p{N}.’'-])(?:${anyOf(`${small} ${small.toUpperCase()}`)})`, '\\S']);
  if (particles) pairs.push(['\\p{L}', `(?:${anyOf(particles)})(?![\\p{L}-])`]);
  for (const words of several?.split('|') ?? []) {
    const parts = words.split(' ').map(escaped);
    for (let i = 1; i < parts.length; i++)
      pairs.push([`${BARE}${parts.slice(0, i).join('[ \\n]')}`, parts.slice(i).join('[ \\n]')]);
  }
  return pairs;
}

function stops(signs: string | undefined): Pair[] {
  return signs ? [['\\S', `[${signs}](?![\\p{L}\\p{N})/])`]] : [];
}

/** A space, or the end of a typed line, between two things. Without things nothing is found. */
function between(pairs: readonly Pair[]): RegExp {
  const ways = pairs.map(([behind, ahead]) => `(?<=${behind}[ \\n])(?=${ahead})`);
  return new RegExp(ways.length ? `[ \\n](?:${ways.join('|')})` : '(?!)', 'gu');
}

/** One of these words, the longest first. */
function anyOf(words: string): string {
  return words
    .split(' ')
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');
}

function escaped(word: string): string {
  return word.replace(/[$.*+?^()[\]{}|\\/]/g, '\\$&');
}
