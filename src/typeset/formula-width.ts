import type { Element } from 'hast';
import { elementsIn } from '../tree/elements-in.js';
import { signOf } from './operators.js';

/** An index, an exponent or a limit, by what it would be in a line. */
const SCRIPT = 0.7;
const OPERATOR = 0.9;
const LETTER = 0.55;

/** How wide a formula will be, about, in em: enough to tell a brief one from one that may need several lines. */
export function formulaWidth(node: Element): number {
  const children = elementsIn(node);
  const widths = (): number[] => children.map(formulaWidth);
  const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);
  switch (node.tagName) {
    case 'mi':
    case 'mn':
    case 'mtext':
      return signOf(node).length * LETTER;
    case 'mo':
      return signOf(node).length * (node.properties.form === undefined ? OPERATOR : LETTER);
    case 'mspace':
      return Number.parseFloat(String(node.properties.width ?? 0)) || 0;
    case 'mfrac':
    case 'mtable':
    case 'munder':
    case 'mover':
    case 'munderover':
      return Math.max(0, ...widths());
    case 'msub':
    case 'msup':
    case 'msubsup': {
      const [base = 0, ...scripts] = widths();
      return base + SCRIPT * Math.max(0, ...scripts);
    }
    case 'msqrt':
    case 'mroot':
      return sum(widths()) + LETTER * 2;
    default:
      return sum(widths());
  }
}
