import type { Element } from 'hast';
import { h } from 'hastscript';
import { elementsIn } from '../tree/elements-in.js';

/**
 * Numbers before the sign of an element, `\ce{^{14}_{6}C}`. mhchem paints them with what a page of the web has for it: an index that
 * is not seen makes room, and another hangs out of its place into that. MathML has a word for such numbers (MathML Core, 3.4.3).
 */
export function settleIsotopes(row: Element): void {
  const nodes = elementsIn(row);
  const children: Element[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const [room, numbers, base] = nodes.slice(i, i + 3);
    const [sub, sup] = isRoom(room) ? hangingIn(numbers) : [];
    if (sub && sup) {
      children.push(h('mmultiscripts', [base ?? h('mrow'), h('mprescripts'), sub, sup]));
      i += 2;
    } else if (nodes[i]) children.push(nodes[i] as Element);
  }
  if (children.length < nodes.length) row.children = children;
}

/** An index and an exponent of nothing that can be seen. */
function isRoom(node: Element | undefined): boolean {
  return node?.tagName === 'msubsup' && elementsIn(node).every(isHidden);
}

function isHidden(node: Element | undefined): boolean {
  return node?.tagName === 'mpadded' && elementsIn(node).every(({ tagName }) => tagName === 'mphantom');
}

/** The index and the exponent that hang to the left of their places. */
function hangingIn(node: Element | undefined): (Element | undefined)[] {
  if (node?.tagName !== 'msubsup') return [];
  const [base, ...scripts] = elementsIn(node);
  return isHidden(base) ? scripts.map((script) => hung(elementsIn(script).at(-1))) : [];
}

function hung(node: Element | undefined): Element | undefined {
  if (node?.tagName !== 'mpadded' || node.properties.lspace !== '-1width') return undefined;
  const shown = elementsIn(node).at(-1);
  if (!shown) return undefined;
  const { style: _, ...properties } = shown.properties;
  return { ...shown, properties };
}
