import type { ElementContent, Root, Text } from 'hast';
import { SKIP, visit } from '../tree/visit.js';

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
    const parts = partsOf(node);
    if (parts[0] === node) return undefined;
    parent.children.splice(index, 1, ...parts);
    return [SKIP, index + parts.length];
  });
}

function partsOf(text: Text): ElementContent[] {
  const { value } = text;
  const parts: ElementContent[] = [];
  let from = 0;
  for (const { 0: number, index } of value.matchAll(GROUPED)) {
    if (number.replace(/\D/g, '').length < FEWEST) continue;
    if (index > from) parts.push({ ...text, value: value.slice(from, index) });
    parts.push({
      type: 'element',
      tagName: 'span',
      properties: { className: ['nowrap'] },
      children: [{ ...text, value: number }],
    });
    from = index + number.length;
  }
  if (!parts.length) return [text];
  if (from < value.length) parts.push({ ...text, value: value.slice(from) });
  return parts;
}
