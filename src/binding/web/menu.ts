import type { Element } from 'hast';
import type { Entry } from '../documents/contents.js';
import { element } from '../documents/element.js';

/** Its id; no id of a book begins like this. */
export const MENU = 'octavo-menu';
/** Most lines of one list on each page, so that a book of a thousand chapters does not become a million lines. */
const NEAR = 80;

/** The lines of the contents that lead to each page, or have one under them that does; found once for all pages. */
export type Trails = ReadonlyMap<string, ReadonlySet<Entry>>;

export function trailsOf(entries: readonly Entry[]): Trails {
  const trails = new Map<string, Set<Entry>>();
  const walk = (some: readonly Entry[], above: readonly Entry[]): void => {
    for (const entry of some) {
      const trail = [...above, entry];
      const file = entry.href.replace(/#.*/, '');
      const known = trails.get(file) ?? new Set();
      trails.set(file, known);
      for (const one of trail) known.add(one);
      walk(entry.children, trail);
    }
  };
  walk(entries, []);
  return trails;
}

/** The contents beside the text: all chapters, and the sections of the one that is open. */
export function menu(entries: readonly Entry[], trails: Trails, file: string, title: string): Element {
  const trail = trails.get(file) ?? new Set();
  return element('nav', { className: ['site-menu'], ariaLabel: title, id: MENU }, [
    list(entries, trail, file, 0),
  ]);
}

function list(entries: readonly Entry[], trail: ReadonlySet<Entry>, file: string, depth: number): Element {
  const here = entries.findIndex((entry) => trail.has(entry));
  const from = Math.max(0, Math.min(here - NEAR / 2, entries.length - NEAR));
  const items = entries.slice(from, from + NEAR).map((entry) => {
    const open = entry.children.length > 0 && depth < 2 && trail.has(entry);
    return element('li', {}, [
      element(
        'a',
        { href: entry.href, lang: entry.lang, ariaCurrent: entry.href === file ? 'page' : undefined },
        [{ type: 'text', value: entry.title }],
      ),
      ...(open ? [list(entry.children, trail, file, depth + 1)] : []),
    ]);
  });
  return element('ol', {}, items);
}
