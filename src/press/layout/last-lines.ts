/*
 * Runs inside the page, sent there as its own source.
 */

/**
 * Has the browser mend last lines that are a brief word, or a part of one. It pulls words down from the lines before them
 * (`text-wrap: pretty`), which are then filled with spaces in justified text, however wide: where they grow too wide, the paragraph ends
 * as it did. All of a book is tried at once. Whatever was done before is taken back first.
 */
export function mendLastLines(): void {
  /** Widths are told in sizes of the letters: a last line that is short, and a space that is too wide for the sake of it. */
  const BRIEF = 3;
  const WIDE = 0.5;
  /** A last line that is worse, a part of a word or one hardly longer than an indent, and the space that is too wide then. */
  const TINY = 1.5;
  const WIDER = 0.75;
  /** The browser changes no more than the last lines. */
  const LINES = 4;
  /** Items of lists and what a term means are paragraphs, too, where nothing else is in them. */
  const TEXTS = 'body > .sheet:not(.cover) :is(p, :is(li, dd):not(:has(p, li, dd, table, figure, pre, div)))';
  const range = document.createRange();
  for (const one of document.querySelectorAll<HTMLElement>('[data-mended]')) delete one.dataset.mended;

  const brief: { paragraph: HTMLElement; rows: number; widest: number }[] = [];
  for (const paragraph of document.querySelectorAll<HTMLElement>(TEXTS)) {
    const boxes = [...paragraph.getClientRects()];
    const box = boxes.at(-1);
    const style = getComputedStyle(paragraph);
    const height = boxes.reduce((sum, one) => sum + one.height, 0);
    const rows = Math.round(height / Number.parseFloat(style.lineHeight));
    const text = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).lastChild() as Text | null;
    if (!box || !text || rows < 2 || style.getPropertyValue('text-wrap-style') !== 'auto') continue;
    const end = text.data.trimEnd().length;
    range.setStart(text, text.data.lastIndexOf(' ', end - 1) + 1);
    range.setEnd(text, end);
    const pieces = range.getClientRects();
    const [first, last] = [pieces[0], pieces[pieces.length - 1]];
    if (!first || !last) continue;
    const size = Number.parseFloat(style.fontSize);
    const length = style.direction === 'rtl' ? box.right - last.left : last.right - box.left;
    const isBroken = Math.abs(last.bottom - first.bottom) > size / 2;
    const most = isBroken || length < TINY * size ? WIDER : WIDE;
    const widest = style.textAlign === 'justify' ? most * size : Number.POSITIVE_INFINITY;
    if (length < BRIEF * size || isBroken) brief.push({ paragraph, rows, widest });
  }
  for (const { paragraph } of brief) paragraph.dataset.mended = '';
  const torn = brief.filter(
    ({ paragraph, rows, widest }) => widest < Number.POSITIVE_INFINITY && widestIn(paragraph, rows) > widest,
  );
  for (const { paragraph } of torn) delete paragraph.dataset.mended;

  /** The widest space in the lines that can change, but for the last, in CSS pixels. */
  function widestIn(paragraph: HTMLElement, rows: number): number {
    const all = wordsOf(paragraph);
    const words = rows > LINES ? all.slice(-Math.ceil((all.length * LINES) / rows)) : all;
    const tops = words.map((): number | undefined => undefined);
    const topOf = (at: number): number => {
      const word = words[at];
      if (!word) return 0;
      range.setStart(word.text, word.start);
      range.setEnd(word.text, word.start + 1);
      const top = tops[at] ?? range.getBoundingClientRect().top;
      tops[at] = top;
      return top;
    };
    const last = topOf(words.length - 1);
    let widest = 0;
    /** Looks between two words of each line, from the one word to the other: all spaces of a line are the same. */
    const look = (from: number, to: number): void => {
      const [word, next] = [words[from], words[from + 1]];
      if (!word || !next || from >= to || topOf(from) === last) return;
      if (topOf(from) !== topOf(to)) {
        const middle = (from + to) >> 1;
        look(from, middle);
        look(middle + 1, to);
        return;
      }
      range.setStart(word.text, word.end);
      range.setEnd(next.text, next.start);
      for (const { width } of range.getClientRects()) widest = Math.max(widest, width);
    };
    look(0, words.length - 1);
    return widest;
  }

  function wordsOf(paragraph: HTMLElement): { text: Text; start: number; end: number }[] {
    const words: { text: Text; start: number; end: number }[] = [];
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null)
      for (const { index, 0: word } of text.data.matchAll(/[^ \n\t]+/g))
        words.push({ text, start: index, end: index + word.length });
    return words;
  }
}
