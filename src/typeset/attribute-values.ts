import type { Properties } from 'hast';
import { isLanguage } from '../language/tag.js';

const WHOLE = /^-?\d{1,9}$/;
const COUNT = /^(?:[1-9]\d{0,2}|1000)$/;
/** A year, a day, a time of the day, or two of these; a week, a day of each year, and how long something lasts. */
const MOMENT =
  /^(?:(?:\d{4,}(?:-\d\d){0,2}(?:[T ](?=\d))?)?(?:\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:?\d\d)?)?|\d{4,}-W\d\d|(?:--)?\d\d-\d\d|P(?=[\dT])(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d{1,3})?S)?)?|(?:\d+(?:\.\d{1,3})?[WDHMS] ?)+)$/;

/** What HTML gives a meaning, of attributes that an author writes himself. */
const MEANT: Readonly<Record<string, RegExp>> = {
  dir: /^(?:ltr|rtl|auto)$/i,
  start: WHOLE,
  value: WHOLE,
  colSpan: COUNT,
  rowSpan: /^\d{1,3}$/,
  span: COUNT,
  type: /^[1aAiI]$/,
  scope: /^(?:row|col|rowgroup|colgroup)$/i,
  dateTime: MOMENT,
};

/** Whether an attribute, by its name in hast, has a value that HTML gives no meaning. */
export function isMeaningless(name: string, value: Properties[string]): boolean {
  if (value === undefined || value === null) return false;
  if (name === 'lang' || name === 'xmlLang') return value !== '' && !isLanguage(String(value));
  const meant = MEANT[name];
  return meant !== undefined && !meant.test(String(value));
}
