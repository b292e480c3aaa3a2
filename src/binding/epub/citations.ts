import type { Root } from 'hast';
import { hasClass } from '../../tree/classes.js';
import { elements, rewrite } from '../documents/rewrite.js';

/**
 * Tells e-readers and screen readers that a link leads to an entry of the bibliography. (Entries have no role: DPUB-ARIA 1.1
 * deprecates `doc-biblioentry` for the item of a list, which they are. In a PDF the role would make the link no link.)
 */
export function bindCitations(tree: Root): Root {
  if (![...elements(tree)].some((one) => hasClass(one, 'biblioref'))) return tree;
  const children = rewrite(tree.children, (node) => {
    if (node.type !== 'element' || node.tagName !== 'a' || !hasClass(node, 'biblioref')) return [node];
    return [{ ...node, properties: { ...node.properties, 'epub:type': 'biblioref', role: 'doc-biblioref' } }];
  });
  return { ...tree, children };
}
