import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { MatterPage } from '../model/edition.js';
import type { IndexEntry } from '../model/index-term.js';
import type { Words } from '../model/words.js';
import { madeSection } from './section.js';

/**
 * The index. Each place waits for its folio, as the lines of the contents do; where there are no pages, the places of an
 * entry are numbered.
 */
export const indexPage: MatterPage = {
  role: 'index',
  matter: 'back',
  make(book) {
    if (!book.index.length) return undefined;
    const words = book.words;
    const groups = groupsOf(book.index).map((entries) =>
      h(
        'ul',
        { className: ['index-group'] },
        entries.map((entry) => item(entry, words)),
      ),
    );
    return madeSection(book, 'index', 'back', words.index.title, [
      h('h1', { id: 'octavo-index--title' }, words.index.title),
      h('div', { className: ['index-columns'] }, groups),
    ]);
  },
};

/** Entries that begin with the same letter stand together; what begins with none comes first. */
function groupsOf(entries: readonly IndexEntry[]): IndexEntry[][] {
  const groups = new Map<string, IndexEntry[]>();
  for (const entry of entries) {
    const letter = entry.term.normalize('NFD').charAt(0).toUpperCase();
    const key = /\p{L}/u.test(letter) ? letter : '';
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()];
}

function item(entry: IndexEntry, words: Words): Element {
  const locators = entry.places.map((place, i) => locator(place, i + 1));
  return h('li', [
    h('span', { className: ['index-term'] }, entry.term),
    ...(locators.length ? [h('span', { className: ['locators'] }, locators)] : []),
    ...pointers(entry.see, words.index.see),
    ...pointers(entry.seeAlso, words.index.seeAlso),
    ...(entry.children.length
      ? [
          h(
            'ul',
            entry.children.map((child) => item(child, words)),
          ),
        ]
      : []),
  ]);
}

function locator({ from, to }: IndexEntry['places'][number], number: number): Element {
  const link = (id: string, text: string): Element => h('a', { href: `#${id}`, dataFolio: id }, text);
  return h('span', { className: ['locator'] }, [
    ', ',
    link(from, String(number)),
    ...(to ? [h('span', { className: ['locator-end'] }, ['–', link(to, String(number))])] : []),
  ]);
}

function pointers(targets: readonly string[], word: string): ElementContent[] {
  return targets.flatMap((target) => [
    { type: 'text', value: '. ' },
    h('i', word),
    { type: 'text', value: ` ${target.replace(/\s*!\s*/g, ', ')}` },
  ]);
}
