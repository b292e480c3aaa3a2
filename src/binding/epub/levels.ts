import type { Element } from 'hast';
import { headingSteps } from '../documents/steps.js';

/**
 * Gives a heading that skips a level the one that it has in the order of the text (`aria-level`). What it looks like stays as
 * its author has it. One for each document, shown its headings in order.
 */
export function stepDown(): (element: Element) => Element {
  const steps = headingSteps();
  return (element) => {
    const level = Number(/^h([1-6])$/.exec(element.tagName)?.[1] ?? 0);
    const step = level && steps(level);
    return step === level ? element : { ...element, properties: { ...element.properties, ariaLevel: step } };
  };
}
