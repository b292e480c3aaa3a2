import type { ElementContent, Root, Text } from 'hast';
import { UNBROKEN } from '../tree/classes.js';
import { SKIP, visit } from '../tree/visit.js';

/**
 * Parts a text at what a pattern finds in it; what is left between keeps the place of the whole.
 * @param pattern global
 * @param make what stands in the place of a match; `undefined` to leave it as it is
 */
export function partText(
  text: Text,
  pattern: RegExp,
  make: (found: string) => ElementContent[] | undefined,
): ElementContent[] {
  const parts: ElementContent[] = [];
  let from = 0;
  const put = (to?: number): void => {
    const value = text.value.slice(from, to);
    if (value) parts.push({ ...text, value });
  };
  for (const { 0: found, index } of text.value.matchAll(pattern)) {
    const made = make(found);
    if (!made) continue;
    put(index);
    parts.push(...made);
    from = index + found.length;
  }
  put();
  return parts;
}

/** What is no text: code stands as it is, and formulas and drawings are made of signs. */
export const NO_TEXT: ReadonlySet<string> = new Set(['code', 'pre', 'math', 'svg']);

/**
 * Parts every text of a tree that does not stand in one of these elements.
 * @param whole names of elements whose text is left alone
 */
export function partTexts(
  tree: Root,
  whole: ReadonlySet<string>,
  pattern: RegExp,
  make: (found: string, text: Text) => ElementContent[] | undefined,
): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'element' && whole.has(node.tagName)) return SKIP;
    if (node.type !== 'text' || !parent || index === undefined) return undefined;
    const parts = partText(node, pattern, (found) => make(found, node));
    parent.children.splice(index, 1, ...parts);
    return [SKIP, index + parts.length];
  });
}

/** What is not parted at the end of a line. */
export function unbroken(...children: ElementContent[]): ElementContent {
  return { type: 'element', tagName: 'span', properties: { className: [UNBROKEN] }, children };
}

/** Where a line may end within a word. */
export function mayBreak(): ElementContent {
  return { type: 'element', tagName: 'wbr', properties: {}, children: [] };
}
