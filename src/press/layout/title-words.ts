/*
 * Runs inside the page, sent there as its own source.
 */

/** A word of a title that is wider than its line, and its language. */
export interface TornWord {
  readonly word: string;
  readonly lang: string;
}

/**
 * Finds the words in titles that the browser had to end a line in, anywhere. Titles keep whole words, but for these. What was done to
 * any before is taken back first.
 * @param titles a selector of what is looked at
 * @param unspaced letters of scripts that put no space between words, as the inside of a class: a line may end in those
 */
export function findTornWords(titles: string, unspaced: string): TornWord[] {
  for (const title of document.querySelectorAll<HTMLElement>('[data-syllables]'))
    delete title.dataset.syllables;
  for (const title of document.querySelectorAll<HTMLElement>('[data-narrowed]')) {
    title.style.fontSize = '';
    delete title.dataset.narrowed;
  }
  // What opens and closes stays with its word.
  const WORD = new RegExp(
    `[\\p{Ps}\\p{Pi}]*((?:(?![${unspaced}])[\\p{L}\\p{M}\\u00ad]){6,})[\\p{Pe}\\p{Pf},.;:!?]*`,
    'gu',
  );
  const range = document.createRange();
  const torn = new Map<string, TornWord>();
  const owners = new Set<HTMLElement>();
  for (const title of document.querySelectorAll(titles)) {
    const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null)
      for (const { 0: whole, 1: word = '', index } of text.data.matchAll(WORD)) {
        range.setStart(text, index);
        range.setEnd(text, index + whole.length);
        const [first, ...others] = range.getClientRects();
        if (!first || !others.some(({ top }) => Math.abs(top - first.top) > first.height / 2)) continue;
        const lang = text.parentElement?.closest<HTMLElement>('[lang]')?.lang ?? '';
        torn.set(`${lang} ${word}`, { word, lang });
        const own = text.parentElement?.closest<HTMLElement>(titles);
        if (own) owners.add(own);
      }
  }
  // Behind all measuring, or the browser would lay out the book again for each.
  for (const title of owners) title.dataset.syllables = '';
  return [...torn.values()];
}

/**
 * Lets the words that are wider than their lines end these at a syllable. Where nobody knows their syllables, their title is set smaller,
 * but no smaller than text.
 * @param torn what was found, with soft hyphens where it may end a line
 */
export function partTitleWords(torn: readonly (TornWord & { readonly marked: string })[]): void {
  const range = document.createRange();
  const narrowed: { title: HTMLElement; size: number }[] = [];
  for (const title of document.querySelectorAll<HTMLElement>('[data-syllables]')) {
    const style = getComputedStyle(title);
    const room =
      title.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
    let share = 1;
    for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null) {
      const lang = text.parentElement?.closest<HTMLElement>('[lang]')?.lang;
      for (const { word, marked } of torn.filter((one) => one.lang === lang)) {
        const at = text.data.indexOf(word);
        if (at < 0) continue;
        if (marked.includes('\u00ad')) {
          if (marked !== word) text.data = text.data.replaceAll(word, marked);
          continue;
        }
        const behind = /^[\p{Pe}\p{Pf},.;:!?]*/u.exec(text.data.slice(at + word.length))?.[0] ?? '';
        range.setStart(text, at);
        range.setEnd(text, at + word.length + behind.length);
        const wide = [...range.getClientRects()].reduce((sum, box) => sum + box.width, 0);
        share = Math.min(share, room / wide);
      }
    }
    const size = Math.floor(Number.parseFloat(style.fontSize) * (share - 0.005) * 50) / 50;
    const sheet = title.closest('.sheet') ?? document.body;
    if (
      share < 1 &&
      !title.matches('.toc-title') &&
      size >= Number.parseFloat(getComputedStyle(sheet).fontSize)
    )
      narrowed.push({ title, size });
  }
  for (const { title, size } of narrowed) {
    title.dataset.narrowed = '';
    title.style.fontSize = `${size}px`;
  }
}
