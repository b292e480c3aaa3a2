import { type ByLanguage, byLanguage } from './by-language.js';
import { PARTS } from './fractions.js';

/** Outer and inner quotation marks, each opening and closing, with the space that belongs to them. */
export type Marks = readonly [string, string, string, string];

const ENGLISH: Marks = ['“', '”', '‘', '’'];
const MARKS: ByLanguage<Marks> = {
  en: ENGLISH,
  de: ['„', '“', '‚', '‘'],
  'de-CH': ['«', '»', '‹', '›'],
  fr: ['«\u202f', '\u202f»', '“', '”'],
  'fr-CH': ['«\u202f', '\u202f»', '‹', '›'],
  es: ['«', '»', '“', '”'],
  it: ['«', '»', '“', '”'],
  ja: ['「', '」', '『', '』'],
  nl: ENGLISH,
  pl: ['„', '”', '«', '»'],
  pt: ENGLISH,
  'pt-PT': ['«', '»', '“', '”'],
  ru: ['«', '»', '„', '“'],
  sv: ['”', '”', '’', '’'],
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
  const stack: string[] = inside ? ['"'] : [];
  /** How many double marks are in the stack: a text of nothing but marks is not to be searched again and again. */
  let doubles = stack.length;
  for (const { 0: mark, index: i } of text.matchAll(/["']/g)) {
    const [before, after] = [text[i - 1] ?? ' ', text[i + 1] ?? ' '];
    const inDouble = doubles > 0;
    const isOpen = mark === '"' ? inDouble : stack.at(-1) === "'";
    const alone = isSpace(before) && isSpace(after);
    if (alone && !isOpen && (mark === "'" || !open.endsWith('\u202f') || i + 1 >= text.length)) continue;
    const opens = alone ? !isOpen : opensAt(before, after, isOpen, text.startsWith('...', i + 1));
    if (mark === '"' && opens) {
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
    } else if (isOpen && !(/\p{L}/u.test(before) && /\p{L}/u.test(after))) {
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
