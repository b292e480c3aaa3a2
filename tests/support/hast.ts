import type { Nodes } from 'hast';

/** The words of a tree, one space between two blocks or lines. */
export function textOf(node: Nodes): string {
  const read = (one: Nodes): string => {
    if (one.type === 'text') return one.value;
    if (!('children' in one)) return '';
    const text = one.children.map(read).join('');
    return one.type === 'element' && BLOCK.test(one.tagName) ? `${text}\n` : text;
  };
  return read(node)
    .replace(/[ \n]+/g, ' ')
    .trim();
}

const BLOCK = /^(?:p|h[1-6]|div|li|dt|dd|section)$/;
