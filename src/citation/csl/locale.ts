import { childrenOf, type Element } from './xml.js';

/** A word of a language: `page` is “p.” and “pp.” in its short form. */
interface Term {
  readonly single: string;
  readonly multiple: string;
  readonly gender?: string | undefined;
  readonly match?: string | undefined;
}

/** What a style says in one language: words, forms of dates, customs. */
export interface Locale {
  readonly lang: string;
  /** A word, in the form that is asked for or in one that can stand for it. */
  term(name: string, form?: string, plural?: boolean): string | undefined;
  gender(name: string): string | undefined;
  /** The ending of an ordinal number. */
  ordinal(number: number, gender?: string | undefined): string;
  longOrdinal(number: number, gender?: string | undefined): string | undefined;
  /** `<date>` of the language: `text` or `numeric`. */
  date(form: string): Element | undefined;
  readonly punctuationInQuote: boolean;
  readonly ordinalsOnFirstOnly: boolean;
}

/** Where a form is looked for that a language has no word of. */
const FALLBACK: Readonly<Record<string, string>> = {
  'verb-short': 'verb',
  verb: 'long',
  symbol: 'short',
  short: 'long',
};

/**
 * Puts the words of a language together.
 * @param layers `<locale>` elements, the most particular first: those of the style, then the locale's own
 */
export function localeOf(lang: string, layers: readonly Element[]): Locale {
  const terms = new Map<string, Term>();
  const dates = new Map<string, Element>();
  const options: Record<string, string> = {};
  for (const layer of layers) {
    const fresh = new Map<string, Term>();
    for (const term of childrenOf(layer, 'terms').flatMap((one) => childrenOf(one, 'term'))) {
      const { name = '', form = 'long', gender, match } = term.attributes;
      const [single] = childrenOf(term, 'single');
      const [multiple] = childrenOf(term, 'multiple');
      const text = single?.text ?? term.text;
      const key = keyOf(name, form, term.attributes['gender-form']);
      fresh.set(key, { single: text, multiple: multiple?.text ?? text, gender, match });
    }
    // Endings of ordinals are one set: those of a style take the place of all of the locale's.
    const ordinals = [...terms.keys()].some((key) => key.startsWith('ordinal'));
    for (const [key, term] of fresh)
      if (!terms.has(key) && !(ordinals && key.startsWith('ordinal'))) terms.set(key, term);
    for (const date of childrenOf(layer, 'date'))
      if (!dates.has(date.attributes.form ?? '')) dates.set(date.attributes.form ?? '', date);
    for (const { attributes } of childrenOf(layer, 'style-options'))
      for (const [name, value] of Object.entries(attributes)) options[name] ??= value;
  }
  const find = (name: string, gender = ''): Term | undefined =>
    (gender ? terms.get(keyOf(name, 'long', gender)) : undefined) ?? terms.get(keyOf(name, 'long'));
  return {
    lang,
    term(name, form = 'long', plural = false) {
      for (let wanted: string | undefined = form; wanted; wanted = FALLBACK[wanted]) {
        const term = terms.get(keyOf(name, wanted));
        if (term) return plural ? term.multiple : term.single;
      }
      return undefined;
    },
    gender: (name) => terms.get(keyOf(name, 'long'))?.gender,
    ordinal(number, gender) {
      const two = number % 100;
      const whole = find(`ordinal-${pad(two)}`, gender);
      if (whole && (whole.match !== 'whole-number' || number === two)) return whole.single;
      const last = find(`ordinal-${pad(number % 10)}`, gender);
      if (last && (last.match ?? 'last-digit') === 'last-digit') return last.single;
      return find('ordinal', gender)?.single ?? '';
    },
    longOrdinal: (number, gender) => find(`long-ordinal-${pad(number)}`, gender)?.single,
    date: (form) => dates.get(form),
    punctuationInQuote: options['punctuation-in-quote'] === 'true',
    ordinalsOnFirstOnly: options['limit-day-ordinals-to-day-1'] === 'true',
  };
}

/** The `<locale>` elements of a style that hold for a language, the most particular first. */
export function ofLanguage(locales: readonly Element[], lang: string): Element[] {
  const language = lang.split('-')[0];
  const rank = (own: string | undefined): number =>
    own === undefined ? 1 : own === lang ? 3 : own === language ? 2 : 0;
  return locales
    .filter((one) => rank(one.attributes['xml:lang']) > 0)
    .sort((a, b) => rank(b.attributes['xml:lang']) - rank(a.attributes['xml:lang']));
}

function keyOf(name: string, form: string, gender = ''): string {
  return `${name}/${form}/${gender}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
