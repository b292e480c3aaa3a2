/*
 * Runs inside the page, sent there as its own source.
 */

import type { layAnew as anew } from './anew.js';
import type { Columns, columnsOf as columnsIn } from './columns.js';

declare const columnsOf: typeof columnsIn;
declare const layAnew: typeof anew;

/** Finds what brings the text of a section back onto the lines of the page. */
export interface LineGrid {
  /** What is to change on the pages up to one, but for those that were asked for before. */
  upTo(page: number): GapChange[];
  /** Goes back to a page, so that those behind it may be asked for again. */
  goBack(page: number): void;
}

/** The margins of a block, in CSS pixels. */
export interface GapChange {
  readonly block: HTMLElement;
  readonly above: number;
  readonly below: number;
}

/**
 * Brings text back onto the lines of the page behind what is not set in such lines (code, tables, figures, boxes, quotations):
 * the gap below it is made a little wider or narrower, so that lines on both sides of a leaf agree. Where paragraphs are told
 * apart by gaps that are no whole lines, there are no lines to agree. What is changed moves what stands behind it, so that what
 * was measured before is no longer true; several pages at once are brought back as they stand before.
 * @param columns of the section as it stands now
 */
export function lineGrid(sheet: HTMLElement, columns: Columns): LineGrid {
  /** A gap may be narrower by so much of a line; below a list, whose last line looks like any other, hardly. */
  const LESS = 0.25;
  const LESS_BELOW_LIST = 0.1;
  const EXACT = 0.4;
  /** What has no lines of the page to be brought back onto: what follows it has. */
  const FRAMED = 'figure,table,pre,aside,.equation,hr,section[data-footnotes]';
  type Side = 'Top' | 'Bottom';
  const line = Number.parseFloat(getComputedStyle(sheet).lineHeight);
  const paragraph = sheet.querySelector(':scope > p');
  const apart = paragraph ? Number.parseFloat(getComputedStyle(paragraph).marginBottom) % line : 0;
  if (apart > EXACT && apart < line - EXACT) return { upTo: () => [], goBack() {} };

  const { top } = sheet.getBoundingClientRect();
  /** The last page that was asked for, and a block that stays before it. */
  let done = -1;
  let from: Element | undefined;
  return { upTo, goBack };

  function goBack(page: number): void {
    if (page >= done) return;
    done = page;
    from = undefined;
  }

  function upTo(page: number): GapChange[] {
    const changes: GapChange[] = [];
    if (page <= done) return changes;
    // What is changed above moves what stands below it in the same column.
    let moved = { column: 0, by: 0 };
    let before: HTMLElement | undefined;
    /** The gap below it, as it will be. */
    let gap = 0;
    let block = nextIn(from?.isConnected ? from : sheet.firstElementChild);
    for (let next = after(block); block && next; [before, block, next] = [block, next, after(next)]) {
      const [gapNow, gapAbove] = before ? [marginOf(before, 'Bottom'), gap] : [0, 0];
      gap = marginOf(block, 'Bottom');
      const boxes = [...block.getClientRects()];
      const [begin, end] = [boxes[0] as DOMRect, boxes.at(-1) as DOMRect];
      const column = columns.of(end);
      if (column > page) break;
      if (column < page) from = block;
      if (column <= done || block.matches('p,h1,h2,h3,h4,h5,h6') || next.matches(FRAMED)) continue;
      if (column !== columns.of(next.getClientRects()[0] as DOMRect)) continue;
      if (column !== moved.column) moved = { column, by: 0 };
      block.dataset.above ??= String(marginOf(block, 'Top'));
      block.dataset.below ??= String(marginOf(block, 'Bottom'));
      const [ownAbove, ownBelow] = [Number(block.dataset.above), Number(block.dataset.below)];
      const above = Math.max(ownAbove, gapAbove);
      // What another round has given to the next one is no margin of its own: the gap would grow with each.
      const nextAbove = Number(next.dataset.above ?? marginOf(next, 'Top'));
      const natural = Math.max(ownBelow, nextAbove);
      // At the beginning of a page there is no gap above.
      const isHigh = boxes.length > 1 || begin.top - top < line / 4;
      const lowered = isHigh ? 0 : Math.max(0, marginOf(block, 'Top') - Math.max(ownAbove, gapNow));
      const less = block.matches('ul,ol,dl') ? LESS_BELOW_LIST : LESS;
      const least = Math.max(ownBelow - line * less, nextAbove);
      const rest = (end.bottom - lowered - top + moved.by + least) % line;
      const below = least + (rest > EXACT && rest < line - EXACT ? line - rest : 0);
      const change = below - marginOf(block, 'Bottom') - lowered;
      if (Math.abs(change) <= EXACT) continue;
      // What is no text stands in the middle of its room.
      const isText = block.matches('ul,ol,dl,blockquote');
      const lower = isText || isHigh ? 0 : Math.max(0, (below - natural) / 2);
      changes.push({ block, above: above + lower, below: below - lower });
      gap = below - lower;
      moved.by += change;
    }
    done = page;
    return changes;
  }

  function after(block: Element | undefined): HTMLElement | undefined {
    return nextIn(block?.nextElementSibling);
  }

  /** An element or the next one that stands in the text. */
  function nextIn(element: Element | null | undefined): HTMLElement | undefined {
    for (let one = element; one; one = one.nextElementSibling) {
      // Nothing behind it is laid out either (`stretch.ts`).
      if (one.matches('[data-away=below]')) return undefined;
      if (one instanceof HTMLElement && isIn(one)) return one;
    }
    return undefined;
  }

  function isIn(element: HTMLElement): boolean {
    if (element.matches('.foot-notes')) return false;
    const style = getComputedStyle(element);
    return (
      style.float === 'none' &&
      style.position !== 'absolute' &&
      [...element.getClientRects()].some(({ height }) => height > 0)
    );
  }

  /** The margin that counts towards what stands beside it: that of the first or last child comes through where nothing is between. */
  function marginOf(element: Element, side: Side): number {
    let most = 0;
    for (let one: Element | null = element; one; ) {
      const style = getComputedStyle(one);
      most = Math.max(most, Number.parseFloat(style[`margin${side}`]) || 0);
      const closed =
        Number.parseFloat(style[`padding${side}`]) + Number.parseFloat(style[`border${side}Width`]);
      if (closed || style.display !== 'block') break;
      one = side === 'Top' ? one.firstElementChild : one.lastElementChild;
    }
    return most;
  }
}

/** Gives blocks their margins, and tells whether there are any. */
export function setGaps(changes: readonly GapChange[]): boolean {
  for (const { block, above, below } of changes) {
    block.style.marginTop = `${above.toFixed(2)}px`;
    block.style.marginBottom = `${below.toFixed(2)}px`;
  }
  return changes.length > 0;
}

/**
 * Brings text back onto the lines of the page in all sections (`lineGrid`).
 * @param width of the text block, `gap` between two columns, in CSS pixels
 * @returns whether anything moved
 */
export function alignLines(width: number, gap: number): boolean {
  const sheets = [...document.querySelectorAll<HTMLElement>('body > .sheet:not(.cover)')];
  return setGaps(
    sheets.flatMap((sheet) => lineGrid(sheet, columnsOf(sheet, width, gap)).upTo(Number.POSITIVE_INFINITY)),
  );
}

/** Has the sections whose gaps were changed laid out from nothing. */
export function layAligned(): void {
  layAnew([...document.querySelectorAll<HTMLElement>('body > .sheet:has(> [data-below])')]);
}
