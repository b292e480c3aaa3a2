import type { ElementContent } from 'hast';
import type { Role } from '../../model/manuscript.js';
import { rewrite } from '../documents/rewrite.js';

/** Names the parts of glossaries by the EPUB Structural Semantics Vocabulary 1.1, so that an e-reader can show a meaning where its term is used. */
export function nameGlossaries(nodes: readonly ElementContent[], section: Role): ElementContent[] {
  return rewrite(nodes, (node) => {
    if (node.type !== 'element') return [node];
    const { className, role } = node.properties;
    // A page that is a glossary says so itself; twice, it would be two landmarks of one name.
    if (role === 'doc-glossary' && section === 'glossary') delete node.properties.role;
    else if (role === 'doc-glossary') node.properties['epub:type'] = 'glossary';
    else if (role === 'doc-glossref') node.properties['epub:type'] = 'glossref';
    else if (Array.isArray(className) && className.includes('glossary-terms'))
      for (const child of node.children)
        if (child.type === 'element') child.properties['epub:type'] = TYPES[child.tagName];
    return [node];
  });
}

const TYPES: Readonly<Record<string, string>> = { dt: 'glossterm', dd: 'glossdef' };
