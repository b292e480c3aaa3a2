import { type ByLanguage, byLanguage } from './by-language.js';

/** Puts soft hyphens into a word where it may break. */
export type Hyphenator = (word: string) => string;

type Patterns = () => Promise<{ default: { hyphenateSync(text: string): string } }>;

/**
 * Liang's patterns (*Word Hy-phen-a-tion by Com-put-er*, 1983) by language; read when a book speaks it. Those that the package has of
 * Belarusian part single consonants, and those of Indian scripts go by languages of which some break words without a hyphen.
 */
const PATTERNS: ByLanguage<Patterns | undefined> = {
  af: () => import('hyphen/af/index.js'),
  bg: () => import('hyphen/bg/index.js'),
  bs: () => import('hyphen/sh-latn/index.js'),
  ca: () => import('hyphen/ca/index.js'),
  cs: () => import('hyphen/cs/index.js'),
  cy: () => import('hyphen/cy/index.js'),
  da: () => import('hyphen/da/index.js'),
  de: () => import('hyphen/de/index.js'),
  el: () => import('hyphen/el-monoton/index.js'),
  'el-polyton': () => import('hyphen/el-polyton/index.js'),
  en: () => import('hyphen/en-us/index.js'),
  'en-GB': () => import('hyphen/en-gb/index.js'),
  es: () => import('hyphen/es/index.js'),
  et: () => import('hyphen/et/index.js'),
  eu: () => import('hyphen/eu/index.js'),
  fi: () => import('hyphen/fi/index.js'),
  fr: () => import('hyphen/fr/index.js'),
  fur: () => import('hyphen/fur/index.js'),
  ga: () => import('hyphen/ga/index.js'),
  gl: () => import('hyphen/gl/index.js'),
  grc: () => import('hyphen/grc/index.js'),
  hr: () => import('hyphen/hr/index.js'),
  hsb: () => import('hyphen/hsb/index.js'),
  hu: () => import('hyphen/hu/index.js'),
  hy: () => import('hyphen/hy/index.js'),
  id: () => import('hyphen/id/index.js'),
  is: () => import('hyphen/is/index.js'),
  it: () => import('hyphen/it/index.js'),
  ka: () => import('hyphen/ka/index.js'),
  kmr: () => import('hyphen/kmr/index.js'),
  ku: () => import('hyphen/kmr/index.js'),
  la: () => import('hyphen/la/index.js'),
  lt: () => import('hyphen/lt/index.js'),
  lv: () => import('hyphen/lv/index.js'),
  mk: () => import('hyphen/mk/index.js'),
  mn: () => import('hyphen/mn-cyrl/index.js'),
  nb: () => import('hyphen/nb/index.js'),
  nl: () => import('hyphen/nl/index.js'),
  nn: () => import('hyphen/nn/index.js'),
  no: () => import('hyphen/no/index.js'),
  oc: () => import('hyphen/oc/index.js'),
  pl: () => import('hyphen/pl/index.js'),
  pms: () => import('hyphen/pms/index.js'),
  pt: () => import('hyphen/pt/index.js'),
  rm: () => import('hyphen/rm/index.js'),
  ro: () => import('hyphen/ro/index.js'),
  ru: () => import('hyphen/ru/index.js'),
  sk: () => import('hyphen/sk/index.js'),
  sl: () => import('hyphen/sl/index.js'),
  sq: () => import('hyphen/sq/index.js'),
  sr: () => import('hyphen/sh-cyrl/index.js'),
  'sr-Latn': () => import('hyphen/sh-latn/index.js'),
  sv: () => import('hyphen/sv/index.js'),
  tk: () => import('hyphen/tk/index.js'),
  tr: () => import('hyphen/tr/index.js'),
  uk: () => import('hyphen/uk/index.js'),
};

/** Whether it is known where the words of a language break. */
export function hasPatterns(lang: string): boolean {
  return byLanguage(PATTERNS, lang, undefined) !== undefined;
}

/** Shorter words are left whole, in letters. */
const SHORTEST = 6;
/** What is longer is no word of any language, and would take the patterns for ever. */
const LONGEST = 100;

const OPEN = new Map<string, Hyphenator | undefined>();

/** The hyphenator of a language, if it is known where its words break; it is opened once. */
export async function hyphenatorFor(lang: string): Promise<Hyphenator | undefined> {
  if (!OPEN.has(lang)) OPEN.set(lang, await openHyphenator(lang));
  return OPEN.get(lang);
}

/**
 * A word with marks at its syllables, whatever capitals are in it; as it was where they are not known.
 * @param lang a tag; what is private in it says nothing of the language
 */
export async function syllablesOf(word: string, lang: string): Promise<string> {
  const language = lang.replace(/-x-.*$/, '');
  const hyphenator = await hyphenatorFor(language);
  const small = word.toLowerCase();
  if (!hyphenator || word.includes('\u00ad') || small.length !== word.length) return word;
  let at = 0;
  return hyphenator(small).replace(/[^\u00ad]/g, () => word.charAt(at++));
}

/** A hyphenator that remembers its words; a book says the same ones again and again. */
async function openHyphenator(lang: string): Promise<Hyphenator | undefined> {
  const load = byLanguage(PATTERNS, lang, undefined);
  if (!load) return undefined;
  const { default: patterns } = await load();
  const words = new Map<string, string>();
  return (word) => {
    const known = words.get(word);
    if (known !== undefined) return known;
    // Capitals inside a word are a name or an abbreviation.
    const marked =
      word.length < SHORTEST || word.length > LONGEST || /\p{Lu}/u.test(word.slice(1))
        ? word
        : patterns.hyphenateSync(word).replaceAll(/\u00ad(?=.{0,2}$)|(?<=^.)\u00ad/gu, '');
    words.set(word, marked);
    return marked;
  };
}
