import type { Definition, Nodes, Parents, Root } from 'mdast';
import type { Book, Chapter, Heading } from '../model/book.js';
import type { Edition } from '../model/edition.js';
import type { IndexEntry } from '../model/index-term.js';
import type { Stretch } from '../model/written.js';
import { printedIn } from '../tree/printed-in.js';
import { visit } from '../tree/visit.js';

/**
 * The book as one edition shows it: without chapters and passages that are not for it, and without whatever would point at
 * them – headings of the outline, entries of the index and of lists, anchors, links. Numbers stay as they were counted, so
 * that figure 3 is the same one in every edition.
 */
export function shownIn(
  book: Book,
  edition: Pick<Edition, 'name' | 'shows' | 'brings' | 'matter' | 'solutions'>,
): Book {
  const hidden = new Set<string>();
  const makes = new Set(edition.matter.map(({ role }) => `octavo-${role}`));
  const hides = ({ role, outputs, tree }: Chapter): boolean =>
    (edition.solutions === 'in-place' && holdsAnswersAlone(tree.children)) ||
    (role === 'endnotes' && !makes.has('octavo-endnotes') && holdsTitleAlone(tree)) ||
    (edition.shows !== 'all' && edition.shows !== (role === 'handout' ? 'handouts' : 'chapters')) ||
    (outputs !== undefined && !outputs.includes(edition.name));
  // What comes along is not in the edition, and a link may lead there all the same.
  const brought = new Set(edition.brings && book.handouts.map(({ id }) => id));
  for (const chapter of book.chapters)
    if (hides(chapter)) {
      if (!brought.has(chapter.id)) hidden.add(chapter.id);
      collect(chapter.tree, hidden);
    }
  const filtered = book.chapters
    .filter((chapter) => !hides(chapter))
    .map((chapter): Chapter => {
      const heads = headsOfAnswers(chapter.tree, edition);
      if (!heads.size) return chapter;
      for (const head of heads) collect(head, hidden);
      const children = chapter.tree.children.filter((node) => !heads.has(node));
      return { ...chapter, tree: { ...chapter.tree, children } };
    })
    .map(
      (chapter): Chapter =>
        chapter.file.data.conditional
          ? { ...chapter, tree: without(chapter.tree, edition.name, hidden)[0] as Root }
          : chapter,
    );
  const chapters = hidden.size
    ? filtered.map((chapter) => ({ ...chapter, tree: unlinked(chapter.tree, hidden) as Root }))
    : filtered;
  return {
    ...book,
    parts: book.parts.map((part) => ({
      ...part,
      chapter: chapters.find(({ id }) => id === part.chapter?.id),
    })),
    chapters,
    outline: outlineWithout(book.outline, hidden, new Set(book.parts.map(({ id }) => id))).filter(
      ({ section }) => !section.startsWith('octavo-') || makes.has(section),
    ),
    anchors: new Map([...book.anchors].filter(([, { id }]) => !hidden.has(id))),
    index: indexWithout(book.index, hidden),
    counted: book.counted.filter(({ id }) => !hidden.has(id)),
  };
}

/** Whether a chapter or a section is there for the answers, which stand elsewhere then. */
function holdsAnswersAlone(children: Root['children']): boolean {
  const beside = ['heading', 'html', 'definition', 'footnoteDefinition'];
  return (
    children.some(({ data }) => data?.answers) &&
    children.every(({ type, data }) => beside.includes(type) || data?.answers)
  );
}

/** The headings of sections that are there for the answers, where an edition has each in its exercise. */
function headsOfAnswers({ children }: Root, { solutions }: Pick<Edition, 'solutions'>): Set<Nodes> {
  if (solutions !== 'in-place') return new Set();
  const sections = children.flatMap((head, i) => {
    if (head.type !== 'heading') return [];
    const end = children.findIndex((one, k) => k > i && one.type === 'heading' && one.depth <= head.depth);
    const section = children.slice(i, end < 0 ? undefined : end);
    return holdsAnswersAlone(section) ? section : [];
  });
  return new Set(sections.filter(({ type }) => type === 'heading'));
}

/** Whether a chapter is there for the notes of the book, which stay with their own chapters where no page is turned. */
function holdsTitleAlone({ children }: Root): boolean {
  return children.every(({ type }) => type === 'heading' || type === 'html' || type === 'definition');
}

/** Whether a condition of a node does not hold for an edition. */
function isHidden(node: Nodes, edition: string): boolean {
  return node.data?.conditions?.some(({ editions, shows }) => editions.includes(edition) !== shows) ?? false;
}

/**
 * Where in their file the passages of a chapter are that an edition does not show, and notes that nothing shown calls.
 * @param whole it shows nothing of the chapter
 */
export function passedOver(
  tree: Root,
  edition: Pick<Edition, 'name' | 'solutions'>,
  whole = false,
): Stretch[] {
  const heads = headsOfAnswers(tree, edition);
  const stretches: Stretch[] = [];
  const leave = (node: Nodes): void => {
    const { start, end } = node.position ?? {};
    if (start && end) stretches.push({ from: start.offset ?? 0, to: end.offset ?? 0 });
    // One on a heading holds all of its section.
    if (node.type === 'condition') for (const child of node.children) leave(child);
  };
  const called = new Set<string>();
  const notes = new Map<string, Nodes[]>();
  const look = (node: Nodes): void => {
    if (isHidden(node, edition.name) || heads.has(node)) leave(node);
    else if (node.type === 'table') printedIn(node).forEach(look);
    else if (node.type === 'footnoteDefinition') {
      const same = notes.get(node.identifier);
      if (same) same.push(node);
      else notes.set(node.identifier, [node]);
    } else {
      if (node.type === 'footnoteReference') called.add(node.identifier);
      if ('children' in node) for (const child of node.children) look(child);
    }
  };
  if (whole) {
    for (const child of tree.children) leave(child);
    return stretches;
  }
  look(tree);
  // A set that grows while it is gone through: a note may call another.
  for (const identifier of called) {
    const [first, ...further] = notes.get(identifier) ?? [];
    notes.set(identifier, further);
    if (first && 'children' in first) for (const child of first.children) look(child as Nodes);
  }
  for (const left of notes.values()) for (const note of left) leave(note);
  return stretches;
}

/** A node as the edition shows it: itself if it shows all of it, its content if it only holds a condition, or nothing. */
function without(node: Nodes, edition: string, hidden: Set<string>): Nodes[] {
  if (isHidden(node, edition)) {
    collect(node, hidden);
    return [];
  }
  if (!('children' in node)) return [node];
  const before = node.children as Nodes[];
  const children = before.flatMap((child) => without(child, edition, hidden));
  if (node.type === 'condition') return children;
  // What held nothing but hidden things is not left behind empty.
  if (before.length && !children.length && node.type !== 'root' && node.type !== 'tableCell') return [];
  return [withChildren(node, children)];
}

/** The node itself, if these are its children already; else one like it. */
function withChildren(node: Parents, children: readonly Nodes[]): Nodes {
  const before: readonly Nodes[] = node.children;
  const same = children.length === before.length && children.every((child, i) => child === before[i]);
  return same ? node : ({ ...node, children } as Nodes);
}

/** Ids of everything in a tree. */
function collect(tree: Nodes, ids: Set<string>): void {
  visit(tree, (node) => {
    const id = node.data?.hProperties?.id;
    if (typeof id === 'string') ids.add(id);
  });
}

/** The tree with the words of links that would lead to something hidden, in place of the links. */
function unlinked(tree: Nodes, hidden: ReadonlySet<string>): Nodes {
  const lost = new Set<string>();
  const leads = (url: string): boolean => url.startsWith('#') && hidden.has(url.slice(1));
  visit(tree, 'definition', ({ url, identifier }: Definition) => {
    if (leads(url)) lost.add(identifier);
  });
  const walk = (node: Nodes): Nodes[] => {
    if (!('children' in node)) return [node];
    const children = (node.children as Nodes[]).flatMap(walk);
    if (node.type === 'link' && leads(node.url)) return children;
    if (node.type === 'linkReference' && lost.has(node.identifier)) return children;
    return [withChildren(node, children)];
  };
  return walk(tree)[0] ?? tree;
}

/** Headings that are shown; what stood under a hidden one moves up. A part of which nothing is shown is not there. */
function outlineWithout(
  outline: readonly Heading[],
  hidden: ReadonlySet<string>,
  parts: ReadonlySet<string>,
): Heading[] {
  return outline.flatMap((heading): Heading[] => {
    const children = outlineWithout(heading.children, hidden, parts);
    if (parts.has(heading.section) && !children.length) return [];
    return hidden.has(heading.section) || hidden.has(heading.id) ? children : [{ ...heading, children }];
  });
}

function indexWithout(index: readonly IndexEntry[], hidden: ReadonlySet<string>): IndexEntry[] {
  return index.flatMap((entry): IndexEntry[] => {
    const places = entry.places
      .filter(({ from }) => !hidden.has(from))
      .map(({ from, to }) => ({ from, to: to && !hidden.has(to) ? to : undefined }));
    const children = indexWithout(entry.children, hidden);
    const empty = !places.length && !children.length && entry.places.length + entry.children.length > 0;
    return empty && !entry.see.length && !entry.seeAlso.length ? [] : [{ ...entry, places, children }];
  });
}
