import type { Element } from 'hast';

/** An image that says nothing: `![](rule.svg){.decorative}`. */
export const DECORATIVE = 'decorative';

/** Whether an element has a class. */
export function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}
