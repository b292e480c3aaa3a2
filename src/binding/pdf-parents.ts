import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFRef,
} from '@cantoo/pdf-lib';

/** What leads from pages and links to the structure tree (ISO 32000-1, 14.7.4.4): a number tree, read whole. */
export function parentTree(context: PDFContext, root: PDFDict | undefined): Map<number, PDFObject> {
  const rows = new Map<number, PDFObject>();
  for (const { key, numbers, at } of entriesOf(context, root)) {
    const row = numbers.lookup(at);
    if (row) rows.set(key, row);
  }
  return rows;
}

/** Leads annotations to other elements than they were of, by their keys. */
export function reparent(
  context: PDFContext,
  root: PDFDict | undefined,
  elements: ReadonlyMap<number, PDFRef>,
): void {
  for (const { key, numbers, at } of entriesOf(context, root)) {
    const element = elements.get(key);
    if (element) numbers.set(at, element);
  }
}

/** Every key of the number tree, with the array and the place in it where what it leads to stands. */
function* entriesOf(
  context: PDFContext,
  root: PDFDict | undefined,
): Generator<{ readonly key: number; readonly numbers: PDFArray; readonly at: number }> {
  const tree = root?.lookupMaybe(PDFName.of('ParentTree'), PDFDict);
  const pending = tree ? [tree] : [];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const numbers = node.lookupMaybe(PDFName.of('Nums'), PDFArray);
    for (let at = 0; numbers && at + 1 < numbers.size(); at += 2)
      yield { key: numbers.lookup(at, PDFNumber).asNumber(), numbers, at: at + 1 };
    const below = node.lookupMaybe(PDFName.of('Kids'), PDFArray);
    for (const kid of below?.asArray() ?? []) pending.push(context.lookup(kid, PDFDict));
  }
}

/** Says which key the next entry would have (table 322): Chromium counts its pages and forgets its links. */
export function setNextKey(context: PDFContext, root: PDFDict): void {
  let next = 0;
  for (const key of parentTree(context, root).keys()) next = Math.max(next, key + 1);
  root.set(PDFName.of('ParentTreeNextKey'), PDFNumber.of(next));
}
