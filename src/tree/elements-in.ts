import type { Element } from 'hast';

/** The elements among the children of one. */
export function elementsIn({ children }: Pick<Element, 'children'>): Element[] {
  return children.filter((child): child is Element => child.type === 'element');
}
