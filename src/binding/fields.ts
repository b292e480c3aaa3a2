import Slugger, { slug } from 'github-slugger';
import type { Element, Root } from 'hast';
import type { Field, FieldKind } from '../model/field.js';
import { addClass, hasClass } from '../tree/classes.js';
import { HOLDING, labelOf, shorten, type Where, words } from './field-labels.js';

/** What is written on paper, by its class; anything else that calls itself a field is none. */
const KINDS: Readonly<Record<FieldKind, string>> = {
  gap: 'fill-in',
  lines: 'lines',
  box: 'writing-box',
  tick: 'box',
  step: 'scale-step',
};

/** Where a field leads: nowhere. Chromium hands a link on with its place on the page and in the tags; the finished PDF has a field there. */
const ADDRESS = 'x-octavo-field:';

/** Elements whose text says what the field behind them is about. */
const SAYING = /^(?:p|h[1-6]|li|dt|dd|th|td|caption|figcaption)$/;
/** The number of the field that a link stands for. */
export function fieldOf(address: string): number | undefined {
  return address.startsWith(ADDRESS) ? Number(address.slice(ADDRESS.length)) : undefined;
}

/**
 * Makes links of all that can be written in, for Chromium to say where they are, and keeps what each is. A construct says of an
 * element that it is a field by `data-field`.
 */
export class Fields {
  readonly all: Field[] = [];
  readonly #slugger = new Slugger();
  /** How often a label was given: what is heard must tell two fields apart. */
  readonly #given = new Map<string, number>();
  /** Scales by the element that holds their steps: steps have a name in common. */
  readonly #scales = new Map<Element, Pick<Field, 'name' | 'label'>>();

  /** Changes a section. */
  take(tree: Root, title: string): void {
    this.#walk(tree, { said: title, heading: title, used: false, around: [] });
  }

  #walk(parent: Root | Element, where: Where): void {
    for (const [index, child] of parent.children.entries()) {
      if (child.type !== 'element') continue;
      const kind = kindOf(child, parent);
      delete child.properties.dataField;
      const before = this.all.length;
      // A link in a link is none, and what is not read aloud has no tag that could be its field's.
      if (kind && !isHidden(child) && !where.around.some(isClosed))
        this.#make(child, kind, parent, index, where);
      where.around.push(child);
      this.#walk(child, where);
      where.around.pop();
      // What holds fields is what they are about, and no more.
      const says =
        this.all.length === before && (SAYING.test(child.tagName) || hasClass(child, 'field-label'));
      const said = says ? words(child) : '';
      if (!said) continue;
      where.said = said;
      where.used = false;
      if (/^h[1-6]$/.test(child.tagName)) where.heading = said;
    }
  }

  #make(element: Element, kind: FieldKind, parent: Root | Element, index: number, where: Where): void {
    const { label, name } = this.#called(element, kind, parent, index, where);
    const value = kind === 'step' ? words(element) : undefined;
    const href = `${ADDRESS}${this.all.length}`;
    this.all.push({ kind, name, label, value });
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
    const said = shorten(own || (where.used ? where.heading : where.said));
    const times = (this.#given.get(said) ?? 0) + 1;
    this.#given.set(said, times);
    const label = times > 1 ? `${said} (${times})` : said;
    if (!own || element.tagName === 'li') where.used = true;
    // A dot would part the name into names of a hierarchy (ISO 32000-1, 12.7.3.2).
    const name = slug(said.replaceAll('.', '')) || kind;
    const named = { label, name: this.#slugger.slug(name) };
    if (kind === 'step' && holder) this.#scales.set(holder, named);
    return named;
  }
}

const isHidden = ({ properties }: Element): boolean => String(properties.ariaHidden) === 'true';

const isClosed = (element: Element): boolean =>
  element.tagName === 'a' || element.properties.role === 'img' || isHidden(element);

/** What field an element is. What its author has ticked stays so, and is none. */
function kindOf(element: Element, parent: Root | Element): FieldKind | undefined {
  const kinds = Object.keys(KINDS) as FieldKind[];
  const kind = kinds.find((one) => one === element.properties.dataField);
  if (!kind || hasClass(element, 'box-done')) return undefined;
  if (HOLDING.test(element.tagName)) return kind === 'box' ? kind : undefined;
  if (!hasClass(element, KINDS[kind]) || !/^(?:div|span)$/.test(element.tagName)) return undefined;
  if (kind !== 'step') return words(element) ? undefined : kind;
  const isScale = parent.type === 'element' && hasClass(parent, 'scale');
  return isScale && /^-?\d+$/.test(words(element)) ? kind : undefined;
}
