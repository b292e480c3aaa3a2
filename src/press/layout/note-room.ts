/*
 * Runs inside the page, lent to it under its own name: it may use nothing but its arguments and the DOM.
 */

/**
 * How high the notes are that are called in an element, with the rule above them, in CSS pixels. They wait behind their chapter, or stand
 * at a foot already.
 */
export function roomOfNotes(element: Element): number {
  /** The rule above notes with the gaps around it, and what their lines are rounded by. */
  const ABOVE_NOTES = 24;
  const calls = [...element.querySelectorAll('a[data-footnote-ref]')];
  const heights = calls.map((call) => {
    const id = decodeURIComponent((call.getAttribute('href') ?? '').slice(1));
    const bodies = [...document.querySelectorAll(`#${CSS.escape(id)}`)];
    return Math.max(
      0,
      ...bodies.map((body) => [...body.getClientRects()].reduce((sum, { height }) => sum + height, 0)),
    );
  });
  return calls.length ? heights.reduce((sum, one) => sum + one, ABOVE_NOTES) : 0;
}
