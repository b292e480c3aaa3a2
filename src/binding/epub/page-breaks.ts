import type { Element, ElementContent, Root, Text } from 'hast';
import type { PageBreak } from '../../model/page-break.js';
import { element } from '../documents/element.js';
import { elements, idOf } from '../documents/rewrite.js';

/** A page of the printed book, and where it begins in a document. */
export interface ListedPage {
  readonly label: string;
  readonly id: string;
}

/** Nothing in these is a letter of the text, as `findBreaks` counts them. */
const APART = /^(?:math|svg|rt)$/;
const BLANK = /[\s\u00AD]/gu;
/** So many letters are looked for, from many to few: a reference that says “page 7” on paper says nothing here. */
const LENGTHS = [60, 30, 15, 8, 4];
/** How far from its count of letters a place may be, and by how much of the letters that were counted since the last one. */
const NEAR = 80;
const DRIFT = 0.1;

/** One piece of text, with the elements that it stands in, from the outermost. */
interface Piece {
  readonly node: Text;
  readonly within: readonly Element[];
  /** How many letters come before it. */
  readonly before: number;
  readonly letters: string;
}

/**
 * Puts a marker where each page of the printed book begins (EPUB 3.3, page-list; DPUB-ARIA 1.1, `doc-pagebreak`). A place is
 * known by the letters that it begins with and by how many come before it, for the texts differ a little: what refers to pages,
 * and where notes stand. A page whose beginning is not found gets no marker, rather than a wrong one.
 * @param breaks of this section, in reading order
 * @param idFor an id for a page that nothing in the book has
 */
export function markPages(
  content: readonly ElementContent[],
  breaks: readonly PageBreak[],
  idFor: (label: string) => string,
): { content: ElementContent[]; pages: ListedPage[] } {
  if (!breaks.length) return { content: [...content], pages: [] };
  const pieces = piecesOf(content);
  const text = pieces.map(({ letters }) => letters).join('');
  const pages: ListedPage[] = [];
  /** Markers at a letter of a piece, and before or in front of the content of an element. */
  const inText = new Map<Text, { at: number; marker: Element }[]>();
  const before = new Map<Element, Element[]>();
  const first = new Map<Element, Element[]>();
  const opening: Element[] = [];
  let last = { found: 0, counted: 0 };
  for (const one of breaks) {
    const id = idFor(one.label);
    const marker = element('span', {
      'epub:type': 'pagebreak',
      role: 'doc-pagebreak',
      id,
      ariaLabel: one.label,
    });
    if (one.before === 0) {
      opening.push(marker);
      pages.push({ label: one.label, id });
      continue;
    }
    const place = find(text, one, last);
    const piece = place === undefined ? undefined : pieceAt(pieces, place);
    if (place === undefined || !piece) continue;
    last = { found: place, counted: one.before };
    pages.push({ label: one.label, id });
    const figure = one.picture ? piece.within.find(({ tagName }) => tagName === 'figure') : undefined;
    const whole = piece.within.find(({ tagName }) => tagName === 'ruby');
    if (figure) push(first, figure, marker);
    else if (whole) push(before, whole, marker);
    else push(inText, piece.node, { at: indexOf(piece, place - piece.before), marker });
  }
  const put = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (node.type === 'text') return split(node, inText.get(node) ?? []);
      if (node.type !== 'element') return [node];
      const children = [...(first.get(node) ?? []), ...put(node.children)];
      return [...(before.get(node) ?? []), { ...node, children }];
    });
  return { content: [...opening, ...put(content)], pages };
}

/** The content of a `<nav>` that lists printed pages; e-readers show it by themselves. */
export function pageList(pages: readonly (ListedPage & { readonly file: string })[]): Element {
  const items = pages.map(({ label, id, file }) =>
    element('li', {}, [element('a', { href: `${file}#${id}` }, [{ type: 'text', value: label }])]),
  );
  const properties = { 'epub:type': 'page-list', role: 'doc-pagelist', id: 'page-list', hidden: 'hidden' };
  return element('nav', properties, [element('ol', {}, items)]);
}

/** Gives ids to pages: none that is taken, by any document of the book. */
export function pageIds(trees: Iterable<Root>): (label: string) => string {
  const taken = new Set<string>();
  for (const tree of trees) for (const one of elements(tree)) taken.add(idOf(one) ?? '');
  return (label) => {
    const stem = `page-${label.replace(/[^\p{L}\p{N}]+/gu, '-')}`;
    let id = stem;
    for (let count = 2; taken.has(id); count++) id = `${stem}-${count}`;
    taken.add(id);
    return id;
  };
}

function piecesOf(content: readonly ElementContent[]): Piece[] {
  const pieces: Piece[] = [];
  let before = 0;
  const walk = (nodes: readonly ElementContent[], within: readonly Element[]): void => {
    for (const node of nodes) {
      if (node.type === 'text') {
        const letters = node.value.replace(BLANK, '');
        if (letters) pieces.push({ node, within, before, letters });
        before += letters.length;
      } else if (node.type === 'element' && !isApart(node)) walk(node.children, [...within, node]);
    }
  };
  walk(content, []);
  return pieces;
}

function isApart({ tagName, properties }: Element): boolean {
  const type = properties['epub:type'];
  return APART.test(tagName) || type === 'noteref' || type === 'footnotes';
}

/** The place in the text, in letters, that a page begins at. */
function find(
  text: string,
  { before, letters }: PageBreak,
  last: { found: number; counted: number },
): number | undefined {
  const since = before - last.counted;
  const expected = last.found + since;
  const room = NEAR + since * DRIFT;
  const from = Math.max(last.found, Math.floor(expected - room));
  const region = text.slice(from, Math.ceil(expected + room) + (LENGTHS[0] ?? 0));
  for (const length of LENGTHS) {
    if (letters.length < length && length > 4) continue;
    const wanted = letters.slice(0, length);
    let best: number | undefined;
    for (let at = region.indexOf(wanted); at >= 0; at = region.indexOf(wanted, at + 1))
      if (best === undefined || Math.abs(from + at - expected) < Math.abs(best - expected)) best = from + at;
    if (best !== undefined) return best;
  }
  return undefined;
}

function pieceAt(pieces: readonly Piece[], place: number): Piece | undefined {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.before ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}

/** Where the nth letter of a piece stands in its text. */
function indexOf({ node }: Piece, letter: number): number {
  let seen = 0;
  for (let at = 0; at < node.value.length; at++) {
    if (/[\s\u00AD]/u.test(node.value.charAt(at))) continue;
    if (seen === letter) return at;
    seen++;
  }
  return node.value.length;
}

function split(node: Text, markers: readonly { at: number; marker: Element }[]): ElementContent[] {
  const parts: ElementContent[] = [];
  let from = 0;
  for (const { at, marker } of markers) {
    if (at > from) parts.push({ type: 'text', value: node.value.slice(from, at) });
    parts.push(marker);
    from = at;
  }
  if (!markers.length) return [node];
  if (from < node.value.length) parts.push({ type: 'text', value: node.value.slice(from) });
  return parts;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
