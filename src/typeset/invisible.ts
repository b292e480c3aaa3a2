import type { ElementContent, Root, Text } from 'hast';
import { SKIP, visit } from '../tree/visit.js';
import { mayBreak, partText, unbroken } from './part-text.js';

/** A zero-width space, a word joiner (or the byte order mark that was one before), and what stands beside it. */
const INVISIBLE = /\u200b|\S?[\u2060\ufeff]\S?/gu;

/** What opens at a touch is open on paper. */
export function openDetails(tree: Root): void {
  visit(tree, 'element', ({ tagName, properties }) => {
    if (tagName === 'details') properties.open = true;
  });
}

/**
 * Says with elements where a line may break and where not, instead of with characters of no width: in a PDF these would stay
 * in the text that is searched, copied and read aloud.
 */
export function withoutInvisible(tree: Root): void {
  visit(tree, 'text', (node, index, parent) => {
    if (!parent || index === undefined || !/[\u200b\u2060\ufeff]/.test(node.value)) return undefined;
    const parts = partsOf(node);
    parent.children.splice(index, 1, ...parts);
    return [SKIP, index + parts.length];
  });
}

function partsOf(text: Text): ElementContent[] {
  return partText(text, INVISIBLE, (found) => {
    const joined = found.replace(/[\u2060\ufeff]/gu, '');
    if (found === '\u200b') return [mayBreak()];
    return joined ? [unbroken({ ...text, value: joined })] : [];
  });
}
