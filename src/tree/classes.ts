import type { Element } from 'hast';

/** An image that says nothing: `![](rule.svg){.decorative}`. */
export const DECORATIVE = 'decorative';

/** A picture that covers its page, and runs off it on every side: `![Dunes](dunes.jpg){.full-bleed}`. */
export const FULL_BLEED = 'full-bleed';

/** Whether an element has a class. */
export function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}
