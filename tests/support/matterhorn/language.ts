import { PDFDict, type PDFDocument } from '@cantoo/pdf-lib';
import { dictAt, entry, textAt } from './objects.js';
import type { Report } from './report.js';
import type { Structure } from './structure.js';

/**
 * BCP 47 (RFC 5646, 2.1), which is what has become of the RFC 3066 that ISO 32000-1, 14.9.2 asks for; longer names of
 * languages than those of three letters have never been given.
 */
const TAG = new RegExp(
  [
    /^[a-z]{2,3}(?:-[a-z]{3}){0,3}/,
    /(?:-[a-z]{4})?/,
    /(?:-(?:[a-z]{2}|\d{3}))?/,
    /(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*/,
    /(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*/,
    /(?:-x(?:-[a-z0-9]{1,8})+)?$|^[ix](?:-[a-z0-9]{1,8})+$/,
  ]
    .map(({ source }) => source)
    .join(''),
  'i',
);

/** Whether it can be the name of a language. */
export const isLanguageTag = (text: string): boolean => TAG.test(text);

/**
 * Whether a reader knows what language to speak (ISO 14289-1, 7.2): of texts that stand in the place of content, and of the
 * outline. A language that is no language tag is told as that of the text, 11-001, and then taken for known: one fault, not
 * five. Text itself is looked at with the content, and that of annotations with them.
 */
export function checkLanguages(file: PDFDocument, tree: Structure, report: Report): void {
  const lang = textAt(file.catalog, 'Lang') ?? '';
  if (lang !== '' && !isLanguageTag(lang))
    report.add('11-001', () => `The language of the file is “${lang}”, which is no language.`);
  for (const element of tree.elements) {
    const own = textAt(element.dict, 'Lang') ?? '';
    if (own !== '' && !isLanguageTag(own))
      report.add('11-001', () => `${tree.describe(element)} is in “${own}”, which is no language.`);
    if (element.language) continue;
    for (const key of ['Alt', 'ActualText', 'E']) {
      if ((textAt(element.dict, key) ?? '') !== '')
        report.add('11-002', () => `The language of the ${key} of ${tree.describe(element)} is not known.`);
    }
  }
  if (lang === '') {
    for (const title of outlineTitles(file)) {
      // A text may say its language itself, between two escapes (ISO 32000-1, 7.9.2.2).
      if (!title.includes('\u001b'))
        report.add('11-003', () => `The language of “${title}” in the outline is not known.`);
    }
  }
}

function outlineTitles(file: PDFDocument): string[] {
  const titles: string[] = [];
  const seen = new Set<PDFDict>();
  const waiting = [entry(dictAt(file.catalog, 'Outlines'), 'First')];
  while (waiting.length > 0) {
    const item = waiting.pop();
    if (!(item instanceof PDFDict) || seen.has(item)) continue;
    seen.add(item);
    titles.push(textAt(item, 'Title') ?? '');
    waiting.push(entry(item, 'Next'), entry(item, 'First'));
  }
  return titles;
}
