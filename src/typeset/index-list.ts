import type { Element, ElementContent, Parents, Root } from 'hast';
import { h } from 'hastscript';
import { entryPath } from '../language/entry-path.js';
import { unmarked } from '../language/slant.js';
import { type Separators, separatorsOf } from '../language/spaces.js';
import type { Book } from '../model/book.js';
import type { IndexEntry } from '../model/index-term.js';
import type { Say } from '../model/notice.js';
import type { Section } from '../model/rendition.js';
import type { Words } from '../model/words.js';
import { EXIT, visit } from '../tree/visit.js';
import { indexPlacedOnce } from './notices.js';
import { slanted } from './slanted.js';

/**
 * The entries of the index in groups by letter. Each place waits for its folio, as the lines of the contents do; where there
 * are no pages, the places of an entry are numbered.
 */
export function indexGroups({
  index,
  words,
  metadata,
}: Pick<Book, 'index' | 'words' | 'metadata'>): Element[] {
  const house: House = { words, separators: separatorsOf(metadata.lang), ids: idsOf(index), index };
  return groupsOf(index).map((entries) =>
    h(
      'ul',
      { className: ['index-group'] },
      entries.map((entry) => item(entry, house)),
    ),
  );
}

/** What all entries of an index have in common. */
interface House {
  readonly words: Words;
  readonly separators: Separators;
  readonly index: readonly IndexEntry[];
  /** Ids of the entries that others point to. */
  readonly ids: ReadonlyMap<IndexEntry, string>;
}

function idsOf(index: readonly IndexEntry[]): Map<IndexEntry, string> {
  const ids = new Map<IndexEntry, string>();
  const give = (entries: readonly IndexEntry[]): void => {
    for (const { see, seeAlso, children } of entries) {
      for (const target of [...see, ...seeAlso]) {
        const entry = entryOf(target, index);
        if (entry && !ids.has(entry)) ids.set(entry, `octavo-index--entry-${ids.size + 1}`);
      }
      give(children);
    }
  };
  give(index);
  return ids;
}

/** The entry that is meant by `fear!at night`; the one above it where there is none below. */
function entryOf(target: string, index: readonly IndexEntry[]): IndexEntry | undefined {
  const folded = (term: string): string => unmarked(term).trim().toLowerCase();
  let found: IndexEntry | undefined;
  let among = index;
  for (const term of entryPath(target)) {
    const next = among.find((entry) => folded(entry.term) === folded(term));
    if (!next) break;
    found = next;
    among = next.children;
  }
  return found;
}

/**
 * Writes the index where its author wants it (`::index`), or at the end of a page of his that is called the index and holds
 * no list of his own. It stands there once: entries that point to others lead to one place.
 */
export function fillIndex(sections: readonly Section[], book: Book, say: Say): void {
  const places: { element: Element; parent: Parents; section: Section }[] = [];
  for (const section of sections)
    visit(section.tree, 'element', (element, _, parent) => {
      if (element.properties.dataIndex !== undefined && parent) places.push({ element, parent, section });
    });
  const [first, ...others] = places;
  for (const { element, parent, section } of others) {
    parent.children.splice(parent.children.indexOf(element), 1);
    const also = first?.section.file && {
      file: first.section.file,
      node: first.element,
      says: 'it stands here',
    };
    if (section.file) say(indexPlacedOnce, {}, { file: section.file, node: element, also });
  }
  if (first) {
    delete first.element.properties.dataIndex;
    first.element.children = indexGroups(book);
  } else if (book.index.length) {
    const page = sections.find(({ role, tree }) => role === 'index' && !holdsList(tree));
    page?.tree.children.push(h('div', { className: ['index-columns'] }, indexGroups(book)));
  }
}

function holdsList(tree: Root): boolean {
  let holds = false;
  visit(tree, 'element', ({ tagName }) => {
    holds ||= tagName === 'ul' || tagName === 'ol';
    return holds ? EXIT : undefined;
  });
  return holds;
}

/** Entries that begin with the same letter stand together; what begins with none comes first. */
function groupsOf(entries: readonly IndexEntry[]): IndexEntry[][] {
  const groups = new Map<string, IndexEntry[]>();
  for (const entry of entries) {
    const letter = unmarked(entry.term).normalize('NFD').charAt(0).toUpperCase();
    const key = /\p{L}/u.test(letter) ? letter : '';
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()];
}

function item(entry: IndexEntry, house: House): Element {
  const { words, separators, ids } = house;
  const locators = entry.places.map((place, i) => locator(place, i + 1, separators.comma));
  const own = [
    h('span', { className: ['index-term'], lang: entry.lang }, slanted(entry.term)),
    ...(locators.length ? [h('span', { className: ['locators'] }, locators)] : []),
    ...pointers(entry.see, words.index.see, house),
    ...pointers(entry.seeAlso, words.index.seeAlso, house),
  ];
  const id = ids.get(entry);
  if (!entry.children.length) return h('li', { id }, own);
  // A column may end between the entries under it, and not within its own lines.
  const under = entry.children.map((child) => item(child, house));
  return h('li', { id }, [h('div', { className: ['index-own'] }, own), h('ul', under)]);
}

function locator({ from, to }: IndexEntry['places'][number], number: number, comma: string): Element {
  const link = (id: string, text: string): Element => h('a', { href: `#${id}`, dataFolio: id }, text);
  return h('span', { className: ['locator'] }, [
    comma,
    link(from, String(number)),
    ...(to ? [h('span', { className: ['locator-end'] }, ['–', link(to, String(number))])] : []),
  ]);
}

/** What an entry points to: one sentence of its own for all of them (*The Chicago Manual of Style*, 16.17). */
function pointers(
  targets: readonly string[],
  word: string,
  { separators: { comma, semicolon }, index, ids }: House,
): ElementContent[] {
  if (!targets.length) return [];
  return [
    { type: 'text', value: '. ' },
    h('i', word.charAt(0).toUpperCase() + word.slice(1)),
    { type: 'text', value: ' ' },
    ...targets.flatMap((target, i): ElementContent[] => {
      const entry = entryOf(target, index);
      const id = entry && ids.get(entry);
      const said = slanted(entryPath(target).join(comma));
      const separator = i ? [{ type: 'text', value: semicolon } as const] : [];
      return [...separator, ...(id ? [h('a', { href: `#${id}` }, said)] : said)];
    }),
  ];
}
