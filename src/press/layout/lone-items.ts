/*
 * Runs inside the page, sent there as its own source.
 */

/**
 * Marks the last item of a list that stands alone at the head of a page with its only line, so that it takes some of the item before
 * along (`styles/media/paged/kept.css`). Notes that end a chapter on a page of their own are four lines at least, as text is (`last-page.ts`).
 * What was measured before is no longer true.
 * @returns whether there is any
 */
export function holdLoneItems(): boolean {
  /** What is less than so many lines; between notes there may be gaps. */
  const ALONE = 1.5;
  const FEW_NOTES = 3.9;
  const isShown = (one: Element): boolean => one.getClientRects().length > 0;
  const lone = [
    ...document.querySelectorAll<HTMLElement>(
      'body > .sheet:not(.cover) :is(ul,ol) > li:last-child:not(:first-child)',
    ),
  ].flatMap((last) => {
    if (last.closest('.foot-notes,.index-columns,.toc,table')) return [];
    // Another item follows where it ends the list of one.
    if (last.parentElement?.closest('li:not(:last-child)')) return [];
    const [box, ...others] = last.getClientRects();
    if (!box || others.length) return [];
    const first = firstOn(box, last);
    if (!first || first.dataset.joined !== undefined) return [];
    const height = box.bottom - first.getBoundingClientRect().top;
    const line = Number.parseFloat(getComputedStyle(last).lineHeight);
    return height < linesFor(last) * line ? [first] : [];
  });
  // All at once: what is marked moves what stands behind it.
  for (const item of lone) item.dataset.joined = '';
  return lone.length > 0;

  /** The first item on the page of the last one, if it begins there below nothing. */
  function firstOn(box: DOMRect, last: HTMLElement): HTMLElement | undefined {
    let first = last;
    for (
      let one = last.previousElementSibling;
      one instanceof HTMLElement;
      one = one.previousElementSibling
    ) {
      const [begins, ends] = [one.getClientRects()[0], [...one.getClientRects()].at(-1)];
      if (!begins || !ends) return undefined;
      if (Math.abs(ends.x - box.x) > box.width) return first;
      if (Math.abs(begins.x - box.x) > box.width) return undefined;
      first = one;
    }
    return undefined;
  }

  /** How many lines of a list are too few for the page that it ends on. */
  function linesFor(item: HTMLElement): number {
    const notes = item.closest('section[data-footnotes]');
    if (!notes) return ALONE;
    const end = [...(notes.closest('.sheet')?.children ?? [])].findLast(isShown);
    return end?.contains(notes) ? FEW_NOTES : ALONE;
  }
}
