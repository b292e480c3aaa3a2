import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import type { StructElement } from './pdf-structure.js';

const ID = PDFName.of('ID');
const ID_TREE = PDFName.of('IDTree');

/**
 * Numbers the ids of structure elements anew, in reading order. Table heads have them, so that cells can name their
 * heads (ISO 32000-1, 14.8.5.7), and Chromium counts them from whatever its process has done before: now and then the
 * same document would not give the same file.
 * @param elements every element with an `/ID` or with attributes, in document order
 */
export function renumberIds(context: PDFContext, root: PDFDict, elements: readonly StructElement[]): void {
  const names = new Map<string, string>();
  const tree: (PDFString | PDFRef)[] = [];
  for (const { dict, ref } of elements) {
    const id = dict.lookup(ID);
    if (!isText(id)) continue;
    // All of one length, because the tree has to be in the order of the strings.
    const name = `node${String(names.size + 1).padStart(8, '0')}`;
    names.set(id.decodeText(), name);
    dict.set(ID, PDFString.of(name));
    tree.push(PDFString.of(name), ref);
  }
  if (tree.length === 0) return;
  const leaf = context.obj({ Names: context.obj(tree), Limits: context.obj([tree[0], tree.at(-2)]) });
  forget(context, root.get(ID_TREE));
  root.set(ID_TREE, context.obj({ Kids: context.obj([context.register(leaf)]) }));
  // Cells may share a list, which must be renamed once only.
  for (const heads of new Set(elements.flatMap(({ dict }) => headersOf(dict)))) {
    for (const [index, head] of heads.asArray().entries()) {
      const name = isText(head) ? names.get(head.decodeText()) : undefined;
      if (name) heads.set(index, PDFString.of(name));
    }
  }
}

/** Removes a name tree from the file. */
function forget(context: PDFContext, node: PDFObject | undefined): void {
  const dict = context.lookupMaybe(node, PDFDict);
  for (const kid of dict?.lookupMaybe(PDFName.of('Kids'), PDFArray)?.asArray() ?? []) forget(context, kid);
  if (node instanceof PDFRef) context.delete(node);
}

/** The lists of heads in the attributes of a cell; `/A` is one set of attributes or an array of them. */
function headersOf(element: PDFDict): PDFArray[] {
  const attributes = element.lookup(PDFName.of('A'));
  const sets =
    attributes instanceof PDFArray ? attributes.asArray().map((_, i) => attributes.lookup(i)) : [attributes];
  return sets.flatMap((set) => {
    const heads = set instanceof PDFDict ? set.lookup(PDFName.of('Headers')) : undefined;
    return heads instanceof PDFArray ? [heads] : [];
  });
}

const isText = (object: unknown) => object instanceof PDFString || object instanceof PDFHexString;
