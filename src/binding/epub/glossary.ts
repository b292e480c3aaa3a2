import type { ElementContent } from 'hast';
import { rewrite } from '../documents/rewrite.js';

/** Names the parts of glossaries by the EPUB Structural Semantics Vocabulary 1.1, so that an e-reader can show a meaning where its term is used. */
export function nameGlossaries(nodes: readonly ElementContent[]): ElementContent[] {
  return rewrite(nodes, (node) => {
    if (node.type !== 'element') return [node];
    const { className, role } = node.properties;
    if (role === 'doc-glossary') node.properties['epub:type'] = 'glossary';
    else if (role === 'doc-glossref') node.properties['epub:type'] = 'glossref';
    else if (Array.isArray(className) && className.includes('glossary-terms'))
      for (const child of node.children)
        if (child.type === 'element') child.properties['epub:type'] = TYPES[child.tagName];
    return [node];
  });
}

const TYPES: Readonly<Record<string, string>> = { dt: 'glossterm', dd: 'glossdef' };
