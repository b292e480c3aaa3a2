/*
 * Runs inside the page, lent to it under its own name: it may use nothing but its arguments, the DOM and what else was lent.
 */
import type { columnCount as count } from './column-count.js';
import type { Columns } from './columns.js';
import type { isInNotes as isIn } from './keeps.js';
import type { noteBlock as block } from './note-blocks.js';
import type { takeOut as out } from './note-copies.js';
import type { PageEnd, PageEnds } from './page-ends.js';
import type { partCode as code } from './parting.js';

declare const columnCount: typeof count;
declare const isInNotes: typeof isIn;
declare const noteBlock: typeof block;
declare const takeOut: typeof out;
declare const partCode: typeof code;

/** A block of notes that stands at the foot of a page. */
export interface PageFoot {
  /** The block, or the row of a table that it stands in. */
  readonly holder: HTMLElement;
  /** From 0. */
  readonly page: number;
  /** Whether it stands there, and fills it. */
  readonly fills: boolean;
}

/** Puts blocks of notes where pages of a section are to end. */
export interface PageFeet {
  /** Ends a page with notes. */
  end(bodies: readonly HTMLElement[], end: PageEnd, page: number): (PageFoot & { undo(): void }) | undefined;
  /** Puts a page of notes alone behind the block that ends the one before it. */
  follow(bodies: readonly HTMLElement[], before: HTMLElement, page: number): PageFoot;
  /** Puts a page of notes alone behind all text, before the section of the originals. */
  close(bodies: readonly HTMLElement[], section: Element): PageFoot;
  /** Whether the notes in a block are on its page, with all of their lines. */
  holds(holder: HTMLElement): boolean;
  /** Remembers where a block stands that is to stay. */
  keep(holder: HTMLElement): void;
  /** Whether all that stayed stands there still. */
  stand(): boolean;
}

/**
 * The feet of the pages of a section: each is a block that floats, as wide as the text, behind the last line of its page. It fills the
 * page, so that what follows goes on on the next one.
 * @param width of the text block, in CSS pixels
 */
export function pageFeet(sheet: Element, columns: Columns, ends: PageEnds, width: number): PageFeet {
  /** A page that ends with a row of a table is not filled to its last pixel. */
  const ROW = 2;
  const { top, height } = sheet.getBoundingClientRect();
  const { rightToLeft } = columns;
  const side = rightToLeft ? 'marginRight' : 'marginLeft';
  const kept = new Map<HTMLElement, DOMRect>();
  return { end, follow, close, holds, keep, stand };

  function end(bodies: readonly HTMLElement[], end: PageEnd, page: number): ReturnType<PageFeet['end']> {
    const { element, kind } = end;
    const begins = [...element.getClientRects()].find((box) => columns.of(box) === page);
    if (!begins) return undefined;
    const style = getComputedStyle(element);
    // Behind a box the float stands where that box begins to be contained: its parent's edge, as it turns out below.
    const isWithin = kind === 'line' || kind === 'end';
    const [padding, border] = rightToLeft
      ? [style.paddingRight, style.borderRightWidth]
      : [style.paddingLeft, style.borderLeftWidth];
    const inset = isWithin ? Number.parseFloat(padding) + Number.parseFloat(border) : 0;
    const foot = noteBlock(bodies, width, rightToLeft);
    foot.style[side] = `${-(columns.inset(begins, page) + inset)}px`;
    const put = insert(foot, end, page);
    if (!put) return undefined;
    const cleared = kind === 'line' || kind === 'row' ? undefined : clearBehind(put.holder);
    const fills = fill(foot, page, kind === 'row' ? ROW : 0);
    const undo = (): void => {
      put.undo();
      // Not what follows on the notes of the page before, which begins on this one.
      if (cleared) delete cleared.dataset.behindNotes;
    };
    return { holder: put.holder, page, fills, undo };
  }

  function follow(bodies: readonly HTMLElement[], before: HTMLElement, page: number): PageFoot {
    const foot = alone(bodies);
    if (before.tagName !== 'TR') {
      before.after(foot);
      clearBehind(foot);
      return { holder: foot, page, fills: fill(foot, page, 0) };
    }
    const row = before.cloneNode(true) as HTMLElement;
    row.querySelector('.foot-notes')?.replaceWith(foot);
    before.after(row);
    return { holder: row, page, fills: fill(foot, page, ROW) };
  }

  function close(bodies: readonly HTMLElement[], section: Element): PageFoot {
    const foot = alone(bodies);
    // A float would not keep what follows the section from its page.
    foot.style.float = 'none';
    foot.dataset.behindNotes = '';
    section.before(foot);
    return { holder: foot, page: columns.of(foot.getBoundingClientRect()), fills: true };
  }

  function holds(holder: HTMLElement): boolean {
    return [...holder.querySelectorAll('.foot-note')].every((body) => {
      const at = body.getClientRects()[0];
      return at && at.top - top >= 0 && at.bottom - top <= height + 1;
    });
  }

  function keep(holder: HTMLElement): void {
    kept.set(holder, holder.getBoundingClientRect());
  }

  function stand(): boolean {
    return [...kept].every(([holder, was]) => {
      if (!holder.isConnected) return true;
      const now = holder.getBoundingClientRect();
      return columns.of(now) === columns.of(was) && Math.abs(now.top - was.top) < 1;
    });
  }

  function alone(bodies: readonly HTMLElement[]): HTMLElement {
    const foot = noteBlock(bodies, width, rightToLeft);
    foot.dataset.alone = '';
    return foot;
  }

  /** Puts a block behind the last line that is to stand on the page; what it returns takes it back. */
  function insert(
    foot: HTMLElement,
    end: PageEnd,
    page: number,
  ): { readonly holder: HTMLElement; undo(): void } | undefined {
    const { element, kind } = end;
    const undo = (): void => takeOut(foot);
    if (kind === 'row') {
      const row = rowWith(foot, element);
      element.after(row);
      return { holder: row, undo: () => takeOut(row) };
    }
    if (kind === 'behind') element.after(foot);
    else if (kind === 'end') element.append(foot);
    else {
      const start = ends.startBehind(end, page);
      if (!start) return undefined;
      if (kind === 'code') {
        const { leaves } = ends;
        const at = leaves.indexOf(element);
        const { parts, unite } = partCode(element, start);
        leaves.splice(at, 1, ...parts);
        element.before(foot);
        return {
          holder: foot,
          undo() {
            undo();
            leaves.splice(at, parts.length, unite());
          },
        };
      }
      // Behind a line that its author broke, a float would belong to the next one.
      const broken = start.text.previousSibling;
      const isFirst = !start.text.data.slice(0, start.index).trim();
      const formula = start.text.parentElement?.closest('math');
      if (formula) formula.before(foot);
      else if (isFirst && broken instanceof HTMLBRElement) broken.before(foot);
      else if (start.index === 0) start.text.before(foot);
      else start.text.splitText(start.index).before(foot);
    }
    return { holder: foot, undo };
  }

  function rowWith(foot: HTMLElement, before: HTMLElement): HTMLElement {
    const row = document.createElement('tr');
    row.className = 'foot-notes-row';
    const cell = document.createElement('td');
    const table = before.closest('table');
    cell.colSpan = table ? columnCount(table) : 1;
    // As wide as nothing: a table makes its columns by what is in them.
    const still = document.createElement('div');
    still.style.width = '0';
    still.append(foot);
    cell.append(still);
    row.append(cell);
    return row;
  }

  /**
   * What follows begins behind the block, and not beside it, where tables and frames would find room.
   * @returns what did not do so before
   */
  function clearBehind(holder: HTMLElement): HTMLElement | undefined {
    for (let node: Element | null = holder; node && node !== sheet; node = node.parentElement) {
      const next: HTMLElement | null = node.nextElementSibling as HTMLElement | null;
      if (!next || isInNotes(next)) continue;
      if (next.dataset.behindNotes !== undefined) return undefined;
      next.dataset.behindNotes = '';
      return next;
    }
    return undefined;
  }

  /** Makes a block fill its page, but for `less`, and tells whether it does. */
  function fill(foot: HTMLElement, page: number, less: number): boolean {
    let now = foot.getBoundingClientRect();
    const shift = columns.inset(now, page);
    if (Math.abs(shift) > 0.5 && columns.of(now) === page) {
      foot.style[side] = `${(Number.parseFloat(foot.style[side]) || 0) - shift}px`;
      now = foot.getBoundingClientRect();
    }
    if (columns.of(now) === page) {
      foot.style.height = `${Math.floor((height - (now.top - top)) * 64 - 1) / 64 - less}px`;
      now = foot.getBoundingClientRect();
    }
    return columns.of(now) === page && Math.abs(now.bottom - top - height) < 3;
  }
}
