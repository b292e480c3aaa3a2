import Slugger from 'github-slugger';
import type { Element, ElementContent, Nodes, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Field, FieldKind } from '../model/field.js';
import { hasClass } from '../tree/classes.js';

const KINDS: readonly FieldKind[] = ['gap', 'lines', 'box', 'tick', 'step'];

/** Where a field leads: nowhere. Chromium hands a link on with its place on the page and in the tags; the finished PDF has a field there. */
const ADDRESS = 'x-octavo-field:';

/** A label longer than this is no label. */
const LONGEST = 100;

/** Elements whose text says what the field behind them is about. */
const SAYING = /^(?:p|h[1-6]|li|dt|dd|th|td|caption|figcaption)$/;
/** Elements that cannot be a link themselves. */
const HOLDING = /^(?:td|th|li)$/;

/** The number of the field that a link stands for. */
export function fieldOf(address: string): number | undefined {
  return address.startsWith(ADDRESS) ? Number(address.slice(ADDRESS.length)) : undefined;
}

/** Where it is in a document, as it is walked. */
interface Where {
  /** What was last said, for a field that has no label, and the heading above; what is said of one field is not said of the next. */
  said: string;
  heading: string;
  used: boolean;
  /** From the outermost on. */
  readonly around: Element[];
}

/**
 * Makes links of all that can be written in, for Chromium to say where they are, and keeps what each is. A construct says of an
 * element that it is a field by `data-field`.
 */
export class Fields {
  readonly all: Field[] = [];
  readonly #slugger = new Slugger();
  /** Scales by the element that holds their steps: steps have a name in common. */
  readonly #scales = new Map<Element, Pick<Field, 'name' | 'label'>>();

  /** Changes a section. */
  take(tree: Root, title: string): void {
    this.#walk(tree, { said: title, heading: title, used: false, around: [] });
  }

  #walk(parent: Root | Element, where: Where): void {
    for (const [index, child] of parent.children.entries()) {
      if (child.type !== 'element') continue;
      const kind = KINDS.find((one) => one === child.properties.dataField);
      delete child.properties.dataField;
      // A link in a link is none, and what is not read aloud has no tag that could be its field's.
      if (kind && ![...where.around, child].some(isClosed)) this.#make(child, kind, parent, index, where);
      where.around.push(child);
      this.#walk(child, where);
      where.around.pop();
      const said = !kind && SAYING.test(child.tagName) ? words(child) : '';
      if (!said) continue;
      where.said = said;
      where.used = false;
      if (/^h[1-6]$/.test(child.tagName)) where.heading = said;
    }
  }

  #make(element: Element, kind: FieldKind, parent: Root | Element, index: number, where: Where): void {
    const { label, name } = this.#called(element, kind, parent, index, where);
    const value = kind === 'step' ? words(element) : undefined;
    const ticked = kind === 'tick' ? hasClass(element, 'box-done') : undefined;
    const href = `${ADDRESS}${this.all.length}`;
    this.all.push({ kind, name, label, value, ticked });
    if (HOLDING.test(element.tagName)) {
      addClass(element, 'field-holder');
      element.children.push({
        type: 'element',
        tagName: 'a',
        properties: { href, className: ['field'] },
        children: [],
      });
      return;
    }
    addClass(element, element.tagName === 'span' ? 'field' : 'field-block');
    // What was a picture, or nothing, to those who hear is a field now.
    delete element.properties.role;
    delete element.properties.ariaLabel;
    // It is ticked by the field, which can be undone.
    if (ticked) element.properties.className = classes(element).filter((one) => one !== 'box-done');
    element.tagName = 'a';
    element.properties.href = href;
  }

  #called(
    element: Element,
    kind: FieldKind,
    parent: Root | Element,
    index: number,
    where: Where,
  ): Pick<Field, 'name' | 'label'> {
    const holder = where.around.at(-1);
    const known = kind === 'step' && holder ? this.#scales.get(holder) : undefined;
    if (known) return known;
    const own = labelOf(element, kind, parent, index, where);
    const label = shorten(own || (where.used ? where.heading : where.said));
    if (!own || element.tagName === 'li') where.used = true;
    // A dot would part the name into names of a hierarchy (ISO 32000-1, 12.7.3.2).
    const named = { label, name: this.#slugger.slug(label.replaceAll('.', '')) };
    if (kind === 'step' && holder) this.#scales.set(holder, named);
    return named;
  }
}

function labelOf(
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
      return HOLDING.test(element.tagName) ? inTable(element, where) : '';
  }
}

/** What stands before a gap, from the gap before; else what stands behind it. */
function besideGap(nodes: readonly Nodes[], index: number): string {
  const isGap = (node: Nodes): boolean => node.type === 'element' && hasClass(node, 'fill-in');
  const before = nodes.slice(nodes.slice(0, index).findLastIndex(isGap) + 1, index);
  const after = nodes.slice(index + 1);
  const next = after.findIndex(isGap);
  return (
    words({ type: 'root', children: before as ElementContent[] }) ||
    words({ type: 'root', children: (next < 0 ? after : after.slice(0, next)) as ElementContent[] })
  );
}

/** What heads the column and the row of a cell; a day is called by its number as well. */
function inTable(cell: Element, { around, said }: Where): string {
  const table = around.findLast(({ tagName }) => tagName === 'table');
  const row = around.at(-1);
  const own = words(cell);
  if (!table || row?.tagName !== 'tr') return own && `${said} ${own}`;
  const cells = elementsIn(row);
  const heads = elementsIn(table).find(({ tagName }) => tagName === 'thead');
  const head = elementsIn(elementsIn(heads).at(-1))[cells.indexOf(cell)];
  const side = cells.find(({ tagName, properties }) => tagName === 'th' && properties.scope === 'row');
  const rows = elementsIn(table).flatMap((part) => (part.tagName === 'tbody' ? elementsIn(part) : []));
  const caption = elementsIn(table).find(({ tagName }) => tagName === 'caption');
  const which = own || (side && side !== cell ? words(side) : '') || String(rows.indexOf(row) + 1);
  return [own && caption ? words(caption) : '', head ? words(head) : '', which].filter(Boolean).join(' ');
}

const isClosed = ({ tagName, properties }: Element): boolean =>
  tagName === 'a' || String(properties.ariaHidden) === 'true';

const isList = (node: Nodes): boolean =>
  node.type === 'element' && (node.tagName === 'ul' || node.tagName === 'ol');

function elementsIn(parent: Element | undefined): Element[] {
  return (parent?.children ?? []).filter((child): child is Element => child.type === 'element');
}

/** The text of a node, on one line, without what is hidden in it, its calls of notes and the colon that it ends with. */
function words(node: Element | Root): string {
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
      .filter((child) => !(child.type === 'element' && child.tagName === 'sup'))
      .map((child) => (child.type === 'element' ? withoutCalls(child) : child)),
  };
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/\s\S*$/u, '')} …` : text;
}

function classes({ properties: { className } }: Element): string[] {
  return Array.isArray(className) ? className.map(String) : [];
}

function addClass(element: Element, name: string): void {
  element.properties.className = [...classes(element), name];
}
