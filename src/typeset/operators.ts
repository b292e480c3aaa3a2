import type { Element } from 'hast';
import { elementsIn } from '../tree/elements-in.js';
import { textOf } from '../tree/text-of.js';

const EMBELLISHED = new Set([
  'msub',
  'msup',
  'msubsup',
  'munder',
  'mover',
  'munderover',
  'mpadded',
  'mstyle',
]);

/** A stroke that stands on both sides of what it is about. */
export const BAR = /^[|‖∥]$/u;

/** The operator that a node of MathML is, with whatever stands above, below and beside it. */
export function operatorOf(node: Element): Element | undefined {
  if (node.tagName === 'mo') return node;
  const children = elementsIn(node);
  if (EMBELLISHED.has(node.tagName)) return children[0] && operatorOf(children[0]);
  if (node.tagName !== 'mrow') return undefined;
  const [only, ...others] = children.filter(({ tagName }) => tagName !== 'mspace');
  return only && !others.length ? operatorOf(only) : undefined;
}

/** What stands in a node that holds text alone. */
export function signOf(node: Element): string {
  return node.children.length === 1 && node.children[0]?.type === 'text' ? textOf(node) : '';
}
