import type { Element, Parents, Root } from 'hast';
import { decode } from '../manuscript/address.js';
import { hasClass } from '../tree/classes.js';
import { SKIP, visit } from '../tree/visit.js';

/**
 * Takes out of some sections of a book what leads to the others: of a link its words are left, of a line of the contents or a
 * list nothing, and of a reference no page. Changes the trees.
 * @param sections all that is shown
 */
export function dropDeadLinks(sections: readonly { readonly id: string; readonly tree: Root }[]): void {
  const shown = idsIn(sections);
  /** Lists that have lost lines. */
  const shorter = new Set<Parents>();
  for (const { tree } of sections) {
    visit(tree, 'element', (element, index, parent) => {
      if (!parent || index === undefined) return undefined;
      const line = element.tagName === 'li' ? element.children.find(isLine) : undefined;
      if (line ? isDead(line) : waitsInVain(element)) {
        parent.children.splice(index, 1);
        if (line) shorter.add(parent);
        return [SKIP, index];
      }
      if (!isDead(element)) return undefined;
      delete element.properties.href;
      if (element.properties.id) element.tagName = 'span';
      else {
        parent.children.splice(index, 1, ...element.children);
        return [SKIP, index];
      }
      return undefined;
    });
    visit(tree, 'element', (element, index, parent) => {
      if (!parent || index === undefined || !shorter.has(element)) return undefined;
      if (element.children.some(({ type }) => type === 'element')) return undefined;
      parent.children.splice(index, 1);
      return [SKIP, index];
    });
  }

  function isDead({ tagName, properties: { href } }: Element): boolean {
    return tagName === 'a' && typeof href === 'string' && href.startsWith('#') && !isShown(href.slice(1));
  }

  function isShown(id: string): boolean {
    return shown.has(id) || shown.has(decode(id));
  }

  /** What stands there for the sake of a folio alone, and there is no page for it. */
  function waitsInVain(element: Element): boolean {
    if (!hasClass(element, 'page-reference') && !element.data?.onPages) return false;
    let dead = false;
    visit(element, 'element', ({ properties: { dataFolio } }) => {
      dead ||= typeof dataFolio === 'string' && !isShown(dataFolio);
    });
    return dead;
  }
}

/** Everything in some sections that can be pointed at, and the sections themselves. */
export function idsIn(sections: readonly { readonly id: string; readonly tree: Root }[]): Set<string> {
  const ids = new Set(sections.map(({ id }) => id));
  for (const { tree } of sections)
    visit(tree, 'element', ({ properties: { id } }) => {
      if (typeof id === 'string') ids.add(id);
    });
  return ids;
}

function isLine(node: Element['children'][number]): node is Element {
  return node.type === 'element' && hasClass(node, 'toc-line');
}
