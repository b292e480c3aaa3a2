import type { Element } from 'hast';

/** Attributes of how large something in a formula is set, and the elements that have each (MathML 3, 2.2.1, 3.3.4 and 3.5.1). */
const OWNERS: Readonly<Record<string, ReadonlySet<string>>> = {
  displaystyle: new Set(['math', 'mstyle', 'mtable']),
  scriptlevel: new Set(['math', 'mstyle']),
};

/**
 * MathML Core lets any element of a formula say how large it is set; that of EPUB (3.3, 6.3) is MathML 3, where an element around it
 * does.
 */
export function styledAround(node: Element): Element {
  const own = { ...node.properties };
  const around: Element['properties'] = {};
  for (const [name, owners] of Object.entries(OWNERS)) {
    if (own[name] === undefined || owners.has(node.tagName)) continue;
    around[name] = own[name];
    delete own[name];
  }
  if (!Object.keys(around).length) return node;
  if (node.tagName === 'mtr') return { ...node, properties: own };
  // A cell stays in its row, and what is in it is set so.
  if (node.tagName === 'mtd')
    return {
      ...node,
      properties: own,
      children: [{ ...mstyle, properties: around, children: node.children }],
    };
  return { ...mstyle, properties: around, children: [{ ...node, properties: own }] };
}

const mstyle: Element = { type: 'element', tagName: 'mstyle', properties: {}, children: [] };
