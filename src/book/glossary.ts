import type { Emphasis, Link, Node, Parents, PhrasingContent } from 'mdast';
import { guess } from '../config/guess.js';
import type { Chapter } from '../model/book.js';
import type { At, Say } from '../model/notice.js';
import { oneSpaced, textOf } from '../tree/text-of.js';
import { SKIP, visit } from '../tree/visit.js';
import { glossaryEntryUnique, glossaryTermKnown } from './notices.js';

/** One term of a glossary and where it is explained. */
interface Entry {
  readonly term: string;
  readonly id: string;
  readonly at: At;
}

/** Nodes of a definition list, of which the other packages know nothing. */
interface Item extends Node {
  type: string;
  children: PhrasingContent[];
}

/**
 * Marks the terms of a chapter's glossaries as places of their own, and sorts each list as the chapter's language sorts:
 * that is how a reader looks for a word, and no author should have to.
 */
export function settleGlossaries({ tree, role, lang }: Chapter): void {
  const order = new Intl.Collator(lang, { numeric: true });
  const settle = (list: Parents): void => {
    const entries: Item[][] = [];
    let before = '';
    for (const child of list.children as unknown as Item[]) {
      if (child.type === 'defListTerm' && before !== 'defListTerm') entries.push([]);
      before = child.type;
      entries.at(-1)?.push(child);
      if (child.type !== 'defListTerm') continue;
      const word: Emphasis = { type: 'emphasis', data: { hName: 'dfn' }, children: child.children };
      child.data = { ...child.data, glossaryEntry: true, place: `term-${textOf(child)}` };
      child.children = [word];
    }
    entries.sort(([a], [b]) => order.compare(textOf(a ?? []), textOf(b ?? [])));
    (list as { children: unknown[] }).children = entries.flat();
    list.data = { ...list.data, hProperties: { className: ['glossary-terms'] } };
  };
  const within = (node: Parents): void =>
    visit(node, (child) => {
      if ((child.type as string) !== 'defList') return undefined;
      settle(child as Parents);
      return SKIP;
    });
  if (role === 'glossary') within(tree);
  else
    visit(tree, (node) => {
      if (!node.data?.glossary) return undefined;
      within(node as Parents);
      return SKIP;
    });
}

/** Leads each marked term to its entry. A handout stands alone: it leads to what it explains itself, and nothing leads into it. */
export function resolveTerms(chapters: readonly Chapter[], say: Say): void {
  const ofBook = entriesOf(
    chapters.filter(({ role }) => role !== 'handout'),
    say,
  );
  for (const chapter of chapters) {
    const handout = chapter.role === 'handout';
    const own = handout ? entriesOf([chapter], say) : ofBook;
    visit(chapter.tree, 'emphasis', (node) => {
      const mark = node.data?.glossaryTerm;
      if (!mark) return;
      const words = mark.entry ?? textOf(node);
      const entry = own.get(keyOf(words));
      if (entry) linkTo(entry, node);
      else if (!ofBook.has(keyOf(words))) {
        const known = [...new Map([...ofBook, ...own]).values()].map(({ term }) => term);
        say(
          glossaryTermKnown,
          { term: oneSpaced(words), guess: guess(oneSpaced(words), known) },
          { file: chapter.file, node },
        );
      }
    });
  }
}

function entriesOf(chapters: readonly Chapter[], say: Say): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const { tree, file } of chapters) {
    const terms: Node[] = [];
    visit(tree, (node) => void (node.data?.glossaryEntry && terms.push(node)));
    // The first is the one that its author wrote first, wherever it has been sorted to.
    terms.sort((a, b) => (a.position?.start.offset ?? 0) - (b.position?.start.offset ?? 0));
    for (const node of terms) {
      const term = oneSpaced(textOf(node));
      const at: At = { file, node };
      const first = entries.get(keyOf(term));
      if (!first) entries.set(keyOf(term), { term, id: String(node.data?.hProperties?.id), at });
      else
        say(glossaryEntryUnique, { term }, { ...at, also: { ...first.at, says: 'the first explanation' } });
    }
  }
  return entries;
}

function linkTo({ id }: Entry, node: Emphasis): void {
  const { hName, ...data } = node.data ?? {};
  Object.assign(node as Node, { type: 'link', url: `#${id}` } satisfies Partial<Link>);
  node.data = { ...data, hProperties: { ...data.hProperties, role: 'doc-glossref' } };
}

/** As a reader takes two words for the same: capitals and spaces aside. */
function keyOf(term: string): string {
  return oneSpaced(term).toLowerCase();
}

declare module 'mdast' {
  interface Data {
    /** This node is a term that a glossary explains. */
    glossaryEntry?: boolean;
  }
}
