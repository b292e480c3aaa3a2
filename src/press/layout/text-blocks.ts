/*
 * Runs inside the page, lent to it under its own name: it may use nothing but its arguments, the DOM and what else was lent.
 */

/** A block with the texts that stand in its own lines, in their order. */
export interface TextBlock {
  readonly block: Element;
  readonly texts: readonly Text[];
}

/** All texts of the document by the block whose lines they stand in, and what tells that block of an element. */
export function textBlocks(): { all: readonly TextBlock[]; blockOf(element: Element): Element } {
  const known = new Map<Element, Element>();
  const blockOf = (element: Element): Element => {
    let block = known.get(element);
    if (!block) {
      // What is written in a picture stands in no line.
      const isInline = element instanceof HTMLElement && getComputedStyle(element).display === 'inline';
      block = isInline && element.parentElement ? blockOf(element.parentElement) : element;
      known.set(element, block);
    }
    return block;
  };
  const found = new Map<Element, Text[]>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null) {
    if (!text.parentElement || !/\S/.test(text.data)) continue;
    const block = blockOf(text.parentElement);
    const texts = found.get(block);
    if (texts) texts.push(text);
    else found.set(block, [text]);
  }
  return { all: [...found].map(([block, texts]) => ({ block, texts })), blockOf };
}
