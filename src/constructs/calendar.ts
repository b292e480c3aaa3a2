import type { Element } from 'hast';
import { h } from 'hastscript';
import type { LeafDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { countOf } from '../markdown/directives.js';
import { setFieldLabel } from '../markdown/field-label.js';
import { lengthIn } from '../markdown/lengths.js';
import { attributeValid } from '../markdown/notices.js';
import type { Construct } from '../model/construct.js';
import type { Say } from '../model/notice.js';
import { visit } from '../tree/visit.js';

const WEEK = 7;
const DAY = 24 * 60 * 60 * 1000;
const HEIGHT = { least: 5, most: 60 };
/** A year of either. */
const MOST_DAYS = 366;
const MOST_WEEKS = 52;
/** So many rows no month has more of: they stay on one page. */
const MONTH_WEEKS = 6;

/**
 * `::calendar{month=2027-03}`: a month; `{from=2027-03-04 days=30}`: days from a date; `{from=2027-03-04 weeks=4}`: whole weeks, the
 * first of them that of the date; `{days=30}`: days that are counted and have no date; `{weeks=4}`: weeks to put dates into.
 * Each day is a cell to write in, as high as `row-height` says. A month, and what has no more weeks, is on one page, where it was
 * written.
 */
export const calendar: Construct = {
  name: 'calendar',
  sample:
    '::calendar{month=2027-03 row-height=14mm}\n\n::calendar[Two weeks]{from=2027-03-31 weeks=2}\n\n::calendar[Ten days]{days=10}\n',
  directives: ['::calendar'],
  attributes: ['month', 'from', 'days', 'weeks', 'row-height'],
  css: 'calendar',
  mark: /::calendar/,
  remark(tree, file, say, { lang }) {
    visit(tree, 'leafDirective', (node: LeafDirective, index, parent) => {
      if (node.name !== 'calendar' || node.data?.hName || !parent || index === undefined) return undefined;
      const height = lengthIn(node.attributes?.['row-height'], 'row-height', HEIGHT, file, node, say);
      const { tagName, children, properties } = elementOf(node, lang, file, say);
      node.data = {
        ...node.data,
        hName: tagName,
        hProperties: { ...properties, ...(height ? { dataHeight: height } : {}) },
        hChildren: children,
      };
      return setFieldLabel(node, index, parent) ? index + 1 : undefined;
    });
  },
};

function elementOf(node: LeafDirective, lang: string, file: VFile, say: Say): Element {
  const table = (children: Element[]): Element => {
    const isWhole = (children.at(-1)?.children.length ?? 0) <= MONTH_WEEKS;
    return h('table', { className: ['calendar', ...(isWhole ? ['calendar-whole'] : [])] }, children);
  };
  const { month, from, days, weeks } = node.attributes ?? {};
  const first = dateIn('month', month, /^\d{4}-\d{2}$/);
  const start = dateIn('from', from, /^\d{4}-\d{2}-\d{2}$/);
  tellConflict();
  if (first) {
    const end = new Date(first);
    end.setUTCMonth(end.getUTCMonth() + 1);
    const name = formatOf(lang, { month: 'long', year: 'numeric' });
    const labels = datesFrom(first, (end.getTime() - first.getTime()) / DAY).map((date) =>
      String(date.getUTCDate()),
    );
    return table([h('caption', name.format(first)), ...inColumns(first, labels, lang)]);
  }
  if (typeof weeks === 'string' && !days) {
    const count = countOf(node, 'weeks', { otherwise: 4, most: MOST_WEEKS }, file, say) * WEEK;
    if (start) return table(dated(new Date(start.getTime() - daysBefore(start, lang) * DAY), count, lang));
    return table([head(lang), h('tbody', inWeeks(Array.from({ length: count }, () => '')))]);
  }
  const count = countOf(node, 'days', { otherwise: 30, most: MOST_DAYS }, file, say);
  return start ? table(dated(start, count, lang)) : counted(count);

  /** Of two that exclude each other one would be passed over in silence. */
  function tellConflict(): void {
    const given = { from, days, weeks };
    const besides = (['from', 'days', 'weeks'] as const).find((name) => given[name]);
    const alone = 'a month alone, {month=2027-03}, or days from a date: {from=2027-03-04 days=30}';
    if (month && besides)
      say(attributeValid, { name: besides, value: given[besides] ?? '', wants: alone }, { file, node });
    else if (days && weeks)
      say(
        attributeValid,
        { name: 'weeks', value: weeks, wants: 'days or weeks, and not both' },
        { file, node },
      );
  }

  function dateIn(name: string, value: string | null | undefined, form: RegExp): Date | undefined {
    if (value === undefined || value === null) return undefined;
    const date = new Date(form.test(value) ? `${value.padEnd(10, '-01')}T00:00:00Z` : Number.NaN);
    // 31 June is turned into 1 July without a word.
    if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)) return date;
    const wants = name === 'month' ? 'a month: {month=2027-03}' : 'a date: {from=2027-03-04}';
    say(attributeValid, { name, value, wants }, { file, node });
    return undefined;
  }
}

/** Days without dates belong to no day of the week: they are a list. */
function counted(count: number): Element {
  const days = Array.from({ length: count }, (_, i) =>
    h('li', { dataField: 'box' }, [h('span', { className: ['day-number'] }, String(i + 1))]),
  );
  return h('ol', { className: ['days'] }, days);
}

/** Days with their dates. Nothing else says which month it is, so the first day names it, and each day that begins one. */
function dated(start: Date, count: number, lang: string): Element[] {
  const format = formatOf(lang, { day: 'numeric', month: 'short' });
  const labels = datesFrom(start, count).map((date, i) =>
    i === 0 || date.getUTCDate() === 1 ? format.format(date) : String(date.getUTCDate()),
  );
  return inColumns(start, labels, lang);
}

/** Days in the columns of their weekdays. */
function inColumns(start: Date, labels: readonly string[], lang: string): Element[] {
  const before = Array.from({ length: daysBefore(start, lang) }, () => undefined);
  return [head(lang), h('tbody', inWeeks([...before, ...labels]))];
}

function datesFrom(start: Date, count: number): Date[] {
  return Array.from({ length: count }, (_, i) => new Date(start.getTime() + i * DAY));
}

/** How many days of its week go before a day. */
function daysBefore(date: Date, lang: string): number {
  return (date.getUTCDay() - firstDay(lang) + WEEK) % WEEK;
}

/** @param labels of each day; `undefined` for a cell that is none */
function inWeeks(labels: readonly (string | undefined)[]): Element[] {
  const weeks: Element[] = [];
  for (let at = 0; at < labels.length; at += WEEK)
    weeks.push(
      h(
        'tr',
        Array.from({ length: WEEK }, (_, day) => {
          const label = labels[at + day];
          if (label === undefined) return h('td', { className: ['no-day'] });
          return h(
            'td',
            { className: ['day'], dataField: 'box' },
            label ? [h('span', { className: ['day-number'] }, label)] : [],
          );
        }),
      ),
    );
  return weeks;
}

/** The names of the days, from the one that a week begins with where the language is spoken. */
function head(lang: string): Element {
  const name = formatOf(lang, { weekday: 'short' });
  // 4 January 1970 was a Sunday.
  const days = Array.from({ length: WEEK }, (_, i) => new Date((3 + firstDay(lang) + i) * DAY));
  return h('thead', [
    h(
      'tr',
      days.map((day) => h('th', { scope: 'col' }, name.format(day))),
    ),
  ]);
}

/** 0 for Sunday, as the Unicode Consortium's locale data has it for the country that a language is most spoken in. */
function firstDay(lang: string): number {
  const locale = new Intl.Locale(lang) as Intl.Locale & {
    getWeekInfo?(): { firstDay: number };
    weekInfo?: { firstDay: number };
  };
  return (locale.getWeekInfo?.() ?? locale.weekInfo ?? { firstDay: 1 }).firstDay % WEEK;
}

/** Dates as a language writes them, of this calendar and in these figures; in English where a language is not known, on every machine. */
function formatOf(lang: string, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const always = { timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn' };
  return new Intl.DateTimeFormat([lang, 'en'], { ...parts, ...always });
}
