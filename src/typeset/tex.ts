import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { InlineMath, Math as MathBlock } from 'mdast';
import temml from 'temml';
import { CONTINUE, visit } from '../tree/visit.js';
import { holdBase } from './formula-bases.js';
import { settleIsotopes } from './formula-isotopes.js';
import { joinLetters } from './formula-letters.js';
import { settleLines } from './formula-lines.js';
import { partFormula } from './formula-parts.js';
import { spaceFormula } from './formula-spacing.js';
import { isFormulaStyle } from './mathml.js';

/** Longer than this is data, in characters. */
const LONGEST = 10_000;
/** Levels of MathML in one another; a matrix in a fraction in a case is fifteen. */
const DEEPEST = 60;
/** How often names that TeX itself has may be unfolded in one formula. */
const MOST_EXPANSIONS = 2000;
/** The largest length that may be asked for, in em and in points. */
const LARGEST: [number, number] = [50, 500];

/** Why a formula cannot be set, and where in it that shows. */
export interface Fault {
  readonly reason: string;
  readonly remedy?: string | undefined;
  /** Offset in the value of the node. */
  readonly at: number;
}

const WRITE_OUT = 'Write out what it stands for: a formula stands for itself, in every edition alike.';
const NUMBER = 'Number an equation by its name behind the closing dollars, $$ … $$ {#eq-name}';
/** Commands that reach beyond their formula. Definitions are the only way to make much of little, too. */
const REFUSED: ReadonlyMap<string, string> = new Map([
  ...['def', 'gdef', 'edef', 'xdef', 'let', 'futurelet', 'global', 'long'].map(
    (name) => [name, WRITE_OUT] as const,
  ),
  ...['newcommand', 'renewcommand', 'providecommand', 'definecolor'].map(
    (name) => [name, WRITE_OUT] as const,
  ),
  ...['tag', 'label'].map((name) => [name, `${NUMBER}.`] as const),
  ...['ref', 'eqref'].map((name) => [name, `${NUMBER}, and point at it in the text with @eq-name.`] as const),
]);
const COMMAND = /\\(?:([a-zA-Z]+)|[^a-zA-Z])/g;

/**
 * What Temml reads in another way than LaTeX: what `\overset` puts above anything but a relation becomes its exponent, and the exponent
 * of `\prescript`, which comes first, its index.
 */
const MACROS = {
  '\\overset': '\\stackrel{#1}{#2}',
  '\\prescript': '\\pres@cript{_{#2}^{#1}}{}{#3}',
};

/** Environments that would number their lines by themselves. */
const NUMBERING = /\\(?:begin|end)\{(?:equation|align|gather|alignat|multline)(?=\})/g;

/** Translates a formula into MathML whose every element has the place of the formula, or says why it cannot. */
export function texToMathml(formula: MathBlock | InlineMath): Element | Fault {
  const tex = formula.value;
  const refused = refusedIn(tex);
  if (refused) return refused;
  // A star for each; places behind it move by one.
  const stars: number[] = [];
  const unnumbered = tex.replace(NUMBERING, (found, at: number) => {
    stars.push(at + found.length);
    return `${found}*`;
  });
  const display = formula.type === 'math' || (formula.data?.displayed ?? false);
  let tree: Root;
  try {
    const markup = temml.renderToString(unnumbered, {
      displayMode: display,
      throwOnError: true,
      trust: false,
      maxSize: LARGEST,
      maxExpand: MOST_EXPANSIONS,
      macros: { ...MACROS },
    });
    tree = fromHtml(markup, { fragment: true });
  } catch (error) {
    // Whatever Temml stumbles over, and be it its own stack, it was this formula.
    return faultOf(error, stars);
  }
  const root = tree.children[0];
  if (root?.type !== 'element' || root.tagName !== 'math') return { reason: 'it is no formula', at: 0 };
  return settle(root, formula, display);
}

/** What is refused before it is read. */
function refusedIn(tex: string): Fault | undefined {
  if (!tex.trim())
    return { reason: 'it is empty', remedy: 'Write the formula, or take the dollars out.', at: 0 };
  if (tex.length > LONGEST)
    return {
      reason: `it has ${tex.length.toLocaleString('en')} characters`,
      remedy: `Split it; a formula may have ${LONGEST.toLocaleString('en')}.`,
      at: 0,
    };
  for (const { 0: written, 1: name = '', index } of tex.matchAll(COMMAND)) {
    const remedy = REFUSED.get(name);
    if (remedy) return { reason: `${written} is not set here`, remedy, at: index };
  }
  return undefined;
}

/** Temml tells the place at the end of its sentence, and shows it there. */
function faultOf(error: unknown, stars: readonly number[]): Fault {
  if (error instanceof RangeError) return TOO_DEEP;
  const { message = '', position = 0 } = error as { message?: string; position?: number };
  const said = /^ (.*?)(?: at (?:position \d+|end of input): [\s\S]*)?$/.exec(message)?.[1];
  const at = position - stars.filter((star, i) => star + i < position).length;
  return { reason: said ?? 'it is not TeX that can be understood', at };
}

const TOO_DEEP: Fault = { reason: 'it is nested too deep', remedy: 'Split it into several.', at: 0 };

/** Half of what parts two columns, in points of letters that have ten. */
const COLUMN_GAP = /^(padding-(?:left|right):)([\d.]+)pt$/;

/** Of a cell with nothing in it Temml writes out its own state, which is no style. Columns are apart by the size of the letters. */
function saying(style: string): string {
  const declarations = style.split(';').map((one) => one.trim());
  return declarations
    .filter((one) => one && !/^(?:level|max-size|font(?:-size|-family|-shape)?):|:(?:undefined)?$/.test(one))
    .map((one) => `${one.replace(COLUMN_GAP, (_, side, points) => `${side}${Number(points) / 10}em`)};`)
    .join('');
}

/** Gives a translated formula its place and what it says, and takes out what only a page of the web would need. */
function settle(
  root: Element,
  { value, position }: MathBlock | InlineMath,
  display: boolean,
): Element | Fault {
  const alttext = value.trim().replace(/\s+/g, ' ');
  root.properties = { ...(display ? { display: 'block' } : {}), alttext };
  settleLines(root, display, value);
  const pending = [{ node: root, depth: 1 }];
  for (let entry = pending.pop(); entry; entry = pending.pop()) {
    const { node, depth } = entry;
    if (depth > DEEPEST) return TOO_DEEP;
    if (typeof node.properties.style === 'string') node.properties.style = saying(node.properties.style);
    const { style } = node.properties;
    if (style !== undefined && !isFormulaStyle(node.tagName, style))
      return { reason: 'it asks for what no edition can show', at: 0 };
    settleIsotopes(node);
    joinLetters(node);
    holdBase(node);
    spaceFormula(node);
    for (const child of node.children)
      if (child.type === 'element') pending.push({ node: child, depth: depth + 1 });
  }
  partFormula(root, display);
  visit(root, (node) => {
    if (position) node.position = position;
    else delete node.position;
    return CONTINUE;
  });
  return root;
}
