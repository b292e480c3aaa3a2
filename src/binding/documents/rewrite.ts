import type { Element, ElementContent, Root, RootContent } from 'hast';

/**
 * A copy of some content in which every node is what `change` makes of it, children before parents. The nodes given are
 * not touched: a rendition may be bound more than once.
 */
export function rewrite(
  nodes: readonly RootContent[],
  change: (node: ElementContent) => readonly ElementContent[],
): ElementContent[] {
  // A loop, for a callback would cost a second stack frame at each level of a deeply nested text.
  const result: ElementContent[] = [];
  for (const node of nodes) {
    if (node.type === 'element') {
      const copy = { ...node, properties: { ...node.properties }, children: rewrite(node.children, change) };
      result.push(...change(copy));
    } else if (node.type !== 'doctype') result.push(...change({ ...node }));
  }
  return result;
}

/** Every element of a tree, in document order. */
export function* elements(tree: Root | Element): Generator<Element> {
  const waiting: RootContent[] = [...tree.children].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type !== 'element') continue;
    yield node;
    waiting.push(...[...node.children].reverse());
  }
}

/** The attribute `id`, if the element has a usable one. */
export function idOf(element: Element): string | undefined {
  const { id } = element.properties;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

/** The first heading of a section, h1 to h6. */
export function firstHeading(tree: Root | Element): Element | undefined {
  for (const element of elements(tree)) if (/^h[1-6]$/.test(element.tagName)) return element;
  return undefined;
}
