/*
 * Runs inside the page, sent there as its own source.
 */

import type { layAnew as anew } from './anew.js';
import type { columnsOf as columns } from './columns.js';

declare const columnsOf: typeof columns;
declare const layAnew: typeof anew;

/**
 * Brings text back onto the lines of the page behind what is not set in such lines (code, tables, figures, boxes, quotations):
 * the gap below it is made a little wider or narrower, so that lines on both sides of a leaf agree. Where paragraphs are told
 * apart by gaps that are no whole lines, there are no lines to agree. What is changed moves what stands behind it, so that what
 * was measured before is no longer true.
 * @param width of the text block, `gap` between two columns, in CSS pixels
 * @returns whether anything moved
 */
export function alignLines(width: number, gap: number): boolean {
  /** A gap may be narrower by so much of a line; below a list, whose last line looks like any other, hardly. */
  const LESS = 0.25;
  const LESS_BELOW_LIST = 0.1;
  const EXACT = 0.4;
  type Side = 'Top' | 'Bottom';
  /** The margin that counts towards what stands beside it: that of the first or last child comes through where nothing is between. */
  const marginOf = (element: Element, side: Side): number => {
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
  };
  const isIn = (element: HTMLElement): boolean => {
    const style = getComputedStyle(element);
    return (
      !element.matches('.foot-notes') &&
      style.float === 'none' &&
      style.position !== 'absolute' &&
      [...element.getClientRects()].some(({ height }) => height > 0)
    );
  };

  const changes: { block: HTMLElement; above: number; below: number }[] = [];
  for (const sheet of document.querySelectorAll<HTMLElement>('body > .sheet:not(.cover)')) {
    const line = Number.parseFloat(getComputedStyle(sheet).lineHeight);
    const paragraph = sheet.querySelector(':scope > p');
    const apart = paragraph ? Number.parseFloat(getComputedStyle(paragraph).marginBottom) % line : 0;
    if (apart > EXACT && apart < line - EXACT) continue;
    const { of: columnOf } = columnsOf(sheet, width, gap);
    const { top } = sheet.getBoundingClientRect();
    const blocks = [...sheet.children].filter(
      (one): one is HTMLElement => one instanceof HTMLElement && isIn(one),
    );
    // What is changed above moves what stands below it in the same column.
    let moved = { column: 0, by: 0 };
    for (const [i, block] of blocks.entries()) {
      const next = blocks[i + 1];
      if (!next || block.matches('p,h1,h2,h3,h4,h5,h6')) continue;
      const boxes = [...block.getClientRects()];
      const [begin, end] = [boxes[0] as DOMRect, boxes.at(-1) as DOMRect];
      const column = columnOf(end);
      if (column !== columnOf(next.getClientRects()[0] as DOMRect)) continue;
      if (column !== moved.column) moved = { column, by: 0 };
      block.dataset.above ??= String(marginOf(block, 'Top'));
      block.dataset.below ??= String(marginOf(block, 'Bottom'));
      const [ownAbove, ownBelow] = [Number(block.dataset.above), Number(block.dataset.below)];
      const before = blocks[i - 1];
      const above = Math.max(ownAbove, before ? marginOf(before, 'Bottom') : 0);
      const natural = Math.max(ownBelow, marginOf(next, 'Top'));
      // At the beginning of a page there is no gap above.
      const isHigh = boxes.length > 1 || begin.top - top < line / 4;
      const lowered = isHigh ? 0 : Math.max(0, marginOf(block, 'Top') - above);
      const less = block.matches('ul,ol,dl') ? LESS_BELOW_LIST : LESS;
      const least = Math.max(ownBelow - line * less, marginOf(next, 'Top'));
      const rest = (end.bottom - lowered - top + moved.by + least) % line;
      const below = least + (rest > EXACT && rest < line - EXACT ? line - rest : 0);
      const change = below - marginOf(block, 'Bottom') - lowered;
      if (Math.abs(change) <= EXACT) continue;
      // What is no text stands in the middle of its room.
      const isText = block.matches('ul,ol,dl,blockquote');
      const lower = isText || isHigh ? 0 : Math.max(0, (below - natural) / 2);
      changes.push({ block, above: above + lower, below: below - lower });
      moved.by += change;
    }
  }
  for (const { block, above, below } of changes) {
    block.style.marginTop = `${above.toFixed(2)}px`;
    block.style.marginBottom = `${below.toFixed(2)}px`;
  }
  return changes.length > 0;
}

/** Has the sections whose gaps were changed laid out from nothing. */
export function layAligned(): void {
  layAnew([...document.querySelectorAll<HTMLElement>('body > .sheet:has(> [data-below])')]);
}
