import { type PDFDict, type PDFDocument, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { asDict, asNumber, asText, dictAt, entry, isTrue, listAt, numberAt, textAt } from './objects.js';
import type { Report } from './report.js';
import type { Structure } from './structure.js';

const RECT = PDFName.of('Rect');

/**
 * Whether the ways through the structure tree lead where they should, once the content has been read: every mark that an
 * element lists is in the content, objects lead back to their element, and what is looked up is found (ISO 32000-1, 14.7.2
 * and 14.7.4). A file in which they do not is tagged for the eye of a checker, and silent in a reader.
 */
export function checkTree(file: PDFDocument, tree: Structure, report: Report): void {
  if (!isTrue(entry(dictAt(file.catalog, 'MarkInfo'), 'Marked')))
    report.add('tree-marked', () => 'The catalog does not say that the file is tagged (MarkInfo, Marked).');
  for (const [owner, marks] of tree.marks) {
    for (const { element, id, opened } of marks.values()) {
      if (opened === 0)
        report.add(
          'tree-lost',
          () =>
            `${tree.describe(element)} lists mark ${id} of ${tree.ownerName(owner)}, which is not in the content.`,
        );
      else if (opened > 1)
        report.add(
          'tree-repeated',
          () => `${opened} marks of ${tree.ownerName(owner)} have the number ${id}.`,
        );
    }
  }
  for (const [object, element] of tree.objects) {
    const key = numberAt(object, 'StructParent');
    const back = key === undefined ? undefined : file.context.lookup(tree.parents.get(key));
    if (back !== element.dict)
      report.add(
        'tree-object',
        () =>
          `${tree.describe(element)} lists an object whose StructParent ${key ?? 'is missing and'} does not lead back to it.`,
      );
  }
  checkAnnotationsOfTree(file, tree, report);
  checkIds(tree, report);
  const root = dictAt(file.catalog, 'StructTreeRoot');
  for (const [name, leaf] of [
    ['ParentTree', 'Nums'],
    ['IDTree', 'Names'],
  ] as const) {
    const wrong = disorder(dictAt(root, name), leaf, true);
    if (wrong !== undefined) report.add('tree-order', () => `The ${name} is out of order at ${wrong}.`);
  }
}

function checkAnnotationsOfTree(file: PDFDocument, tree: Structure, report: Report): void {
  const annotations = new Set(file.getPages().flatMap(({ node }) => listAt(node, 'Annots')));
  for (const [object, element] of tree.objects) {
    if (object.has(RECT) && !annotations.has(object))
      report.add('tree-lost', () => `${tree.describe(element)} lists an annotation that is on no page.`);
  }
}

type Key = string | number;
const keyOf = (value: PDFObject | undefined): Key => asNumber(value) ?? asText(value) ?? '';

/** The first key that a reader would look for in the wrong place of a tree: it goes by the limits of its nodes (7.9.6). */
function disorder(node: PDFDict | undefined, leaf: 'Nums' | 'Names', isRoot = false): Key | undefined {
  let last: Key | undefined;
  let first: Key | undefined;
  const take = (low: Key, high: Key): boolean => {
    const inOrder = last === undefined || low > last;
    first ??= low;
    last = high;
    return inOrder;
  };
  for (const [index, value] of listAt(node, leaf).entries())
    if (index % 2 === 0 && !take(keyOf(value), keyOf(value))) return keyOf(value);
  for (const kid of listAt(node, 'Kids')) {
    const below = asDict(kid);
    const wrong = disorder(below, leaf);
    const [low, high] = listAt(below, 'Limits').map(keyOf);
    if (wrong !== undefined || low === undefined || high === undefined) return wrong ?? last ?? '';
    if (!take(low, high)) return low;
  }
  const [low, high] = listAt(node, 'Limits').map(keyOf);
  return isRoot || (low === first && high === last) ? undefined : (first ?? '');
}

function checkIds(tree: Structure, report: Report): void {
  const byId = new Map<string, PDFDict[]>();
  for (const element of tree.elements) {
    const id = textAt(element.dict, 'ID');
    if (id === undefined) continue;
    const others = byId.get(id) ?? [];
    byId.set(id, [...others, element.dict]);
    // Two notes of one identifier are a condition of the protocol, 19-004.
    if (others.length > 0 && element.type !== 'Note')
      report.add('tree-id', () => `${tree.describe(element)} has the ID “${id}” of another element.`);
  }
  for (const [id, dicts] of byId) {
    const found = tree.ids.get(id);
    if (!found || !dicts.includes(found))
      report.add('tree-id', () => `The IDTree does not lead to the element of the ID “${id}”.`);
  }
}
