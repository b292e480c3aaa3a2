import type { Element } from 'hast';

/**
 * Gives a heading that skips a level the one that it has in the order of the text (`aria-level`): a screen reader counts by steps,
 * and looks for the one that is missing. What it looks like stays as its author has it. One for each document, shown its headings
 * in order.
 */
export function stepDown(): (element: Element) => Element {
  /** The headings that the one in question may stand under, from the highest. */
  const above: { level: number; step: number }[] = [];
  return (element) => {
    const level = Number(/^h([1-6])$/.exec(element.tagName)?.[1] ?? 0);
    if (!level) return element;
    while ((above.at(-1)?.level ?? 0) >= level) above.pop();
    const step = above.length ? (above.at(-1)?.step ?? 0) + 1 : level;
    above.push({ level, step });
    return step === level ? element : { ...element, properties: { ...element.properties, ariaLevel: step } };
  };
}
