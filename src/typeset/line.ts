import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';

/** A paragraph of a class, if there is text for it: a line of an opening or of a page that nobody wrote. */
export function line(className: string, text: string | ElementContent[] | undefined): Element[] {
  return text?.length ? [h('p', { className: [className] }, text)] : [];
}
