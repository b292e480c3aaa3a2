import type { Element } from 'hast';
import { elementsIn } from '../tree/elements-in.js';

/** How many parts elements have that hold something around a base, the base first (MathML Core, 3.3 and 3.4). */
const PARTS: Readonly<Record<string, number>> = {
  msub: 2,
  msup: 2,
  munder: 2,
  mover: 2,
  msubsup: 3,
  munderover: 3,
};

/**
 * Makes one element of a base that is several. Temml leaves the name of a function beside the white behind it, and browsers set what has too
 * many parts as a row; and it takes whatever something stands on for a sign, which holds no elements.
 */
export function holdBase(node: Element): void {
  const children = elementsIn(node);
  if (node.tagName === 'mo' && children.length) node.tagName = 'mrow';
  const surplus = children.length - (PARTS[node.tagName] ?? children.length);
  if (surplus <= 0) return;
  const base = children.slice(0, surplus + 1);
  node.children = [
    { type: 'element', tagName: 'mrow', properties: {}, children: base },
    ...children.slice(surplus + 1),
  ];
}
