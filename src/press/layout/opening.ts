/*
 * Runs inside the page, lent to it under its own name: it may use nothing but its arguments and the DOM.
 */

/**
 * How far down its first page a chapter opens, in CSS pixels, if nothing but its opening and a few lines stand before a block: what
 * goes to the next page leaves the title as good as alone.
 */
export function openingAbove(block: Element): number {
  const LINES = 3;
  const margin = (element: Element, side: 'Top' | 'Bottom'): number =>
    Number.parseFloat(getComputedStyle(element)[`margin${side}`]) || 0;
  const linesOf = (element: Element): number =>
    [...element.getClientRects()].reduce((sum, box) => sum + box.height, 0) /
    Number.parseFloat(getComputedStyle(element).lineHeight);
  const sheet = block.parentElement;
  let last: Element | undefined;
  let lines = 0;
  let isHeaded = false;
  for (let one = block.previousElementSibling; one; one = one.previousElementSibling) {
    if (!last && one.getClientRects().length) last = one;
    if (one.matches('.sheet > h1')) isHeaded = true;
    if (one.matches('h1,h2,h3,.above-title,.opening-label,.subtitle,.chapter-author,.place-mark')) continue;
    if (!one.matches('p')) return 0;
    lines += linesOf(one);
    // What is above, which may be all of a chapter, is not asked for any more.
    if (!(Math.round(lines) <= LINES)) return 0;
  }
  if (!isHeaded || !sheet || !last) return 0;
  const gap = Math.max(margin(last, 'Bottom'), margin(block, 'Top'));
  // Lines that are torn stand on one page where the block leaves them room.
  const boxes = [...last.getClientRects()];
  const own = boxes.reduce((sum, box) => sum + box.height, 0);
  return (boxes[0]?.top ?? 0) + own - sheet.getBoundingClientRect().top + gap;
}
