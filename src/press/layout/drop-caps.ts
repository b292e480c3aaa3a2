/*
 * Runs inside the page, sent there as its own source.
 */

/**
 * Finds the drop caps whose tails reach below their lines (Q, Ç), and those whose accents would stand in the line above or are wider
 * than their letter (Ï): how far they go is known to the typeface alone. What is right below a title has room for an accent.
 */
export function giveRoomToDropCaps(): void {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return;
  for (const paragraph of document.querySelectorAll<HTMLElement>('body > .sheet p.drop-cap')) {
    const letter = letterOf(paragraph);
    const parent = letter?.parentElement;
    if (!letter || !parent) continue;
    const style = getComputedStyle(parent);
    const leading = Number.parseFloat(getComputedStyle(paragraph).lineHeight);
    const lines = Number(style.getPropertyValue('--book-drop-cap-lines'));
    pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const capital = pen.measureText('H');
    const cap = capital.actualBoundingBoxAscent;
    // Where the glyphs of the text end below its line, and begin above its capitals.
    const gap = (leading - capital.fontBoundingBoxAscent - capital.fontBoundingBoxDescent) / 2;
    const below = gap + capital.fontBoundingBoxDescent;
    const above = gap + capital.fontBoundingBoxAscent - cap;
    const scale = ((lines - 1) * leading + cap) / cap;
    const ink = pen.measureText([...letter.data.trimStart().normalize('NFC')][0] ?? '');
    // The browser cuts what goes over the edge of the text by less than a pixel of its own size.
    if (ink.actualBoundingBoxLeft > 0 && ink.actualBoundingBoxRight > ink.width) paragraph.dataset.wide = '';
    if (ink.actualBoundingBoxDescent * scale > below) paragraph.dataset.tail = '';
    // Beside a mark that stands before a letter with an accent the browser lets lines run through that.
    const mark = paragraph.querySelector('.drop-mark');
    if (mark && ink.actualBoundingBoxAscent > cap * 1.08) {
      mark.removeAttribute('class');
      paragraph.classList.remove('drop-cap');
    } else if ((ink.actualBoundingBoxAscent - cap) * scale > above + underTitle(paragraph))
      paragraph.dataset.accent = '';
  }

  function letterOf(paragraph: Element): Text | undefined {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null)
      if (text.data.trim() && !text.parentElement?.closest('.drop-mark')) return text;
    return undefined;
  }

  /** What is left below a title, which is never parted from what it heads. */
  function underTitle(paragraph: Element): number {
    let before = paragraph.previousElementSibling;
    while (before?.matches('.place-mark')) before = before.previousElementSibling;
    if (!before?.matches('h1,h2,h3,h4,h5,h6,.subtitle,.chapter-author')) return 0;
    const padding = Number.parseFloat(getComputedStyle(before).paddingBottom);
    return paragraph.getBoundingClientRect().top - before.getBoundingClientRect().bottom + padding;
  }
}
