import type { Element, ElementContent, Root, RootContent } from 'hast';

/**
 * A copy of some content in which every node is what `change` makes of it, children before parents. The nodes given are
 * not touched: a rendition may be bound more than once.
 */
export function rewrite(
  nodes: readonly RootContent[],
  change: (node: ElementContent) => readonly ElementContent[],
): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type === 'doctype') return [];
    if (node.type !== 'element') return change({ ...node });
    return change({ ...node, properties: { ...node.properties }, children: rewrite(node.children, change) });
  });
}

/** Every element of a tree, in document order. */
export function* elements(tree: Root | Element): Generator<Element> {
  for (const child of tree.children) {
    if (child.type !== 'element') continue;
    yield child;
    yield* elements(child);
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
