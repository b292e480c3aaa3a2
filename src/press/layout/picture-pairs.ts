/*
 * Runs inside the page, sent there as its own source.
 */

/**
 * Marks the brief texts of a chapter that is nothing but pictures and such texts in turn, as picture books are: each belongs to one
 * picture, and stays on its page (`styles/media/paged/kept.css`). Where a chapter begins with a picture that is the one above, else the one
 * below, but for the words that end it. A picture with a caption says itself what it shows.
 */
export function pairPictures(): void {
  /** So many letters are a brief text, in one paragraph or several. */
  const BRIEF = 300;
  /** So many pictures are a rhythm. */
  const PICTURES = 2;
  for (const sheet of document.querySelectorAll('body > .sheet.matter-body')) {
    const blocks = [...sheet.querySelectorAll<HTMLElement>(':scope > *')].filter(
      (one) => one.getClientRects().length && !one.matches('h1,.opening-label,.subtitle,.chapter-author'),
    );
    const isPicture = (one: HTMLElement): boolean =>
      one.matches('figure:not(.full-bleed),.figures') && !one.querySelector('figcaption,.full-bleed');
    const pictures = blocks.filter(isPicture);
    /** The paragraphs between pictures. */
    const texts: HTMLElement[][] = [[]];
    for (const block of blocks) {
      if (isPicture(block)) texts.push([]);
      else texts.at(-1)?.push(block);
    }
    const [before = [], ...behind] = texts;
    const between = behind.slice(0, -1);
    const isBrief = (text: readonly HTMLElement[]): boolean =>
      text.every((one) => one.matches('p')) &&
      text.reduce((sum, one) => sum + (one.textContent ?? '').length, 0) <= BRIEF;
    if (pictures.length < PICTURES || !texts.every(isBrief) || between.some(({ length }) => !length))
      continue;
    const isAbove = before.length > 0;
    for (const [i, text] of texts.entries()) {
      // Words that open a story stay with its title, whatever becomes of their picture; those that end it stand below the last one.
      const place = !isAbove || text === texts.at(-1) ? 'above' : i ? 'below' : 'first';
      for (const paragraph of text) paragraph.dataset.picture = place;
    }
  }
}
