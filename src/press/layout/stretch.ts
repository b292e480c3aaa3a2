/*
 * Runs inside the page, lent to it under its own name: it may use nothing but its arguments and the DOM.
 */
import type { Columns } from './columns.js';

/** The part of a section that the browser lays out while its pages are ended one after another. */
export interface Stretch {
  /** Has what goes up to an element laid out, too. */
  reach(element: Element): void;
  /**
   * Has a page and the next one laid out, and lets go of those long before.
   * @param kept stands in what is not let go
   */
  turnTo(page: number, kept: Element | undefined): void;
  /** Has all of the section laid out again. */
  open(): void;
}

/**
 * Lays out a section around one page only. Whatever is put into a section has Chromium go through all of its blocks again; with a block
 * at the foot of each page that would be as often as there are pages, and grow with the square of their number. What is behind is not
 * laid out yet, and what is above is not any more (`data-away`): room as high as it was stands in its place. Whoever puts something in
 * sees behind it all whether it stands where it stood, because numbers that a style counts, say, are others with nothing above them.
 * @param count of what will be put in; for nothing all of the section is laid out
 */
export function stretchOf(sheet: HTMLElement, columns: Columns, count: number): Stretch {
  /** So many pages are shown or let go at once: each time is one more layout. */
  const STEP = 8;
  /** Fewer pages, or fewer blocks to be put in, are sooner done with all of the section laid out. */
  const FEW = 24;
  /** What was put on a page is taken back from two pages further at most. */
  const BEFORE = 3;
  /** The room in the place of what is let go is right at the third at most. */
  const TRIES = 3;
  const { top, height } = sheet.getBoundingClientRect();
  const blocks = count < FEW ? [] : [...sheet.children];
  /** The page that each block begins on before anything is put in: it only ever comes later. */
  const begins: number[] = [];
  for (const block of blocks) {
    const box = block.getClientRects()[0];
    begins.push(Math.max(begins.at(-1) ?? 0, box ? columns.of(box) : 0));
  }
  if ((begins.at(-1) ?? 0) < FEW) return { reach() {}, turnTo() {}, open() {} };

  const indices = new Map(blocks.map((block, i) => [block, i]));
  /** The first block that is laid out, and the first behind them that is not. */
  let [from, to] = [0, 0];
  /** Stands for what was let go. */
  const room = document.createElement('div');
  room.setAttribute('style', 'all: initial; display: block');
  /** The page that blocks were let go before. */
  let letGo = 0;
  for (const block of blocks) put(block, 'below');
  return { reach, turnTo, open };

  function put(block: Element, away: 'above' | 'below' | undefined): void {
    if (away) block.setAttribute('data-away', away);
    else block.removeAttribute('data-away');
  }

  function indexOf(element: Element): number {
    let block = element;
    while (block.parentElement && block.parentElement !== sheet) block = block.parentElement;
    return indices.get(block) ?? 0;
  }

  /** Lays out the blocks that begin on the next pages. */
  function showNext(): void {
    const end = (begins[to] ?? 0) + STEP;
    for (let block = blocks[to]; block && (begins[to] ?? 0) < end; block = blocks[++to])
      put(block, undefined);
  }

  function reach(element: Element): void {
    const index = indexOf(element);
    while (to <= index) showNext();
  }

  function turnTo(page: number, kept: Element | undefined): void {
    while (to < blocks.length && lastPage() <= page + 1) showNext();
    if (page - BEFORE < letGo + STEP) return;
    letGo = page - BEFORE;
    passBy(kept ? indexOf(kept) + 1 : to);
  }

  function lastPage(): number {
    for (let i = to - 1; i >= from; i--) {
      const box = [...(blocks[i]?.getClientRects() ?? [])].at(-1);
      if (box) return columns.of(box);
    }
    return -1;
  }

  /** Lets go of what stands above the last block before `limit` on pages that are done. */
  function passBy(limit: number): void {
    let found: { index: number; block: Element; was: DOMRect } | undefined;
    for (let index = from + 1; index < limit; index++) {
      const block = blocks[index];
      const was = block?.getClientRects()[0];
      if (was && columns.of(was) >= letGo) break;
      if (block && was && isAmidPage(index, was)) found = { index, block, was };
    }
    if (!found) return;
    const { index, block, was } = found;
    const column = columns.of(was);
    const [above, before] = [blocksUntil(block), room.style.height];
    for (const one of above) put(one, 'above');
    if (!room.parentNode) sheet.prepend(room);
    /** Makes room, and tells how much further down the block begins than it did. */
    const make = (pixels: number): number => {
      room.style.height = `${pixels}px`;
      const now = block.getClientRects()[0] ?? was;
      return (columns.of(now) - column) * height + now.top - was.top;
    };
    // A margin stands between; for as much, what cannot be parted has gone over to the next page, and comes back from further than that.
    let pixels = column * height + was.top - top;
    for (let tries = 0; tries < TRIES; tries++) {
      const off = make(pixels);
      if (Math.abs(off) < 0.02) {
        from = index;
        return;
      }
      pixels -= off;
    }
    for (const one of above) put(one, undefined);
    if (from) room.style.height = before;
    else room.remove();
  }

  /** Whether a block stands below another one, and beside none: nothing but the height of what is above tells where it is. */
  function isAmidPage(index: number, box: DOMRect): boolean {
    const column = columns.of(box);
    if (box.top - top < 1 || isFloat(blocks[index])) return false;
    let isBelow = false;
    for (let i = index - 1; i >= from; i--) {
      const boxes = [...(blocks[i]?.getClientRects() ?? [])];
      const [begin, end] = [boxes[0], boxes.at(-1)];
      if (!begin || !end) continue;
      if (columns.of(end) !== column) break;
      if (isFloat(blocks[i])) return false;
      isBelow = true;
      if (columns.of(begin) !== column) break;
    }
    return isBelow;
  }

  function isFloat(block: Element | undefined): boolean {
    return !block || getComputedStyle(block).float !== 'none';
  }

  /** The blocks above one, and what was put between them. */
  function blocksUntil(end: Element): Element[] {
    const above: Element[] = [];
    for (let one = blocks[from]; one && one !== end; one = one.nextElementSibling ?? undefined)
      above.push(one);
    return above;
  }

  function open(): void {
    for (const away of sheet.querySelectorAll(':scope > [data-away]')) put(away, undefined);
    room.remove();
  }
}
