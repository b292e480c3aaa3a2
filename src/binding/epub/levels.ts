import type { ElementContent } from 'hast';
import { rewrite } from '../documents/rewrite.js';

/**
 * Gives a heading that skips a level the one that it has in the order of the text (`aria-level`): a screen reader counts by steps,
 * and looks for the one that is missing. What it looks like stays as its author has it.
 */
export function stepDown(nodes: readonly ElementContent[]): ElementContent[] {
  /** The headings that the one in question may stand under, from the highest. */
  const above: { level: number; step: number }[] = [];
  return rewrite(nodes, (node) => {
    const [, level] = (node.type === 'element' && /^h([1-6])$/.exec(node.tagName)) || [];
    if (node.type !== 'element' || !level) return [node];
    while ((above.at(-1)?.level ?? 0) >= Number(level)) above.pop();
    const step = above.length ? (above.at(-1)?.step ?? 0) + 1 : Number(level);
    above.push({ level: Number(level), step });
    return step === Number(level)
      ? [node]
      : [{ ...node, properties: { ...node.properties, ariaLevel: step } }];
  });
}
