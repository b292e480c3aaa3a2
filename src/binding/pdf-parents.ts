import { PDFArray, type PDFContext, PDFDict, PDFName, PDFNumber, type PDFObject } from '@cantoo/pdf-lib';

/** What leads from pages and links to the structure tree (ISO 32000-1, 14.7.4.4): a number tree, read whole. */
export function parentTree(context: PDFContext, root: PDFDict | undefined): Map<number, PDFObject> {
  const rows = new Map<number, PDFObject>();
  const tree = root?.lookupMaybe(PDFName.of('ParentTree'), PDFDict);
  const pending = tree ? [tree] : [];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const numbers = node.lookupMaybe(PDFName.of('Nums'), PDFArray);
    for (let at = 0; numbers && at + 1 < numbers.size(); at += 2) {
      const row = numbers.lookup(at + 1);
      if (row) rows.set(numbers.lookup(at, PDFNumber).asNumber(), row);
    }
    const below = node.lookupMaybe(PDFName.of('Kids'), PDFArray);
    for (const kid of below?.asArray() ?? []) pending.push(context.lookup(kid, PDFDict));
  }
  return rows;
}

/** Says which key the next entry would have (table 322): Chromium counts its pages and forgets its links. */
export function setNextKey(context: PDFContext, root: PDFDict): void {
  let next = 0;
  for (const key of parentTree(context, root).keys()) next = Math.max(next, key + 1);
  root.set(PDFName.of('ParentTreeNextKey'), PDFNumber.of(next));
}
