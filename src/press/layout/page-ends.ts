/*
 * Runs inside the page, lent to it under its own name: it may use nothing but its arguments, the DOM and what else was lent.
 */
import type { Columns } from './columns.js';
import type * as keeps from './keeps.js';
import type * as lines from './line-boxes.js';
import type * as parting from './parting.js';

declare const isInNotes: typeof keeps.isInNotes;
declare const wholeAround: typeof keeps.wholeAround;
declare const mayBeOpened: typeof keeps.mayBeOpened;
declare const boxEndingWith: typeof keeps.boxEndingWith;
declare const mayEndBehind: typeof keeps.mayEndBehind;
declare const lineBoxes: typeof lines.lineBoxes;
declare const lineStart: typeof parting.lineStart;

/** A place where a page may end. */
export interface PageEnd {
  readonly element: HTMLElement;
  /** Behind a line of text or of code, the last line of a block, a whole element, or a row of a table. */
  readonly kind: 'line' | 'code' | 'end' | 'behind' | 'row';
  /** How far down the page what stands above it goes, and where the middle of the last line is, in CSS pixels. */
  readonly bottom: number;
  readonly middle: number;
  /** Whether nothing that stays together is parted there. */
  readonly legal: boolean;
}

/** Where the pages of a section may end. */
export interface PageEnds {
  /** The boxes that hold lines of their own, of text or to write on. Whoever parts one puts its parts in its place. */
  readonly leaves: HTMLElement[];
  /** The places on a page, from above. Pages are asked for one after another, and then again if what ended one was taken back. */
  on(page: number): {
    readonly ends: readonly PageEnd[];
    /** A box that goes over the end of the page anyway, and does so where its notes want it. */
    readonly over: HTMLElement | undefined;
    /** A box to open where the page cannot end before it. */
    readonly shut: HTMLElement | undefined;
  };
  /** Where the line begins that follows one which a page ends with. */
  startBehind(end: PageEnd, page: number): parting.LineStart | undefined;
  /** Whether a page is behind all text. */
  isBeyond(page: number): boolean;
}

/** Finds where the pages of a section may end: behind lines, rows of tables, and whatever is not parted. */
export function pageEnds(sheet: HTMLElement, columns: Columns): PageEnds {
  /** Middles that are no further apart belong to one line, in heights of it. */
  const SLACK = 0.45;
  const BLOCKS =
    'p,h1,h2,h3,h4,h5,h6,li,pre,dt,dd,figcaption,caption,blockquote,div,section,aside,article,header,footer,details,summary,figure,address,.verse-line';
  /** What is to be written in. */
  const EMPTY = '.lines > .line, .writing-box';
  const { top } = sheet.getBoundingClientRect();
  const leaves = [...sheet.querySelectorAll<HTMLElement>(`${BLOCKS},tr,hr`)].filter((element) => {
    if (isInNotes(element) || element.parentElement?.closest('tr')) return false;
    if (/^(?:TR|HR)$/.test(element.tagName) || element.matches(EMPTY)) return true;
    return [...element.childNodes].some((child) =>
      child.nodeType === 3
        ? (child as Text).data.trim() !== ''
        : child instanceof Element &&
          (child.localName === 'math' || getComputedStyle(child).display.startsWith('inline')),
    );
  });
  /** The leaf that each page is looked through from, and a page that was not asked for yet. */
  const starts = new Map<number, number>();
  let from = 0;
  return { leaves, on, startBehind, isBeyond };

  function on(page: number): ReturnType<PageEnds['on']> {
    const ends: PageEnd[] = [];
    const wholes: HTMLElement[] = [];
    const here = leavesOn(page);
    const closing = here.at(-1);
    let whole: HTMLElement | undefined;
    for (const element of here) {
      if (whole?.contains(element) || element.tagName === 'CAPTION') continue;
      whole = wholeAround(element, sheet);
      const closes = whole && closing ? whole.contains(closing) : element === closing;
      if (whole) {
        wholes.push(whole);
        ends.push(...endBehind(boxEndingWith(whole, sheet) ?? whole, page, closes));
      } else if (element.tagName === 'TR') ends.push(...endOfRow(element, page, closes));
      else if (element.tagName !== 'HR') ends.push(...endsOfLines(element, page, closes));
    }
    const over = wholes.find(
      (one) =>
        mayBeOpened(one) &&
        getComputedStyle(one).breakInside !== 'avoid' &&
        [...one.getClientRects()].some((rect) => columns.of(rect) > page),
    );
    return { ends, over, shut: shutOf(ends, wholes) };
  }

  /** The boxes of lines that stand on a page, or go over it. */
  function leavesOn(page: number): HTMLElement[] {
    const here: HTMLElement[] = [];
    const start = starts.get(page) ?? from;
    let passed = start;
    for (let i = start; i < leaves.length; i++) {
      const element = leaves[i];
      if (!element) break;
      const rects = [...element.getClientRects()];
      const [first, last] = [rects[0], rects.at(-1)];
      if (!first || !last) {
        // Not laid out yet (`stretch.ts`), and so is all that follows.
        if (element.closest('[data-away=below]')) break;
        continue;
      }
      if (columns.of(last) < page) {
        passed = i;
        continue;
      }
      if (columns.of(first) > page) break;
      here.push(element);
    }
    from = Math.max(0, passed - 1);
    starts.set(page, from);
    return here;
  }

  /** Whether a page may end behind something; whatever is to stay together there, it may behind what it ends with now. */
  function mayEnd(element: HTMLElement, closes: boolean): boolean {
    return closes || mayEndBehind(element, sheet);
  }

  /** The first box that could be opened, unless the page can end before it. */
  function shutOf(ends: readonly PageEnd[], wholes: readonly HTMLElement[]): HTMLElement | undefined {
    const stands = ends.find(({ legal }) => legal)?.element;
    const shut = wholes.find(mayBeOpened);
    const follows = stands && shut && stands.compareDocumentPosition(shut) & Node.DOCUMENT_POSITION_FOLLOWING;
    return follows ? undefined : shut;
  }

  function endBehind(element: HTMLElement, page: number, closes: boolean): PageEnd[] {
    const end = [...element.getClientRects()].at(-1);
    if (!end || columns.of(end) !== page) return [];
    const bottom = end.bottom - top;
    return [{ element, kind: 'behind', bottom, middle: bottom, legal: mayEnd(element, closes) }];
  }

  function endOfRow(row: HTMLElement, page: number, closes: boolean): PageEnd[] {
    const box = row.getBoundingClientRect();
    if (columns.of(box) !== page || row.closest('thead')) return [];
    const bottom = box.bottom - top;
    const table = row.closest('table');
    const isLast = !row.nextElementSibling && !row.parentElement?.nextElementSibling;
    if (isLast && table)
      return [{ element: table, kind: 'behind', bottom, middle: bottom, legal: mayEnd(table, closes) }];
    const legal = mayEndBehind(row, sheet) && !table?.querySelector('[rowspan]');
    return [{ element: row, kind: 'row', bottom, middle: bottom, legal }];
  }

  function endsOfLines(element: HTMLElement, page: number, closes: boolean): PageEnd[] {
    const style = getComputedStyle(element);
    const leading = Number.parseFloat(style.lineHeight) || 20;
    const lines = linesOf(element, leading * SLACK);
    const [orphans, widows] = [Number(style.orphans) || 2, Number(style.widows) || 2];
    const begins = lines.findIndex(({ column }) => column === page);
    return lines.flatMap(({ column, middle, goesOn }, index): PageEnd[] => {
      if (column !== page) return [];
      // On this page: what goes on from the one before leaves no line alone on it either.
      const [before, after] = [index - begins + 1, lines.length - index - 1];
      const box = after ? undefined : (boxEndingWith(element, sheet) ?? titleIn(element));
      if (box) return endBehind(box, page, closes);
      const legal = after ? before >= orphans && after >= widows && !goesOn : mayEnd(element, closes);
      const kind = after ? (element.tagName === 'PRE' ? 'code' : 'line') : 'end';
      return [{ element, kind, bottom: middle + leading / 2, middle, legal }];
    });
  }

  /** Notes in a title would be read as words of it. */
  function titleIn(element: HTMLElement): HTMLElement | undefined {
    return /^H[1-6]$/.test(element.tagName) ? element : undefined;
  }

  function linesOf(element: Element, slack: number): { column: number; middle: number; goesOn: boolean }[] {
    const lines: { column: number; middle: number; goesOn: boolean }[] = [];
    for (const { box, reach, goesOn } of lineBoxes(textsIn(element))) {
      if (!box.width || !box.height) continue;
      const [column, middle] = [columns.of(box), columns.middle(box)];
      const known = lines.findLast(
        (line) => line.column === column && Math.abs(line.middle - middle) <= Math.max(slack, reach),
      );
      if (known) known.goesOn ||= goesOn;
      else lines.push({ column, middle, goesOn });
    }
    return lines.sort((a, b) => a.column - b.column || a.middle - b.middle);
  }

  /** The text of the lines of an element: not of those of blocks in it, nor of notes. */
  function* textsIn(element: Element): Generator<Text> {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (isInNotes(node) || node.parentElement?.closest(BLOCKS) !== element) continue;
      yield node as Text;
    }
  }

  function startBehind({ element, middle }: PageEnd, page: number): parting.LineStart | undefined {
    const slack = (Number.parseFloat(getComputedStyle(element).lineHeight) || 20) * SLACK;
    const isPast = (box: DOMRect, reach = 0): boolean => {
      const column = columns.of(box);
      return column > page || (column === page && columns.middle(box) > middle + Math.max(slack, reach));
    };
    // What stands low in a formula is no line of its own.
    const texts = [...textsIn(element)].filter((text) => {
      const box = text.parentElement?.closest('math')?.getClientRects()[0];
      return !box || isPast(box, box.height / 2);
    });
    return lineStart(texts, isPast);
  }

  function isBeyond(page: number): boolean {
    const end = leaves.findLast((leaf) => leaf.getClientRects().length);
    const box = end && [...end.getClientRects()].at(-1);
    return !box || columns.of(box) < page;
  }
}
