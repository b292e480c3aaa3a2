import { type ByLanguage, byLanguage } from './by-language.js';
import { PARTS } from './fractions.js';

/** Outer and inner quotation marks, each opening and closing, with the space that belongs to them. */
export type Marks = readonly [string, string, string, string];

const ENGLISH: Marks = ['“', '”', '‘', '’'];
const GERMAN: Marks = ['„', '“', '‚', '‘'];
const SOUTHERN: Marks = ['«', '»', '“', '”'];
const MARKS: ByLanguage<Marks> = {
  en: ENGLISH,
  bg: GERMAN,
  ca: SOUTHERN,
  cs: GERMAN,
  da: ['»', '«', '›', '‹'],
  de: GERMAN,
  'de-CH': ['«', '»', '‹', '›'],
  fr: ['«\u202f', '\u202f»', '“', '”'],
  'fr-CH': ['«\u202f', '\u202f»', '‹', '›'],
  el: SOUTHERN,
  es: SOUTHERN,
  et: GERMAN,
  fi: ['”', '”', '’', '’'],
  hr: ['„', '”', '‚', '’'],
  hu: ['„', '”', '»', '«'],
  is: GERMAN,
  it: SOUTHERN,
  ja: ['「', '」', '『', '』'],
  lt: GERMAN,
  nb: ['«', '»', '‘', '’'],
  nl: ENGLISH,
  nn: ['«', '»', '‘', '’'],
  no: ['«', '»', '‘', '’'],
  pl: ['„', '”', '«', '»'],
  pt: ENGLISH,
  'pt-PT': SOUTHERN,
  ro: ['„', '”', '«', '»'],
  ru: ['«', '»', '„', '“'],
  sk: GERMAN,
  sl: GERMAN,
  sv: ['”', '”', '’', '’'],
  uk: ['«', '»', '„', '“'],
  'zh-Hant': ['「', '」', '『', '』'],
  'zh-TW': ['「', '」', '『', '』'],
};

/** Single marks that stand alone: what an English writer of dialogue in single quotes expects. */
const ENGLISH_SINGLES = ['‘', '’'] as const;

/** Words that are written with a leading apostrophe: no quotation opens before them. */
const ELIDED: ByLanguage<string> = {
  en: 'tis|tisn|twas|twere|twill|twould|twixt|til|em|cause|bout|round|neath|gainst|n',
  de: 's|n|ne|nen|nem|ner|nes|rein|raus|rauf|rum|runter|rüber',
  it: 'sta|sti|sto|ste|ndrangheta|un',
  nl: 's|t|n|k|m|r|ns',
  sv: 'na|n',
};
/** A decade in any language: the ’90s, die ’68er, på ’90-talet. */
const DECADE = /^\d\d(?:s|ers?|-tal\p{L}*)(?!\p{L})/u;
const YEAR = /^\d\d(?![\p{L}\d])/u;
/** A mark that can only close: something before it, and no letter behind. */
const CLOSING = /(?<=[^\s([{])'(?![\p{L}\d])/gu;
/** What a number ends with: 22½. */
const NUMBER = new RegExp(`[\\d${PARTS}]`);
/** Feet before inches: 5′10″, 5′6½″. */
const FEET = new RegExp(`\\d'(?:\\d{1,2}[${PARTS}]?|[${PARTS}])$`);
/** A thousand in Switzerland: 10’000. */
const THOUSAND = /^\d{3}(?!\d)/;

/** Letters and stops of scripts without spaces: which mark opens is told by whether a quotation is open, and by nothing beside it. */
const UNSPACED = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\u3001-\u303f\uff01-\uff60]/u;
/** Texts in which dots stand before a quotation as letters do. */
const UNSPACED_TEXT = /^(?:zh|ja)\b/i;

/** A mark within or behind letters of Hebrew. */
const HEBREW = /(?<=\p{sc=Hebrew})["']/gu;
/** Words that are written as one with the next, before a quotation: ו, ה, ב, ל, מ, ש, כ. */
const PREFIXED = /(?<![\p{L}\p{M}])[והבלמשכ]{1,3}$/u;

/** The marks of a language, by its tag. */
export function marksOf(tag: string): Marks {
  return byLanguage(MARKS, tag, ENGLISH);
}

/**
 * Straight marks are read by what stands beside them, and by which quotations are open.
 * @param inside whether the whole text stands in a quotation
 */
export function setQuotes(text: string, cells: string[], tag: string, inside: boolean): void {
  const [open, close, innerOpen, innerClose] = marksOf(tag);
  const [singleOpen, singleClose] = open === '“' ? ENGLISH_SINGLES : [innerOpen, innerClose];
  const isElided = elisions(text, tag);
  const hebrew = hebrewMarks(text);
  const stack: string[] = inside ? ['"'] : [];
  /** How many double marks are in the stack: a text of nothing but marks is not to be searched again and again. */
  let doubles = stack.length;
  for (const { 0: mark, index: i } of text.matchAll(/["']/g)) {
    const sign = hebrew.get(i);
    const [before, after] = [sign === 'opens' ? ' ' : (text[i - 1] ?? ' '), text[i + 1] ?? ' '];
    const inDouble = doubles > 0;
    const isOpen = mark === '"' ? inDouble : stack.at(-1) === "'";
    const alone = isSpace(before) && isSpace(after);
    if (alone && !isOpen && (mark === "'" || !open.endsWith('\u202f') || i + 1 >= text.length)) continue;
    const unspaced =
      UNSPACED.test(before) || UNSPACED.test(after) || (before === '…' && UNSPACED_TEXT.test(tag));
    // Inches, and what an apostrophe stands for, are told apart as they are elsewhere.
    const isOther = NUMBER.test(before) || (mark === "'" && /\p{sc=Latin}/u.test(before));
    const opens = alone
      ? !isOpen
      : unspaced
        ? !isOpen && !isOther && !isSpace(after)
        : opensAt(before, after, isOpen, text.startsWith('...', i + 1));
    if (sign === '״' || (sign === '׳' && !isOpen)) cells[i] = sign;
    else if (mark === '"' && opens) {
      cells[i] = inDouble ? innerOpen : open;
      if (alone) cells[i + 1] = '';
      stack.push(mark);
      doubles++;
    } else if (mark === '"') {
      if (NUMBER.test(before) && (!inDouble || FEET.test(text.slice(Math.max(0, i - 5), i)))) cells[i] = '″';
      else {
        if (inDouble) {
          stack.length = stack.lastIndexOf('"');
          doubles--;
        }
        cells[i] = doubles > 0 ? innerClose : close;
        if (alone && i > 0) cells[i - 1] = '';
      }
    } else if (opens && !isElided(i)) {
      cells[i] = inDouble ? innerOpen : singleOpen;
      stack.push(mark);
    } else if (isOpen && ((unspaced && !isOther) || !(/\p{L}/u.test(before) && /\p{L}/u.test(after)))) {
      stack.pop();
      cells[i] = inDouble ? innerClose : singleClose;
    } else if (NUMBER.test(before) && !/\p{L}/u.test(after) && !THOUSAND.test(text.slice(i + 1, i + 5)))
      cells[i] = '′';
    else cells[i] = '’';
  }
  partNested(text, cells);
}

function opensAt(before: string, after: string, isOpen: boolean, dots: boolean): boolean {
  if (isSpace(after) || !/[\s([{<—–\-/“‘„«‹¿¡"'\ufffc]/.test(before)) return false;
  if (dots && !isOpen) return true;
  if (/[)\]}>]/.test(after)) return false;
  if (/[.,;:!?…]/.test(after)) return !isOpen && isSpace(before);
  return !(isOpen && /[—–-]/.test(before));
}

/**
 * What marks beside letters of Hebrew are: those of an abbreviation, gershayim before its last letter (מנכ״ל, דו״חות) and geresh (עמ׳, ג׳ירפה), or
 * the opening of a quotation that a prefix is joined to (ה”מומחה”), which is closed again and has no abbreviation's letter alone behind it.
 */
function hebrewMarks(text: string): Map<number, '״' | '׳' | 'opens'> {
  const signs = new Map<number, '״' | '׳' | 'opens'>();
  for (const { 0: mark, index } of text.matchAll(HEBREW)) {
    const behind = /^\p{sc=Hebrew}+/u.exec(text.slice(index + 1, index + 40))?.[0] ?? '';
    if (mark === "'") signs.set(index, '׳');
    else if (!behind) continue;
    else if (
      behind.length > 1 &&
      PREFIXED.test(text.slice(Math.max(0, index - 4), index)) &&
      isClosed(text, index)
    )
      signs.set(index, 'opens');
    else signs.set(index, '״');
  }
  return signs;
}

/** The longest quotation behind a prefix that is looked for, in characters. */
const LONGEST = 400;

/** Whether the next double mark that is none within a word closes a quotation. */
function isClosed(text: string, from: number): boolean {
  const next = /(?<!\p{sc=Hebrew})"|"(?!\p{sc=Hebrew})/u.exec(text.slice(from + 1, from + LONGEST));
  const at = next ? from + 1 + next.index : -1;
  return at > 0 && !isSpace(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + 1] ?? ' ');
}

/** Tells of an apostrophe whether it stands before a word or a year that has lost its beginning. */
function elisions(text: string, tag: string): (at: number) => boolean {
  const words = byLanguage(ELIDED, tag, '');
  // A word that is closed right behind is quoted and not elided; only ’n’ has an apostrophe on both sides.
  const word = words ? new RegExp(`^(?:(?:${words})(?![\\p{L}-])(?!'(?!\\p{L}))|n')`, 'iu') : /^(?!)/;
  let last: number | undefined;
  return (at) => {
    const behind = text.slice(at + 1, at + 14);
    if (word.test(behind) || DECADE.test(behind)) return true;
    if (!YEAR.test(behind)) return false;
    last ??= [...text.matchAll(CLOSING)].at(-1)?.index ?? -1;
    return last < at;
  };
}

/** A hair space between a double and a single mark, which would run together. */
function partNested(text: string, cells: string[]): void {
  for (const { 0: run, index } of text.matchAll(/["'“”„‘’‚]{2,}/g))
    for (let i = index; i < index + run.length - 1; i++)
      if (/[“”„]\|[‘’‚]|[‘’‚]\|[“”„]/.test(`${cells[i]}|${cells[i + 1]}`)) cells[i] += '\u200a';
}

function isSpace(char: string): boolean {
  return /\s/.test(char);
}
