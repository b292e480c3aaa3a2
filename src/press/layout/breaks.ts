/*
 * Runs inside the page, sent there as its own source.
 */

import type { PageBreak } from '../../model/page-break.js';
import type { columnsOf as columns } from './columns.js';

declare const columnsOf: typeof columns;

/** Where a page begins, by the page of its section, from 0. */
export type Begins = Omit<PageBreak, 'label'> & { readonly page: number };

/**
 * Finds where each page begins, in letters, so that the same place is found in another edition of the text: soft hyphens, notes,
 * folios and the heads that a table repeats are not counted, for other editions have them elsewhere or not at all. What has moved behind
 * text (`floats.ts`) is counted where it was written, and no page begins with it.
 * @param width of the text block, `gap` between two columns, in CSS pixels
 */
export function findBreaks(width: number, gap: number): Begins[] {
  /** So many letters are enough to know a place again. */
  const KNOWN_BY = 60;
  const APART =
    '.foot-notes,section[data-footnotes],[data-footnote-ref],.page-reference,[data-folio],math,svg,rt,[data-resumed] thead,.index-continued,[data-behind]';
  /** What is seen on a page without letters. */
  const DRAWN = 'img,svg,table,[data-field]';
  const found: Begins[] = [];
  const range = document.createRange();
  const lettersOf = (element: Element | undefined): string => {
    let own = '';
    const walker = document.createTreeWalker(element ?? document.createElement('p'), NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null)
      if (text.parentElement?.closest(APART) === element) own += text.data;
    return own.replace(/[\s\u00ad]/g, '');
  };
  for (const sheet of document.querySelectorAll<HTMLElement>('body > .sheet:not(.cover)')) {
    const columns = columnsOf(sheet, width, gap);
    const column = (box: DOMRect): number => Math.max(0, columns.of(box));
    const begins: { page: number; before: number; top: number }[] = [];
    // Left empty so that cards begin on the front of a leaf: nobody is sent there.
    const blank = new Set(
      [...sheet.querySelectorAll('.cards-blank')].map((one) => column(one.getBoundingClientRect())),
    );
    let letters = '';
    let page = -1;
    // They keep their order, and each has left a comment where it was; pages that a table goes on on are of it.
    const moved = [...sheet.querySelectorAll('[data-behind]')];
    const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Comment) {
        do letters += lettersOf(moved.shift());
        while (moved[0]?.matches('[data-resumed]'));
        continue;
      }
      const text = node as Text;
      const first = text.data.search(/[^\s\u00ad]/);
      if (first < 0 || text.parentElement?.closest(APART)) continue;
      range.selectNodeContents(text);
      const boxes = [...range.getClientRects()];
      const end = boxes.at(-1);
      if (!end) continue;
      /** The box of a letter; at the ends of a line it has another, of no width, on the line before or behind. */
      const boxAt = (at: number): DOMRect => {
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return [...range.getClientRects()].findLast((box) => box.width > 0) ?? range.getBoundingClientRect();
      };
      const letterFrom = (at: number): number => at + Math.max(0, text.data.slice(at).search(/[^\s\u00ad]/));
      const lettersTo = (at: number): number => text.data.slice(0, at).replace(/[\s\u00ad]/g, '').length;
      for (const start = boxes[0] as DOMRect; column(start) > page || column(end) > page; ) {
        const beyond = page;
        // The first letter that stands on a later page.
        let [low, high] = [first, text.data.trimEnd().length - 1];
        while (low < high) {
          const middle = (low + high) >> 1;
          if (column(boxAt(letterFrom(middle))) > beyond) high = middle;
          else low = middle + 1;
        }
        const at = letterFrom(low);
        const box = boxAt(at);
        // What is there is the end of a line and no letter.
        if (column(box) <= beyond) break;
        // A page without a letter, which a picture fills, begins where the next one does.
        while (page < column(box)) {
          page++;
          if (!blank.has(page)) begins.push({ page, before: letters.length + lettersTo(at), top: box.top });
        }
      }
      letters += text.data.replace(/[\s\u00ad]/g, '');
    }
    const drawn = [...sheet.querySelectorAll(DRAWN)].filter(
      (one) =>
        !one.closest('.foot-notes,section[data-footnotes],[data-behind]') &&
        !one.parentElement?.closest(DRAWN),
    );
    const boxes = drawn.map((one) =>
      [...one.getClientRects()].map((box) => ({ page: column(box), top: box.top })),
    );
    const seen = drawn.flatMap((one, i) =>
      one.matches('img,svg,table') ? (boxes[i] ?? []).slice(0, 1) : [],
    );
    // Behind the last letter there may be pages with a picture, or with something to write on, or with what has moved there.
    const behind = [...sheet.querySelectorAll('[data-behind]')].flatMap((one) =>
      [...one.getClientRects()].slice(-1).map(column),
    );
    const last = boxes.flatMap((own) => own.slice(-1).map((one) => one.page));
    for (const end = Math.max(page, ...last, ...behind); page < end; ) {
      page++;
      if (!blank.has(page)) begins.push({ page, before: letters.length, top: Number.POSITIVE_INFINITY });
    }
    const drawnOn = (page: number): number => {
      const first = boxes.findIndex((own) => own.some((one) => one.page === page));
      return first < 0 ? 0 : drawn.length - first;
    };
    for (const { page, before, top } of begins)
      found.push({
        section: sheet.id,
        page,
        before,
        letters: letters.slice(before, before + KNOWN_BY),
        picture: seen.some((one) => one.page === page && one.top < top),
        ...(before < letters.length ? {} : { drawn: drawnOn(page) }),
      });
  }
  return found;
}
