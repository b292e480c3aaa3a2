/*
 * Runs inside the page, sent there as its own source.
 */

import type { columnsOf as columns } from './columns.js';
import type * as keeps from './keeps.js';
import type * as lineBoxesOf from './line-boxes.js';

declare const columnsOf: typeof columns;
declare const lineBoxes: typeof lineBoxesOf.lineBoxes;
declare const textsOf: typeof lineBoxesOf.textsOf;
declare const mayBeOpened: typeof keeps.mayBeOpened;
declare const wholeAround: typeof keeps.wholeAround;

/** What comes to the last page, or stands before that: text, or a box that goes over as a whole. */
interface Piece {
  readonly block: HTMLElement;
  readonly lines: number;
  readonly isWhole: boolean;
}

/**
 * Marks what comes to the last page of a section with fewer than four lines, so that it takes more along: a page with a line or
 * two on it looks forgotten. What is marked stays so, and what was measured before is no longer true.
 * @param width of the text block, `gap` between two columns, in CSS pixels
 * @returns whether there is any
 */
export function fillLast(width: number, gap: number): boolean {
  const LINES = 4;
  /** A box goes there as a whole where it is no larger part of a page. */
  const BRIEF_BOX = 0.25;
  /** One that ends a section is not torn for the sake of its last page where it is none larger. */
  const LAST_BOX = 0.35;
  const isShown = (block: Element): boolean => [...block.getClientRects()].some(({ height }) => height > 0);
  /** What ends a section on a page of its own, from behind: each piece is brief but for the one that is reached last. */
  const short: { tail: Piece[]; heads: HTMLElement[]; begins: boolean }[] = [];
  for (const sheet of document.querySelectorAll<HTMLElement>('body > .sheet:not(.cover)')) {
    const { top, height } = sheet.getBoundingClientRect();
    const { of: column } = columnsOf(sheet, width, gap);
    // Places for the index show nothing.
    const end = [...sheet.children].findLast(isShown);
    if (!end || column([...end.getClientRects()].at(-1) as DOMRect) === 0) continue;
    const texts = [...sheet.querySelectorAll<HTMLElement>('p,li')].reverse().filter(
      (block) =>
        // Notes that end a page stand within the paragraph that they part.
        [...block.querySelectorAll('p,li')].every((inner) => inner.closest('.foot-notes')) &&
        !block.closest('.foot-notes,section[data-footnotes],table,.turned') &&
        isShown(block),
    );
    const [last, ...others] = texts;
    const box = last && [...last.getClientRects()].at(-1);
    // What ends it is text, and not a figure or a table.
    if (!last || !box || column(box) === 0 || !end.contains(last) || last.dataset.last !== undefined)
      continue;
    const leading = Number.parseFloat(getComputedStyle(sheet).lineHeight);
    const page = column(box);
    if (box.bottom - top > (LINES - 0.5) * leading) continue;
    if ([...end.getClientRects()].some((one) => column(one) > page)) continue;
    // Counted, and not reckoned from its height: what notes end the page of is as high as that page.
    const linesOf = (block: HTMLElement): number => {
      const lines: { page: number; middle: number }[] = [];
      const texts = [...textsOf(block)].filter((text) => !text.parentElement?.closest('.foot-notes'));
      for (const { box, reach } of lineBoxes(texts)) {
        const [page, middle] = [column(box), (box.top + box.bottom) / 2];
        const slack = Math.max(leading * 0.6, reach);
        if (box.width && !lines.some((line) => line.page === page && Math.abs(line.middle - middle) <= slack))
          lines.push({ page, middle });
      }
      return lines.length;
    };
    const tail: Piece[] = [{ block: last, lines: linesOf(last), isWhole: false }];
    const heads: HTMLElement[] = [];
    let [below, count] = [last, tail[0]?.lines ?? 0];
    let isTorn = false;
    for (const block of others) {
      if (count >= LINES) break;
      const over = headsOver(below, block);
      // What else stands between comes along, and is more than a line or two.
      if (!over) break;
      const whole = wholeAround(block, sheet);
      const isBox = whole && whole !== block && !whole.contains(last);
      const part = isBox ? comesAlong(whole, sheet, height) : 'lines';
      // Nothing is torn out of a box that ends on the page before.
      isTorn = !part;
      if (isTorn) break;
      heads.push(...over);
      const along = isBox && part === 'whole' ? whole : undefined;
      below = along ?? block;
      const lines = along ? LINES : linesOf(block);
      tail.push({ block: below, lines, isWhole: Boolean(along) || isInLastBox(block, last, height) });
      count += lines;
    }
    if (isTorn && tail.length === 1) continue;
    short.push({ tail, heads, begins: last.getClientRects().length === 1 });
  }
  for (const { tail, heads, begins } of short) {
    const [last, ...before] = tail;
    if (!last) continue;
    // A paragraph that goes over the page leaves four lines, or it goes there whole; a brief one takes some of those before along.
    last.block.dataset.last =
      !begins && last.lines >= LINES + 2 ? 'parted' : last.lines >= LINES ? 'whole' : 'brief';
    const first = before.at(-1);
    for (const { block } of before.slice(0, -1)) block.dataset.last = 'brief';
    if (first) {
      // As many of its lines as those behind it want for four, and two on either page.
      const others = tail.reduce((sum, { lines }) => sum + lines, -first.lines);
      const wanted = Math.max(2, LINES - others);
      const isParted = !first.isWhole && first.lines >= wanted + 2;
      if (isParted) first.block.style.widows = String(wanted);
      else first.block.dataset.beforeLast = 'whole';
    }
    for (const head of heads) head.dataset.last = 'head';
  }
  return short.length > 0;

  /** Whether a box that is not large ends the section, and holds this, too. */
  function isInLastBox(block: HTMLElement, last: HTMLElement, height: number): boolean {
    const box = block.closest<HTMLElement>('.sheet > *');
    if (!box || box === block || box.matches('ul,ol,dl') || !box.contains(last)) return false;
    return heightIn(box) <= LAST_BOX * height;
  }

  /** What of a box may come along: lines of it, if it is parted, or all of it, if it is brief or leaves a page that is half full. */
  function comesAlong(box: HTMLElement, sheet: Element, height: number): 'whole' | 'lines' | undefined {
    if (heightIn(box) <= BRIEF_BOX * height) return 'whole';
    if (!mayBeOpened(box)) return undefined;
    if (getComputedStyle(box).breakInside !== 'avoid') return 'lines';
    let first: Element = box;
    for (
      let one = box.previousElementSibling;
      one?.matches('h2,h3,h4,h5,h6');
      one = one.previousElementSibling
    )
      first = one;
    const left = first.getBoundingClientRect().top - sheet.getBoundingClientRect().top;
    return left > height / 2 ? 'whole' : undefined;
  }

  function heightIn(block: Element): number {
    return [...block.getClientRects()].reduce((sum, box) => sum + box.height, 0);
  }

  /** The headings that stand between two blocks, if nothing else does. */
  function headsOver(below: HTMLElement, before: HTMLElement): HTMLElement[] | undefined {
    const heads: HTMLElement[] = [];
    let block: Element | null = below;
    while (block && !shownBefore(block) && !block.matches('.sheet')) block = block.parentElement;
    let above = block && shownBefore(block);
    for (; above?.matches('h2,h3,h4,h5,h6'); above = shownBefore(above)) heads.push(above);
    return above?.contains(before) ? heads : undefined;
  }

  function shownBefore(block: Element): HTMLElement | null {
    let above = block.previousElementSibling;
    while (above && (above.matches('.foot-notes') || !isShown(above))) above = above.previousElementSibling;
    return above as HTMLElement | null;
  }
}
