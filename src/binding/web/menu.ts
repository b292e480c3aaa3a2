import type { Element } from 'hast';
import type { Entry } from '../documents/contents.js';
import { element } from '../documents/element.js';

/** Its id; no id of a book begins like this. */
export const MENU = 'octavo-menu';
/** Most lines of one list on each page, so that a book of a thousand chapters does not become a million lines. */
const NEAR = 80;

/** The contents beside the text: all chapters, and the sections of the one that is open. */
export function menu(entries: readonly Entry[], file: string, title: string): Element {
  return element('nav', { className: ['site-menu'], ariaLabel: title, id: MENU }, [list(entries, file, 0)]);
}

function list(entries: readonly Entry[], file: string, depth: number): Element {
  const here = entries.findIndex((entry) => leadsTo(entry, file));
  const from = Math.max(0, Math.min(here - NEAR / 2, entries.length - NEAR));
  const items = entries.slice(from, from + NEAR).map((entry) => {
    const open = entry.children.length > 0 && depth < 2 && leadsTo(entry, file);
    return element('li', {}, [
      element('a', { href: entry.href, ariaCurrent: entry.href === file ? 'page' : undefined }, [
        { type: 'text', value: entry.title },
      ]),
      ...(open ? [list(entry.children, file, depth + 1)] : []),
    ]);
  });
  return element('ol', {}, items);
}

/** Whether a line, or one under it, leads to a page. */
function leadsTo({ href, children }: Entry, file: string): boolean {
  return href.replace(/#.*/, '') === file || children.some((child) => leadsTo(child, file));
}
