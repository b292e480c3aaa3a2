import type { Definition, FootnoteDefinition, Heading, Nodes, RootContent } from 'mdast';
import { lineOf, textOf, typedLineOf } from '../tree/text-of.js';
import { visit } from '../tree/visit.js';
import type { Draft } from './draft.js';
import { placesInFile } from './one-file-places.js';
import { roleOf } from './roles.js';
import { SILENT } from './silent.js';

/** What the front matter of the whole file says of each of its chapters. */
const OF_ALL = [
  'lang',
  'dir',
  'typography',
  'variables',
  'outputs',
  'profiles',
  'class',
  'unnumbered',
] as const;

/**
 * A manuscript in one file: each heading of the first level begins a chapter of its own, as it would in a file of its own.
 * In a book of several files a file is a chapter, whatever headings it has.
 * @param title of the book: a heading that says no more than that is none of a chapter
 */
export function chaptersOf(drafts: readonly Draft[], title: string): Draft[] {
  const whole = drafts.filter((draft) => roleOf(draft) === 'chapter');
  const [only] = whole;
  return whole.length === 1 && only
    ? drafts.flatMap((draft) => (draft === only ? parted(draft, title) : [draft]))
    : [...drafts];
}

function parted(draft: Draft, title: string): Draft[] {
  const { children, ...tree } = draft.tree;
  const pieces: RootContent[][] = [[]];
  const notes = new Map<string, FootnoteDefinition>();
  const definitions: Definition[] = [];
  let chapters = 0;
  for (const node of children) {
    if (node.type === 'definition') definitions.push(node);
    else if (node.type === 'footnoteDefinition' && !notes.has(node.identifier))
      notes.set(node.identifier, node);
    else {
      if (isTitle(node) && chapters++) pieces.push([]);
      pieces.at(-1)?.push(node);
    }
  }
  if (chapters < 2) return [draft];
  const leaveOut = (piece: RootContent[]): void => {
    const { start, end } = piece.shift()?.position ?? {};
    draft.file.data.leftOut?.push({ from: start?.offset ?? 0, to: end?.offset ?? 0 });
  };
  const [first = []] = pieces;
  const [heading] = first;
  if (first.length === 1 && heading && lineOf(heading) === title.trim()) {
    pieces.shift();
    leaveOut(first);
  }
  const headings = pieces.map((piece) => piece.find(isTitle));
  const names = headings.map((heading) => (heading ? typedLineOf(heading) : ''));
  const places = draft.file.data.place?.matter
    ? []
    : placesInFile(
        pieces.map((piece, i) => ({
          heading: names[i] ?? '',
          text: () => piece.flatMap((node) => (node === headings[i] ? [] : textOf(node))).join(' '),
        })),
      );
  // What such a page is shows without a word above it, and the notes of its heading are not called.
  const unshown = pieces.map((piece, i) => {
    const role = places[i]?.role;
    const heading = headings[i];
    if (!role || !SILENT.has(role) || !heading || piece[0] !== heading) return undefined;
    leaveOut(piece);
    return heading;
  });
  const uncalled = new Set(notes.values());
  const called = pieces.map((piece) => {
    const own = notesOf(piece, notes);
    for (const note of own) uncalled.delete(note);
    return own;
  });
  const used = pieces.map((piece, i) => usedIn([...piece, ...(called[i] ?? [])]));
  const unused = definitions.filter(({ identifier }) => !used.some((own) => own.has(identifier)));
  const { frontMatter } = draft;
  // A note that two chapters call stands in both, each time with places of its own.
  const given = new Set<FootnoteDefinition>();
  const give = (note: FootnoteDefinition): FootnoteDefinition => {
    if (given.has(note)) return structuredClone(note);
    given.add(note);
    return note;
  };
  const ofAll = Object.fromEntries(OF_ALL.map((key) => [key, frontMatter[key]]));
  return pieces.map((piece, i): Draft => {
    const last = i === pieces.length - 1;
    const own = [...(called[i] ?? []), ...(last ? uncalled : [])];
    // Where an address leads is settled for each chapter.
    const addresses = definitions.filter(({ identifier }) => used[i]?.has(identifier)).map(apart);
    const place = places[i] && { ...draft.file.data.place, ...places[i] };
    const chapter: Draft = {
      ...draft,
      name: names[i],
      unshown: unshown[i],
      place,
      frontMatter: ofAll,
      tree: { ...tree, children: [...piece, ...addresses, ...(last ? unused : []), ...own.map(give)] },
    };
    // Its heading is what makes it an appendix, and says so: “Appendix A” above it would say it twice.
    return roleOf(chapter) === 'appendix'
      ? { ...chapter, frontMatter: { ...ofAll, unnumbered: true } }
      : chapter;
  });
}

/** A definition that can be changed for one chapter; its place is that of the file. */
const apart = (definition: Definition): Definition => ({ ...definition });

/** The names of the addresses to which something of a chapter leads, or that it shows. */
function usedIn(nodes: readonly Nodes[]): Set<string> {
  const used = new Set<string>();
  for (const within of nodes)
    visit(within, (node) => {
      if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier);
    });
  return used;
}

/** One without words begins no chapter. */
const isTitle = (node: RootContent): node is Heading =>
  node.type === 'heading' && node.depth === 1 && textOf(node).trim() !== '';

/** The notes that are called in a chapter, and in its notes. */
function notesOf(
  piece: readonly Nodes[],
  notes: ReadonlyMap<string, FootnoteDefinition>,
): Set<FootnoteDefinition> {
  const found = new Set<FootnoteDefinition>();
  const within = (node: Nodes): void =>
    visit(node, 'footnoteReference', ({ identifier }) => {
      const note = notes.get(identifier);
      if (!note || found.has(note)) return;
      found.add(note);
      within(note);
    });
  for (const node of piece) within(node);
  // Where each chapter counts from one, a chapter that has a note of that name means its own.
  for (const node of piece) {
    const other = node.type === 'footnoteDefinition' && notes.get(node.identifier);
    if (other) found.delete(other);
  }
  return found;
}
