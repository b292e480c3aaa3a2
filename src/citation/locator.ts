import type { Locator } from './csl/context.js';
import type { Locale } from './csl/locale.js';

/** What a place in a work can be counted in, in the words of CSL. */
const LABELS =
  'act appendix article-locator book canon chapter column elocation equation figure folio issue line note opus page paragraph part rule scene section sub-verbo supplement table timestamp title-locator verse version volume'.split(
    ' ',
  );

/** English is understood in every book, for many write their labels in it. */
const ENGLISH: Readonly<Record<string, string>> = {
  'p.': 'page',
  'pp.': 'page',
  page: 'page',
  pages: 'page',
  'chap.': 'chapter',
  'chaps.': 'chapter',
  chapter: 'chapter',
  'ch.': 'chapter',
  'sec.': 'section',
  section: 'section',
  '§': 'section',
  '§§': 'section',
  'para.': 'paragraph',
  '¶': 'paragraph',
  '¶¶': 'paragraph',
  'vol.': 'volume',
  'vols.': 'volume',
  'fig.': 'figure',
  'fol.': 'folio',
  'l.': 'line',
  'll.': 'line',
  'n.': 'note',
  'nn.': 'note',
  'no.': 'issue',
  'col.': 'column',
  'pt.': 'part',
  's.v.': 'sub-verbo',
  'v.': 'verse',
  'vv.': 'verse',
};

/** A number, in digits or Roman, with what may stand around it; several with commas and dashes between. */
const NUMBER = '(?:\\p{L}{0,2}\\d+\\p{L}{0,2}|[ivxlcdm]+|[IVXLCDM]+)(?![\\p{L}\\d])(?:[.:]\\d+)*';
const VALUE = new RegExp(
  `^${NUMBER}(?:\\s*(?:--?|–|,|&)\\s*${NUMBER})*(?:\\s*(?:ff?\\.|sq\\.|sqq\\.))?`,
  'u',
);

/** Reads where in a work is meant. */
export type ReadLocator = (suffix: string) => { locator: Locator; length: number } | undefined;

/**
 * Makes a reader of what stands behind a key: “, pp. 33-35 and passim” is the pages 33–35, and the rest is text. Labels are
 * words of the book's language or English ones; a number alone is a page; `{…}` holds a place of any form.
 */
export function locatorReader(locale: Locale): ReadLocator {
  const labels = new Map(Object.entries(ENGLISH));
  for (const label of LABELS)
    for (const form of ['long', 'short', 'symbol'])
      for (const plural of [false, true]) {
        const term = locale.term(label, form, plural)?.toLowerCase();
        if (term) labels.set(term, label);
      }
  return (suffix) => {
    const [lead = ''] = /^\s*,?\s*/.exec(suffix) ?? [];
    const braced = /^\{([\p{L}\p{N}§¶][^{}]{0,200})\}/u.exec(suffix.slice(lead.length));
    const inner = braced?.[1] ?? suffix.slice(lead.length);
    const [word = ''] = /^(?:\p{L}[\p{L}.]*|[§¶]+)(?=[\s\u00a0\u202f]*\S)/u.exec(inner.slice(0, 40)) ?? [];
    const label = labels.get(word.toLowerCase());
    const rest = label ? inner.slice(word.length) : inner;
    const value = braced ? rest.trim() : VALUE.exec(rest.slice(0, 200).replace(/^\s+/, ''))?.[0];
    if (!value || (!label && !braced && !/\d/.test(value))) return undefined;
    const before = lead.length + (label ? word.length : 0) + (rest.length - rest.trimStart().length);
    return {
      locator: { label: label ?? 'page', value: value.replace(/\s*--?\s*/g, '–') },
      length: braced ? lead.length + braced[0].length : before + value.length,
    };
  };
}
