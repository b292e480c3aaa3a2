import type { Root } from 'hast';
import { elements, rewrite } from '../documents/rewrite.js';

/**
 * Tells e-readers and screen readers that a link leads to an entry of the bibliography. (Entries have no role: DPUB-ARIA 1.1
 * deprecates `doc-biblioentry` for the item of a list, which they are. In a PDF the role would make the link no link.)
 */
export function bindCitations(tree: Root): Root {
  const cites = ({ className }: { className?: unknown }): boolean =>
    Array.isArray(className) && className.includes('biblioref');
  if (![...elements(tree)].some(({ properties }) => cites(properties))) return tree;
  const children = rewrite(tree.children, (node) => {
    if (node.type !== 'element' || node.tagName !== 'a' || !cites(node.properties)) return [node];
    return [{ ...node, properties: { ...node.properties, 'epub:type': 'biblioref', role: 'doc-biblioref' } }];
  });
  return { ...tree, children };
}
