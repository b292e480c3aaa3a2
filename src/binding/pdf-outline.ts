import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib';
import { listedTitle } from './documents/contents.js';
import { InternalError } from './internal-error.js';
import type { HeadingPlace } from './pdf-headings.js';

/** An entry of the outline (bookmarks) with what lies under it. */
export interface OutlineEntry {
  readonly title: string;
  /** Of a numbered chapter. */
  readonly number?: string | undefined;
  /** Id of a heading; the entry leads to where that was printed. */
  readonly id: string;
  /** Index of a page, from 0: for an entry whose id is no heading's (a cover), which then leads to the top of it. */
  readonly page?: number | undefined;
  readonly children: readonly OutlineEntry[];
}

/**
 * Replaces Chromium's outline, whose titles lose the space where a heading wraps, by the book's own (ISO 32000-1,
 * 12.3.3). The first level is open, deeper ones are folded.
 */
export function setOutline(
  document: PDFDocument,
  entries: readonly OutlineEntry[],
  headings: readonly HeadingPlace[],
): void {
  removeOutline(document);
  const { context, catalog } = document;
  if (entries.length === 0) {
    catalog.set(PDFName.of('PageMode'), PDFName.of('UseNone'));
    return;
  }
  const pages = document.getPages();
  const places = new Map<string, Pick<HeadingPlace, 'destination' | 'element'>>();
  for (const heading of headings) if (!places.has(heading.id)) places.set(heading.id, heading);

  const placeOf = ({ id, title, page }: OutlineEntry): Pick<HeadingPlace, 'destination' | 'element'> => {
    const place = places.get(id);
    if (place) return place;
    const target = page === undefined ? undefined : pages[page];
    if (!target)
      throw new InternalError(`The outline entry “${title}” (${id}) leads to nothing that was printed.`);
    const { x, y, height } = target.getMediaBox();
    const destination = context.obj([
      target.ref,
      PDFName.of('XYZ'),
      PDFNumber.of(x),
      PDFNumber.of(y + height),
      PDFNumber.of(0),
    ]);
    return { destination, element: undefined };
  };

  const write = (list: readonly OutlineEntry[], parent: PDFRef, into: PDFDict, open: boolean): void => {
    const refs = list.map(() => context.nextRef());
    for (const [index, entry] of list.entries()) {
      const { destination, element } = placeOf(entry);
      const item = context.obj({
        Title: PDFHexString.fromText(listedTitle(entry)),
        Parent: parent,
        Dest: destination,
      });
      const [self, previous, next] = [refs[index], refs[index - 1], refs[index + 1]];
      if (previous) item.set(PDFName.of('Prev'), previous);
      if (next) item.set(PDFName.of('Next'), next);
      if (element) item.set(PDFName.of('SE'), element);
      if (!self) continue;
      context.assign(self, item);
      if (entry.children.length > 0) write(entry.children, self, item, false);
    }
    const [first, last] = [refs[0], refs.at(-1)];
    if (first) into.set(PDFName.of('First'), first);
    if (last) into.set(PDFName.of('Last'), last);
    // Positive: that many show. Negative: the entry is folded, and that many would show.
    into.set(PDFName.of('Count'), PDFNumber.of(open ? list.length : -list.length));
  };

  const root = context.obj({ Type: PDFName.of('Outlines') });
  const ref = context.register(root);
  write(entries, ref, root, true);
  catalog.set(PDFName.of('Outlines'), ref);
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

function removeOutline({ context, catalog }: PDFDocument): void {
  const pending = [catalog.get(PDFName.of('Outlines'))];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const item = context.lookupMaybe(next, PDFDict);
    if (!item) continue;
    pending.push(
      ...['First', 'Next'].map((key) => item.get(PDFName.of(key))).filter((ref) => ref !== undefined),
    );
    if (next instanceof PDFRef) context.delete(next);
  }
  catalog.delete(PDFName.of('Outlines'));
}
