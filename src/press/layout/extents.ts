/** How far down its last page each section goes, in CSS pixels from the top of the text block. Runs in the page. */
export function extentsOf(): Record<string, number> {
  const extents: Record<string, number> = {};
  for (const sheet of document.querySelectorAll<HTMLElement>('body > .sheet')) {
    const { top } = sheet.getBoundingClientRect();
    const boxes = [...sheet.children].flatMap((child) => [...child.getClientRects()]);
    const last = Math.max(...boxes.map(({ left }) => left));
    const lowest = boxes
      .filter(({ left, height }) => height > 0 && left > last - 8)
      .map(({ bottom }) => bottom);
    extents[sheet.id] = Math.max(0, ...lowest) - top;
  }
  return extents;
}
