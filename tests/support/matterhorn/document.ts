import { PDFArray, PDFDict, type PDFDocument, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import {
  asDict,
  asList,
  bytesOf,
  dictAt,
  entry,
  isTrue,
  listAt,
  nameAt,
  numberAt,
  objectName,
  textAt,
} from './objects.js';
import type { Report } from './report.js';

/** What a file says as a whole: its catalog, its optional content, the files in it and its forms. */
export function checkDocument(file: PDFDocument, report: Report): void {
  if (isTrue(entry(dictAt(file.catalog, 'MarkInfo'), 'Suspects')))
    report.add('01-007', () => 'MarkInfo says that some tags are suspects.');
  // 7.1, paragraph 9.
  const display = entry(dictAt(file.catalog, 'ViewerPreferences'), 'DisplayDocTitle');
  if (display === undefined) report.add('07-001', () => 'ViewerPreferences have no DisplayDocTitle.');
  else if (!isTrue(display)) report.add('07-002', () => `DisplayDocTitle is ${display}.`);
  checkOptionalContent(file, report);
  checkFormData(file, report);
  for (const [ref, object] of file.context.enumerateIndirectObjects()) {
    for (const dict of dictsIn(object)) checkDict(dict, objectName(ref), report);
  }
}

/** 7.10 */
function checkOptionalContent(file: PDFDocument, report: Report): void {
  const properties = dictAt(file.catalog, 'OCProperties');
  if (!properties) return;
  const check = (config: PDFDict | undefined, name: string, condition: string): void => {
    if ((textAt(config, 'Name') ?? '') === '')
      report.add(condition, () => `The configuration ${name} of the optional content has no Name.`);
    if (entry(config, 'AS') !== undefined)
      report.add('20-003', () => `The configuration ${name} of the optional content has an AS.`);
  };
  check(dictAt(properties, 'D'), 'D', '20-002');
  for (const [index, config] of listAt(properties, 'Configs').entries())
    check(asDict(config), `${index} of Configs`, '20-001');
}

/** 7.15 */
function checkFormData(file: PDFDocument, report: Report): void {
  for (const part of asList(entry(dictAt(file.catalog, 'AcroForm'), 'XFA'))) {
    if (!(part instanceof PDFRawStream)) continue;
    const xml = new TextDecoder().decode(bytesOf(part));
    if (/<(?:[\w.-]+:)?dynamicRender\b[^>]*>\s*required\s*</.test(xml))
      report.add('25-001', () => 'The XFA form is rendered dynamically.');
  }
}

/** Whether a screen reader may take the text out of an encrypted file, which the tenth bit says (ISO 14289-1, 7.16). */
export function checkEncryption(file: PDFDocument, report: Report): void {
  const encryption = file.context.lookup(file.context.trailerInfo.Encrypt);
  if (!(encryption instanceof PDFDict)) return;
  const permissions = numberAt(encryption, 'P');
  if (permissions === undefined) report.add('26-001', () => 'The file is encrypted and has no P.');
  else if ((permissions & 0x200) === 0)
    report.add('26-002', () => `The file is encrypted, and its P (${permissions}) shuts screen readers out.`);
}

/** 7.11, 7.18.6.2 and 7.20. */
function checkDict(dict: PDFDict, where: string, report: Report): void {
  if (dictAt(dict, 'EF') && !isNamed(dict))
    report.add('21-001', () => `The embedded file in ${where} has not both F and UF.`);
  if (nameAt(dict, 'Subtype') === 'Form' && dictAt(dict, 'Ref'))
    report.add('30-001', () => `The form in ${where} refers to another file.`);
  if (nameAt(dict, 'S') !== 'MCD') return;
  if (textAt(dict, 'CT') === undefined) report.add('28-014', () => `The media clip in ${where} has no CT.`);
  if (listAt(dict, 'Alt').length === 0) report.add('28-015', () => `The media clip in ${where} has no Alt.`);
}

/** Whether a file specification has both its names, the old one and that in Unicode (7.11). */
export const isNamed = (specification: PDFDict | undefined): boolean =>
  textAt(specification, 'F') !== undefined && textAt(specification, 'UF') !== undefined;

/** The dictionaries of an object: itself, and those that stand right in it. */
function* dictsIn(object: PDFObject): Generator<PDFDict> {
  const dict = asDict(object);
  if (dict) yield dict;
  const members = object instanceof PDFArray ? object.asArray() : (dict?.values() ?? []);
  for (const member of members)
    if (member instanceof PDFDict || member instanceof PDFArray) yield* dictsIn(member);
}
