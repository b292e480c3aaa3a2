/*
 * Runs inside the page: each function is lent to it as its own source, under its own name, and may use nothing but its arguments,
 * the DOM, the other functions of this file and what else was lent.
 */
import type { theRange as rangeOf } from './range.js';

declare const theRange: typeof rangeOf;

/** Where a line begins in the text. */
export interface LineStart {
  readonly text: Text;
  readonly index: number;
}

/**
 * The first character of an element's text that stands beyond a place. It is looked for by halving, so that text of any length is
 * measured in a few steps.
 * @param texts of the element, in order
 * @param isBeyond whether a character with this box is beyond the place
 */
export function lineStart(
  texts: Iterable<Text>,
  isBeyond: (rect: DOMRect) => boolean,
): LineStart | undefined {
  const range = theRange();
  const beyond = (text: Text, index: number): boolean | undefined => {
    range.setStart(text, index);
    range.setEnd(text, index + 1);
    const rect = [...range.getClientRects()].findLast(({ height }) => height > 0);
    return rect && isBeyond(rect);
  };
  for (const text of texts) {
    let last = text.length - 1;
    while (last >= 0 && beyond(text, last) === undefined) last--;
    if (last < 0 || !beyond(text, last)) continue;
    let [low, high] = [0, last];
    while (low < high) {
      const half = (low + high) >> 1;
      // What has no box of its own (a collapsed space) belongs to what stands before it.
      let tried = half;
      while (tried < high && beyond(text, tried) === undefined) tried++;
      if (beyond(text, tried)) high = half;
      else low = tried + 1;
    }
    return { text, index: low };
  }
  return undefined;
}

/**
 * Parts an element before a place in its text: what stands before it goes into a copy of the element, which is put before it.
 * Both are one element still to their reader, so their marks (`data-parted`, `data-resumed`) tell the style sheet where they meet.
 * @returns the copy, which keeps the id
 */
export function partElement(element: HTMLElement, { text, index }: LineStart): HTMLElement {
  const range = theRange();
  range.setStart(element, 0);
  // No empty half of what begins here is left before it.
  let whole: Node = text;
  while (whole.parentNode && whole.parentNode !== element && !whole.previousSibling) whole = whole.parentNode;
  if (index === 0) range.setEndBefore(whole);
  else range.setEnd(text, index);
  const head = range.extractContents();
  const before = element.cloneNode(false) as HTMLElement;
  before.append(head);
  // What both halves hold a part of has one id.
  for (let node = text.parentElement; node; node = node.parentElement) {
    node.removeAttribute('id');
    if (node === element) break;
  }
  element.before(before);
  before.dataset.parted = '';
  element.dataset.resumed = '';
  // Gaps of their own (`grid.ts`) are not wanted where they meet.
  before.style.marginBottom = '';
  element.style.marginTop = '';
  return before;
}

/**
 * Parts notes where their room at the foot of a page ends: two lines of a paragraph at least stand on either side, and no word and no
 * formula is broken by it. What is not a paragraph (a list, a table) is not parted.
 * @param bodies of notes, in order; they are left as they are
 * @param room in CSS pixels
 * @param probe a block as wide as the foot, where nobody sees it
 * @returns what has room and what has not; both are copies
 */
export function partNotes(
  bodies: readonly HTMLElement[],
  room: number,
  probe: HTMLElement,
): { readonly kept: HTMLElement[]; readonly rest: HTMLElement[] } {
  const LEAST = 2;
  const copies = bodies.map((body) => body.cloneNode(true) as HTMLElement);
  probe.replaceChildren(...copies);
  const top = probe.getBoundingClientRect().top;
  const bottomOf = (element: Element): number => element.getBoundingClientRect().bottom - top;
  const index = copies.findIndex((copy) => bottomOf(copy) > room);
  const done = (at: number, part?: HTMLElement) => {
    probe.replaceChildren();
    return { kept: [...copies.slice(0, at), ...(part ? [part] : [])], rest: copies.slice(at) };
  };
  const copy = copies[index];
  if (!copy) return done(copies.length);
  const block = [...copy.children].find((child) => bottomOf(child) > room) as HTMLElement | undefined;
  if (!block) return done(index);
  const texts: Text[] = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
  const leading = Number.parseFloat(getComputedStyle(block).lineHeight) || 16;
  const middles: number[] = [];
  const range = theRange();
  for (const text of block.tagName === 'P' ? texts : []) {
    range.selectNodeContents(text);
    for (const rect of range.getClientRects()) {
      const middle = (rect.top + rect.bottom) / 2;
      if (rect.width && !middles.some((known) => Math.abs(known - middle) <= leading * 0.45))
        middles.push(middle);
    }
  }
  middles.sort((a, b) => a - b);
  for (let lines = middles.length - LEAST; lines >= LEAST; lines--) {
    const middle = middles[lines - 1] ?? 0;
    if (middle + leading / 2 - top > room) continue;
    const start = lineStart(texts, (rect) => (rect.top + rect.bottom) / 2 > middle + leading * 0.45);
    const before = start && (start.text.data[start.index - 1] ?? ' ');
    if (!start || before === '\u00ad' || start.text.parentElement?.closest('math')) continue;
    const justified = getComputedStyle(block).textAlign === 'justify';
    const part = partElement(copy, start);
    const last = part.lastElementChild as HTMLElement;
    if (justified) last.dataset.parted = '';
    block.dataset.resumed = '';
    return done(index, part);
  }
  const first = copy.firstElementChild;
  if (block === first || !block.previousSibling) return done(index);
  // Between two blocks of a note.
  const part = copy.cloneNode(false) as HTMLElement;
  while (copy.firstChild && copy.firstChild !== block) part.append(copy.firstChild);
  copy.removeAttribute('id');
  copy.dataset.resumed = '';
  part.dataset.parted = '';
  return done(index, part);
}

/**
 * Parts code before a place in its text, once more if it is a part already. What is whole waits behind its parts until the pages are
 * settled (`data-in-parts`); its lines go on to be counted.
 * @returns its parts, and how to make one of them again, which is another element then
 */
export function partCode(
  code: HTMLElement,
  start: LineStart,
): { readonly parts: readonly HTMLElement[]; unite(): HTMLElement } {
  const spare = code.cloneNode(true) as HTMLElement;
  const isWhole = code.dataset.part === undefined;
  const before = partElement(code, start);
  before.dataset.part = '';
  code.dataset.part = '';
  const [above, numbered] = [before, code].map((part) => part.querySelector<HTMLElement>('.numbered'));
  if (above && numbered) {
    const from = Number(/\d+$/.exec(above.style.counterReset)?.[0] ?? 0);
    numbered.style.counterReset = `code-line ${from + above.querySelectorAll('.code-line').length}`;
  }
  if (isWhole) {
    spare.dataset.inParts = '';
    spare.hidden = true;
    code.after(spare);
  }
  const unite = (): HTMLElement => {
    before.remove();
    code.replaceWith(spare);
    if (isWhole) {
      delete spare.dataset.inParts;
      spare.hidden = false;
    }
    return spare;
  };
  return { parts: [before, code], unite };
}

/** What is lent to the page. */
export const PARTING = { lineStart, partElement, partNotes, partCode };
