import type { Element } from 'hast';
import type { Role } from '../../model/manuscript.js';
import { hasClass } from '../../tree/classes.js';

/** Names a part of a glossary by the EPUB Structural Semantics Vocabulary 1.1, so that an e-reader can show a meaning where its term is used. */
export function nameGlossary(element: Element, section: Role): Element {
  const { properties, children } = element;
  const { role } = properties;
  // A page that is a glossary says so itself; twice, it would be two landmarks of one name.
  if (role === 'doc-glossary' && section === 'glossary')
    return { ...element, properties: { ...properties, role: undefined } };
  if (role === 'doc-glossary') return { ...element, properties: { ...properties, 'epub:type': 'glossary' } };
  if (role === 'doc-glossref') return { ...element, properties: { ...properties, 'epub:type': 'glossref' } };
  if (!hasClass(element, 'glossary-terms')) return element;
  const named = children.map((child) =>
    child.type === 'element'
      ? { ...child, properties: { ...child.properties, 'epub:type': TYPES[child.tagName] } }
      : child,
  );
  return { ...element, children: named };
}

const TYPES: Readonly<Record<string, string>> = { dt: 'glossterm', dd: 'glossdef' };
