/** How far down its last page each section goes, in CSS pixels from the top of the text block. Runs in the page. */
export function extentsOf(): Record<string, number> {
  const extents: Record<string, number> = {};
  for (const sheet of document.querySelectorAll<HTMLElement>('body > .sheet')) {
    const { top } = sheet.getBoundingClientRect();
    // Pages follow each other to the left where the book is read from the right.
    const onward = getComputedStyle(sheet).direction === 'rtl' ? -1 : 1;
    let last = Number.NEGATIVE_INFINITY;
    let lowest = top;
    for (const child of sheet.children)
      for (const { left, bottom, height } of child.getClientRects()) {
        if (height === 0) continue;
        const at = left * onward;
        if (at > last + 8) lowest = top;
        if (at > last - 8) lowest = Math.max(lowest, bottom);
        last = Math.max(last, at);
      }
    extents[sheet.id] = lowest - top;
  }
  return extents;
}

/** The ids of sections in which a table was too wide and is turned by a quarter. Runs in the page. */
export function turnedIn(): string[] {
  return [...document.querySelectorAll('body > .sheet:has(.turned)')].map(({ id }) => id);
}
