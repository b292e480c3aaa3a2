import type { Paragraph, Parents, PhrasingContent, RootContent } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';

/**
 * Sets what stands in the square brackets of a field to be written in, `::lines[What I felt]`, as a paragraph above it.
 * @returns whether there is one
 */
export function setFieldLabel(node: LeafDirective, index: number, parent: Parents): boolean {
  const children: PhrasingContent[] = node.children;
  node.children = [];
  if (!children.length) return false;
  const [first, last] = [children[0]?.position, children.at(-1)?.position];
  const label: Paragraph = {
    type: 'paragraph',
    // In a list whose items are brief a paragraph would be taken apart, and its class be lost.
    data: {
      ...(parent.type === 'listItem' ? { hName: 'div' } : {}),
      hProperties: { className: ['field-label'] },
    },
    children,
    ...(first && last ? { position: { start: first.start, end: last.end } } : {}),
  };
  parent.children.splice(index, 0, label as RootContent as never);
  return true;
}
