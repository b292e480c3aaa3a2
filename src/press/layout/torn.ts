/*
 * Runs inside the page, sent there as its own source.
 */

import type * as lines from './line-boxes.js';
import type { roomOfNotes as notesIn } from './note-room.js';
import type { openingAbove as opening } from './opening.js';

declare const lineBoxes: typeof lines.lineBoxes;
declare const textsOf: typeof lines.textsOf;
declare const openingAbove: typeof opening;
declare const roomOfNotes: typeof notesIn;

/**
 * Marks the paragraphs of three lines that are torn into two and one, and of two that are torn because they stay with what follows.
 * Chromium puts the last one alone on the next page, for want of two lines that it could take there. What is marked is held
 * together (`styles/media/paged/kept.css`), so that what was measured before is no longer true.
 * Headings that are torn, as they are below a scene break that would go along with them, begin on the next page.
 * So it does with tables that are torn from their captions or heads: brief ones stay whole, others begin on the next page. Those that
 * are a few rows stay whole wherever they are torn, if they have a caption or leave few lines empty by it, and so do brief columns side
 * by side. And what should stay whole begins on a page of its own even where it is too long for it: that begins where it stands, a row of
 * a table under its head. So do a first row that would leave the title of its chapter alone on a page, and a box that would leave much of
 * one empty.
 * @param height of the text block, in CSS pixels
 * @param footNotes whether notes stand at the foot of the page
 * @returns whether there are any
 */
export function holdTorn(height: number, footNotes: boolean): boolean {
  /** How far down a page a row begins below a title at most. */
  const DEEPEST = 0.6;
  /** How much of a page a table, or columns, take at most that stay whole, and how many lines it leaves empty where no text fills them. */
  const BRIEF = 0.3;
  const EMPTY = 5;
  /** So many rows with the head are few: of more of them some can stand on either page. */
  const FEW = 5;
  const torn: HTMLElement[] = [];
  for (const block of document.querySelectorAll<HTMLElement>(
    'body > .sheet:not(.cover) :is(p,li,dd):not([data-torn])',
  )) {
    if (block.getClientRects().length < 2 || block.closest('.foot-notes')) continue;
    const leading = Number.parseFloat(getComputedStyle(block).lineHeight);
    // Its own lines: not those of a list or a paragraph in it, nor of notes that end its page.
    const lines: { middle: number }[] = [];
    for (const child of block.childNodes) {
      if (child instanceof HTMLElement && !getComputedStyle(child).display.startsWith('inline')) {
        if (child.matches('.foot-notes')) lines.length = 4;
        if (lines.length) break;
        continue;
      }
      for (const { box, reach } of lineBoxes(textsOf(child))) {
        const middle = (box.top + box.bottom) / 2;
        const slack = Math.max(leading * 0.6, reach);
        if (
          box.width &&
          lines.length < 4 &&
          !lines.some((line) => line && Math.abs(line.middle - middle) < slack)
        )
          lines.push({ middle });
      }
    }
    const [first, last] = [lines[0], lines.at(-1)];
    if ((lines.length === 2 || lines.length === 3) && first && last && last.middle < first.middle)
      torn.push(block);
  }
  const heightOf = (element: Element | null): number =>
    [...(element?.getClientRects() ?? [])].reduce((sum, { height }) => sum + height, 0);
  /**
   * Whether a row has gone to the next page from below the title, which leaves it room enough to begin there. One that calls notes is
   * not parted, for they stand below all of it: it has to have room with them, and the page to end behind it.
   */
  const leavesTitle = (row: Element, table: HTMLTableElement): boolean => {
    const opens = openingAbove(table);
    if (!opens) return false;
    const notes = footNotes ? roomOfNotes(row) : 0;
    const whole = opens + heightOf(table.caption) + heightOf(table.tHead) + heightOf(row) + notes;
    if (notes && (whole > height || !row.nextElementSibling?.nextElementSibling)) return false;
    const title = table.parentElement?.querySelector(':scope > h1')?.getBoundingClientRect();
    const box = row.getBoundingClientRect();
    return opens < height * DEEPEST && title !== undefined && Math.abs(box.x - title.x) > title.width;
  };
  // Chromium parts a caption or a head from the rows, whatever it is asked.
  const isParted = ({ caption, tHead, tBodies }: HTMLTableElement): boolean => {
    const above = (caption ?? tHead)?.getClientRects()[0];
    const below = tBodies[0]?.rows[0]?.getClientRects()[0];
    return Boolean(above && below && (below.top < above.top || Math.abs(below.x - above.x) > above.width));
  };
  /**
   * One whose rows the page has parted, and with a caption, so that text can fill the page before (`floats.ts`), or with hardly a gap to
   * fill there.
   */
  const isBrief = (table: HTMLTableElement): boolean => {
    const { caption } = table;
    // The table itself, and a row for the notes that end the page that it is parted by, reach down to the end of that.
    const rows = [...table.rows].filter((row) => !row.matches('.foot-notes-row'));
    const [first, last] = [rows[0], rows.at(-1)].map((row) => row?.getBoundingClientRect());
    if (!first || !last || table.querySelector('a[data-footnote-ref]')) return false;
    const before = rows.filter((row) => Math.abs(row.getBoundingClientRect().x - first.x) < first.width);
    const heightOfAll = (all: readonly Element[]): number => all.reduce((sum, one) => sum + heightOf(one), 0);
    const leading = Number.parseFloat(getComputedStyle(table.closest('.sheet') ?? table).lineHeight);
    return (
      before.length < rows.length &&
      heightOfAll(rows) + heightOf(caption) < height * BRIEF &&
      (caption !== null || (rows.length <= FEW && heightOfAll(before) < EMPTY * leading))
    );
  };
  const longRows = [...document.querySelectorAll<HTMLTableElement>('.sheet table')].flatMap((table) => {
    const { caption, tHead, tBodies } = table;
    const parts = table.getClientRects().length > 1;
    return [...(tBodies[0]?.rows ?? [])].filter((row, i) => {
      // Notes that end a page fill it.
      if (row.dataset.long !== undefined || row.matches('.foot-notes-row')) return false;
      const above = heightOf(tHead) + (i ? 0 : heightOf(caption));
      // It had a page to itself, below its title and what heads that, and no room there.
      const isStuck = !i && table.dataset.loose !== undefined && isParted(table);
      return (parts && heightOf(row) + above > height) || isStuck || (!i && leavesTitle(row, table));
    });
  });
  // What stands side by side is read across.
  const columns = [...document.querySelectorAll<HTMLElement>('.sheet .columns:not([data-whole])')].filter(
    (block) => block.getClientRects().length > 1 && heightOf(block) < height * BRIEF,
  );
  const parted = [...document.querySelectorAll<HTMLTableElement>('.sheet table:not(.turned *)')].filter(
    // What is parted under its head from now on is seen in the next round.
    (table) => (isParted(table) || isBrief(table)) && !longRows.some((row) => table.contains(row)),
  );
  const tables = parted.filter(({ dataset }) => dataset.whole === undefined && dataset.next === undefined);
  // Rows that would keep to one another, and are together higher than a page.
  const loose = parted.filter(({ dataset }) => dataset.next !== undefined && dataset.loose === undefined);
  const heights = tables.map(heightOf);
  const headings = [
    ...document.querySelectorAll<HTMLElement>('.sheet > :is(h2,h3,h4,h5,h6):not([data-next])'),
  ].filter((heading) => heading.getClientRects().length > 1);
  const heads = tables.map(headOf);
  const pictures = [
    ...document.querySelectorAll<HTMLElement>('.sheet > :is(figure,.figures):not(.full-bleed,[data-next])'),
  ].filter(isTornFromLead);
  /** What is opened moves what stands behind it, and others may leave no gap then: one at a time. */
  const open = new Set<Element>();
  const long = [
    ...document.querySelectorAll<HTMLElement>('.sheet :is(.callout,.exercise,.sidebar):not([data-long])'),
  ].filter(
    (box) =>
      (box.getClientRects().length > 1 || leavesGap(box)) && getComputedStyle(box).breakInside === 'avoid',
  );
  // All at once: what is marked moves what stands behind it.
  for (const one of [...long, ...longRows]) one.dataset.long = '';
  for (const block of columns) block.dataset.whole = '';
  for (const block of torn) block.dataset.torn = '';
  for (const one of [...headings, ...pictures]) one.dataset.next = '';
  for (const [i, table] of tables.entries()) {
    if ((heights[i] ?? 0) < height * 0.6) {
      table.dataset.whole = '';
      continue;
    }
    // A break before the table would leave its heading where it is.
    const head = heads[i];
    if (head) head.dataset.next = '';
    table.dataset.next = head ? 'led' : '';
  }
  for (const table of loose) table.dataset.loose = '';
  return [torn, columns, headings, pictures, tables, loose, long, longRows].some(({ length }) => length > 0);

  /** The heading above a table, or the first of several, that goes to the next page with it; one that opens its section stays. */
  function headOf(table: Element): HTMLElement | undefined {
    let head: HTMLElement | undefined;
    for (
      let one = table.previousElementSibling;
      one instanceof HTMLElement;
      one = one.previousElementSibling
    ) {
      if (!one.getClientRects().length) continue;
      if (getComputedStyle(one).breakAfter !== 'avoid') return head;
      head = one;
    }
    return undefined;
  }

  /** Whether a picture that has no room below a heading and the line that leads to it is torn, or that line is, or has stayed behind. */
  function isTornFromLead(figure: HTMLElement): boolean {
    const lead = figure.previousElementSibling;
    if (!lead?.matches('p.announces')) return false;
    const shown = (one: Element): DOMRect[] => [...one.getClientRects()].filter((box) => box.height > 0);
    const [boxes, led] = [shown(figure), shown(lead)];
    const [begins, ends] = [boxes[0], led.at(-1)];
    if (!begins || !ends || heightOf(figure) > height) return false;
    return boxes.length > 1 || led.length > 1 || Math.abs(begins.x - ends.x) > ends.width;
  }

  /** Whether a box of some size has gone to the next page and left much of its own empty, of which it could fill a part. */
  function leavesGap(box: HTMLElement): boolean {
    const sheet = box.parentElement;
    const before = box.previousElementSibling;
    const end = before && [...before.getClientRects()].at(-1);
    const own = box.getClientRects()[0];
    if (!own || !end || !sheet?.matches('.sheet') || open.has(sheet)) return false;
    // Where there are notes, they take what is left.
    if (before.matches('.foot-notes') || before.querySelector('.foot-notes')) return false;
    const { top } = sheet.getBoundingClientRect();
    const begins = own.top - top < Number.parseFloat(getComputedStyle(sheet).lineHeight);
    const leaves = begins && end.bottom - top < height * 0.62 && own.height > height * 0.3;
    if (leaves) open.add(sheet);
    return leaves;
  }
}
