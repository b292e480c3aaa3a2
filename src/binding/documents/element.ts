import type { Element, ElementContent } from 'hast';

/** An HTML element; properties that are `undefined` are not written. */
export function element(
  tagName: string,
  properties: Readonly<Record<string, string | string[] | undefined>>,
  children: ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children };
}
