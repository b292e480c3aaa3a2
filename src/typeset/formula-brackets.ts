import type { Element } from 'hast';
import { BAR, operatorOf, signOf } from './operators.js';

const OPENING = /^[([{⟨⌈⌊⟦⟪]$/u;
const CLOSING = /^[)\]}⟩⌉⌋⟧⟫]$/u;

/**
 * Which nodes of a row stand in brackets or between strokes, these with them. An interval may be half open, `[0; 1)`, or written with its brackets
 * turned, `]0, 1[`. What has no partner (the stroke of “divides”) encloses nothing.
 */
export function bracketed(nodes: readonly Element[]): boolean[] {
  const within = nodes.map(() => false);
  const open: { at: number; sign: string }[] = [];
  const close = (from: number, to: number) => {
    within.fill(true, open[from]?.at, to + 1);
    open.splice(from);
  };
  for (const [at, node] of nodes.entries()) {
    const sign = signAt(node);
    const last = open.at(-1);
    if (sign === undefined) continue;
    // A turned bracket is closed by either kind.
    if (last?.sign === ']' && (sign === '[' || sign === ']')) close(open.length - 1, at);
    else if (BAR.test(sign) && last?.sign === sign && !isBehindSign(nodes[at - 1]))
      close(open.length - 1, at);
    else if (BAR.test(sign) || OPENING.test(sign)) open.push({ at, sign });
    else {
      const own = open.findLastIndex((one) => one.sign === PARTNERS.get(sign));
      const from = own < 0 ? open.findLastIndex((one) => OPENING.test(one.sign)) : own;
      if (from >= 0) close(from, at);
      else if (sign === ']') open.push({ at, sign });
    }
  }
  // [0, 1[ opens twice.
  const halves = open.filter(({ sign }) => sign === '[');
  for (let i = 0; i + 1 < halves.length; i += 2)
    within.fill(true, halves[i]?.at, (halves[i + 1]?.at ?? 0) + 1);
  return within;
}

const PARTNERS = new Map(
  [')(', '][', '}{', '⟩⟨', '⌉⌈', '⌋⌊', '⟧⟦', '⟫⟪'].map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

/** What follows a sign that works on two sides begins something. */
function isBehindSign(before: Element | undefined): boolean {
  const operator = before && operatorOf(before);
  return operator !== undefined && !CLOSING.test(signOf(operator)) && operator.properties.form !== 'postfix';
}

/** The bracket or stroke that a node is. */
function signAt(node: Element): string | undefined {
  const operator = operatorOf(node);
  const sign = signOf(operator ?? node);
  if (!operator) return node.tagName === 'mi' && BAR.test(sign) ? sign : undefined;
  return OPENING.test(sign) || CLOSING.test(sign) ? sign : undefined;
}
