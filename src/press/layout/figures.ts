/*
 * Runs inside the page, sent there as its own source: it may use nothing but its arguments and the DOM.
 */

/**
 * Makes images smaller, alone or side by side, that leave their captions no room on the page, and those that open a chapter, at most
 * behind a few lines, and leave its title alone on it. What would be made too small by it is left as it is. Whatever it did before is
 * taken back first.
 * @param height of the text block, in CSS pixels
 * @param footNotes whether the notes of captions stand at the foot of the page
 */
export function fitFigures(height: number, footNotes: boolean): void {
  /** How much of a page there is for an image at least, and for one below a title with its caption. */
  const LEAST = 0.4;
  const LEAST_BELOW_TITLE = 0.6;
  /** With so many lines below it a title is as good as alone. */
  const LINES = 3;
  /** What opens a chapter. */
  const OPENING = 'h1,.opening-label,.subtitle,.chapter-author,.index-mark';
  /** What rounding may take. */
  const SLACK = 2;
  /** The rule above notes with the gaps around it, and what their lines are rounded by. */
  const ABOVE_NOTES = 24;
  const margin = (element: Element, side: 'Top' | 'Bottom'): number =>
    Number.parseFloat(getComputedStyle(element)[`margin${side}`]) || 0;
  const heightOf = (element: Element): number =>
    [...element.getClientRects()].reduce((sum, box) => sum + box.height, 0);
  const linesOf = (element: Element): number =>
    Math.round(heightOf(element) / Number.parseFloat(getComputedStyle(element).lineHeight));
  /** What notes that are called in a figure take of its page: they wait behind their chapter, or stand at a foot already. */
  const notesOf = (figure: Element): number => {
    const calls = footNotes ? [...figure.querySelectorAll('a[data-footnote-ref]')] : [];
    const heights = calls.map((call) => {
      const id = decodeURIComponent((call.getAttribute('href') ?? '').slice(1));
      return Math.max(0, ...[...document.querySelectorAll(`[id="${CSS.escape(id)}"]`)].map(heightOf));
    });
    if (!calls.length) return 0;
    // The gap below a figure is widened to whole lines (`grid.ts`).
    const gap = margin(figure, 'Bottom') + (Number.parseFloat(getComputedStyle(figure).lineHeight) || 0);
    return heights.reduce((sum, one) => sum + one, ABOVE_NOTES + gap);
  };
  /** How far down the page a chapter opens, if nothing but its opening and a few lines stand before a figure. */
  const openingAbove = (figure: Element): number => {
    const before: Element[] = [];
    for (let one = figure.previousElementSibling; one; one = one.previousElementSibling) before.push(one);
    const sheet = figure.parentElement;
    const last = before.find((one) => one.getClientRects().length > 0);
    const text = before.filter((one) => !one.matches(OPENING));
    const opens =
      before.some((one) => one.matches('.sheet > h1')) &&
      text.every((one) => one.matches('p')) &&
      text.reduce((sum, one) => sum + linesOf(one), 0) <= LINES;
    if (!opens || !sheet || !last) return 0;
    const gap = Math.max(margin(last, 'Bottom'), margin(figure, 'Top'));
    return last.getBoundingClientRect().bottom - sheet.getBoundingClientRect().top + gap;
  };

  for (const image of document.querySelectorAll<HTMLElement>('figure img[data-scaled]')) {
    image.style.maxHeight = '';
    delete image.dataset.scaled;
  }
  const scaled: { image: HTMLElement; room: number }[] = [];
  const blocks = 'body > .sheet:not(.cover) :is(.figures, figure:not(.full-bleed, .figures > figure))';
  for (const block of document.querySelectorAll(blocks)) {
    const figures = block.matches('.figures') ? [...block.children] : [block];
    const images = figures.flatMap((figure) => [...figure.querySelectorAll('img')]);
    const heights = images.map((image) => image.getClientRects()[0]?.height);
    if (images.length !== figures.length || !heights.every((one) => one !== undefined)) continue;
    const words = Math.max(
      ...figures.map((figure) => {
        const caption = figure.querySelector('figcaption');
        return caption ? heightOf(caption) + margin(caption, 'Top') : 0;
      }),
    );
    const opening = openingAbove(block);
    const below = height - opening;
    const whole = height - words - notesOf(block) - SLACK;
    const room =
      below >= LEAST_BELOW_TITLE * height && whole - opening >= LEAST * height ? whole - opening : whole;
    if (room < LEAST * height) continue;
    for (const [i, image] of images.entries()) if ((heights[i] ?? 0) > room) scaled.push({ image, room });
  }
  for (const { image, room } of scaled) {
    image.dataset.scaled = '';
    image.style.maxHeight = `${Math.floor(room)}px`;
  }
}
