import type { DateParts, WorkDate } from '../../model/reference.js';
import type { Context } from './context.js';
import { block, dressed, type Output, words } from './output.js';
import { richText } from './rich-text.js';
import { changeCase } from './text-case.js';
import { childrenOf, type Element } from './xml.js';

type PartName = 'year' | 'month' | 'day';

/** `<date>`: in a form of the language, or in one of the style's own. */
export function renderDate(element: Element, context: Context): Output | undefined {
  const { variable = '', form, 'date-parts': wanted = 'year-month-day' } = element.attributes;
  context.asked.variables++;
  const date = context.spent.has(variable) ? undefined : context.reference.dates.get(variable);
  if (!date) return undefined;
  context.asked.found.push(variable);
  if (context.mode === 'sort') return words(sortable(date, wanted));
  const casing = (outputs: readonly (Output | undefined)[]): Output[] =>
    changeCase(
      outputs.filter((one) => one !== undefined),
      element.attributes['text-case'],
      false,
    );
  if (!date.from)
    return dressed(element, casing([...richText(date.literal ?? ''), letter(variable, context)]), {
      part: 'year',
    });
  const pattern = form ? context.locale.date(form) : element;
  const own = new Map(
    childrenOf(element, 'date-part').map((part) => [part.attributes.name, part.attributes]),
  );
  const parts = childrenOf(pattern ?? element, 'date-part')
    .filter(({ attributes: { name = '' } }) => !form || wanted.split('-').includes(name))
    .map((part) =>
      form ? { ...part, attributes: { ...part.attributes, ...looks(own.get(part.attributes.name)) } } : part,
    );
  const delimiter = form ? (pattern?.attributes.delimiter ?? '') : (element.attributes.delimiter ?? '');
  const output = date.to
    ? range(date.from, date.to, parts, delimiter, variable, context)
    : block(
        parts.map((part) => datePart(part, date.from as DateParts, variable, context)),
        { delimiter },
      );
  return dressed(element, casing([output && trimmed(output)]), { delimiter: '' });
}

/** What a style may change of a date that the language forms: how a part looks, not where it stands. */
function looks(own: Readonly<Record<string, string>> | undefined): Record<string, string> {
  const { name: _, prefix: __, suffix: ___, ...rest } = own ?? {};
  return rest;
}

/** Parts that both ends have in common are written once: “3–5 May 1999”, “May–June 1999”. */
function range(
  from: DateParts,
  to: DateParts,
  parts: readonly Element[],
  delimiter: string,
  variable: string,
  context: Context,
): Output | undefined {
  const differs = (['year', 'month', 'day'] as const).find((name) => from[name] !== to[name]);
  if (!differs)
    return block(
      parts.map((part) => datePart(part, from, variable, context)),
      { delimiter },
    );
  const level = { year: 3, month: 2, day: 1 };
  const isOwn = (part: Element): boolean => level[part.attributes.name as PartName] <= level[differs];
  const first = parts.findIndex(isOwn);
  const last = parts.findLastIndex(isOwn);
  const write = (some: readonly Element[], of: DateParts): (Output | undefined)[] =>
    some.map((part) => datePart(part, of, variable, context));
  const begins = block(write(parts.slice(first, last + 1), from), { delimiter });
  const ends = block(write(parts.slice(first, last + 1), to), { delimiter });
  const dash = parts[last]?.attributes['range-delimiter'] ?? '–';
  const middle = block([begins && trimmed(begins), ends], { delimiter: dash });
  return block([...write(parts.slice(0, first), to), middle, ...write(parts.slice(last + 1), to)], {
    delimiter,
  });
}

/** Without the affixes at its ends that only separate parts: “May ” is “May” where no year follows. */
function trimmed(output: Output): Output {
  if (output.kind !== 'block' || !output.children.length) return output;
  const last = output.children.at(-1) as Output;
  const bare = last.kind === 'block' ? { ...last, suffix: last.suffix?.replace(/[\s,]+$/, '') } : last;
  return { ...output, children: [...output.children.slice(0, -1), bare] };
}

function datePart(part: Element, date: DateParts, variable: string, context: Context): Output | undefined {
  const { name, form, 'text-case': wanted } = part.attributes;
  if (name === 'year') {
    const year = block([words(yearIn(date.year, form, context)), letter(variable, context)], {
      part: 'year',
    });
    return dressed(part, [year]);
  }
  const text = name === 'month' ? monthIn(date.month, form, context) : dayIn(date.day, form, context);
  const made = words(part.attributes['strip-periods'] === 'true' ? text?.replaceAll('.', '') : text);
  return made && dressed(part, changeCase([made], wanted, false));
}

function yearIn(year: number, form: string | undefined, { locale }: Context): string {
  if (year < 0) return `${-year}${locale.term('bc') ?? 'BC'}`;
  if (year > 0 && year < 500 && form !== 'short') return `${year}${locale.term('ad') ?? 'AD'}`;
  return form === 'short' ? String(year % 100).padStart(2, '0') : String(year);
}

function monthIn(
  month: number | undefined,
  form: string | undefined,
  { locale }: Context,
): string | undefined {
  if (month === undefined) return undefined;
  if (month > 12) return locale.term(`season-0${month - 12}`);
  if (form === 'numeric') return String(month);
  if (form === 'numeric-leading-zeros') return String(month).padStart(2, '0');
  return locale.term(`month-${String(month).padStart(2, '0')}`, form === 'short' ? 'short' : 'long');
}

function dayIn(day: number | undefined, form: string | undefined, { locale }: Context): string | undefined {
  if (day === undefined) return undefined;
  if (form === 'numeric-leading-zeros') return String(day).padStart(2, '0');
  const ordinal = form === 'ordinal' && (!locale.ordinalsOnFirstOnly || day === 1);
  return ordinal ? `${day}${locale.ordinal(day, locale.gender('month-01'))}` : String(day);
}

/** The letter that tells two works of one year apart stands behind the first year, unless the style places it itself. */
function letter(variable: string, context: Context): Output | undefined {
  const { distinction, style } = context;
  if (!distinction.letter || style.placesYearSuffix || context.letter.written || variable !== 'issued')
    return undefined;
  context.letter.written = true;
  return block([words(distinction.letter)], { part: 'year-suffix' });
}

/** Digits that sort as dates do; years before our era count backwards. */
export function sortable(date: WorkDate, wanted = 'year-month-day'): string {
  const { from, to, literal } = date;
  if (!from) return literal ?? '';
  const one = ({ year, month = 0, day = 0 }: DateParts): string =>
    String(year + 100_000).padStart(6, '0') +
    (wanted.includes('month') ? String(month).padStart(2, '0') : '') +
    (wanted.includes('day') ? String(day).padStart(2, '0') : '');
  return to ? `${one(from)}-${one(to)}` : one(from);
}
