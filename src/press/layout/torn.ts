/**
 * Runs inside the page, sent there as its own source: marks the paragraphs of three lines that are torn into two and one.
 * Chromium puts the last one alone on the next page, for want of two lines that it could take there. What is marked is held
 * together (`styles/media/paged.css`), so that what was measured before is no longer true.
 * @returns whether there are any
 */
export function holdTorn(): boolean {
  const torn: HTMLElement[] = [];
  for (const paragraph of document.querySelectorAll<HTMLElement>('body > .sheet:not(.cover) :is(p,li)')) {
    const fragments = paragraph.getClientRects();
    const [first, last] = fragments;
    if (
      !first ||
      !last ||
      fragments.length !== 2 ||
      paragraph.querySelector('p,ul,ol,table,pre,figure,.foot-notes')
    )
      continue;
    const line = Number.parseFloat(getComputedStyle(paragraph).lineHeight);
    if (last.height < 1.5 * line && first.height < 3.5 * line) torn.push(paragraph);
  }
  // All at once: what is marked moves what stands behind it.
  for (const paragraph of torn) paragraph.dataset.whole = '';
  return torn.length > 0;
}
