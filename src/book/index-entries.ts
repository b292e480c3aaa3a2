import type { Node } from 'unist';
import { guess } from '../config/guess.js';
import { entryPath } from '../language/entry-path.js';
import { unmarked } from '../language/slant.js';
import type { Chapter } from '../model/book.js';
import type { IndexEntry, IndexTerm } from '../model/index-term.js';
import type { At, Say } from '../model/notice.js';
import { oneSpaced, textOf } from '../tree/text-of.js';
import { visit } from '../tree/visit.js';
import { indexEntryHasWords, indexRangeCloses, indexSeeResolves } from './notices.js';

/** An entry while it is being gathered. */
interface Draft {
  readonly term: string;
  /** The language in which it first stands: where the words themselves are the entry theirs, and else that of the book. */
  lang?: string | undefined;
  readonly places: { from: string; to?: string; at: At }[];
  readonly see: Map<string, At>;
  readonly seeAlso: Map<string, At>;
  readonly children: Map<string, Draft>;
  /** A passage that has begun. */
  open?: Draft['places'][number] | undefined;
}

/**
 * Gathers the index of the book from the terms that are marked in it, sorted as the book's language sorts, and gives every
 * place an id. Handouts have no pages in the book, so their terms are left out.
 */
export function indexEntries(chapters: readonly Chapter[], lang: string, say: Say): IndexEntry[] {
  const root = draftOf('');
  let last: { entry: Draft; at: At }[] = [];
  for (const chapter of chapters) {
    let number = 0;
    if (chapter.role === 'handout') continue;
    visit(chapter.tree, (node) => {
      const terms = node.data?.indexTerms;
      if (!terms) return;
      const id = `${chapter.id}--index-${++number}`;
      node.data = { ...node.data, hProperties: { ...node.data?.hProperties, id } };
      for (const term of terms) {
        const at: At = { file: chapter.file, node };
        const words = pathOf(term, node);
        if (!words.some(Boolean)) {
          say(indexEntryHasWords, {}, at);
          continue;
        }
        let entry = root;
        for (const word of words) entry = below(entry, word);
        entry.lang ??= term.path.length ? lang : String(node.data?.hProperties?.lang ?? chapter.lang);
        if (term.see) entry.see.set(term.see, at);
        if (term.seeAlso) entry.seeAlso.set(term.seeAlso, at);
        if (term.range === 'end') {
          if (entry.open) entry.open.to = id;
          else say(indexRangeCloses, { term: words.join(' › '), opens: false }, at);
          entry.open = undefined;
        } else if (!term.see || term.path.length === 0) {
          const place = { from: id, at };
          entry.places.push(place);
          if (term.range === 'start') {
            entry.open = place;
            last.push({ entry, at });
          }
        }
      }
    });
  }
  last = last.filter(({ entry }) => entry.open);
  for (const { entry, at } of last) say(indexRangeCloses, { term: entry.term, opens: true }, at);
  holdPointers(root, say);
  return sorted(root, lang, new Intl.Collator(lang, { numeric: true }));
}

function draftOf(term: string): Draft {
  return { term, places: [], see: new Map(), seeAlso: new Map(), children: new Map() };
}

function below(parent: Draft, term: string): Draft {
  const entry = parent.children.get(term) ?? draftOf(term);
  parent.children.set(term, entry);
  return entry;
}

/** The entry that a mark in the text is for: what its author named, or the words that are marked. */
export function pathOf({ path }: IndexTerm, node: Node): readonly string[] {
  return path.length ? path : [oneSpaced(textOf(node))];
}

/** What an entry points to has to be an entry itself. */
function holdPointers(root: Draft, say: Say): void {
  const names = [...root.children.keys()];
  const known = new Set(names.map((name) => unmarked(name).toLowerCase()));
  const hold = (entry: Draft): void => {
    for (const pointers of [entry.see, entry.seeAlso])
      for (const [target, at] of pointers) {
        if (known.has(unmarked(entryPath(target)[0] ?? '').toLowerCase())) continue;
        const also = pointers === entry.seeAlso;
        say(indexSeeResolves, { term: unmarked(entry.term), target, also, guess: guess(target, names) }, at);
      }
    for (const child of entry.children.values()) hold(child);
  };
  hold(root);
}

function sorted({ children }: Draft, lang: string, order: Intl.Collator): IndexEntry[] {
  const byWords = (a: string, b: string): number =>
    order.compare(unmarked(a), unmarked(b)) || (a < b ? -1 : 1);
  return [...children.values()]
    .map(
      (entry): IndexEntry => ({
        term: entry.term,
        lang: entry.lang === lang ? undefined : entry.lang,
        places: entry.places.map(({ from, to }) => ({ from, to })),
        see: [...entry.see.keys()].sort(byWords),
        seeAlso: [...entry.seeAlso.keys()].sort(byWords),
        children: sorted(entry, lang, order),
      }),
    )
    .sort((a, b) => byWords(a.term, b.term));
}
