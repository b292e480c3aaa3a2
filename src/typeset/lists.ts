import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import type { Counted } from '../model/counter.js';
import { hasClass } from '../tree/classes.js';
import { SKIP, visit } from '../tree/visit.js';
import { titleOf } from './titles.js';

/** A line that leads to a place: what stands there and, behind a leader, its folio, which the layout writes. */
export function listLine(id: string, title: string | (string | Element)[], number?: string): Element {
  return h('a', { className: ['toc-line'], href: `#${id}` }, [
    ...(number ? [h('span', { className: ['toc-number'] }, `${number} `)] : []),
    h('span', { className: ['toc-title'] }, [title, onPages(h('span', { className: ['toc-leader'] }))]),
    onPages(h('span', { className: ['toc-folio'], dataFolio: id }, '0')),
  ]);
}

/**
 * Writes the lists of figures, tables and listings where they are wanted.
 * @param counted what this edition shows
 */
export function fillLists(tree: Root, counted: readonly Counted[]): void {
  visit(tree, 'element', (element) => {
    const { dataListOf } = element.properties;
    if (dataListOf === undefined) return undefined;
    delete element.properties.dataListOf;
    element.children = counted
      .filter(({ counter }) => counter === dataListOf)
      .map(({ id, label, caption }) =>
        h('li', [listLine(id, caption ? [`${label}. `, titleOf(id, caption)] : label)]),
      );
    return SKIP;
  });
}

/** Something that only a page can have: a folio, and what leads to it. */
export function onPages(element: Element): Element {
  // A package for positions has made that of the source a must for this type, and not for these nodes.
  return { ...element, data: { onPages: true } as Element['data'] };
}

/** Takes out what only pages can have, where there are none; a number without a column of its own has a stop. */
export function dropFolios(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    const [number] = hasClass(element, 'toc-number') ? element.children : [];
    if (number?.type === 'text') number.value = `${number.value.trimEnd()}. `;
    if (!element.data?.onPages || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

declare module 'hast' {
  interface ElementData {
    onPages?: boolean;
  }
}
