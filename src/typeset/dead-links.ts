import type { Element, Parents, Root } from 'hast';
import { decode } from '../manuscript/address.js';
import { hasClass } from '../tree/classes.js';
import { SKIP, visit } from '../tree/visit.js';

/**
 * Takes out of some sections of a book what leads to the others: of a link its words are left, of a reference no page, and of what
 * is nothing but a pointer (a line of the contents or a list, “Solution, page 9”, the way from a note to a call) nothing. Changes the trees.
 * @param sections all that is shown
 */
export function dropDeadLinks(sections: readonly { readonly id: string; readonly tree: Root }[]): void {
  const shown = idsIn(sections);
  /** Lists that have lost lines. */
  const shorter = new Set<Parents>();
  for (const { tree } of sections) {
    visit(tree, 'element', (element, index, parent) => {
      if (!parent || index === undefined) return undefined;
      const pointer = pointerOf(element);
      if (pointer ? isDead(pointer) : waitsInVain(element)) {
        parent.children.splice(index, 1);
        if (element.tagName === 'li') shorter.add(parent);
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

/** The link of an element that is there for its sake alone. */
function pointerOf(element: Element): Element | undefined {
  // From a note to one of its calls.
  if (element.properties.dataFootnoteBackref !== undefined) return element;
  const isPointer = hasClass(element, 'solution-pointer');
  if (!isPointer && element.tagName !== 'li') return undefined;
  return element.children.find(
    (child): child is Element =>
      child.type === 'element' && (isPointer ? child.tagName === 'a' : hasClass(child, 'toc-line')),
  );
}
