import type { DateParts, Name, Reference, WorkDate } from '../../model/reference.js';

/** The longest text of a field; what is longer is no title of anything. */
const LONGEST = 10_000;
/** Most authors of one work, and most works of one file. */
const MOST_NAMES = 5_000;
export const MOST_WORKS = 50_000;

const NAMES = new Set(
  (
    'author chair collection-editor compiler composer container-author contributor curator director editor editorial-director ' +
    'editor-translator executive-producer guest host illustrator interviewer narrator organizer original-author performer ' +
    'producer recipient reviewed-author script-writer series-creator translator'
  ).split(' '),
);
const DATES = new Set('accessed available-date event-date issued original-date submitted'.split(' '));

/** One item of CSL-JSON; anything that is not of a kind that CSL knows is passed over. `undefined` if it has no id. */
export function referenceOf(item: unknown): Reference | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const fields = item as Record<string, unknown>;
  const id = wordsOf(fields.id);
  if (!id) return undefined;
  const text = new Map<string, string>();
  const names = new Map<string, readonly Name[]>();
  const dates = new Map<string, WorkDate>();
  for (const [key, value] of Object.entries(fields)) {
    if (NAMES.has(key)) {
      const people = Array.isArray(value) ? value.slice(0, MOST_NAMES) : [value];
      const list = people.flatMap((one) => nameOf(one) ?? []);
      if (list.length) names.set(key, list);
    } else if (DATES.has(key)) {
      const date = dateOf(value);
      if (date) dates.set(key, date);
    } else if (key !== 'id' && key !== 'type') {
      const words = wordsOf(value);
      if (words) text.set(key, words);
    }
  }
  const lang = text.get('language');
  return { id, type: wordsOf(fields.type) ?? 'document', text, names, dates, lang };
}

/** Text or a number; registries give some as a list of one. */
function wordsOf(value: unknown): string | undefined {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return wordsOf(value.join(', '));
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  return value.trim().slice(0, LONGEST) || undefined;
}

/** A name in its parts, or one that is written as a whole. */
function nameOf(value: unknown): Name | undefined {
  const whole = wordsOf(value);
  if (whole) return { literal: whole };
  if (typeof value !== 'object' || value === null) return undefined;
  const parts = value as Record<string, unknown>;
  const literal = wordsOf(parts.literal) ?? wordsOf(parts.name);
  if (literal) return { literal };
  const name = {
    family: wordsOf(parts.family),
    given: wordsOf(parts.given),
    particle: wordsOf(parts['non-dropping-particle']),
    dropping: wordsOf(parts['dropping-particle']),
    suffix: wordsOf(parts.suffix),
  };
  return name.family || name.given ? name : undefined;
}

function dateOf(value: unknown): WorkDate | undefined {
  if (typeof value === 'string' || typeof value === 'number') return parseDate(String(value));
  if (typeof value !== 'object' || value === null) return undefined;
  // YAML of Pandoc's has the parts as keys.
  const date = (Array.isArray(value) ? { ...value[0], to: value[1] } : value) as Record<string, unknown>;
  const circa =
    date.circa !== undefined && date.circa !== false && date.circa !== 'false' && date.circa !== 0;
  const season = wordsOf(date.season);
  const parts = Array.isArray(date['date-parts'])
    ? date['date-parts'].slice(0, 2).flatMap((one) => (Array.isArray(one) ? (partsOf(one) ?? []) : []))
    : [date, date.to].flatMap((one) => (typeof one === 'object' && one !== null ? (keysOf(one) ?? []) : []));
  const [from, to] = parts;
  if (from) {
    const inSeason = season && /^[1-4]$/.test(season) && from.month === undefined;
    return { from: inSeason ? { ...from, month: 12 + Number(season) } : from, to, circa };
  }
  const raw = wordsOf(date.raw);
  const literal = wordsOf(date.literal);
  return literal ? { literal, circa } : raw ? parseDate(raw) : undefined;
}

function keysOf(date: object): DateParts | undefined {
  const { year, month, day } = date as Record<string, unknown>;
  return partsOf([year, month, day]);
}

function partsOf(parts: readonly unknown[]): DateParts | undefined {
  const [year, month, day] = parts.map((part) =>
    part === undefined || part === null || part === '' ? undefined : Number(part),
  );
  if (year === undefined || !Number.isInteger(year)) return undefined;
  const known = month !== undefined && month >= 1 && month <= 24;
  // Seasons are months from 13, or from 21 as EDTF counts.
  return {
    year,
    month: known ? (month > 20 ? month - 8 : Math.min(month, 16)) : undefined,
    day: known && day !== undefined && day >= 1 && day <= 31 ? day : undefined,
  };
}

/** `1999`, `1999-05`, `1999-05-03/1999-06`, `1999~`: what EDTF and BibLaTeX write; anything else is words. */
export function parseDate(written: string): WorkDate | undefined {
  const text = written.trim();
  const match =
    /^(-?\d{1,4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%]*)(?:\/(-?\d{1,4})?(?:-(\d{2})(?:-(\d{2}))?)?[?~%]*)?(?:T.*)?$/.exec(
      text,
    );
  if (!match) return text ? { literal: text.slice(0, LONGEST) } : undefined;
  const [, year, month, day, doubt, toYear, toMonth, toDay] = match;
  return {
    from: partsOf([year, month, day]),
    to: toYear === undefined ? undefined : partsOf([toYear, toMonth, toDay]),
    circa: doubt !== '',
  };
}
