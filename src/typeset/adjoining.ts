import type { Element, ElementContent, Root, RootContent } from 'hast';
import { classesOf } from '../tree/classes.js';
import { SKIP, visit } from '../tree/visit.js';
import { isCall } from './notes.js';
import { unbroken } from './part-text.js';

/** What belongs to a piece before it: a few signs, and an ending such as that of the *n*th. A row of dots is as long as its line. */
const BEHIND = /^(?:[^\s\p{L}\p{N}]{1,8}|[\p{L}\p{N}]{1,3}(?![\p{L}\p{N}\u00ad]))/u;
/** What belongs to a piece behind it. Guillemets open as well as they close. */
const BEFORE = /[([{‘“„‚«»‹›¿¡（「『《]{1,8}$/u;

/**
 * Keeps what adjoins a formula, a picture in its line or a gap to fill in on the line of that: a comma, a bracket, the number of a note.
 * Browsers know how to part letters from signs, and part both from anything that is neither.
 */
export function holdAdjoining(tree: Root): void {
  visit(tree, 'element', (element, index = 0, parent) => {
    if (element.tagName === 'pre') return SKIP;
    if (!parent || !isPiece(element)) return undefined;
    const next = parent.children[index + 1];
    const before = cut(parent.children[index - 1], BEFORE);
    const behind = next?.type === 'element' && isCall(next) ? { own: next, rest: [] } : cut(next, BEHIND);
    if (!before && !behind) return undefined;
    const whole = unbroken(...(before ? [before.own] : []), element, ...(behind ? [behind.own] : []));
    const from = before ? index - 1 : index;
    const others = [...(before?.rest ?? []), whole, ...(behind?.rest ?? [])];
    parent.children.splice(from, 1 + (before ? 1 : 0) + (behind ? 1 : 0), ...others);
    return [SKIP, from + (before?.rest.length ?? 0) + 1];
  });
}

/** Parts a text into what is held and what is left of it; `undefined` where nothing is to be held. */
function cut(
  node: RootContent | undefined,
  pattern: RegExp,
): { own: ElementContent; rest: ElementContent[] } | undefined {
  const found = node?.type === 'text' ? pattern.exec(node.value) : null;
  if (node?.type !== 'text' || !found) return undefined;
  const [held] = found;
  const value = found.index ? node.value.slice(0, found.index) : node.value.slice(held.length);
  return { own: { ...node, value: held }, rest: value ? [{ ...node, value }] : [] };
}

/** Whether an element stands in its line as if it were a single letter. */
function isPiece(element: Element): boolean {
  if (element.tagName === 'math') return element.properties.display !== 'block';
  return element.tagName === 'img' || classesOf(element).includes('fill-in');
}
