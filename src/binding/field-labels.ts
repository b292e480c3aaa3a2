import type { Element, ElementContent, Nodes, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { FieldKind } from '../model/field.js';
import { hasClass } from '../tree/classes.js';
import { elementsIn } from '../tree/elements-in.js';
import { gridOf, rowsOf } from '../tree/table-grid.js';

/** A label longer than this is no label. */
const LONGEST = 100;

/** Elements that cannot be a link themselves. */
export const HOLDING = /^(?:td|th|li)$/;

/** Where it is in a document, as it is walked. */
export interface Where {
  /** What was last said, for a field that has no label, and the heading above; what is said of one field is not said of the next. */
  said: string;
  heading: string;
  used: boolean;
  /** From the outermost on. */
  readonly around: Element[];
}

/** What a field is called by what stands beside it: nothing, if that is not said. */
export function labelOf(
  element: Element,
  kind: FieldKind,
  parent: Root | Element,
  index: number,
  where: Where,
): string {
  switch (kind) {
    case 'tick': {
      const item = where.around.findLast(({ tagName }) => tagName === 'li');
      return item ? words({ ...item, children: item.children.filter((child) => !isList(child)) }) : '';
    }
    case 'gap':
      return besideGap(parent.children, index);
    default:
      if (HOLDING.test(element.tagName)) return inTable(element, where);
      return isItem(parent) ? since(parent.children, index, hasField) : '';
  }
}

/** What stands before a gap, from the gap before; else what stands behind it. */
function besideGap(nodes: readonly Nodes[], index: number): string {
  const isGap = (node: Nodes): boolean => node.type === 'element' && hasClass(node, 'fill-in');
  const before = since(nodes, index, isGap);
  const rest = nodes.slice(index + 1);
  const next = rest.findIndex(isGap);
  const after = between(rest, 0, next < 0 ? rest.length : next);
  // Where a line begins with a gap, all its gaps are called by what follows them.
  return between(nodes, 0, nodes.findIndex(isGap)) ? before || after : after || before;
}

const between = (nodes: readonly Nodes[], from: number, to: number): string =>
  words({ type: 'root', children: nodes.slice(from, to) as ElementContent[] });

/** What stands before one of some nodes, from the last of a kind on. */
const since = (nodes: readonly Nodes[], index: number, isLast: (node: Nodes) => boolean): string =>
  between(nodes, nodes.slice(0, index).findLastIndex(isLast) + 1, index);

const hasField = (node: Nodes): boolean => node.type === 'element' && hasClass(node, 'field-block');

const isItem = (node: Root | Element): boolean => node.type === 'element' && node.tagName === 'li';

/** What heads the column and the row of a cell; a day is called by its number as well. */
function inTable(cell: Element, { around, said }: Where): string {
  const table = around.findLast(({ tagName }) => tagName === 'table');
  const row = around.at(-1);
  const own = words(cell);
  if (!table || row?.tagName !== 'tr') return own && `${said} ${own}`;
  const body = elementsIn(table).filter(({ tagName }) => /^t(?:body|foot)$/.test(tagName));
  const index = body.flatMap(rowsOf).indexOf(row);
  const cells = body.flatMap((part) => gridOf(rowsOf(part)))[index] ?? [];
  const heads = elementsIn(table).find(({ tagName }) => tagName === 'thead');
  const head = gridOf(rowsOf(heads)).at(-1)?.[cells.indexOf(cell)];
  const side = cells.find((one) => one?.tagName === 'th' && one.properties.scope === 'row');
  const caption = elementsIn(table).find(({ tagName }) => tagName === 'caption');
  const which = own || (side && side !== cell ? words(side) : '') || String(index + 1);
  return [own && caption ? words(caption) : '', head ? words(head) : '', which].filter(Boolean).join(' ');
}

const isList = (node: Nodes): boolean =>
  node.type === 'element' && (node.tagName === 'ul' || node.tagName === 'ol');

/** The text of a node, on one line, without what is hidden in it, its calls of notes and the colon that it ends with. */
export function words(node: Element | Root): string {
  const text = textOf(withoutCalls(node));
  return text
    .replaceAll('\u00AD', '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/\s*[:：]$/u, '');
}

function withoutCalls<T extends Element | Root>(node: T): T {
  return {
    ...node,
    children: node.children
      .filter((child) => child.type !== 'element' || !isUnsaid(child))
      .map((child) => (child.type === 'element' ? withoutCalls(child) : child)),
  };
}

/** Calls of notes, and folios, which are not known yet. */
function isUnsaid(element: Element): boolean {
  if (hasClass(element, 'page-reference') || element.properties.dataFolio !== undefined) return true;
  const isCall = (node: Nodes): boolean =>
    node.type === 'element' && node.properties.dataFootnoteRef !== undefined;
  return element.tagName === 'sup' && element.children.some(isCall);
}

/** As much of a label as is one. */
export function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/\s\S*$/u, '')} …` : text;
}
