/*
 * Headings of tables that are turned. Runs inside the page: each function is lent to it as its own source, under its own name, and may
 * use nothing but its arguments, the DOM, the other functions of this file and what else was lent.
 */
import type * as rules from './float-rules.js';
import type * as keeps from './keeps.js';

declare const endsThought: typeof rules.endsThought;
declare const mayFloat: typeof rules.mayFloat;
declare const nextTo: typeof keeps.nextTo;

/**
 * Takes the headings right above a table along to the page that it is turned on, where they stand above it as it is read. Without it
 * they would be alone on the page before; they stay where text that follows the table comes below them (`floats.ts`).
 * @param floats whether tables go behind text at all
 */
export function takeHeads(page: HTMLElement, floats: boolean): void {
  if (floats && mayFloat(page)) {
    let text = nextTo(page);
    for (; text instanceof HTMLElement && text.matches('p'); text = nextTo(text))
      if (endsThought(text)) return;
  }
  for (;;) {
    let above = page.previousElementSibling;
    // Places for the index show nothing.
    while (above?.matches('.place-mark')) above = above.previousElementSibling;
    if (!above?.matches('h2,h3,h4,h5,h6')) return;
    while (page.previousElementSibling && page.firstElementChild !== above)
      page.prepend(page.previousElementSibling);
  }
}

/** Puts them back above their table. */
export function giveBackHeads(page: HTMLElement): void {
  page.before(...[...page.children].filter((one) => !(one instanceof HTMLTableElement)));
}

/** What is lent to the page. */
export const TURNED_HEADS = { takeHeads, giveBackHeads };
