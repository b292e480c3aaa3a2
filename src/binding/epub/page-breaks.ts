import type { Element, ElementContent, Root, Text } from 'hast';
import type { PageBreak } from '../../model/page-break.js';
import { element } from '../documents/element.js';
import { lastAt } from '../documents/last-at.js';
import { unused } from '../documents/names.js';
import { elements, idOf } from '../documents/rewrite.js';

/** A page of the printed book, and where it begins in a document. */
export interface ListedPage {
  readonly label: string;
  readonly id: string;
}

/** Nothing in these is a letter of the text, as `findBreaks` counts them. */
const APART = /^(?:math|svg|rt)$/;
const DRAWN = /^(?:img|svg|table)$/;
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
  /** The children that it is one of. */
  readonly siblings: ElementContent[];
  /** How many letters come before it. */
  readonly before: number;
  readonly letters: string;
}

/**
 * Puts a marker where each page of the printed book begins (EPUB 3.3, page-list; DPUB-ARIA 1.1, `doc-pagebreak`). A place is
 * known by the letters that it begins with and by how many come before it, for the texts differ a little: what refers to pages,
 * and where notes stand. A page whose beginning is not found gets no marker, rather than a wrong one.
 * @param content is changed
 * @param breaks of this section, in reading order
 * @param idFor an id for a page that nothing in the book has
 */
export function markPages(
  content: ElementContent[],
  breaks: readonly PageBreak[],
  idFor: (label: string) => string,
): { content: ElementContent[]; pages: ListedPage[] } {
  if (!breaks.length) return { content, pages: [] };
  const pieces = piecesOf(content);
  const text = pieces.map(({ letters }) => letters).join('');
  const pages: ListedPage[] = [];
  const places: (() => void)[] = [];
  let last = { found: 0, counted: 0 };
  for (const one of breaks) {
    const place = one.before === 0 ? 0 : one.letters ? find(text, one, last) : text.length;
    const piece = place === undefined ? undefined : lastAt(pieces, ({ before }) => before, place);
    if (place === undefined || (place > 0 && !piece)) continue;
    last = { found: place, counted: one.before };
    const id = idFor(one.label);
    pages.push({ label: one.label, id });
    const properties = { 'epub:type': 'pagebreak', role: 'doc-pagebreak', id, ariaLabel: one.label };
    const marker = element('span', properties);
    if (one.before === 0 || !piece) places.push(() => content.unshift(marker));
    else if (!one.letters) places.push(() => putBehind(marker, content, one));
    else places.push(() => put(marker, content, piece, place, one.picture));
  }
  // From the last: what stands before a place stays where it was counted.
  for (const place of places.reverse()) place();
  return { content, pages };
}

/** Puts a marker before a letter; where its page begins with a figure, into that, and before what cannot be parted. */
function put(
  marker: Element,
  content: ElementContent[],
  piece: Piece,
  place: number,
  picture: boolean,
): void {
  const { node, within, siblings } = piece;
  const figure = picture ? within.find(({ tagName }) => tagName === 'figure') : undefined;
  if (figure) {
    figure.children.unshift(marker);
    return;
  }
  const depth = within.findIndex(({ tagName }) => tagName === 'ruby');
  const at = depth < 0 ? indexOf(piece, place - piece.before) : 0;
  const [around, whole] =
    depth < 0 ? [siblings, node] : [within[depth - 1]?.children ?? content, within[depth]];
  const index = around.indexOf(whole as ElementContent);
  if (at === 0) insertBefore(marker, around, index);
  else {
    around.splice(index + 1, 0, marker, { type: 'text', value: node.value.slice(at) });
    node.value = node.value.slice(0, at);
  }
}

/** Puts a marker before what a page without letters begins with, into its figure if it has one; where that is not known, at the end. */
function putBehind(marker: Element, content: ElementContent[], { drawn = 0 }: PageBreak): void {
  const found = drawnIn(content).at(-drawn);
  if (!drawn || !found) content.push(marker);
  else if (found.figure) found.figure.children.unshift(marker);
  else insertBefore(marker, found.siblings, found.siblings.indexOf(found.element));
}

interface Drawn {
  readonly element: Element;
  readonly siblings: ElementContent[];
  readonly figure: Element | undefined;
}

/** Images, drawings, tables and fields, as `findBreaks` counts them; none that stands in another, and none of a note. */
function drawnIn(siblings: ElementContent[], figure?: Element): Drawn[] {
  return siblings.flatMap((element): Drawn[] => {
    if (element.type !== 'element' || element.properties['epub:type'] === 'footnotes') return [];
    const { tagName, properties, children } = element;
    if (DRAWN.test(tagName) || properties.dataField !== undefined) return [{ element, siblings, figure }];
    return drawnIn(children, tagName === 'figure' ? element : figure);
  });
}

/** Pages are marked from the last to the first: at one place, the next goes before those that are there. */
function insertBefore(marker: Element, around: ElementContent[], at: number): void {
  let index = at;
  while (isMarker(around[index - 1])) index--;
  around.splice(index, 0, marker);
}

function isMarker(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && node.properties['epub:type'] === 'pagebreak';
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
    const id = unused(`page-${label.replace(/[^\p{L}\p{N}]+/gu, '-')}`, taken);
    taken.add(id);
    return id;
  };
}

function piecesOf(content: ElementContent[]): Piece[] {
  const pieces: Piece[] = [];
  let before = 0;
  const walk = (nodes: ElementContent[], within: readonly Element[]): void => {
    for (const node of nodes) {
      if (node.type === 'text') {
        const letters = node.value.replace(BLANK, '');
        if (letters) pieces.push({ node, within, siblings: nodes, before, letters });
        before += letters.length;
      } else if (node.type === 'element' && !isApart(node)) walk(node.children, [...within, node]);
    }
  };
  walk(content, []);
  return pieces;
}

function isApart({ tagName, properties }: Element): boolean {
  const type = properties['epub:type'];
  return (
    APART.test(tagName) || type === 'noteref' || type === 'footnotes' || properties.dataFolio !== undefined
  );
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
