import type { Root } from 'hast';
import { SKIP, visit } from '../tree/visit.js';
import { partText, unbroken } from './part-text.js';

/** Groups of figures with a space or a hyphen between them: a telephone number, an ISBN, a large sum. */
const GROUPED =
  /(?<![\p{L}\p{N}.,:/-])\+?\d{1,7}(?:[ \u00a0\u202f-]\d{1,7}){1,5}(?![\p{L}\p{N}:/-]|[.,]\d)/gu;
/** With fewer figures they are something else: two numbers that happen to stand side by side. */
const FEWEST = 6;
const WHOLE: ReadonlySet<string> = new Set(['code', 'pre', 'math', 'svg']);

/** A number that is read group by group stays on one line: nobody dials what he has to find together. */
export function holdNumbers(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'element' && WHOLE.has(node.tagName)) return SKIP;
    if (node.type !== 'text' || !parent || index === undefined) return undefined;
    const parts = partText(node, GROUPED, (number) =>
      number.replace(/\D/g, '').length < FEWEST ? undefined : [unbroken({ ...node, value: number })],
    );
    parent.children.splice(index, 1, ...parts);
    return [SKIP, index + parts.length];
  });
}
