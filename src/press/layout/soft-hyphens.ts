/*
 * Runs inside the page, sent there as its own source.
 */
import type { holdColumns as hold } from './held-columns.js';

declare const holdColumns: typeof hold;

/**
 * Takes out every soft hyphen that broke no line: left in, each would be written into the text of the PDF, and searching
 * and copying would fail. Lines do not move, for an unused soft hyphen has no width, but columns would where words may be parted.
 * @param width of the text block, in CSS pixels
 */
export function dropUnusedHyphens(width: number): { used: number; dropped: number } {
  holdColumns([...document.querySelectorAll<HTMLTableElement>('table[data-fit]:not([data-held])')]);
  let used = 0;
  let dropped = 0;
  const range = document.createRange();
  const changes: [Text, string][] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const following = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const text = node.data;
    if (!text.includes('\u00ad')) continue;
    const own = node;
    const hyphens: number[] = [];
    for (let at = text.indexOf('\u00ad'); at >= 0; at = text.indexOf('\u00ad', at + 1)) hyphens.push(at);
    /** The letter that begins a line has a box for the hyphen that ended the one above, too, and then its own. */
    const boxOf = (of: Text, from: number): DOMRect => {
      range.setStart(of, Math.min(from, of.length));
      range.setEnd(of, Math.min(from + 1, of.length));
      return [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
    };
    const before = (hyphen: number): DOMRect => boxOf(own, Math.max(0, hyphen - 1));
    const after = (hyphen: number): DOMRect => {
      following.currentNode = own;
      const next = hyphen + 1 < text.length ? own : (following.nextNode() as Text | null);
      if (!next) return before(hyphen);
      return boxOf(next, next === own ? hyphen + 1 : 0);
    };
    // Another line, or the next column: a break is between.
    const parts = (above: DOMRect, below: DOMRect): boolean =>
      Math.abs(above.top - below.top) > above.height / 2 ||
      below.left < above.left ||
      below.left - above.left > width;
    const breaks = new Set<number>();
    /** Looks only where a line ends between the letter before the first of these hyphens and the one after the last. */
    const look = (some: readonly number[], above: DOMRect, below: DOMRect): void => {
      if (!parts(above, below)) return;
      const half = some.length >> 1;
      const [last, next] = [some[half - 1], some[half]];
      if (last === undefined || next === undefined) {
        for (const hyphen of some) breaks.add(hyphen);
        return;
      }
      look(some.slice(0, half), above, after(last));
      look(some.slice(half), before(next), below);
    };
    const end = hyphens.at(-1) ?? 0;
    look(hyphens, before(hyphens[0] ?? 0), after(end));
    // A block of notes that was put in between ends the page.
    const ends = node.nextSibling instanceof Element && node.nextSibling.matches('.foot-notes');
    if (ends && end + 1 === text.length) breaks.add(end);
    let kept = '';
    let from = 0;
    for (const at of hyphens) {
      kept += text.slice(from, breaks.has(at) ? at + 1 : at);
      from = at + 1;
    }
    used += breaks.size;
    dropped += hyphens.length - breaks.size;
    changes.push([node, kept + text.slice(from)]);
  }
  for (const [node, text] of changes) node.data = text;
  return { used, dropped };
}
