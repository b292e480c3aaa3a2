import type { PDFDocument } from '@cantoo/pdf-lib';
import { parseXml, type XmlElement } from '../xml.js';
import { isLanguageTag } from './language.js';
import { bytesOf, nameAt, streamAt, textAt } from './objects.js';
import type { Report } from './report.js';

const PDFUA = 'http://www.aiim.org/pdfua/ns/id/';
const DUBLIN_CORE = 'http://purl.org/dc/elements/1.1/';

/** The XMP metadata of the file: its claim, its title, and the language they are in (ISO 14289-1, 5, 7.1 and 7.2). */
export function checkMetadata(file: PDFDocument, report: Report): void {
  const stream = streamAt(file.catalog, 'Metadata');
  if (!stream || nameAt(stream.dict, 'Subtype') !== 'XML') {
    report.add('06-001', () => 'The catalog has no XMP metadata.');
    return;
  }
  const root = parseXml(new TextDecoder().decode(bytesOf(stream)), 'the XMP metadata');
  if (partOf(root) !== '1')
    report.add('06-002', () => 'The XMP metadata do not say that the file is PDF/UA-1.');
  const properties = root.all('*');
  const titles = properties.filter(({ name, uri }) => uri === DUBLIN_CORE && name.endsWith(':title'));
  if (titles.every(({ text }) => text.trim() === ''))
    report.add('06-003', () => 'The XMP metadata have no dc:title.');
  const known = (textAt(file.catalog, 'Lang') ?? '') !== '';
  // Only a list of alternatives says what language each of them is in (ISO 16684-1, 8.2.2.4).
  for (const item of properties) {
    const lang = item.attributes['xml:lang'];
    if (lang === undefined) continue;
    if (lang === 'x-default' ? !known : !isLanguageTag(lang))
      report.add('11-006', () => `The language of “${item.text}” in the metadata is not known.`);
  }
}

/** What part of PDF/UA the file claims, as an element or as an attribute of its description. */
function partOf(root: XmlElement): string | undefined {
  for (const element of root.all('*')) {
    if (element.uri === PDFUA && element.name.endsWith(':part')) return element.text.trim();
    const prefix = Object.keys(element.attributes).find(
      (name) => name.startsWith('xmlns:') && element.attributes[name] === PDFUA,
    );
    const part = prefix && element.attributes[`${prefix.slice('xmlns:'.length)}:part`];
    if (part) return part;
  }
  return undefined;
}
