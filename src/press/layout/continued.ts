/*
 * Runs inside the page, sent there as its own source.
 */

import type { columnsOf as columns } from './columns.js';

declare const columnsOf: typeof columns;

/**
 * Repeats an entry of the index above those of its sub-entries that stand on the next page, with a word that says so: “fear
 * (continued)”. What is repeated is there for the eye alone, so it stays out of the tags and of the text that is read again.
 *
 * Whatever it did before is taken back first, so it may be called whenever the pages have changed. A line that is put in moves only
 * what stands behind it, so one walk through the index is enough.
 * @param width of the text block, `gap` between two columns, in CSS pixels
 * @param word that the entry goes on, in the language of the book
 */
export function repeatEntries(width: number, gap: number, word: string): void {
  for (const own of document.querySelectorAll('.index-continued')) own.remove();
  const linesFor = (entry: Element): HTMLElement[] => {
    const lines: HTMLElement[] = [];
    for (let above = entry.parentElement?.closest('li'); above; above = above.parentElement?.closest('li')) {
      const term = above.querySelector(':scope > .index-own > .index-term');
      const line = document.createElement('li');
      line.className = 'index-continued';
      line.setAttribute('aria-hidden', 'true');
      line.style.setProperty('--levels', String(lines.length + 1));
      const says = document.createElement('i');
      says.textContent = word;
      line.append(...(term?.cloneNode(true).childNodes ?? []), ' (', says, ')');
      lines.unshift(line);
    }
    return lines;
  };
  for (const list of document.querySelectorAll<HTMLElement>('.index-columns')) {
    const sheet = list.closest('.sheet');
    if (!sheet) continue;
    const columns = columnsOf(sheet, width, gap);
    const pageOf = (element: Element): number => columns.of(element.getClientRects()[0] ?? new DOMRect());
    let before = 0;
    for (const entry of list.querySelectorAll('li')) {
      const page = pageOf(entry);
      const lines = page > before ? linesFor(entry) : [];
      before = page;
      entry.before(...lines);
      // They go along with the entry that they stand above, or they would stand at the end of a page.
      if (lines.some((line) => pageOf(line) !== page) || pageOf(entry) !== page)
        for (const line of lines) line.remove();
    }
  }
}
