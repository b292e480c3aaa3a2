import type { Element, ElementContent } from 'hast';
import { elementsIn } from '../tree/elements-in.js';
import { bracketed } from './formula-brackets.js';
import { formulaWidth } from './formula-width.js';
import { operatorOf, signOf } from './operators.js';

/** What is no wider fits on any line, in em. */
const BRIEF = 8;
/** What stands before the first relation and is wider leaves what follows too little room beside it, in em. */
const WIDE = 7;
/** White as wide as this parts statements, in em. */
const QUAD = 1;

type Kind = 'relation' | 'sum' | 'product' | 'separator' | 'space' | undefined;

const RELATION =
  /^[=<>:|\u2190-\u21ff\u2208-\u220d\u221d\u2223-\u2226\u2237\u2239-\u223f\u2241-\u228b\u228f-\u2292\u22a2-\u22b9\u22c8\u22cd\u22d0\u22d1\u22d4-\u22ed\u22f2-\u22ff\u27c2\u27f5-\u27ff\u2900-\u297f\u2a66-\u2aff]$/u;
const SUM = /^[-+−±∓∔∸∪∩⊎⊓⊔∧∨⊕⊖⊞⊟⊻⊽⋒⋓]$/u;
const PRODUCT = /^(?:[*×·⋅∗∘∙÷⊗⊘⊙⊛⊠⊡⋆⋄†‡⨿≀∖⋉-⋌/]|mod)$/u;

/**
 * Groups what stands in a formula outside all brackets, so that a stylesheet can set it over several lines (`styles/constructs/math.css`):
 * MathML Core breaks no formula, but what is not laid out as mathematics is laid out as text is. Where nothing is broken the groups change nothing.
 *
 * A displayed formula: statements (parted by white), each of what stands before its first relation and of what goes on with it; that of
 * relations, each with what it leads to; and those of terms. In a line of text a formula may go on behind a relation, an operator or a comma,
 * as TeX has it.
 */
export function partFormula(formula: Element, display: boolean): void {
  liftStyle(formula);
  const row = formula.children.length === 1 ? formula.children[0] : undefined;
  if (row?.type !== 'element' || row.tagName !== 'mrow' || Object.keys(row.properties).length) return;
  if (formulaWidth(row) <= BRIEF) return;
  const nodes = elementsIn(row);
  const outer = kindsOf(nodes);
  const parts = display ? displayed(nodes, outer) : inLine(nodes, outer);
  if (!parts) return;
  formula.children = parts;
  formula.properties.className = ['breakable'];
}

/** What `\displaystyle` says of all of a formula the formula can say itself. */
function liftStyle(formula: Element): void {
  const [style] = formula.children;
  if (style?.type !== 'element' || style.tagName !== 'mstyle' || formula.children.length > 1) return;
  const { displaystyle, scriptlevel, ...others } = style.properties;
  if (displaystyle === undefined || Object.keys(others).length) return;
  formula.properties = { ...formula.properties, displaystyle, ...(scriptlevel ? { scriptlevel } : {}) };
  formula.children = [group(style.children)];
}

function displayed(nodes: readonly Element[], kinds: readonly Kind[]): Element[] | undefined {
  const all = statementsOf(nodes, kinds);
  let cuts = all.length - 1;
  const statements = all.map(({ nodes, kinds }) => {
    const [first, ...others] = cut(nodes, kinds, (i) => kinds[i] === 'relation' && !isSign(kinds[i - 1]));
    const leads = first && kinds[0] !== 'relation' && others.length ? first : undefined;
    const relations = (leads || !first ? others : [first, ...others]).map(termsOf);
    const left = leads && group(leads.nodes);
    const isWide = left !== undefined && formulaWidth(left) > WIDE;
    if (isWide) left.children = termsOf(leads as Row).children;
    cuts +=
      relations.length -
      (left ? 0 : 1) +
      relations.reduce((sum, { children }) => sum + children.length - 1, 0);
    return group([...(left ? [left] : []), group(relations)], isWide ? ['statement', 'wide'] : ['statement']);
  });
  if (!cuts) return undefined;
  holdForms(statements, nodes, kinds);
  return statements;
}

/**
 * Parts that end with an operator. The white before and behind that stands there twice: as mathematics, and as spaces, which show only
 * where the formula is laid out as text is: they stretch as those between words do, and end no line.
 */
function inLine(nodes: readonly Element[], kinds: readonly Kind[]): ElementContent[] | undefined {
  const behind = (ends: readonly Kind[]) =>
    cut(
      nodes,
      kinds,
      (i) => kinds[i] !== 'space' && !isSign(kinds[i]) && ends.includes(endsBefore(kinds, i)),
    );
  const usual = behind(['relation', 'sum', 'separator']);
  const parts = usual.length > 1 ? usual : behind(['product']);
  if (parts.length < 2) return undefined;
  return parts.flatMap(({ nodes, kinds }, i) => {
    const end = kinds.findLastIndex((kind) => kind !== 'space') + 1;
    let start = end;
    while (start > 1 && nodes[start - 1]?.tagName === 'mo' && isBreak(kinds[start - 1])) start--;
    const signs = nodes.slice(start, end);
    const before = takeSpace(signs[0], 'lspace', kinds[start]);
    const after = takeSpace(signs.at(-1), 'rspace', kinds[end - 1]);
    const part = group([group(nodes.slice(0, start)), ...before, ...signs]);
    return i < parts.length - 1 ? [part, ...after, ...nodes.slice(end)] : [part];
  });
}

/** The white on one side of an operator, as an element of its own, and a space. */
function takeSpace(operator: Element | undefined, side: 'lspace' | 'rspace', kind: Kind): ElementContent[] {
  const usual = { relation: 0.2778, sum: 0.2222, product: 0.2222, separator: side === 'lspace' ? 0 : 0.1667 };
  const space: ElementContent = { type: 'text', value: ' ' };
  if (!operator || !kind || kind === 'space') return side === 'lspace' ? [] : [space];
  const width = String(operator.properties[side] ?? `${usual[kind]}em`);
  operator.properties = { ...operator.properties, form: 'infix', [side]: '0em' };
  if (!Number.parseFloat(width)) return [];
  return [
    { type: 'element', tagName: 'mspace', properties: { className: ['taken'], width }, children: [] },
    space,
  ];
}

interface Row {
  readonly nodes: readonly Element[];
  readonly kinds: readonly Kind[];
}

/** Parted by white, or by a comma between two that each say something: x = 1, y = 2. */
function statementsOf(nodes: readonly Element[], kinds: readonly Kind[]): Row[] {
  const all: { nodes: Element[]; kinds: Kind[]; says: boolean }[] = [];
  for (const row of cut(nodes, kinds, (i) => kinds[i] !== 'space' && endsBefore(kinds, i) === 'separator')) {
    for (const [i, { nodes, kinds }] of cut(
      row.nodes,
      row.kinds,
      (i) => whiteBefore(row, i) >= QUAD,
    ).entries()) {
      const last = all.at(-1);
      const says = kinds.includes('relation');
      const isParted = i > 0 || !last || whiteBefore(last, last.nodes.length) >= QUAD || (last.says && says);
      if (isParted) all.push({ nodes: [...nodes], kinds: [...kinds], says });
      else {
        last.nodes.push(...nodes);
        last.kinds.push(...kinds);
        last.says ||= says;
      }
    }
  }
  return all;
}

/** Before sums; where there are none, before products. The sign that begins it is no sum. */
function termsOf({ nodes, kinds }: Row): Element {
  const begins = kinds.findIndex((kind) => kind !== 'space' && kind !== 'relation');
  const before = (kind: Kind) =>
    cut(nodes, kinds, (i) => i > begins && kinds[i] === kind && !isSign(kinds[i - 1]));
  const sums = before('sum');
  return group((sums.length > 1 ? sums : before('product')).map((one) => group(one.nodes)));
}

function isBreak(kind: Kind): boolean {
  return isSign(kind) || kind === 'separator';
}

function isSign(kind: Kind): boolean {
  return kind === 'relation' || kind === 'sum' || kind === 'product';
}

/** Cuts a row before each of its nodes for which this holds, but the first. */
function cut(nodes: readonly Element[], kinds: readonly Kind[], before: (index: number) => boolean): Row[] {
  const starts = [0, ...nodes.flatMap((_, i) => (i && before(i) ? [i] : [])), nodes.length];
  return starts.slice(0, -1).map((start, i) => ({
    nodes: nodes.slice(start, starts[i + 1]),
    kinds: kinds.slice(start, starts[i + 1]),
  }));
}

function group(children: ElementContent[] | readonly Element[], className?: string[]): Element {
  return {
    type: 'element',
    tagName: 'mrow',
    properties: className ? { className } : {},
    children: [...children],
  };
}

/** What stands before a place in a row, with white between them or none. */
function endsBefore(kinds: readonly Kind[], index: number): Kind {
  let before = index - 1;
  while (kinds[before] === 'space') before--;
  return kinds[before];
}

/** How much white there is right before a place in a row, in em. */
function whiteBefore({ nodes, kinds }: Row, index: number): number {
  if (kinds[index] === 'space') return 0;
  let white = 0;
  for (let i = index - 1; kinds[i] === 'space'; i--)
    white += Number.parseFloat(String(nodes[i]?.properties.width ?? 0)) || 0;
  return white;
}

/** What each node of a row is to those who look for a place to break it; nothing within brackets is anything. */
function kindsOf(nodes: readonly Element[]): Kind[] {
  const within = bracketed(nodes);
  return nodes.map((node, i) => {
    if (within[i]) return undefined;
    const operator = operatorOf(node);
    if (!operator) return node.tagName === 'mspace' ? 'space' : undefined;
    const sign = signOf(operator);
    const { form, separator } = operator.properties;
    if (form === 'prefix' || form === 'postfix') return undefined;
    if (separator) return 'separator';
    // A colon of its own is a relation, one that follows its letter is none.
    if (RELATION.test(sign))
      return sign === ':' && operator.properties.lspace === '0em' ? undefined : 'relation';
    if (SUM.test(sign)) return 'sum';
    return PRODUCT.test(sign) ? 'product' : undefined;
  });
}

/** An operator that comes to stand at an edge of a group is none before or behind what it works on: it stays between two. */
function holdForms(groups: readonly Element[], nodes: readonly Element[], kinds: readonly Kind[]): void {
  const signs = new Set(nodes.filter((_, i) => isSign(kinds[i]) && i > 0 && i < nodes.length - 1));
  const pending = [...groups];
  for (let one = pending.pop(); one; one = pending.pop()) {
    const children = elementsIn(one);
    for (const edge of [children[0], children.at(-1)]) {
      const operator = edge && signs.has(edge) ? operatorOf(edge) : undefined;
      if (operator && operator.properties.form === undefined) operator.properties.form = 'infix';
    }
    for (const child of children) if (child.tagName === 'mrow') pending.push(child);
  }
}
