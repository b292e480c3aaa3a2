import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFPage, PDFRawStream } from '@cantoo/pdf-lib';
import type { Content } from './content.js';
import { isNamed } from './document.js';
import { asDict, asNumber, dictAt, entry, listAt, nameAt, numberAt, textAt } from './objects.js';
import type { Report } from './report.js';
import type { Element, Structure } from './structure.js';

/** Subtypes of annotations (ISO 32000-1, table 169). */
const SUBTYPES = new Set(
  `Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink Popup
  FileAttachment Sound Movie Widget Screen PrinterMark TrapNet Watermark 3D Redact`.split(/\s+/),
);
const STRUCT_PARENT = PDFName.of('StructParent');
const HIDDEN = 2;

/** Whether annotations are tagged and described, and are gone through in the order of the tags (ISO 14289-1, 7.18). */
export function checkAnnotations(file: PDFDocument, tree: Structure, content: Content, report: Report): void {
  for (const [index, page] of file.getPages().entries()) {
    const annotations = listAt(page.node, 'Annots').flatMap((value) => asDict(value) ?? []);
    if (annotations.length === 0) continue;
    const number = index + 1;
    // 7.18.3
    const tabs = nameAt(page.node, 'Tabs');
    if (tabs === undefined) report.add('28-008', () => `Page ${number} has annotations and no Tabs.`);
    else if (tabs !== 'S') report.add('28-009', () => `Page ${number} has annotations and the Tabs ${tabs}.`);
    for (const annotation of annotations) {
      const subtype = nameAt(annotation, 'Subtype') ?? '';
      const where = `The annotation ${subtype} on page ${number}`;
      for (const form of appearances(annotation))
        content.readAppearance(form, number, subtype === 'PrinterMark');
      if (subtype === 'TrapNet') report.add('28-007', () => `${where} may not be there.`);
      // 7.18.1: what is not seen need not be told, nor what belongs to another annotation.
      if (subtype === 'Popup' || isHidden(annotation) || isOutside(annotation, page)) continue;
      checkAnnotation(file, annotation, subtype, tree.objects.get(annotation), where, report);
    }
  }
}

function checkAnnotation(
  file: PDFDocument,
  annotation: PDFDict,
  subtype: string,
  element: Element | undefined,
  where: string,
  report: Report,
): void {
  const contents = (textAt(annotation, 'Contents') ?? '') !== '';
  const described = contents || (textAt(element?.dict, 'Alt') ?? '') !== '';
  const known = element?.language ?? (textAt(file.catalog, 'Lang') ?? '') !== '';
  const type = element?.type;
  if (contents && !known) report.add('11-004', () => `The language of the Contents is not known: ${where}.`);
  if (subtype === 'Widget') {
    const field = fieldText(annotation);
    if (field && !known) report.add('11-005', () => `The language of the TU is not known: ${where}.`);
    if (!field && (textAt(element?.dict, 'Alt') ?? '') === '')
      report.add('28-005', () => `${where} has no TU, and its element no Alt.`);
    if (type !== 'Form') report.add('28-010', () => `${where} is not in a Form.`);
    return;
  }
  if (!described) report.add('28-004', () => `${where} has no Contents, and its element no Alt.`);
  if (subtype === 'PrinterMark') {
    // 7.18.8
    if (element || annotation.has(STRUCT_PARENT))
      report.add('28-017', () => `${where} is in the structure tree.`);
    return;
  }
  if (subtype === 'Link') {
    // 7.18.5
    if (type !== 'Link') report.add('28-011', () => `${where} is not in a Link${instead(element)}.`);
    if (!contents) report.add('28-012', () => `${where} has no Contents.`);
    return;
  }
  if (type !== 'Annot') report.add('28-002', () => `${where} is not in an Annot${instead(element)}.`);
  // 7.18.2: a subtype that the standard does not know is held to the same.
  if (!SUBTYPES.has(subtype) && (type !== 'Annot' || !described))
    report.add('28-006', () => `${where}, of a subtype that is not known, is not tagged and described.`);
  if (subtype === 'FileAttachment' && !isNamed(dictAt(annotation, 'FS')))
    report.add('28-016', () => `${where} has a file that has not both F and UF.`);
}

const instead = (element: Element | undefined): string => (element ? `, but in ${element.role}` : '');

/** What is said of a form field: its own TU, or that of the field that it is a part of (ISO 32000-1, 12.7.3). */
function fieldText(widget: PDFDict): boolean {
  const seen = new Set<PDFDict>();
  for (let field: PDFDict | undefined = widget; field && !seen.has(field); field = dictAt(field, 'Parent')) {
    if ((textAt(field, 'TU') ?? '') !== '') return true;
    seen.add(field);
  }
  return false;
}

/** How it looks in each of its states (ISO 32000-1, 12.5.5). */
function appearances(annotation: PDFDict): PDFRawStream[] {
  const looks = dictAt(annotation, 'AP')?.values() ?? [];
  return looks.flatMap((look) => {
    const value = annotation.context.lookup(look);
    const states =
      value instanceof PDFDict ? value.values().map((state) => annotation.context.lookup(state)) : [value];
    return states.filter((state) => state instanceof PDFRawStream);
  });
}

const isHidden = (annotation: PDFDict): boolean => ((numberAt(annotation, 'F') ?? 0) & HIDDEN) !== 0;

function isOutside(annotation: PDFDict, page: PDFPage): boolean {
  const rect = entry(annotation, 'Rect');
  if (!(rect instanceof PDFArray) || rect.size() !== 4) return false;
  const [a = 0, b = 0, c = 0, d = 0] = listAt(annotation, 'Rect').map((value) => asNumber(value) ?? 0);
  const { x, y, width, height } = page.getCropBox();
  return (
    Math.max(a, c) <= x || Math.min(a, c) >= x + width || Math.max(b, d) <= y || Math.min(b, d) >= y + height
  );
}
