import type { Name, Reference, WorkDate } from '../../model/reference.js';
import type { BibEntry } from './bibtex.js';
import { namesIn } from './bibtex-names.js';
import { type FindEntry, withParents } from './bibtex-parents.js';
import { DATES, FIELDS, GENRES, LANGUAGES, LITERAL, PEOPLE, TYPES } from './bibtex-tables.js';
import { parseDate } from './csl-data.js';
import { fromLatex } from './latex.js';
import { sentenceCase } from './title-case.js';

/**
 * An entry in the words of CSL.
 * @param english whether titles that do not say their language are English: their capitals are the style's business
 */
export function fromBibtex(entry: BibEntry, find: FindEntry, english: boolean): Reference {
  const fields = withParents(entry, find);
  const text = new Map<string, string>();
  const names = new Map<string, readonly Name[]>();
  const dates = new Map<string, WorkDate>();
  const get = (field: string): string | undefined => fields.get(field)?.trim() || undefined;
  const lang = languageOf(get('langid') ?? get('language') ?? '');
  const cased = lang === undefined ? english : lang.startsWith('en');
  const titleOf = (field: string, ...subtitles: string[]): string | undefined => {
    const parts = [field, ...subtitles].flatMap((one) => {
      const made = fromLatex(get(one) ?? '', true);
      return made ? [cased ? sentenceCase(made) : made] : [];
    });
    return parts.length ? parts.join(/[?!:]$/.test(parts[0] ?? '') ? ' ' : ': ') : undefined;
  };
  const put = (variable: string, value: string | undefined): void => {
    if (value && !text.has(variable)) text.set(variable, value);
  };
  const title = titleOf('title', 'subtitle');
  put('title', title);
  put('title-short', fromLatex(get('shorttitle') ?? '') || title?.match(/^[^:?!<>]+(?=: )/)?.[0]);
  put(
    'container-title',
    fromLatex(get('journaltitle') ?? get('journal') ?? '') ||
      titleOf('booktitle', 'booksubtitle') ||
      titleOf('maintitle'),
  );
  for (const [variable, ...names] of FIELDS)
    for (const name of names)
      put(
        variable,
        LITERAL.has(name) ? get(name)?.replace(/\\([_%&#~])/g, '$1') : fromLatex(get(name) ?? ''),
      );
  for (const [variable, field] of PEOPLE) {
    const people = namesIn(get(field) ?? '', /useprefix\s*=\s*true/.test(get('options') ?? ''));
    if (people.length && !names.has(variable)) names.set(variable, people);
  }
  for (const [variable, field] of DATES) {
    const date = parseDate(fromLatex(get(field) ?? ''));
    if (date) dates.set(variable, date);
  }
  if (!dates.has('issued')) {
    const date = yearAndMonth(fromLatex(get('year') ?? ''), get('month'), get('day'));
    if (date) dates.set('issued', date);
  }
  const type = typeOf(entry.type, fields);
  const number = fromLatex(get('number') ?? get('issue') ?? '');
  if (number) put(numberOf(type, text), number);
  const thesis =
    entry.type === 'mastersthesis'
      ? 'Master’s thesis'
      : entry.type === 'phdthesis'
        ? 'PhD thesis'
        : undefined;
  put('genre', thesis);
  if (text.get('page')) text.set('page', (text.get('page') ?? '').replace(/\s*–\s*/g, '–'));
  text.set('genre', GENRES[text.get('genre') ?? ''] ?? text.get('genre') ?? '');
  if (!text.get('genre')) text.delete('genre');
  const doi = text.get('DOI')?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  if (doi) text.set('DOI', doi);
  const archive = get('eprinttype') ?? get('archiveprefix');
  if (archive && text.has('archive_location')) {
    const id = text.get('archive_location') ?? '';
    text.set('archive', archive);
    if (/^arxiv$/i.test(archive)) put('URL', `https://arxiv.org/abs/${id}`);
  } else text.delete('archive_location');
  return { id: entry.key, type, text, names, dates, lang };
}

function typeOf(written: string, fields: ReadonlyMap<string, string>): string {
  if (written === 'article' && fields.get('entrysubtype') === 'newspaper') return 'article-newspaper';
  if (written === 'article' && fields.get('entrysubtype') === 'magazine') return 'article-magazine';
  if (written === 'misc' && (fields.has('url') || fields.has('howpublished')))
    return fields.has('url') ? 'webpage' : 'document';
  return TYPES[written] ?? 'document';
}

/** What a number counts depends on what has it. */
function numberOf(type: string, text: ReadonlyMap<string, string>): string {
  if (type.startsWith('article') || type === 'periodical' || type === 'review') return 'issue';
  return text.has('collection-title') && type !== 'report' ? 'collection-number' : 'number';
}

function yearAndMonth(
  year: string,
  month: string | undefined,
  day: string | undefined,
): WorkDate | undefined {
  const [, circa, digits] = /^(c\.|ca\.|circa)?\s*(-?\d{1,4})$/i.exec(year) ?? [];
  const range = /^(\d{4})\s*[-–/]\s*(\d{4})$/.exec(year);
  if (range) return { from: { year: Number(range[1]) }, to: { year: Number(range[2]) } };
  if (digits === undefined) return year ? { literal: year } : undefined;
  const number = monthIn(month ?? '');
  const date = number && /^\d{1,2}$/.test(day ?? '') ? Number(day) : undefined;
  return { from: { year: Number(digits), month: number, day: date }, circa: circa !== undefined };
}

function monthIn(month: string): number | undefined {
  const name = month.trim().slice(0, 3).toLowerCase();
  const number = /^\d+$/.test(month.trim())
    ? Number(month)
    : 1 + ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].indexOf(name);
  return number >= 1 && number <= 12 ? number : undefined;
}

function languageOf(written: string): string | undefined {
  const word = written.trim();
  return LANGUAGES[word.toLowerCase()] ?? (/^[a-z]{2}(?:-[A-Z]{2})?$/.test(word) ? word : undefined);
}
