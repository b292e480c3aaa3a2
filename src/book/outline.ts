import type { Heading as HeadingNode } from 'mdast';
import type { Book, Chapter, Heading } from '../model/book.js';
import type { ListName, ResolvedConfig } from '../model/config.js';
import type { Role } from '../model/manuscript.js';
import { lineOf } from '../tree/text-of.js';
import { EXIT, visit } from '../tree/visit.js';
import { writtenRoles } from './written-roles.js';

/** The lists that an edition makes of what is counted, in the order of front matter. */
export const LISTS = [
  { name: 'figures', role: 'loi', counter: 'figure' },
  { name: 'tables', role: 'lot', counter: 'table' },
  { name: 'listings', role: 'list-of-listings', counter: 'listing' },
] as const satisfies readonly { name: ListName; role: Role; counter: string }[];

/**
 * The book's headings, nested: parts hold their chapters, chapters their sections. Handouts stand apart.
 * @param wishes which lists are made after the contents, and where notes stand
 */
export function outlineOf(
  book: Book,
  { lists, notes }: { readonly lists: readonly ListName[]; readonly notes: ResolvedConfig['notes'] },
): Heading[] {
  const top: Heading[] = [];
  const parts = new Map<number, Heading>();
  for (const chapter of book.chapters) {
    if (chapter.role === 'handout' || chapter.role === 'part' || !chapter.listed) continue;
    const part = chapter.part === undefined ? undefined : (parts.get(chapter.part) ?? openPart(chapter.part));
    (part?.children ?? top).push(...headingsOf(chapter, part ? 2 : 1));
  }
  // Lists, handouts, bibliography and index are made by the edition, unless the author wrote them; they stand in the contents all the same.
  const written = writtenRoles(book.chapters);
  top.unshift(
    ...LISTS.filter(
      ({ name, role, counter }) =>
        lists.includes(name) && !written.has(role) && book.counted.some((one) => one.counter === counter),
    ).map(({ role, counter }) => made(role, book.words.lists[counter])),
  );
  if (book.handouts.length) top.push(made('handout', book.words.handouts));
  if (notes === 'book' && !written.has('endnotes') && book.chapters.some(callsNotes))
    top.push(made('endnotes', book.words.notes));
  if (book.bibliography) top.push(made('bibliography', book.words.bibliography));
  if (book.index.length && !written.has('index')) top.push(made('index', book.words.index.title));
  return top;

  function openPart(index: number): Heading | undefined {
    const part = book.parts[index];
    if (!part) return undefined;
    const heading: Heading = {
      id: `${part.id}--title`,
      depth: 1,
      title: part.title,
      section: part.id,
      children: [],
    };
    parts.set(index, heading);
    top.push(heading);
    return heading;
  }
}

/** Whether a chapter that is bound with the book calls a note. */
export function callsNotes({ tree, role }: Chapter): boolean {
  let calls = false;
  visit(tree, 'footnoteReference', () => {
    calls = role !== 'handout';
    return EXIT;
  });
  return calls;
}

/** The heading of a page that nobody wrote. */
function made(role: Role, title: string): Heading {
  return { id: `octavo-${role}--title`, depth: 1, title, section: `octavo-${role}`, children: [] };
}

/** What a section has in place of what its chapter is said to be. */
const NO_CHAPTER: Pick<Chapter, 'number' | 'authors'> = {};

function headingsOf(chapter: Chapter, depth: number): Heading[] {
  const roots: Heading[] = [];
  const open: { level: number; heading: Heading }[] = [];
  visit(chapter.tree, (node) => {
    if (node.type !== 'heading') return;
    const { depth: level } = node as HeadingNode;
    const id = node.data?.hProperties?.id;
    const title = lineOf(node as HeadingNode);
    if (typeof id !== 'string' || !title) return;
    while (open.length && (open.at(-1)?.level ?? 0) >= level) open.pop();
    const { number, authors } = roots.length || open.length ? NO_CHAPTER : chapter;
    const heading: Heading = {
      id,
      depth: depth + open.length,
      title,
      number,
      authors,
      section: chapter.id,
      children: [],
    };
    (open.at(-1)?.heading.children ?? roots).push(heading);
    open.push({ level, heading });
  });
  return roots;
}
