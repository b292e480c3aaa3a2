/*
 * Runs inside the page, lent to it under their own names: they may use nothing but their arguments, the DOM and what else was lent.
 */
import type { theRange as rangeOf } from './range.js';

declare const theRange: typeof rangeOf;

/** A box of what stands in a line. */
export interface LineBox {
  readonly box: DOMRect;
  /** How far from its middle that of its line may be, in CSS pixels: a tall fraction reaches over its line on either side. */
  readonly reach: number;
  /** A formula that goes on on the next line. */
  readonly goesOn: boolean;
}

/** The boxes that tell lines from each other: those of text, and behind them those of formulas, whose parts stand above each other. */
export function lineBoxes(texts: Iterable<Text>): LineBox[] {
  const range = theRange();
  const found: LineBox[] = [];
  const formulas = new Set<Element>();
  for (const text of texts) {
    const formula = text.parentElement?.closest('math');
    if (formula) {
      formulas.add(formula);
      continue;
    }
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) found.push({ box, reach: 0, goesOn: false });
  }
  for (const formula of formulas) {
    const boxes = [...formula.getClientRects()];
    const last = boxes.at(-1);
    for (const box of boxes) found.push({ box, reach: box.height / 2, goesOn: box !== last });
  }
  return found;
}

/** All text in a node, or the node if it is text. */
export function* textsOf(node: Node): Generator<Text> {
  if (node instanceof Text) yield node;
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) yield text as Text;
}

/** What runs in the page. */
export const LINE_BOXES = { lineBoxes, textsOf };
