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
  const before: Element[] = [];
  for (let one = block.previousElementSibling; one; one = one.previousElementSibling) before.push(one);
  const sheet = block.parentElement;
  const last = before.find((one) => one.getClientRects().length > 0);
  const text = before.filter(
    (one) => !one.matches('h1,.above-title,.opening-label,.subtitle,.chapter-author,.index-mark'),
  );
  const opens =
    before.some((one) => one.matches('.sheet > h1')) &&
    text.every((one) => one.matches('p')) &&
    Math.round(text.reduce((sum, one) => sum + linesOf(one), 0)) <= LINES;
  if (!opens || !sheet || !last) return 0;
  const gap = Math.max(margin(last, 'Bottom'), margin(block, 'Top'));
  return last.getBoundingClientRect().bottom - sheet.getBoundingClientRect().top + gap;
}
