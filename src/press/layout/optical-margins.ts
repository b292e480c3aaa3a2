/*
 * Runs inside the page, lent to it under its own name: it may use nothing but its arguments, the DOM and what else was
 * lent.
 */
import type { Hanging } from './hung-signs.js';
import type { Letter } from './letter.js';
import type { lineEnds as endsOf, FinishedLines, LineEnd } from './line-ends.js';
import type { theRange as rangeOf } from './range.js';

declare const theRange: typeof rangeOf;
declare const lineEnds: typeof endsOf;

/** A block whose lines are to be held. */
export interface HeldLines extends FinishedLines {
  /** Whether signs at their edges are to hang. */
  readonly hangs: boolean;
  /** Whether they would end elsewhere without the hyphens that part no word. */
  readonly moves: boolean;
  /** How far each line may reach, and where the last one ends, in CSS pixels, if lines are to end elsewhere than now. */
  readonly edges?: readonly number[];
  readonly right?: number;
}

/**
 * Holds lines that are as they are to be printed: each may be broken at its end and nowhere else. So no word comes up into the room that
 * is won where hyphens, points and quotation marks that a justified line ends or begins with hang into the margin, by a part of their
 * width, for the edge of the text to look straight (optical margin alignment).
 * @param width of the text block, in CSS pixels
 * @param blockOf the block that an element stands in the lines of
 * @returns the blocks in which no soft hyphen is left that parted no word, and those of them whose lines are not held after all
 */
export function holdLines(
  found: readonly HeldLines[],
  { atEnd, atStart, hyphen, most }: Hanging,
  blockOf: (element: Element) => Element,
  width: number,
): Readonly<Record<'tried' | 'takenBack', ReadonlySet<Element>>> {
  const SOFT = '\u00ad';
  const BLOCKS = 'aside,p,div,ul,ol,dl,table,pre,blockquote,figure,section';
  /** A longer last line has no room in the one before it, by its part of the measure; a shorter one is made longer by as much. */
  const BRIEF = 0.45;
  const blocks = found.flatMap(({ block, texts, ends, hangs, moves, edges, right }) => {
    const last = texts.at(-1);
    const isHung = hangs && ends.some((line) => shareAtEnd(line.last) || shareAtStart(line.next));
    if (!ends.length || !(isHung || moves) || !last || !(block instanceof HTMLElement)) return [];
    const was = { size: sizeOf(block), place: placeOf(block), words: texts.map(({ data }) => data) };
    return [{ block, texts, ends, hangs, last, edges, right: right ?? rightOf(last), ...was }];
  });
  for (const { block, texts, ends, hangs, last, right } of blocks) {
    // Lines as they are do not end at other places where they may.
    for (const place of block.querySelectorAll<HTMLElement>('wbr'))
      if (blockAround(place) === block) place.style.display = 'none';
    const begins = ends.at(-1)?.next.box.left ?? 0;
    if (right - begins < BRIEF * width) lengthen(block, last);
    const feet = [...block.querySelectorAll('.foot-notes')];
    for (const line of ends.toReversed()) {
      if (hangs) begin(line.next);
      // Notes at the foot of a page belong to the line that ends it.
      const foot = feet.find((one) => isBetween(one, line));
      finish(line.last, hangs, foot);
    }
    for (const text of texts) whole(text);
    // Nothing is left to be weighed.
    block.style.setProperty('text-wrap-style', 'auto');
    if (block.querySelector(BLOCKS)) holdRuns(block);
    else block.style.whiteSpace = 'nowrap';
  }
  const takenBack = new Set<Element>();
  const takeAllBack = (all: typeof blocks): void => {
    for (const { block, texts, words } of all) {
      takeBack(block);
      // They have their hyphens again, for they are to be as they were.
      for (const [i, text] of texts.entries())
        if (text.data.replaceAll(SOFT, '') === words[i]?.replaceAll(SOFT, '')) text.data = words[i] ?? '';
      takenBack.add(block);
    }
  };
  takeAllBack(
    blocks.filter(
      ({ block, last, edges, size, right }) =>
        sizeOf(block) !== size ||
        Math.abs(rightOf(endOf(block, last)) - right) > most + 0.5 ||
        (edges && !isWithin(block, edges)),
    ),
  );
  // A stylesheet of the book may let a block move others for what is in it.
  const sheetOf = (block: Element): Element | null => block.closest('.sheet');
  const stirred = new Set(
    blocks.filter(({ block, place }) => placeOf(block) !== place).map(({ block }) => sheetOf(block)),
  );
  takeAllBack(blocks.filter(({ block }) => stirred.has(sheetOf(block)) && !takenBack.has(block)));
  return { tried: new Set(blocks.map(({ block }) => block)), takenBack };

  function shareAtEnd({ text, at }: Letter): number {
    return atEnd[text.data[at + 1] === SOFT ? SOFT : (text.data[at] ?? '')] ?? 0;
  }

  function shareAtStart({ text, at }: Letter): number {
    return atStart[text.data[at] ?? ''] ?? 0;
  }

  /** The block that something stands in, in whatever elements it has been put. */
  function blockAround(node: Node): Element | undefined {
    let parent = node.parentElement;
    while (parent?.matches('span[data-hung]')) parent = parent.parentElement;
    return parent ? blockOf(parent) : undefined;
  }

  /** The text that a block ends with, which has been parted since. */
  function endOf(block: HTMLElement, last: Text): Text {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    walker.currentNode = last;
    let end = last;
    for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null)
      if (text.data.trim() && blockAround(text) === block) end = text;
    return end;
  }

  function sizeOf({ offsetWidth, offsetHeight }: HTMLElement): string {
    return `${offsetWidth} ${offsetHeight}`;
  }

  function placeOf(block: HTMLElement): string {
    const { left, top } = block.getBoundingClientRect();
    return `${Math.round(left)} ${Math.round(top)}`;
  }

  function rightOf(text: Text): number {
    const range = theRange();
    range.selectNodeContents(text);
    return [...range.getClientRects()].at(-1)?.right ?? 0;
  }

  /** Whether there are as many lines as there should be, none of which reaches further than it may. */
  function isWithin(block: HTMLElement, edges: readonly number[]): boolean {
    const texts: Text[] = [];
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null)
      if (text.data.trim() && blockAround(text) === block) texts.push(text);
    const ends = lineEnds({ block, texts });
    return (
      ends.length === edges.length - 1 &&
      ends.every(({ last }, line) => last.box.right < (edges[line] ?? 0) + most + 0.5)
    );
  }

  function isBetween(foot: Element, line: LineEnd): boolean {
    const { DOCUMENT_POSITION_PRECEDING: before, DOCUMENT_POSITION_FOLLOWING: behind } = Node;
    return Boolean(
      foot.compareDocumentPosition(line.last.text) & before &&
        foot.compareDocumentPosition(line.next.text) & behind,
    );
  }

  function begin(letter: Letter): void {
    const { text, at, box } = letter;
    const share = shareAtStart(letter);
    if (share) part(text, at).style.marginInlineStart = hanging(share * box.width);
  }

  function finish(letter: Letter, hangs: boolean, foot: Element | undefined): void {
    const { text, at, box } = letter;
    const share = hangs ? shareAtEnd(letter) : 0;
    if (text.data[at + 1] === SOFT) {
      const size = Number.parseFloat(getComputedStyle(text.parentElement as Element).fontSize);
      const sign = part(text, at + 1);
      // With no margin at all the letters on either side would be shaped as one word, “ff” as one letter, and one is lost in the text.
      sign.style.marginInlineEnd = hanging(Math.max(share * hyphen * size, 0.02));
      sign.style.whiteSpace = 'normal';
      return;
    }
    let end: ChildNode = text;
    if (share) {
      const sign = part(text, at);
      sign.style.marginInlineEnd = hanging(share * box.width);
      end = sign;
    } else if (at + 1 < text.length) whole(text.splitText(at + 1));
    const mark = document.createElement('wbr');
    mark.dataset.hung = '';
    (foot ?? end).after(mark);
  }

  function hanging(by: number): string {
    return `${(-Math.min(by, most)).toFixed(2)}px`;
  }

  /** Keeps a brief last line from coming up into the line before it; a tint or a frame of its last words grows no wider. */
  function lengthen(block: HTMLElement, text: Text): void {
    const room = document.createElement('span');
    room.dataset.hung = '';
    room.style.paddingInlineEnd = `${Math.floor(BRIEF * width)}px`;
    let end: ChildNode = text;
    while (end.parentElement && end.parentElement !== block) end = end.parentElement;
    end.after(room);
  }

  /** Words that are within a line have no hyphens. */
  function whole(text: Text): void {
    if (text.data.includes(SOFT)) text.data = text.data.replaceAll(SOFT, '');
  }

  /** Puts a letter in an element of its own. */
  function part(text: Text, at: number): HTMLElement {
    const letter = at ? text.splitText(at) : text;
    if (letter.length > 1) whole(letter.splitText(1));
    return wrap(letter);
  }

  function wrap(node: ChildNode): HTMLElement {
    const span = document.createElement('span');
    span.dataset.hung = '';
    node.before(span);
    span.append(node);
    return span;
  }

  /**
   * Holds the lines of a block in which there are others that are not to be held with it. Behind notes at the foot of a page, which are in
   * the way of the next line, the browser looks for room further below only where the block itself may be broken.
   */
  function holdRuns(block: HTMLElement): void {
    let run: HTMLElement | undefined;
    for (const node of [...block.childNodes]) {
      const isBlock = node instanceof Element && node.matches(BLOCKS) && !node.matches('.foot-notes');
      if (isBlock) run = undefined;
      else if (run) run.append(node);
      else if (node instanceof Element || node.textContent?.trim()) {
        run = wrap(node);
        run.style.whiteSpace = 'nowrap';
      }
    }
  }

  /** Lines have moved all the same. */
  function takeBack(block: HTMLElement): void {
    for (const mark of block.querySelectorAll<HTMLElement>('wbr,span[data-hung]')) {
      if (blockAround(mark) !== block) continue;
      if (mark.dataset.hung === undefined) mark.style.display = '';
      else mark.replaceWith(...mark.childNodes);
    }
    block.style.whiteSpace = '';
    block.style.removeProperty('text-wrap-style');
    block.normalize();
  }
}
