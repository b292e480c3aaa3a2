import { roman } from '../../language/numerals.js';
import type { Context } from './context.js';
import { has, textOf } from './context.js';
import { dressed, type Output, words } from './output.js';
import { richText, withoutPeriods } from './rich-text.js';
import { changeCase } from './text-case.js';
import type { Element } from './xml.js';

/** Digits with a letter before or behind, or several of them: `12`, `A2`, `3–5`, `1, 2 & 7`. */
const NUMERIC = /^\p{L}{0,3}\d+\p{L}{0,3}(?:\s*[,&–-]\s*\p{L}{0,3}\d+\p{L}{0,3})*$/u;

export function isNumeric(value: string): boolean {
  return value.length < 100 && NUMERIC.test(value.trim());
}

/** `<number>`: as digits, as an ordinal or in Roman numerals. */
export function renderNumber(element: Element, context: Context): Output | undefined {
  const { variable = '', form = 'numeric', 'text-case': wanted } = element.attributes;
  const value = textOf(context, variable);
  if (value === undefined) return undefined;
  const shown = isNumeric(value) ? numberIn(value, form, variable, context) : value;
  return dressed(element, changeCase(richText(shown), wanted, false));
}

function numberIn(value: string, form: string, variable: string, { locale }: Context): string {
  const spaced = value
    .trim()
    .replace(/\s*[-–]\s*/g, '–')
    .replace(/\s*,\s*/g, ', ')
    .replace(/\s*&\s*/g, ' & ');
  if (form === 'numeric') return spaced;
  const gender = locale.gender(variable === 'number-of-volumes' ? 'volume' : variable);
  return spaced.replace(/\d+/g, (digits) => {
    const number = Number(digits);
    // Beyond 3,999 Roman numerals want a bar over them, which no style asks for.
    if (form === 'roman') return number >= 1 && number <= 3999 ? roman(number) : digits;
    const long = form === 'long-ordinal' && number <= 10 ? locale.longOrdinal(number, gender) : undefined;
    return long ?? digits + locale.ordinal(number, gender);
  });
}

/** `<label>` of a number: “pp.” before more than one page. */
export function renderLabel(element: Element, context: Context): Output | undefined {
  const { variable = '', form, plural = 'contextual', 'text-case': wanted } = element.attributes;
  if (!has(context, variable)) return undefined;
  const { locator } = context.situation;
  const name = variable === 'locator' ? (locator?.label ?? 'page') : variable;
  const value =
    variable === 'locator' ? (locator?.value ?? '') : (context.reference.text.get(variable) ?? '');
  const many = plural === 'always' || (plural === 'contextual' && isMany(variable, value));
  const term = words(context.locale.term(name, form, many));
  if (!term) return undefined;
  const text = element.attributes['strip-periods'] === 'true' ? withoutPeriods(term) : term;
  return dressed(element, changeCase([text], wanted, context.locale.lang.startsWith('en')));
}

/** Whether a number stands for more than one: a list or a range, or that many volumes. */
function isMany(variable: string, value: string): boolean {
  if (/^number-of-/.test(variable)) return Number(value) > 1;
  return /\d\s*[-–,&]\s*\p{L}{0,3}\d|\d\s+(?:and|und|et|e|y|en|i|и|och)\s+\d|\p{L}\s*[-–]\s*\p{L}*[ivxlcdm\d]/iu.test(
    value.slice(0, 500),
  );
}

/** Pages as a style shortens them: 321–28, 321–8, 321–328. */
export function pageRange(value: string, format: string | undefined, delimiter: string): string {
  return value
    .slice(0, 500)
    .replace(
      /(\p{L}*)(\d+)\s*[-–]+\s*(\p{L}*)(\d+)(?![\d\p{L}])/gu,
      (_, before: string, from: string, again: string, to: string) => {
        const same = before === again || again === '';
        const last = same && format ? shortened(from, to, format) : to;
        const prefix =
          again && format !== 'expanded' && last !== to ? '' : again || (format === 'expanded' ? before : '');
        return `${before}${from}${delimiter}${prefix}${last}`;
      },
    );
}

function shortened(from: string, to: string, format: string): string {
  const whole = to.length < from.length ? from.slice(0, from.length - to.length) + to : to;
  if (format === 'expanded' || whole.length !== from.length) return whole;
  let same = 0;
  while (same < whole.length && whole[same] === from[same]) same++;
  const keep = (digits: number): string => whole.slice(Math.min(same, Math.max(0, whole.length - digits)));
  if (format === 'minimal') return keep(1);
  if (format === 'minimal-two') return keep(2);
  const number = Number(from);
  // Chicago: below 100 and behind round hundreds all digits, 101 to 109 only those that change, else two at least.
  if (number < 100 || number % 100 === 0) return whole;
  if (number % 100 < 10) return keep(1);
  if (format === 'chicago-16') return keep(2);
  return from.length === 4 && whole.length - same >= 3 ? whole : keep(2);
}
