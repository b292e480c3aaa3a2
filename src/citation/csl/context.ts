import type { Reference } from '../../model/reference.js';
import type { Locale } from './locale.js';
import type { Output } from './output.js';
import type { Style } from './style.js';
import type { Element } from './xml.js';

/** Where in a work something is cited. */
export interface Locator {
  readonly label: string;
  readonly value: string;
}

/** Where a citation stands among the others of the same work. */
export type Position = 'first' | 'subsequent' | 'ibid' | 'ibid-with-locator';

/** What is known of a citation besides the work. */
export interface Situation {
  readonly locator?: Locator | undefined;
  readonly position?: Position | undefined;
  readonly near?: boolean | undefined;
  readonly firstNote?: number | undefined;
}

/** What tells works apart that would look the same. */
export interface Distinction {
  /** How many more names than the style shows. */
  readonly moreNames?: number;
  /** How much of given names is shown besides, by name. */
  readonly given?: ReadonlyMap<string, 'initials' | 'full'>;
  /** `disambiguate` holds. */
  readonly condition?: boolean;
  /** The letter behind its year. */
  readonly letter?: string;
}

/** Everything that an element of a style may ask while it is rendered. */
export interface Context {
  readonly style: Style;
  readonly locale: Locale;
  readonly reference: Reference;
  readonly mode: 'citation' | 'bibliography' | 'sort';
  /** Options of names: those of the style, then of the part that is rendered. */
  readonly names: Readonly<Record<string, string>>;
  readonly number?: number | undefined;
  readonly situation: Situation;
  readonly distinction: Distinction;
  /** What elements of a group have asked for, and how much of it was there. */
  readonly asked: { variables: number; readonly found: string[] };
  /** Variables that stand in for another already. */
  readonly spent: Set<string>;
  /** Whether the letter behind the year has been written. */
  readonly letter: { written: boolean };
  /** `<names>` whose `<substitute>` is being rendered. */
  readonly inherited?: Element | undefined;
  render(element: Element, context: Context): Output | undefined;
}

/** The value of a variable of text, as it is to be shown; what a style asks in vain counts as asked. */
export function textOf(context: Context, variable: string, form?: string): string | undefined {
  const { reference, situation, spent } = context;
  // A letter is a part of the year, and makes no group of its own.
  if (variable === 'year-suffix') return context.distinction.letter;
  context.asked.variables++;
  if (spent.has(variable)) return undefined;
  const value = lookUp();
  if (value !== undefined) context.asked.found.push(variable);
  return value;

  function lookUp(): string | undefined {
    if (variable === 'locator') return situation.locator?.value;
    if (variable === 'citation-number')
      return context.number === undefined ? undefined : String(context.number);
    if (variable === 'first-reference-note-number')
      return situation.firstNote === undefined ? undefined : String(situation.firstNote);
    const short = form === 'short' ? reference.text.get(`${variable}-short`) : undefined;
    return short ?? textIn(reference, variable);
  }
}

/** The value of a variable of text, with what can be told from others. */
export function textIn({ text }: Reference, variable: string): string | undefined {
  if (variable === 'page-first')
    return text.get('page-first') ?? text.get('page')?.match(/^[^\s,;&–-]+/)?.[0];
  if (variable === 'title-short') return text.get('title-short') ?? text.get('shortTitle');
  if (variable === 'container-title-short')
    return text.get('container-title-short') ?? text.get('journalAbbreviation');
  return text.get(variable);
}

/** Whether a work has a variable, of whatever kind. */
export function has({ reference, situation, number, distinction }: Context, variable: string): boolean {
  if (variable === 'locator') return situation.locator !== undefined;
  if (variable === 'citation-number') return number !== undefined;
  if (variable === 'first-reference-note-number') return situation.firstNote !== undefined;
  if (variable === 'year-suffix') return distinction.letter !== undefined;
  return (
    textIn(reference, variable) !== undefined ||
    reference.names.has(variable) ||
    reference.dates.has(variable)
  );
}

/** Whether the work is in English, or in the language of a style that is. */
export function isEnglish({ reference, locale }: Context): boolean {
  return (reference.lang ?? locale.lang).toLowerCase().startsWith('en');
}
