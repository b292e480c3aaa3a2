import type { Element } from 'hast';
import { elementsIn } from '../tree/elements-in.js';
import { textOf } from '../tree/text-of.js';

/** What ends a line in TeX; nothing does in a formula without it. */
const LINE_END = /\\(?:\\|newline(?![a-zA-Z]))/;
/** What a line may go on with behind a place where it need not end: the modulus, as `\pmod` and `\mod` set it. */
const MODULUS = /^\(?mod/;

/** What holds any number of elements; others, such as a fraction, miss each that they lose. */
const ROWS = new Set([
  'math',
  'mrow',
  'mstyle',
  'mpadded',
  'mphantom',
  'menclose',
  'msqrt',
  'mtd',
  'semantics',
]);

/**
 * What Temml leaves where a line ends in TeX is an operator without a sign, which MathML gives white on both sides. Where one is to end,
 * `\\` in a displayed formula, there are rows in its stead; where one may (`\pmod`) there is nothing.
 * @param tex what the formula was written as
 */
export function settleLines(formula: Element, display: boolean, tex: string): void {
  const [row] = elementsIn(formula);
  if (display && row?.tagName === 'mrow' && LINE_END.test(tex)) {
    const nodes = elementsIn(row);
    const ends = nodes.flatMap((node, i) => (isSignless(node) && !isModulus(nodes.slice(i + 1)) ? [i] : []));
    const starts = [0, ...ends.map((end) => end + 1)];
    const lines = starts.map((start, i) => nodes.slice(start, ends[i] ?? nodes.length));
    if (ends.length) formula.children = [tableOf(lines.filter((line) => line.length))];
  }
  const pending = [formula];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const isRow = ROWS.has(node.tagName);
    for (const child of elementsIn(node)) if (!isRow && isSignless(child)) child.tagName = 'mrow';
    node.children = node.children.filter((child) => child.type !== 'element' || !isSignless(child));
    pending.push(...elementsIn(node));
  }
}

function isSignless({ tagName, children, properties }: Element): boolean {
  return tagName === 'mo' && !children.length && !Object.keys(properties).length;
}

function isModulus([space, modulus]: readonly Element[]): boolean {
  return space?.tagName === 'mspace' && modulus !== undefined && MODULUS.test(textOf(modulus));
}

function tableOf(lines: readonly Element[][]): Element {
  const element = (tagName: string, className: string[], children: Element[]): Element => ({
    type: 'element',
    tagName,
    properties: className.length ? { className } : {},
    children,
  });
  const rows = lines.map((line) =>
    element('mtr', [], [element('mtd', ['tml-left'], [element('mrow', [], line)])]),
  );
  const table = element('mtable', ['tml-jot'], rows);
  table.properties.displaystyle = 'true';
  return table;
}
