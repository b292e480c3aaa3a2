import type {
  Code,
  Emphasis,
  Image,
  ImageReference,
  Nodes,
  Paragraph,
  Parent,
  PhrasingContent,
  Root,
} from 'mdast';
import { toString as wordsWithTags } from 'mdast-util-to-string';
import type { Point, Position } from 'unist';
import { VFile } from 'vfile';
import type { Say } from '../model/notice.js';
import { visit } from '../tree/visit.js';
import { takeAttributes } from './attributes.js';
import type { Attributes } from './braces.js';
import { takeLinesBelow } from './lines-below.js';
import { captionStandsOnce } from './notices.js';
import { pointAfter } from './places.js';

/** What hangs under an image or a code block until its construct takes it. */
export interface Captions {
  readonly caption: PhrasingContent[] | undefined;
  readonly credit: PhrasingContent[] | undefined;
}

/** Words of a caption as they are written, and where, if that can be told to the character. */
interface Written {
  readonly text: string;
  readonly at?: Point | undefined;
  /** What the parser has made of it already: words that come out otherwise are not the caption. */
  readonly plain?: string;
}

export type Picture = Image | ImageReference;
type Holder = Picture | Code;

/** What a chapter defines by name: its notes, and the titles of addresses. */
interface Defined {
  readonly notes: ReadonlySet<string>;
  readonly titles: ReadonlyMap<string, string | null | undefined>;
}

/**
 * A caption is Markdown like all text of an author, wherever it is written: in the title of an image, in the brackets of a
 * one that has no title and is numbered or says in `alt="…"` what it shows, in a slanted line right below it, in `caption="…"` of code and
 * `credit="…"` of an image. Parsed at once, it hangs under its image or code as its child, so that everything that can be written in text can be written there.
 * @param parse the book's own parser
 */
export function hangCaptions(tree: Root, file: VFile, say: Say, parse: (text: VFile) => Root): void {
  const source = String(file.value);
  let found: Defined | undefined;
  const known = (): Defined => {
    found ??= definedIn(tree);
    return found;
  };
  const titled = (picture: Picture): boolean =>
    Boolean(picture.type === 'image' ? picture.title : known().titles.get(picture.identifier));
  const below = takeLinesBelow(tree, titled);
  visit(tree, (node, _, parent) => {
    if (node.type !== 'code' && !(isPicture(node) && parent?.type === 'paragraph' && standsAlone(parent)))
      return;
    const defined = known();
    const line = below.get(node);
    const { caption, credit } = writtenOf(node, defined, source);
    if (isPicture(node) && (line || titled(node))) tellPassedOver(node, file, say);
    if (!line && !caption && !credit) return;
    const hung: Emphasis[] = line ? [{ type: 'emphasis', data: { hung: 'caption' }, children: line }] : [];
    for (const [written, name] of [
      [caption, 'caption'],
      [credit, 'credit'],
    ] as const) {
      if (!written || (line && name === 'caption')) continue;
      const children = parsed(written, node, defined, parse);
      hung.push({ type: 'emphasis', data: { hung: name }, children });
    }
    (node as Nodes & Partial<Parent>).children = hung;
  });
}

/** Where the braces say what is to be seen, and the caption stands elsewhere, words in the brackets are neither. */
function tellPassedOver(node: Picture, file: VFile, say: Say): void {
  const spoken = spokenOf(node.data?.attributes?.values);
  const words = node.alt?.trim();
  if (spoken !== undefined && words && words !== spoken.trim())
    say(captionStandsOnce, { words }, { file, node });
}

/** Whether there is nothing in a paragraph but images, of which conditions may leave one. */
function standsAlone({ children }: Paragraph): boolean {
  return children.every((child) => isPicture(child) || (child.type === 'text' && !child.value.trim()));
}

/** An image whose address stands with it, or is defined elsewhere in its chapter. */
export function isPicture(node: Nodes): node is Picture {
  return node.type === 'image' || node.type === 'imageReference';
}

/** What an image shows, where that is said in its braces, as in Pandoc and Quarto; what stands in its brackets is its caption then. */
export function spokenOf(values: Attributes['values'] | undefined): string | undefined {
  return values?.['fig-alt'] ?? values?.alt;
}

/** Takes down what hangs under a node. */
export function takeCaptions(node: Holder): Captions {
  const holder: Holder & { children?: Emphasis[] } = node;
  const all = new Map(holder.children?.map(({ data, children }) => [data?.hung, children]));
  delete holder.children;
  return { caption: all.get('caption'), credit: all.get('credit') };
}

declare module 'mdast' {
  interface Data {
    /** What it is of the image or code that it hangs under. */
    hung?: 'caption' | 'credit';
  }
}

function writtenOf(
  node: Holder,
  { titles }: Defined,
  source: string,
): { caption?: Written | undefined; credit?: Written | undefined } {
  const { id, values } = node.data?.attributes ?? {};
  const named = (name: string): Written | undefined => inBraces(name, values?.[name], node, source);
  if (node.type === 'code') return { caption: named('caption') };
  const title = node.type === 'image' ? titleOf(node, source) : elsewhere(titles.get(node.identifier));
  const isBelow = id?.startsWith('fig-') || spokenOf(values) !== undefined;
  const caption = title ?? (isBelow ? alternativeOf(node, source) : undefined);
  return { caption, credit: named('credit') };
}

/** A value in braces: in the first line of code, right behind an image. */
function inBraces(
  name: string,
  text: string | undefined,
  { type, position }: Holder,
  source: string,
): Written | undefined {
  if (!text) return undefined;
  const from = type === 'code' ? position?.start : position?.end;
  if (from?.offset === undefined) return { text };
  const [line = ''] = source.slice(from.offset, from.offset + 10_000).split(/[\r\n]/, 1);
  const key = `${name}="`;
  const start = line.indexOf(`${key}${text}"`);
  return start < 0 ? { text } : { text, at: pointIn(from, start + key.length) };
}

/** The title as it is written between its quotes, where a backslash still is one. */
function titleOf({ title, position }: Image, source: string): Written | undefined {
  if (!title) return undefined;
  const { start, end } = position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return { text: title };
  const written = source.slice(start.offset, end.offset);
  const close = written.slice(0, -1).trimEnd().length - 1;
  const quote = written[close] === ')' ? '(' : (written[close] ?? '');
  let open = written.lastIndexOf(quote, close - 1);
  while (open > 0 && written[open - 1] === '\\') open = written.lastIndexOf(quote, open - 1);
  return exactly(written, open + 1, close, start) ?? { text: title };
}

/** Of a title in a definition it is known what it says, and not where its words stand. */
function elsewhere(title: string | null | undefined): Written | undefined {
  return title ? { text: title } : undefined;
}

/** The words in the brackets, if they can be told from what the parser made of them. */
function alternativeOf({ alt, position }: Picture, source: string): Written | undefined {
  if (!alt) return undefined;
  const { start, end } = position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return { text: alt };
  const written = source.slice(start.offset, end.offset);
  let depth = 0;
  for (let at = 1; at < written.length; at++) {
    if (written[at] === '\\') at++;
    else if (written[at] === '[') depth++;
    else if (written[at] === ']' && --depth === 0)
      return { text: alt, ...exactly(written, 2, at, start), plain: alt };
  }
  return { text: alt };
}

/** Over several lines a caption may hold marks of the quote or list that it stands in; those are not its own. */
function exactly(written: string, from: number, to: number, start: Point): Written | undefined {
  const text = written.slice(from, to);
  if (from > to || /[\r\n]/.test(text)) return undefined;
  const lines = written.slice(0, from);
  return { text, at: { ...pointAfter(start, lines), offset: (start.offset ?? 0) + from } };
}

/** So many characters further on the same line. */
function pointIn({ line, column, offset = 0 }: Point, characters: number): Point {
  return { line, column: column + characters, offset: offset + characters };
}

/** Before the caption stands a bracket, so that `1. Harbour` is no list; it is taken away again. */
const GUARD = '(';

function parsed(
  { text, at, plain }: Written,
  holder: Holder,
  { notes }: Defined,
  parse: (text: VFile) => Root,
): PhrasingContent[] {
  // Of words whose place cannot be told it is known where their image or code begins.
  const begin = holder.position?.start;
  const position = begin && { start: begin, end: begin };
  const called = [...text.matchAll(/\[\^([^[\]\s]{1,999})\]/g)].flatMap(([, label = '']) =>
    notes.has(label.toLowerCase()) ? `\n\n[^${label}]: .` : [],
  );
  const file = new VFile(GUARD + text + called.join(''));
  const { children } = parse(file);
  const [line, ...others] = children;
  const [first] = line?.type === 'paragraph' ? line.children : [];
  const whole = others.every(({ type }) => type === 'footnoteDefinition');
  const other = plain !== undefined && line && wordsWithTags(line) !== GUARD + plain;
  if (line?.type !== 'paragraph' || first?.type !== 'text' || !whole || other)
    return [{ type: 'text', value: plain ?? text, ...(position ? { position } : {}) }];
  first.value = first.value.slice(GUARD.length);
  if (first.position) first.position.start = pointIn(first.position.start, GUARD.length);
  if (!first.value) line.children.shift();
  const caption: Emphasis = { type: 'emphasis', children: line.children };
  takeAttributes({ type: 'root', children: [caption] }, file);
  visit(caption, (node) => {
    const place = (node.position && at && moved(node.position, at)) ?? position;
    if (place) node.position = place;
  });
  return caption.children;
}

/** The place of something in a caption, in the file that the caption stands in. */
function moved({ start, end }: Position, at: Point): Position {
  const point = ({ offset = 0 }: Point): Point => pointIn(at, offset - GUARD.length);
  return { start: point(start), end: point(end) };
}

function definedIn(tree: Root): Defined {
  const notes = new Set<string>();
  const titles = new Map<string, string | null | undefined>();
  visit(tree, (node) => {
    if (node.type === 'footnoteDefinition') notes.add(node.identifier);
    // The first of two definitions holds.
    if (node.type === 'definition' && !titles.has(node.identifier)) titles.set(node.identifier, node.title);
  });
  return { notes, titles };
}
