import { type ByLanguage, byLanguage } from './by-language.js';

/** How a language sets a dash in a sentence. */
interface Dash {
  /** What two hyphens between spaces are; between two words without spaces they are always an en dash. */
  readonly two: '–' | '—';
  readonly three: '–' | '—';
  /** Whether three hyphens close up to the words, stand between spaces, or are left as they are typed. */
  readonly spaced: 'never' | 'always' | 'as typed';
}

const ENGLISH: Dash = { two: '–', three: '—', spaced: 'never' };
const SPACED_EN: Dash = { two: '–', three: '–', spaced: 'always' };
const SPACED_EM: Dash = { two: '–', three: '—', spaced: 'always' };
const DASHES: ByLanguage<Dash> = {
  en: ENGLISH,
  de: SPACED_EN,
  // The raya stands close to what it encloses, on one side only.
  es: { two: '—', three: '—', spaced: 'as typed' },
  fr: SPACED_EM,
  it: SPACED_EM,
  nl: SPACED_EN,
  pl: SPACED_EM,
  ru: { two: '—', three: '—', spaced: 'always' },
  sv: SPACED_EN,
  uk: { two: '—', three: '—', spaced: 'always' },
};

/** Two or three hyphens, six or nine for a dash of two or three em, and dashes that are typed as such. */
const DASH = /(?<!-)(?:-{9}|-{6}|-{2,3})(?!-)|(?<![–—])[–—⸺⸻](?![–—])/g;

/**
 * Two numbers that rise, or two times of day. Dates, telephone numbers, ISBNs, versions and names of things are none of it:
 * another hyphen, point, stroke or letter beside them, a leading zero, seven digits, a year with a month.
 */
const RANGE =
  /(?<![\p{L}\p{N}_.,:/@#&+=~–-])(?:([1-9]\d{0,3})-([1-9]\d{0,3})|(\d{1,2}:\d\d)-(\d{1,2}:\d\d))(?![\p{L}\p{N}_/@:=+–-]|[.,:]\d)/gu;

/** Words for one numbered thing: “Listing 2-4” has a number of two parts; “Listings 2–4” are three. */
const ONE =
  /(?<!\p{L})(?:figure|fig\.|table|listing|section|chapter|equation|example|exercise|appendix|part|abbildung|tabelle|tableau|chapitre|figura|tabla|cap[ií]tulo|secci[oó]n|tabella|capitolo|sezione|figuur|tabel|hoofdstuk|rysunek|tabela|рисунок|таблиц[ая]|глава|розділ|figur|tabell)[ \u00a0]$/iu;
/** The longest of them, with its space. */
const LONGEST = 12;

/** Dashes by the custom of a language, and en dashes between numbers. */
export function setDashes(text: string, cells: string[], tag: string): void {
  const dash = byLanguage(DASHES, tag, ENGLISH);
  for (const { 0: typed, index } of text.matchAll(DASH)) setDash(text, cells, index, typed, dash);
  for (const { 0: typed, index, 1: from, 2: to } of text.matchAll(RANGE))
    if (from === undefined || to === undefined || (rises(from, to) && !isOne(text, index)))
      cells[index + typed.indexOf('-')] = '–';
}

function isOne(text: string, index: number): boolean {
  return ONE.test(text.slice(Math.max(0, index - LONGEST), index));
}

function setDash(text: string, cells: string[], index: number, typed: string, dash: Dash): void {
  const end = index + typed.length;
  const [before, after] = [text[index - 1], text[end]];
  const [left, right] = [isSpace(before), isSpace(after)];
  cells.fill('', index, end);
  cells[index] = signOf(typed, isWord(before) && isWord(after), dash);
  if (before === undefined) {
    // Speech that a dash begins: nothing comes between it and its first word.
    if (right && after !== undefined) cells[end] = dash.spaced === 'as typed' ? '' : '\u00a0';
  } else if (
    typed === '---' &&
    dash.spaced === 'never' &&
    left &&
    right &&
    index > 1 &&
    end + 1 < text.length
  )
    cells[index - 1] = cells[end] = '';
  else if (typed === '---' && dash.spaced === 'always' && isWord(before) && isWord(after))
    cells[index] = `\u00a0${dash.three} `;
  // A dash ends a line rather than begin one.
  else if (left && right && index > 1) cells[index - 1] = '\u00a0';
}

function signOf(typed: string, joins: boolean, dash: Dash): string {
  if (typed === '⸺' || typed.length === 6) return '——';
  if (typed === '⸻' || typed.length === 9) return '———';
  if (typed === '---') return dash.three;
  if (typed === '--') return joins ? '–' : dash.two;
  return typed;
}

/** Whether two numbers are a range: they rise, or the second is the end of a later year. */
function rises(from: string, to: string): boolean {
  // A telephone number, and a year with a month.
  if (from.length === 3 && to.length === 4) return false;
  if (from.length === 4 && to.length === 2) return Number(to) > 12 && Number(to) > Number(from.slice(2));
  return to.length >= from.length && to.length <= from.length + 1 && Number(to) > Number(from);
}

function isSpace(char: string | undefined): boolean {
  return char === undefined || char === ' ' || char === '\n';
}

function isWord(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}\ufffc]/u.test(char);
}
