import { sortable } from './dates.js';
import type { Locale } from './locale.js';
import { plain } from './output.js';
import { type Job, render } from './render.js';
import type { Part, Style } from './style.js';
import type { Element } from './xml.js';

/** Names for sorting are those of `<names>` with every name inverted. */
const NAMES: Element = {
  name: 'names',
  attributes: {},
  children: [{ name: 'name', attributes: { form: 'long' }, children: [], text: '', line: 0, column: 0 }],
  text: '',
  line: 0,
  column: 0,
};

/** Options of names that a key sets for itself. */
const OVERRIDES = [
  ['names-min', 'et-al-min'],
  ['names-use-first', 'et-al-use-first'],
  ['names-use-last', 'et-al-use-last'],
] as const;

/** Sorts what is cited as the keys of a part of the style say; what has no value stands last. */
export function ordered<Cited>(
  cited: readonly Cited[],
  part: Part,
  jobOf: (cited: Cited) => Omit<Job, 'mode' | 'part' | 'style' | 'locale'>,
  style: Style,
  locale: Locale,
): Cited[] {
  if (!part.keys.length) return [...cited];
  const collator = new Intl.Collator(locale.lang, { numeric: true });
  const rows = cited.map((one) => ({
    one,
    values: part.keys.map((key) => sortedBy(key, { ...jobOf(one), style, locale, part, mode: 'sort' })),
  }));
  rows.sort((a, b) => {
    for (const [i, key] of part.keys.entries()) {
      const [left = '', right = ''] = [a.values[i], b.values[i]];
      if (!left !== !right) return left ? -1 : 1;
      const order = collator.compare(left, right);
      if (order) return key.attributes.sort === 'descending' ? -order : order;
    }
    return 0;
  });
  return rows.map(({ one }) => one);
}

function sortedBy({ attributes }: Element, job: Job): string {
  const { variable, macro } = attributes;
  const { reference } = job;
  if (variable !== undefined) {
    const date = reference.dates.get(variable);
    if (date) return sortable(date);
    if (variable === 'citation-number') return String(job.number ?? '');
    if (!reference.names.has(variable)) return bare(reference.text.get(variable) ?? '');
  }
  const element: Element =
    variable === undefined
      ? { ...NAMES, name: 'text', attributes: { macro: macro ?? '' }, children: [] }
      : { ...NAMES, attributes: { variable } };
  const names = { ...job.part.names };
  for (const [from, to] of OVERRIDES) if (attributes[from]) names[to] = attributes[from];
  return bare(
    render([element], { ...job, names })
      .map(plain)
      .join(''),
  );
}

/** Without what does not count in an alphabet: tags, quotation marks, brackets. */
function bare(text: string): string {
  return text
    .replace(/<\/?[a-z][^>]{0,60}>/g, '')
    .replace(/["'“”‘’«»„()[\]{}]/g, '')
    .trim();
}
