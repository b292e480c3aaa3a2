import { fromHtml } from 'hast-util-from-html';
import type { Definition, Html, Image, Root } from 'mdast';
import type { Point, Position } from 'unist';
import { visit } from '../tree/visit.js';

/** What names an image: a node, or a place in one. */
type Naming = Image | Html | Definition | Position;

/**
 * The addresses of all images that a chapter shows, in Markdown or HTML, each with what names it.
 * @param source of the chapter, in which an element of HTML is looked up
 */
export function* imagesOf(tree: Root, source: string): Generator<[string, Naming]> {
  const found: [string, Naming][] = [];
  const used = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'image') found.push([node.url, node]);
    else if (node.type === 'imageReference') used.add(node.identifier);
    else if (node.type === 'html') found.push(...inHtml(node, source));
  });
  visit(tree, 'definition', (node) => {
    if (used.has(node.identifier)) found.push([node.url, node]);
  });
  yield* found;
}

function inHtml(node: Html, source: string): [string, Naming][] {
  const { value: html, position } = node;
  if (!/<(img|image|source)\b/i.test(html)) return [];
  const sources: [string, Naming][] = [];
  // In a list or a quotation lines are other ones than those of the source.
  const whole =
    position && source.slice(position.start.offset, position.end.offset) === html ? position : undefined;
  try {
    visit(fromHtml(html, { fragment: true }), 'element', (element) => {
      if (element.tagName !== 'img' || typeof element.properties.src !== 'string') return;
      const place = whole && element.position && within(whole.start, element.position);
      sources.push([element.properties.src, place ?? node]);
    });
  } catch (error) {
    // HTML that is nested beyond reason is refused when the chapter becomes HTML.
    if (!(error instanceof RangeError)) throw error;
  }
  return sources;
}

/** A place in a text that begins at a point. */
function within(first: Point, { start, end }: Position): Position {
  const moved = ({ line, column }: Point): Point => ({
    line: first.line + line - 1,
    column: line === 1 ? first.column + column - 1 : column,
  });
  return { start: moved(start), end: moved(end) };
}
