/*
 * Runs inside the page, sent there as its own source.
 */

/**
 * Marks the last item of a list that stands alone at the head of a page with its only line, so that it takes some of the item before
 * along (`styles/media/paged.css`). What was measured before is no longer true.
 * @returns whether there is any
 */
export function holdLoneItems(): boolean {
  const lone = [
    ...document.querySelectorAll<HTMLElement>(
      'body > .sheet:not(.cover) :is(ul,ol) > li:last-child:not(:first-child,[data-joined])',
    ),
  ].filter((item) => {
    if (item.closest('.foot-notes,.index-columns,.toc,table')) return false;
    // Another item follows where it ends the list of one.
    if (item.parentElement?.closest('li:not(:last-child)')) return false;
    const before = [...(item.previousElementSibling?.getClientRects() ?? [])].at(-1);
    const [box, ...others] = item.getClientRects();
    if (!box || !before || others.length || Math.abs(box.x - before.x) <= box.width) return false;
    return box.height < Number.parseFloat(getComputedStyle(item).lineHeight) * 1.5;
  });
  // All at once: what is marked moves what stands behind it.
  for (const item of lone) item.dataset.joined = '';
  return lone.length > 0;
}
