import type { Element } from 'hast';
import { elementsIn } from '../tree/elements-in.js';
import { BAR, operatorOf, signOf } from './operators.js';

/** Elements with an index or an exponent. */
const RAISED = new Set(['msub', 'msup', 'msubsup']);
/** Elements that are no taller than a line. */
const LOW = new Set(['mi', 'mn', 'mo', 'mspace', ...RAISED]);
/** Elements that are no taller than what is in them. */
const THROUGH = new Set(['mrow', 'mpadded', ...RAISED]);
/** Elements with something above or below. */
const STACKED = new Set(['mover', 'munder', 'munderover']);
/** Arrows that words stand on, and the same as they are drawn long: not every typeface has one of any length. */
const LONG: Readonly<Record<string, string>> = { '→': '⟶', '←': '⟵', '↔': '⟷', '⇒': '⟹', '⇐': '⟸', '⇔': '⟺' };
/** One that is no taller than it is drawn. */
const ARROW = /^[\u2190-\u21ff\u27f5-\u27ff]$/;
/** Elements whose children stand in a row. */
const ROWS = new Set(['math', 'mrow', 'mstyle', 'mtd', 'msqrt', 'mpadded', 'mphantom']);
/** Sums, products, integrals. */
const LARGE = /^[∏∐∑∫-∳⋀-⋃⨀-⨜]$/u;
/** Those with a ring around them, which reaches beyond its own room. */
const RINGED = /^[∮-∳]$/u;
const DOTS = /^[…⋯]$/u;
const THIN = '0.1667em';

/** Spaces what stands in an element as TeX does where MathML does not. */
export function spaceFormula(node: Element): void {
  if (RAISED.has(node.tagName)) levelBase(node);
  if (STACKED.has(node.tagName)) settleArrow(node);
  if (!ROWS.has(node.tagName)) return;
  const row = elementsIn(node);
  closeLargeOperators(row);
  spaceDots(row);
  lowerBrackets(row);
  openTables(row);
}

/**
 * MathML hangs indices and exponents lower and higher the deeper and taller their base is. TeX does not where that ends in a
 * letter, figure or bracket of ordinary size: all exponents of a² + b² = (c + d)² are on one line. A base that says it is low
 * is so to MathML, too.
 */
function levelBase(scripts: Element): void {
  const [base] = scripts.children;
  if (base?.type !== 'element') return;
  const row = base.tagName === 'mrow' ? base.children : [];
  const last = row.at(-1);
  const bracketed =
    last?.type === 'element' && last.properties.form === 'postfix' && last.properties.stretchy === 'false';
  const low = row.every((one) => one.type === 'element' && LOW.has(one.tagName));
  if (base.tagName !== 'mi' && base.tagName !== 'mn' && !(bracketed && low)) return;
  const properties = { height: '0.45em', depth: '0.05em' };
  scripts.children[0] = { type: 'element', tagName: 'mpadded', properties, children: [base] };
}

/** What stands on an arrow that grows is kept far from it, for the arrow could be of any height; the words on it would float. */
function settleArrow(stack: Element): void {
  const [base] = elementsIn(stack);
  if (base?.tagName !== 'mo' || base.properties.stretchy !== 'true' || !ARROW.test(signOf(base))) return;
  base.properties.stretchy = 'false';
  const long = LONG[signOf(base)];
  if (long) base.children = [{ type: 'text', value: long }];
}

/** A sum has white before it behind what it multiplies, and none behind a sign, which has its own, or where a row begins. */
function closeLargeOperators(row: readonly Element[]): void {
  if (row.length < 2) return;
  for (const [i, node] of row.entries()) {
    const operator = operatorOf(node);
    if (!operator || !LARGE.test(signOf(operator)) || RINGED.test(signOf(operator))) continue;
    const before = row[i - 1];
    const sign = before && operatorOf(before);
    if (!before || (sign && sign.properties.form !== 'postfix' && !LARGE.test(signOf(sign))))
      operator.properties.lspace = '0em';
  }
}

/** Dots that stand for what is left out are as far from what is around them as it would be. */
function spaceDots(row: readonly Element[]): void {
  for (const [i, node] of row.entries()) {
    if (node.tagName !== 'mo' || !DOTS.test(signOf(node))) continue;
    const [before, after] = [row[i - 1], row[i + 1]];
    const follows = after && operatorOf(after);
    node.properties.lspace = before && !operatorOf(before) ? THIN : '0em';
    node.properties.rspace = after && (!follows || follows.properties.separator) ? THIN : '0em';
  }
}

/** Brackets that grow are made as wide as the widest of them by some browsers; around what is low none grows. */
function lowerBrackets(row: readonly Element[]): void {
  const [first, last] = [row[0], row.at(-1)];
  if (row.length < 3 || !isGrowing(first, 'prefix') || !isGrowing(last, 'postfix')) return;
  if (!row.every(isLow)) return;
  for (const bracket of row) if (bracket.properties.fence) bracket.properties.stretchy = 'false';
}

function isLow(node: Element): boolean {
  if (THROUGH.has(node.tagName)) return elementsIn(node).every(isLow);
  return LOW.has(node.tagName) && !LARGE.test(signOf(node));
}

function isGrowing(node: Element | undefined, form: string): node is Element {
  return node?.tagName === 'mo' && node.properties.form === form && node.properties.stretchy === 'true';
}

/** A stroke or a brace does not touch what stands beside it in rows. */
function openTables(row: readonly Element[]): void {
  const isStroke = (node: Element | undefined): node is Element =>
    node?.tagName === 'mo' && (BAR.test(signOf(node)) || /^[{}]$/.test(signOf(node)));
  for (const [i, { tagName }] of row.entries()) {
    if (tagName !== 'mtable') continue;
    const [before, after] = [row[i - 1], row[i + 1]];
    if (isStroke(before)) before.properties.rspace = THIN;
    if (isStroke(after)) after.properties.lspace = THIN;
  }
}
