import type { Node } from 'unist';

/**
 * What a plugin of unified has made, if it is a tree: it may leave anything, and what is none would fail in whatever reads it next.
 * @throws an Error that says what is wrong with it
 */
export function treeOf(made: unknown): Node {
  const pending = [made];
  /** The nodes that are gone through now, each in the one before. */
  const around = new Set<unknown>();
  while (pending.length) {
    const node = pending.at(-1);
    if (around.delete(node)) {
      pending.pop();
      continue;
    }
    const fault = faultOf(node);
    if (fault) throw new Error(fault);
    around.add(node);
    for (const child of (node as { children?: unknown[] }).children ?? []) {
      if (around.has(child)) throw new Error(`It leaves a ${(child as Node).type} that stands in itself`);
      pending.push(child);
    }
  }
  return made as Node;
}

function faultOf(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null) return `It leaves ${node} where a node should be`;
  const { type, children, value, tagName, properties } = node as Readonly<Record<string, unknown>>;
  if (typeof type !== 'string') return 'It leaves a node without a type';
  if (children !== undefined && !Array.isArray(children))
    return `It leaves a ${type} whose children are no list`;
  if (type === 'text' && typeof value !== 'string') return 'It leaves a text without a value';
  if (type !== 'element') return undefined;
  if (typeof tagName !== 'string') return 'It leaves an element without a tagName';
  if (typeof properties !== 'object' || properties === null)
    return `It leaves a <${tagName}> without properties`;
  return children === undefined ? `It leaves a <${tagName}> without children` : undefined;
}
