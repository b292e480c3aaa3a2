import { PDFArray, type PDFDict, type PDFDocument } from '@cantoo/pdf-lib';
import { asDict, asList, asName, asText, dictAt, entry, textAt } from './objects.js';
import type { Report } from './report.js';
import type { Element, Structure } from './structure.js';

/** Whether figures, formulas, notes, headings and tables have what they need (ISO 14289-1, 7.3 to 7.5, 7.7 and 7.9). */
export function checkElements(file: PDFDocument, tree: Structure, report: Report): void {
  const has = (element: Element, key: string): boolean => (textAt(element.dict, key) ?? '') !== '';
  for (const element of tree.elements) {
    if (element.type === 'Figure' && !has(element, 'Alt') && !has(element, 'ActualText'))
      report.add('13-004', () => `${tree.describe(element)} has neither Alt nor ActualText.`);
    if (element.type === 'Formula' && !has(element, 'Alt'))
      report.add('17-002', () => `${tree.describe(element)} has no Alt.`);
    if (element.type === 'Table') checkHeaders(file, tree, element, report);
  }
  checkNotes(tree, report);
  checkHeadings(tree, report);
}

function checkNotes(tree: Structure, report: Report): void {
  const ids = new Set<string>();
  for (const element of tree.elements) {
    if (element.type !== 'Note') continue;
    const id = textAt(element.dict, 'ID') ?? '';
    if (id === '') report.add('19-003', () => `${tree.describe(element)} has no ID.`);
    else if (ids.has(id))
      report.add('19-004', () => `${tree.describe(element)} has the ID “${id}” of another note.`);
    ids.add(id);
  }
}

/** 7.4: numbered headings begin with 1 and go down step by step; those without a number nest, and are not mixed with them. */
function checkHeadings(tree: Structure, report: Report): void {
  let above: number | undefined;
  const plain: Element[] = [];
  for (const element of tree.elements) {
    if (element.type === 'H') plain.push(element);
    // Below H6 the type is not a standard one, and the name counts (7.4.2).
    const level = Number(/^H([1-9]\d*)$/.exec(element.role)?.[1] ?? /^H(\d)$/.exec(element.type)?.[1] ?? 0);
    if (level === 0) continue;
    const last = above;
    if (last === undefined && level !== 1)
      report.add('14-002', () => `The first heading is ${tree.describe(element)}.`);
    else if (last !== undefined && level > last + 1)
      report.add('14-003', () => `${tree.describe(element)} follows a heading of level ${last}.`);
    above = level;
  }
  const [first] = plain;
  if (first && above !== undefined)
    report.add('14-007', () => `${tree.describe(first)} has no number, and other headings have one.`);
  const parents = new Set<Element | undefined>();
  for (const element of plain) {
    if (parents.has(element.parent))
      report.add('14-006', () => `${tree.describe(element)} is the second H of its parent.`);
    parents.add(element.parent);
  }
}

/**
 * 7.5: a table says what its head cells head, by their Scope, or by Headers of the other cells. Where cells have Headers, a
 * head cell that no cell names still needs a Scope, unless it is empty.
 */
function checkHeaders(file: PDFDocument, tree: Structure, table: Element, report: Report): void {
  const classes = dictAt(dictAt(file.catalog, 'StructTreeRoot'), 'ClassMap');
  const cells = cellsOf(table);
  const heads = new Set<string>();
  for (const cell of cells) if (cell.type === 'TH') heads.add(textAt(cell.dict, 'ID') ?? '');
  const named = new Set<string>();
  for (const cell of cells) {
    for (const id of headersOf(cell, classes)) {
      named.add(id);
      if (!heads.has(id))
        report.add(
          '15-003',
          () => `${tree.describe(cell)} names “${id}”, and no head of its table has that ID.`,
        );
    }
  }
  for (const cell of cells) {
    if (cell.type !== 'TH') continue;
    const scope = attributes(cell, classes)
      .map((set) => asName(entry(set, 'Scope')))
      .find((value) => value !== undefined);
    if (scope !== undefined && ['Row', 'Column', 'Both'].includes(scope)) continue;
    const known = named.has(textAt(cell.dict, 'ID') ?? '') || (named.size > 0 && cell.kids.length === 0);
    if (scope !== undefined || !known)
      report.add('15-003', () => `${tree.describe(cell)} has ${scope ? `the Scope ${scope}` : 'no Scope'}.`);
  }
}

/** Cells of the table itself, and not of one within its cells. */
function cellsOf(element: Element): Element[] {
  return element.kids.flatMap((kid) => {
    if (kid.kind !== 'element') return [];
    return kid.type === 'TH' || kid.type === 'TD' ? [kid] : cellsOf(kid);
  });
}

/** The attributes of a cell that are of tables, its own and those of its classes (ISO 32000-1, 14.7.5). */
function attributes({ dict }: Element, classes: PDFDict | undefined): PDFDict[] {
  const own = asList(entry(dict, 'A'));
  const shared = asList(entry(dict, 'C')).flatMap((name) => asList(entry(classes, asName(name) ?? '')));
  // An array may have revision numbers between the attributes.
  return [...own, ...shared].flatMap((set) => {
    const found = asDict(set);
    return found && asName(entry(found, 'O')) === 'Table' ? [found] : [];
  });
}

function headersOf(cell: Element, classes: PDFDict | undefined): string[] {
  return attributes(cell, classes).flatMap((set) => {
    const headers = entry(set, 'Headers');
    return headers instanceof PDFArray ? asList(headers).map((id) => asText(id) ?? '') : [];
  });
}
