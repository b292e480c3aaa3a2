import { BOUND } from './abbreviations.js';
import { byLanguage } from './by-language.js';

/** One sentence of a text, and where it begins. */
export interface Sentence {
  readonly text: string;
  readonly index: number;
}

/** A stop and a dash in one, as older books have them: “That is all.—And then?” */
const STOP_AND_DASH = /(?<=[.?!][”’"']?—)(?=[“‘"']?\p{Lu})/u;
/** Somebody's initial, behind another or a name or at the beginning: not “so am I.” or “plan B.” */
const INITIAL = /(?:^|[(“‘"']|\p{Lu}[\p{L}’]*\.?\s)(?!I\.)\p{Lu}\.\s$/u;
/** What an abbreviation of a number is followed by: “No. 5”, “p. xiv”; but “No. I won’t.” */
const NUMBER = /^(?:\d|[ivxlc]+\b|[IVXLC]{2,}\b)/;

/**
 * Parts a text into sentences. Unicode's rules (UAX 29) know no abbreviations, and end a sentence behind “St.” in “St. John”; and
 * they see none end at a stop that a dash follows.
 * @param lang a BCP 47 tag
 */
export function sentencesIn(text: string, lang: string): Sentence[] {
  const segmenter = segmenters.get(lang) ?? new Intl.Segmenter(lang, { granularity: 'sentence' });
  segmenters.set(lang, segmenter);
  const { names, numbers } = abbreviationsOf(lang);
  const sentences: Sentence[] = [];
  /** What ends in an abbreviation, and may go on. */
  let begun: Sentence | undefined;
  for (const { segment, index } of segmenter.segment(text)) {
    if (begun && numbers?.test(begun.text.slice(-LONGEST)) && !NUMBER.test(segment)) {
      sentences.push(...parted(begun));
      begun = undefined;
    }
    const whole = begun ? { text: begun.text + segment, index: begun.index } : { text: segment, index };
    const end = whole.text.slice(-LONGEST);
    const goesOn = names?.test(end) || numbers?.test(end) || INITIAL.test(end);
    begun = goesOn ? whole : undefined;
    if (!goesOn) sentences.push(...parted(whole));
  }
  return begun ? [...sentences, ...parted(begun)] : sentences;
}

const segmenters = new Map<string, Intl.Segmenter>();
/** More than any abbreviation and the space around it, in characters. */
const LONGEST = 16;

function parted({ text, index }: Sentence): Sentence[] {
  if (!text.includes('—')) return [{ text, index }];
  let at = index;
  return text.split(STOP_AND_DASH).map((piece) => {
    const sentence = { text: piece, index: at };
    at += piece.length;
    return sentence;
  });
}

interface Before {
  readonly names?: RegExp | undefined;
  readonly numbers?: RegExp | undefined;
}

const patterns = new Map<string, Before>();

/** What ends in an abbreviation behind which a name is to come, or a number. */
function abbreviationsOf(lang: string): Before {
  const known = patterns.get(lang);
  if (known) return known;
  const { names, numbers } = byLanguage(BOUND, lang, {});
  const before = { names: anyOf(names), numbers: anyOf(numbers) };
  patterns.set(lang, before);
  return before;
}

function anyOf(list = ''): RegExp | undefined {
  const words = list.split(' ').filter((word) => word.endsWith('.'));
  const any = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return any ? new RegExp(`(?:^|[^\\p{L}])(?:${any})\\s$`, 'u') : undefined;
}
