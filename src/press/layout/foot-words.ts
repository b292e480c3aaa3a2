/*
 * Runs inside the page, lent to it under its own name: it may use nothing but its arguments, the DOM and what else was lent.
 */
import type { theRange as rangeOf } from './range.js';

declare const theRange: typeof rangeOf;

/**
 * Words that are parted where a page ends with notes go over to the next page as a whole, if that makes no line more of their
 * paragraph and leaves no wide space in the line that they stood in. Notes are put between two lines, so the part of a word goes behind them.
 * All of a book is tried at once, and what does not hold is taken back.
 */
export function keepFootWords(): void {
  const SOFT = '\u00ad';
  /** A space that is wide, in sizes of the letters. */
  const WIDE = 0.6;
  const tried = [...document.querySelectorAll<HTMLElement>('.foot-notes')].flatMap((foot) => {
    const [before, behind] = [foot.previousSibling, foot.nextSibling];
    const block = foot.parentElement?.closest<HTMLElement>('p,li,dd');
    if (!(before instanceof Text && behind instanceof Text) || !block || !before.data.endsWith(SOFT))
      return [];
    const words = [before.data, behind.data] as const;
    const begin = before.data.search(/\S+$/);
    const end = behind.data.search(/\s|$/);
    const space = before.data.slice(0, begin).search(/\s(?=\S+\s+$)/);
    if (space < 0) return [];
    return [{ foot, block, before, behind, words, begin, end, space, was: placesOf(block, foot) }];
  });
  for (const { before, behind, words, begin, end } of tried) {
    const word = words[0].slice(begin) + words[1].slice(0, end);
    before.data = words[0].slice(0, begin);
    behind.data = word.replaceAll(SOFT, '') + words[1].slice(end);
  }
  const failed = tried.filter(
    ({ foot, block, before, space, was }) => placesOf(block, foot) !== was || isWide(block, before, space),
  );
  for (const { before, behind, words } of failed) [before.data, behind.data] = words;

  function placesOf(block: Element, foot: Element): string {
    const boxes = [...block.getClientRects(), ...foot.getClientRects()];
    return boxes.map(({ left, top, width, height }) => [left, top, width, height].join()).join(' ');
  }

  function isWide(block: Element, text: Text, at: number): boolean {
    const range = theRange();
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const { fontSize, textAlign } = getComputedStyle(block);
    return (
      textAlign === 'justify' && range.getBoundingClientRect().width > WIDE * Number.parseFloat(fontSize)
    );
  }
}
