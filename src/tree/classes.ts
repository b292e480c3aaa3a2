import type { Element } from 'hast';

/** An image that says nothing: `![](rule.svg){.decorative}`. */
export const DECORATIVE = 'decorative';

/** A picture that covers its page, and runs off it on every side: `![Dunes](dunes.jpg){.full-bleed}`. */
export const FULL_BLEED = 'full-bleed';

/** A block that shows nothing, and takes no room: a term of the index between two paragraphs, or a place that links lead to. */
export const PLACE_MARK = 'place-mark';

/** What is in a language whose letters are never slanted. */
export const UNSLANTED = 'unslanted';

/** What no line may end in, though there are spaces in it, such as a number of a telephone: `[drop]{.nowrap}`. */
export const UNBROKEN = 'nowrap';

/** The classes of an element. */
export function classesOf({ properties: { className } }: Element): string[] {
  return Array.isArray(className) ? className.map(String) : [];
}

/** Gives an element one more class. */
export function addClass(element: Element, name: string): void {
  element.properties.className = [...classesOf(element), name];
}

/** Whether an element has a class. */
export function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}
