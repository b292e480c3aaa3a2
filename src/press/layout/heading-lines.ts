/*
 * Runs inside the page, sent there as its own source.
 */

/**
 * Parts the lines of headings that are turned over and whose letters are nearly as high as the lines of the text: what hangs down from one
 * would touch what stands up from the next. They take whole lines all the same, of which the white below them gives some. What was done
 * to any before is taken back first.
 */
export function partHeadingLines(): void {
  /** How high a line is at least, in heights of its letters. */
  const LEAST = 1.2;
  for (const heading of document.querySelectorAll<HTMLElement>('[data-turned-over]')) {
    heading.style.lineHeight = '';
    heading.style.height = '';
    delete heading.dataset.turnedOver;
  }
  const found: { heading: HTMLElement; line: number; height: number }[] = [];
  for (const sheet of document.querySelectorAll<HTMLElement>('body > .sheet:not(.cover)')) {
    const leading = Number.parseFloat(getComputedStyle(sheet).lineHeight);
    for (const heading of sheet.querySelectorAll<HTMLElement>('h2,h3,h4,h5,h6')) {
      if (heading.closest('.turned')) continue;
      const style = getComputedStyle(heading);
      const [solid, line] = [Number.parseFloat(style.lineHeight), Number.parseFloat(style.fontSize) * LEAST];
      if (!(solid < line)) continue;
      const lines = Math.round(Number.parseFloat(style.height) / solid);
      const more = lines * (line - solid);
      if (lines > 1)
        found.push({ heading, line, height: lines * solid + Math.round(more / leading) * leading });
    }
  }
  for (const { heading, line, height } of found) {
    heading.dataset.turnedOver = '';
    heading.style.lineHeight = `${line}px`;
    heading.style.height = `${height}px`;
  }
}
